import { Button } from '@mantine/core';
import { IconBookmark, IconColumns3, IconDownload, IconLayoutRows } from '@tabler/icons-react';
import { Suspense } from 'react';
import { useWords } from '../../words/language.tsx';
import { Checkbox } from '../Checkbox.tsx';
import { ChoiceMenu, Floating, Menu } from '../floats.tsx';
import { saveFile } from '../save-file.ts';
import { useFloating } from '../use-floating.ts';
import { lazily } from '../lazily.ts';
import menu from '../Menu.module.css';
import type { Grouping } from './definition.ts';
import { fileName, toCsv } from './export.ts';
import classes from './ListTools.module.css';
import { groupingOf, writeSearch } from './search.ts';
import type { List } from './use-list.ts';
import { useViews } from './saved-views.ts';
import type { SavedViews } from './SavedViews.tsx';

const views = lazily(async () => (await import('./SavedViews.tsx')).SavedViews);
// What is lazy forgets that it is generic.
const Views = views.component as typeof SavedViews;

/** What can be done with a list as a whole: take it away as a file, choose its columns. */
export function ListTools<T>({ list }: { list: List<T> }) {
  return (
    <>
      {list.definition.groupings && <GroupButton list={list} />}
      <ViewsButton list={list} />
      <ExportButton list={list} />
      <ColumnsButton list={list} />
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

function ViewsButton<T>({ list }: { list: List<T> }) {
  const { kit } = useWords();
  const { anchor, close, trigger } = useFloating('dialog');
  const current = useViews(list.definition.name).find(
    ({ search }) => search === String(writeSearch({ ...list.search, page: 1 }, list.definition)),
  );
  return (
    <>
      <Button
        leftSection={<IconBookmark size={14} stroke={1.7} />}
        {...trigger}
        onPointerEnter={views.preload}
        onFocus={views.preload}
      >
        {current?.name ?? kit.list.views}
      </Button>
      {anchor && (
        <Suspense fallback={null}>
          <Views anchor={anchor} list={list} onClose={close} />
        </Suspense>
      )}
    </>
  );
}

function ExportButton<T>({ list }: { list: List<T> }) {
  const { kit } = useWords();
  const { anchor, close, trigger } = useFloating();
  const { matches, columns, definition, setting } = list;
  const save = (kind: 'csv' | 'json') => {
    close();
    anchor?.focus();
    const text =
      kind === 'csv' ? toCsv(matches, columns.shown, setting) : JSON.stringify(matches, null, 2);
    saveFile(
      fileName(definition.name, setting.region, new Date(), kind),
      text,
      kind === 'csv' ? 'text/csv' : 'application/json',
    );
  };
  return (
    <>
      <Button leftSection={<IconDownload size={14} stroke={1.7} />} {...trigger}>
        {kit.list.export}
      </Button>
      {anchor && (
        <Menu anchor={anchor} align="end" label={kit.list.export} onClose={close}>
          <div className={menu.head}>{kit.list.exportRows(matches.length)}</div>
          {(['csv', 'json'] as const).map((kind) => (
            <button
              key={kind}
              type="button"
              role="menuitem"
              tabIndex={-1}
              className={menu.item}
              onClick={() => save(kind)}
            >
              {kit.list[kind]}
            </button>
          ))}
        </Menu>
      )}
    </>
  );
}

function ColumnsButton<T>({ list }: { list: List<T> }) {
  const words = useWords();
  const { kit } = words;
  const { anchor, close, trigger } = useFloating('dialog');
  const { columns, definition } = list;
  return (
    <>
      <Button leftSection={<IconColumns3 size={14} stroke={1.7} />} {...trigger}>
        {kit.list.columns}
      </Button>
      {anchor && (
        <Floating
          anchor={anchor}
          align="end"
          role="dialog"
          label={kit.list.columns}
          width={220}
          onClose={close}
        >
          <ul>
            {definition.columns.map(({ id, label, shown }) => (
              <li key={id}>
                <label className={classes.column}>
                  <Checkbox
                    checked={columns.isChosen(id)}
                    disabled={shown === 'fixed'}
                    onChange={({ currentTarget }) => columns.choose(id, currentTarget.checked)}
                  />
                  {label(words)}
                </label>
              </li>
            ))}
          </ul>
          <div className={classes.foot}>
            <Button size="xs" variant="subtle" onClick={columns.reset}>
              {kit.list.resetColumns}
            </Button>
          </div>
        </Floating>
      )}
    </>
  );
}
