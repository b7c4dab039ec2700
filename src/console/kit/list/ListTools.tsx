import { Button } from '@mantine/core';
import { IconBookmark, IconColumns3, IconDownload, IconLayoutRows } from '@tabler/icons-react';
import { type ComponentType, type ReactNode, Suspense } from 'react';
import { useWords } from '../../words/language.tsx';
import { ChoiceMenu } from '../floats.tsx';
import { useFloating } from '../use-floating.ts';
import { lazily } from '../lazily.ts';
import type { Grouping } from './definition.ts';
import { groupingOf, writeSearch } from './search.ts';
import type { List } from './use-list.ts';
import { useViews } from './saved-views.ts';

/** What a panel is given that one of the buttons opens. */
export interface ListPanelProps<T> {
  anchor: HTMLElement;
  list: List<T>;
  onClose: () => void;
}

const savedViews = lazily(async () => (await import('./SavedViews.tsx')).SavedViews);
const exportMenu = lazily(async () => (await import('./ExportMenu.tsx')).ExportMenu);
const columnsPanel = lazily(async () => (await import('./ColumnsPanel.tsx')).ColumnsPanel);

/** What can be done with a list as a whole: take it away as a file, choose its columns. */
export function ListTools<T>({ list }: { list: List<T> }) {
  const { kit } = useWords();
  const view = useViews(list.definition.name).find(
    ({ search }) => search === String(writeSearch({ ...list.search, page: 1 }, list.definition)),
  );
  return (
    <>
      {list.definition.groupings && <GroupButton list={list} />}
      <PanelButton list={list} panel={savedViews} icon={IconBookmark} opens="dialog">
        {view?.name ?? kit.list.views}
      </PanelButton>
      <PanelButton list={list} panel={exportMenu} icon={IconDownload} opens="menu">
        {kit.list.export}
      </PanelButton>
      <PanelButton list={list} panel={columnsPanel} icon={IconColumns3} opens="dialog">
        {kit.list.columns}
      </PanelButton>
    </>
  );
}

interface PanelButtonProps<T> {
  list: List<T>;
  panel: typeof savedViews;
  icon: ComponentType<{ size: number; stroke: number }>;
  opens: 'menu' | 'dialog';
  children: ReactNode;
}

function PanelButton<T>({ list, panel, icon: Icon, opens, children }: PanelButtonProps<T>) {
  const { anchor, close, trigger } = useFloating(opens);
  // What is lazy forgets that it is generic.
  const Panel = panel.component as ComponentType<ListPanelProps<T>>;
  return (
    <>
      <Button
        leftSection={<Icon size={14} stroke={1.7} />}
        {...trigger}
        onPointerEnter={panel.preload}
        onFocus={panel.preload}
      >
        {children}
      </Button>
      {anchor && (
        <Suspense fallback={null}>
          <Panel anchor={anchor} list={list} onClose={close} />
        </Suspense>
      )}
    </>
  );
}

/** Most that a menu of groupings offers of each kind. */
const mostKeys = 10;

function GroupButton<T>({ list }: { list: List<T> }) {
  const words = useWords();
  const { kit } = words;
  const { anchor, close, trigger } = useFloating();
  const { definition, search, change, items } = list;
  const groupings = definition.groupings ?? [];
  const labelOf = ({ label }: Grouping<T>, key: string) =>
    key === '' ? label(words) : kit.list.groupKey(label(words), key);
  // Looked for in all rows, so only once somebody wants to choose.
  const choices = () =>
    groupings.flatMap((grouping) => {
      const { id, keys } = grouping;
      if (!keys) return [{ value: id, label: labelOf(grouping, '') }];
      const found = [...new Set(items?.flatMap(keys))].sort().slice(0, mostKeys);
      return found.map((key) => ({ value: `${id}:${key}`, label: labelOf(grouping, key) }));
    });
  const { id, key } = groupingOf(search.group);
  const chosen = groupings.find((grouping) => grouping.id === id);
  return (
    <>
      <Button leftSection={<IconLayoutRows size={14} stroke={1.7} />} {...trigger}>
        {chosen ? kit.list.groupedBy(labelOf(chosen, key)) : kit.list.group}
      </Button>
      {anchor && (
        <ChoiceMenu
          anchor={anchor}
          align="end"
          label={kit.list.group}
          onClose={close}
          choices={[{ value: '', label: kit.list.noGroup }, ...choices()]}
          chosen={search.group}
          onChoose={(group) => change({ group })}
        />
      )}
    </>
  );
}
