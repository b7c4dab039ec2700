import { useCallback, useMemo, useRef, useState } from 'react';
import type { Action } from '../action.ts';
import { ActionMenu } from '../floats.tsx';
import { useStable } from '../stable.ts';
import { useLanguage, useWords } from '../../words/language.tsx';
import { minWidth, widthOf } from './chosen-columns.ts';
import { GroupHead } from './GroupHead.tsx';
import { linesOf } from './groups.ts';
import classes from './ResourceTable.module.css';
import { toggleAll } from './selection.ts';
import { TableHead } from './TableHead.tsx';
import { TableRow } from './TableRow.tsx';
import type { List } from './use-list.ts';
import { useScrollMemory } from './use-scroll-memory.ts';
import { useRowKeys } from './use-row-keys.ts';
import { rowHeight, useVisibleRows } from './use-visible-rows.ts';

const none: ReadonlySet<string> = new Set();

interface ResourceTableProps<T> {
  list: List<T>;
  label: string;
  actions: readonly Action<T>[];
  allActions?: (() => Promise<readonly Action<T>[]>) | undefined;
  open: (action: Action<T>, items: T[]) => void;
}

/** The rows of a list: native table, fixed layout, one height; beyond a few hundred only those in view exist. */
export function ResourceTable<T extends object>(props: ResourceTableProps<T>) {
  const { list, label, actions, open } = props;
  const { definition, selection, columns } = list;
  const { language } = useLanguage();
  const words = useWords();
  const scroller = useRef<HTMLDivElement>(null);
  useScrollMemory(scroller);
  const [folded, setFolded] = useState<ReadonlySet<string>>(none);
  const lines = useMemo(
    () => linesOf(list.rows, list.first, list.groups, folded),
    [list.rows, list.first, list.groups, folded],
  );
  // What the keyboard moves over, and what a range is made of: rows that are there.
  const rows = useMemo(() => lines.flatMap((line) => ('item' in line ? [line.item] : [])), [lines]);
  const { start, end, reveal } = useVisibleRows(scroller, lines.length);
  const [menu, setMenu] = useState<{ item: T; anchor: HTMLElement }>();
  const ids = useMemo(() => list.rows.map(definition.idOf), [list.rows, definition]);
  const order = useStable(() => rows.map(definition.idOf));
  const setSelected = selection.set;
  const select = useCallback(
    (item: T, on: boolean, range: boolean) =>
      setSelected(definition.idOf(item), on, range ? order() : undefined),
    [setSelected, definition, order],
  );
  const showMenu = useCallback((item: T, anchor: HTMLElement) => {
    setMenu((now) => (now?.anchor === anchor ? undefined : { item, anchor }));
  }, []);
  const onKeyDown = useRowKeys({
    list,
    rows,
    scroller,
    reveal: (row, headHeight) =>
      reveal(
        lines.findIndex((line) => 'item' in line && line.row === row),
        headHeight,
      ),
    select,
    showMenu,
    actions,
    allActions: props.allActions,
    open,
  });
  // As it is now, not as it was when its menu was opened.
  const menuItem =
    menu && (rows.find((row) => definition.idOf(row) === definition.idOf(menu.item)) ?? menu.item);
  // Exactly: in a fixed layout columns that are spanned but not there take their share of the width.
  const span = columns.shown.length + 2;
  const links = useMemo(() => actions.filter(({ link }) => link?.newTab), [actions]);

  return (
    <div
      ref={scroller}
      className={classes.scroller}
      onKeyDown={onKeyDown}
      role="presentation"
      data-scroller
    >
      <table
        className={classes.table}
        style={{ minWidth: minWidth(columns.shown, language) }}
        aria-label={label}
        aria-rowcount={list.matches.length + list.groups.length + 1}
      >
        <colgroup>
          <col style={{ width: 40 }} />
          {columns.shown.map((column) => (
            <col
              key={column.id}
              style={column.grows ? undefined : { width: stretched(widthOf(column, language)) }}
            />
          ))}
          <col style={{ width: 20 + 25 * (links.length + 1) }} />
        </colgroup>
        <TableHead list={list} ids={ids} />
        <tbody>
          {start > 0 && <Spacer rows={start} span={span} />}
          {lines.slice(start, end).map((line, at) => {
            const rowIndex = list.first + start + at + 2;
            if ('group' in line) {
              const { group } = line;
              return (
                <GroupHead
                  key={`group ${group.value}`}
                  list={list}
                  group={group}
                  span={span}
                  rowIndex={rowIndex}
                  folded={folded.has(group.value)}
                  onFold={(fold) => setFolded((now) => toggleAll(now, [group.value], fold))}
                />
              );
            }
            const { item } = line;
            const id = definition.idOf(item);
            return (
              <TableRow
                key={id}
                item={item}
                at={line.row}
                rowIndex={rowIndex}
                definition={definition}
                columns={columns.shown}
                links={links}
                selected={selection.ids.has(id)}
                menuOpen={menu !== undefined && definition.idOf(menu.item) === id}
                onSelect={select}
                onMenu={showMenu}
              />
            );
          })}
          {end < lines.length && <Spacer rows={lines.length - end} span={span} />}
        </tbody>
      </table>
      <p className="visually-hidden">{words.kit.list.hintKeys}</p>
      {menu && menuItem && (
        <ActionMenu
          anchor={menu.anchor}
          item={menuItem}
          name={definition.nameOf(menuItem)}
          {...(definition.stateOf && { state: definition.stateOf(menuItem, list.setting) })}
          actions={actions.filter(({ rare }) => !rare)}
          open={open}
          onClose={() => setMenu(undefined)}
        />
      )}
    </div>
  );
}

function Spacer({ rows, span }: { rows: number; span: number }) {
  return (
    <tr aria-hidden="true">
      <td colSpan={span} style={{ height: rows * rowHeight }} />
    </tr>
  );
}

/** On a very wide window the columns share the room, so that the eye need not travel far from a name to its row. */
export const stretched = (width: number) => `calc(${width}px * var(--stretch))`;
