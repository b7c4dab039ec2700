import type { Language } from '../../../contract/words.ts';
import { useCallback, useMemo, useRef, useState } from 'react';
import type { Action } from '../action.ts';
import { ActionMenu } from '../ActionMenu.tsx';
import { useStable } from '../stable.ts';
import { useLanguage, useWords } from '../../words/language.tsx';
import type { Column } from './definition.ts';
import classes from './ResourceTable.module.css';
import { TableHead } from './TableHead.tsx';
import { TableRow } from './TableRow.tsx';
import type { List } from './use-list.ts';
import { useScrollMemory } from './use-scroll-memory.ts';
import { useRowKeys } from './use-row-keys.ts';
import { rowHeight, useVisibleRows } from './use-visible-rows.ts';

interface ResourceTableProps<T> {
  list: List<T>;
  label: string;
  actions: readonly Action<T>[];
  open: (action: Action<T>, items: T[]) => void;
}

/** The rows of a list: native table, fixed layout, one height; beyond a few hundred only those in view exist. */
export function ResourceTable<T extends object>(props: ResourceTableProps<T>) {
  const { list, label, actions, open } = props;
  const { definition, rows, selection, columns } = list;
  const { language } = useLanguage();
  const words = useWords();
  const scroller = useRef<HTMLDivElement>(null);
  useScrollMemory(scroller);
  const { start, end, reveal } = useVisibleRows(scroller, rows.length);
  const [menu, setMenu] = useState<{ item: T; anchor: HTMLElement }>();
  const ids = useMemo(() => rows.map(definition.idOf), [rows, definition]);
  const order = useStable(() => ids);
  const setSelected = selection.set;
  const select = useCallback(
    (item: T, on: boolean, range: boolean) =>
      setSelected(definition.idOf(item), on, range ? order() : undefined),
    [setSelected, definition, order],
  );
  const showMenu = useCallback((item: T, anchor: HTMLElement) => {
    setMenu((now) => (now?.anchor === anchor ? undefined : { item, anchor }));
  }, []);
  const onKeyDown = useRowKeys({ list, scroller, reveal, select, showMenu, actions, open });
  // As it is now, not as it was when its menu was opened.
  const menuItem =
    menu && (rows.find((row) => definition.idOf(row) === definition.idOf(menu.item)) ?? menu.item);
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
        aria-rowcount={list.matches.length + 1}
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
          {start > 0 && <Spacer rows={start} />}
          {rows.slice(start, end).map((item, at) => {
            const id = definition.idOf(item);
            return (
              <TableRow
                key={id}
                item={item}
                at={start + at}
                rowIndex={list.first + start + at + 2}
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
          {end < rows.length && <Spacer rows={rows.length - end} />}
        </tbody>
      </table>
      <p className="visually-hidden">{words.kit.list.hintKeys}</p>
      {menu && menuItem && (
        <ActionMenu
          anchor={menu.anchor}
          item={menuItem}
          name={definition.nameOf(menuItem)}
          {...(definition.stateOf && { state: definition.stateOf(menuItem, list.setting) })}
          actions={actions}
          open={open}
          onClose={() => setMenu(undefined)}
        />
      )}
    </div>
  );
}

function Spacer({ rows }: { rows: number }) {
  return (
    <tr aria-hidden="true">
      <td colSpan={99} style={{ height: rows * rowHeight }} />
    </tr>
  );
}

/** On a very wide window the columns share the room, so that the eye need not travel far from a name to its row. */
export const stretched = (width: number) => `calc(${width}px * var(--stretch))`;

export function widthOf({ width }: Pick<Column<never>, 'width'>, language: Language): number {
  return typeof width === 'number' ? width : width[language];
}

function minWidth(columns: readonly Pick<Column<never>, 'width'>[], language: Language): number {
  return columns.reduce((sum, column) => sum + widthOf(column, language), 40 + 70);
}
