import { type ReactNode, Suspense, useEffect } from 'react';
import { Button } from '@mantine/core';
import { useWords } from '../../words/language.tsx';
import { useOpenAction } from '../ActionHost.tsx';
import type { Action } from '../action.ts';
import { EmptyState } from '../EmptyState.tsx';
import { ErrorPanel } from '../ErrorPanel.tsx';
import { preloadFloats } from '../floats.tsx';
import { lazily } from '../lazily.ts';
import { painted } from '../painted.ts';
import { PageHeader } from '../PageHeader.tsx';
import { useOfferScope, useScopeOf } from '../scope.tsx';
import { useStable } from '../stable.ts';
import type { BulkBar as Bar } from './BulkBar.tsx';
import { FilterBar } from './FilterBar.tsx';
import { Footer } from './Footer.tsx';
import { ListTools } from './ListTools.tsx';
import classes from './ResourceList.module.css';
import type { ListReading } from './reading.ts';
import { ResourceTable } from './ResourceTable.tsx';
import { Skeleton } from './Skeleton.tsx';
import { StatusTabs } from './StatusTabs.tsx';
import type { List } from './use-list.ts';

const bulkBar = lazily(async () => (await import('./BulkBar.tsx')).BulkBar);
// What is lazy forgets that it is generic.
const BulkBar = bulkBar.component as typeof Bar;

interface ResourceListProps<T> {
  list: List<T>;
  reading: ListReading;
  actions: readonly Action<T>[];
  /** Where `actions` may be only some of them at first: all, as soon as they are there. */
  allActions?: () => Promise<readonly Action<T>[]>;
  title: string;
  note?: ReactNode;
  /** Buttons behind export and columns; the primary one last. */
  buttons?: ReactNode;
  /** Between header and filters: links to lists of the same kind, where they are no filters by state. */
  sections?: ReactNode;
  /** Above the filters: what is under way and is no row. */
  panel?: ReactNode;
  searchHint: string;
  loading: string;
  failed: string;
  /** In place of the table when there is nothing at all. */
  empty: ReactNode;
  selectedCount: (n: number) => string;
  selectedSum?: ReactNode;
}

/** A whole page of one resource: header, tabs, filters, table, selection, footer, and every state it may be in. */
export function ResourceList<T extends object>(props: ResourceListProps<T>) {
  const { list, reading, actions, title, note, buttons, sections, panel } = props;
  const { selection, items, matches, setting } = list;
  const isThere = items !== undefined;
  useEffect(() => {
    if (!isThere) return;
    // Once the rows are on screen there is time for what they will be used with.
    void painted().then(() => {
      preloadFloats();
      bulkBar.preload();
    });
  }, [isThere]);
  const openAction = useOpenAction();
  const open = useStable((action: Action<T>, chosen: T[]) =>
    openAction(action, chosen, selection.clear),
  );
  const scopeOf = useScopeOf();
  useOfferScope(async () => {
    const { nameOf } = list.definition;
    const chosen = selection.items.length > 0 ? selection.items : focused(list);
    const [only] = chosen;
    const label = chosen.length === 1 && only ? nameOf(only) : props.selectedCount(chosen.length);
    return scopeOf(label, chosen, (await props.allActions?.()) ?? actions, open);
  });
  if (!items && reading.error && reading.refresh) {
    return (
      <>
        <Frame title={title} note={note} bare={!sections}>
          {buttons}
        </Frame>
        {sections}
        <ErrorPanel
          title={props.failed}
          error={reading.error}
          region={setting.region}
          failures={reading.failures}
          retrying={reading.fetching}
          onRetry={reading.refresh}
        />
      </>
    );
  }
  if (items?.length === 0 && !list.narrowed && !reading.fetching) {
    return (
      <>
        <Frame title={title} note={note} bare={!sections}>
          {buttons}
        </Frame>
        {sections}
        {panel}
        {props.empty}
      </>
    );
  }
  return (
    <>
      <Frame title={title} note={note}>
        <ListTools list={list} />
        {buttons}
      </Frame>
      {sections}
      {list.definition.tabs.length > 0 && <StatusTabs list={list} />}
      {panel}
      <FilterBar list={list} placeholder={props.searchHint} />
      {!items && <Skeleton list={list} />}
      {items && matches.length === 0 && <NoMatch list={list} />}
      {items && matches.length > 0 && (
        <ResourceTable
          list={list}
          label={title}
          actions={actions}
          allActions={props.allActions}
          open={open}
        />
      )}
      {selection.items.length > 0 && (
        <Suspense fallback={null}>
          <BulkBar
            list={list}
            actions={actions}
            open={open}
            count={props.selectedCount}
            sum={props.selectedSum}
          />
        </Suspense>
      )}
      <Footer list={list} reading={reading} loading={props.loading} />
    </>
  );
}

/** The row the keyboard is in. */
function focused<T>({ rows, definition }: List<T>): readonly T[] {
  const row = document.activeElement?.closest<HTMLElement>('tr[data-id]');
  return row ? rows.filter((item) => definition.idOf(item) === row.dataset['id']) : [];
}

interface FrameProps {
  title: string;
  note: ReactNode;
  bare?: boolean;
  children: ReactNode;
}

/** Without tabs below it, the header draws the line itself. */
function Frame({ title, note, bare = false, children }: FrameProps) {
  return (
    <div className={bare ? classes.bare : undefined}>
      <PageHeader title={title} note={note}>
        {children}
      </PageHeader>
    </div>
  );
}

function NoMatch<T>({ list }: { list: List<T> }) {
  const { kit } = useWords();
  return (
    <EmptyState
      title={kit.list.noMatch}
      actions={
        <Button size="md" onClick={() => list.change({ text: '', filters: [], tab: '' })}>
          {kit.list.clearFilters}
        </Button>
      }
    >
      {kit.list.noMatchHint}
    </EmptyState>
  );
}
