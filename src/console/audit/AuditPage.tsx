import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import type { AuditEntry } from '../../contract/audit.ts';
import { useGate } from '../api/context.tsx';
import { useBoot } from '../boot-context.tsx';
import { BusyButton } from '../kit/BusyButton.tsx';
import { copyAction } from '../kit/copy-action.ts';
import { EmptyState } from '../kit/EmptyState.tsx';
import { ResourceList } from '../kit/list/ResourceList.tsx';
import { readSearch } from '../kit/list/search.ts';
import { useList } from '../kit/list/use-list.ts';
import { useReading } from '../kit/list/use-reading.ts';
import { useTitle } from '../kit/title.ts';
import { noRequestId } from '../words/sentences.ts';
import classes from './AuditPage.module.css';
import { auditListFor } from './list.ts';
import { auditOptions, wantedBy } from './queries.ts';
import { auditWords } from './words.ts';

/** Every write with the caller's own key pair, as the proxy has noted it. */
export function AuditPage() {
  const say = auditWords.useWords();
  useTitle(say.title);
  return useBoot().audit ? (
    <AuditList />
  ) : (
    <EmptyState page title={say.off}>
      {say.offHint}
    </EmptyState>
  );
}

const copyRequestId = copyAction<AuditEntry>(
  { id: 'copyRequestId', label: ({ errors }) => errors.copyRequestId, group: 0 },
  ({ requestId }) => requestId,
  noRequestId,
);

function AuditList() {
  const say = auditWords.useWords();
  const gate = useGate();
  const send = useMemo(() => gate.through((request) => fetch(request)), [gate]);
  const definition = useMemo(() => auditListFor(say), [say]);
  const [params] = useSearchParams();
  const wanted = wantedBy(readSearch(params, definition));
  const query = useInfiniteQuery({
    ...auditOptions(send, wanted),
    placeholderData: keepPreviousData,
  });
  const items = useMemo(() => query.data?.pages.flatMap(({ entries }) => entries), [query.data]);
  const list = useList(definition, items);
  const reading = useReading(query, { total: items?.length ?? 0, complete: true });
  const actions = useMemo(
    () => [
      copyRequestId,
      copyAction<AuditEntry>({ id: 'copyEntry', label: () => say.copyEntry, group: 0 }, (entry) =>
        JSON.stringify(entry, null, 2),
      ),
    ],
    [say],
  );
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = query;
  return (
    <ResourceList
      list={list}
      reading={reading}
      actions={actions}
      title={say.title}
      note={say.note}
      panel={
        hasNextPage && (
          <p className={classes.older}>
            {list.matches.length > 0 ? say.shown(list.matches.length) : say.noneYet}
            <BusyButton size="xs" busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
              {say.older}
            </BusyButton>
          </p>
        )
      }
      searchHint={say.search}
      loading={say.loading}
      failed={say.failed}
      empty={<EmptyState title={say.empty}>{say.emptyHint}</EmptyState>}
      selectedCount={say.selected}
    />
  );
}
