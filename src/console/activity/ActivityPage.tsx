import { Button } from '@mantine/core';
import { IconRotateClockwise } from '@tabler/icons-react';
import { useEffect, useMemo, useState } from 'react';
import type { Action } from '../kit/action.ts';
import { copyAction } from '../kit/copy-action.ts';
import { EmptyState } from '../kit/EmptyState.tsx';
import { ResourceList } from '../kit/list/ResourceList.tsx';
import { useList } from '../kit/list/use-list.ts';
import { useTitle } from '../kit/title.ts';
import { useWords } from '../words/language.tsx';
import { deleteAnew, noRequestId, onlyFailedAgain } from '../words/sentences.ts';
import { useActivity, useEntries } from './context.tsx';
import { type Entry, isOpen, needsAttention } from './entry.ts';
import { activityList } from './list.ts';
import { repeatOf } from './repeat.ts';
import type { Sequences } from './sequences.ts';

const retry = (sequences: Sequences): Action<Entry> => ({
  id: 'retry',
  label: ({ activity }) => activity.retry,
  icon: IconRotateClockwise,
  group: 0,
  bulk: false,
  writes: true,
  whyNot: (entry) => {
    if (sequences.leftAt(entry) || repeatOf(entry)) return undefined;
    const isDelete = entry.operation === 'deleteInstance' && entry.status === 'failed';
    return isDelete ? deleteAnew : onlyFailedAgain;
  },
  run: async (entry, { send }) => {
    const sequence = sequences.leftAt(entry);
    if (sequence) {
      sequences.retry(sequence);
      return;
    }
    const again = repeatOf(entry);
    if (again) await send(again);
  },
});

const copyRequestId = copyAction<Entry>(
  { id: 'copyRequestId', label: ({ errors }) => errors.copyRequestId, group: 1 },
  ({ requestId }) => requestId,
  noRequestId,
);

/** Everything that was started in this browser, in every region. */
export function ActivityPage() {
  const { activity } = useWords();
  const { store, sequences } = useActivity();
  const actions = useMemo(() => [retry(sequences), copyRequestId], [sequences]);
  const entries = useEntries();
  const items = useMemo(() => [...entries], [entries]);
  const list = useList(activityList, items);
  const [openedAt] = useState(() => Date.now());
  useTitle(activity.title);
  useEffect(() => {
    store.see(entries.filter(needsAttention).map(({ id }) => id));
  }, [store, entries]);
  return (
    <ResourceList
      list={list}
      reading={{
        startedAt: openedAt,
        total: items.length,
        complete: true,
        fetching: false,
        failed: false,
        error: undefined,
        failures: 0,
      }}
      actions={actions}
      title={activity.title}
      buttons={
        <Button disabled={entries.every(isOpen)} onClick={() => store.clear()}>
          {activity.clear}
        </Button>
      }
      searchHint={activity.search}
      loading={activity.title}
      failed={activity.title}
      empty={<EmptyState title={activity.nothing}>{activity.nothingHint}</EmptyState>}
      selectedCount={activity.selected}
    />
  );
}
