import { IconDots } from '@tabler/icons-react';
import { memo, useEffect, useRef, useState } from 'react';
import { useRegion } from '../../region.ts';
import { useWords } from '../../words/language.tsx';
import { type Action, useWhyNot } from '../action.ts';
import { Checkbox } from '../Checkbox.tsx';
import type { Column, ListDefinition } from './definition.ts';
import classes from './ResourceTable.module.css';

interface TableRowProps<T> {
  item: T;
  /** Among the rows of this page, from 0. */
  at: number;
  /** In the whole table with its head, from 1. */
  rowIndex: number;
  definition: ListDefinition<T>;
  columns: readonly Column<T>[];
  /** Actions that are links; they have an icon in the row. */
  links: readonly Action<T>[];
  selected: boolean;
  menuOpen: boolean;
  onSelect: (item: T, on: boolean, range: boolean) => void;
  onMenu: (item: T, anchor: HTMLElement) => void;
}

function Row<T>(props: TableRowProps<T>) {
  const { item, at, rowIndex, definition, columns, links, selected, menuOpen } = props;
  const { onSelect, onMenu } = props;
  const words = useWords();
  const name = definition.nameOf(item);
  const [settled, setSettled] = useSettled(definition.changing(item));
  return (
    <tr
      className={classes.row}
      data-row={at}
      data-id={definition.idOf(item)}
      data-selected={selected || undefined}
      data-menu={menuOpen || undefined}
      data-settled={settled || undefined}
      aria-rowindex={rowIndex}
      onAnimationEnd={() => setSettled(false)}
    >
      <td className={classes.box}>
        <Checkbox
          aria-label={words.kit.list.select(name)}
          checked={selected}
          onChange={({ currentTarget, nativeEvent }) =>
            onSelect(
              item,
              currentTarget.checked,
              nativeEvent instanceof MouseEvent && nativeEvent.shiftKey,
            )
          }
        />
      </td>
      {columns.map(({ id, Cell, alignedRight }) => (
        <td key={id} data-column={id} data-right={alignedRight}>
          <Cell item={item} />
        </td>
      ))}
      <td className={classes.actions}>
        <div>
          {links.map((action) => (
            <RowLink key={action.id} action={action} item={item} name={name} />
          ))}
          <button
            type="button"
            className={classes.icon}
            data-menu-button
            aria-label={words.kit.actionsOf(name)}
            aria-haspopup="menu"
            aria-expanded={menuOpen}
            onClick={({ currentTarget }) => onMenu(item, currentTarget)}
          >
            <IconDots size={16} stroke={1.6} />
          </button>
        </div>
      </td>
    </tr>
  );
}

/** Memoised, so that a poll, a key press or a selection renders the rows it concerns and no other. */
export const TableRow = memo(Row) as typeof Row; // memo forgets that the component is generic

/** A real link while it leads somewhere; else a dimmed sign that says why not. */
function RowLink<T>({ action, item, name }: { action: Action<T>; item: T; name: string }) {
  const words = useWords();
  const region = useRegion();
  const why = useWhyNot()(action, item);
  const Icon = action.icon;
  if (why !== undefined || !action.link) {
    return (
      <span className={classes.icon} data-off title={why}>
        <Icon size={16} stroke={1.6} />
      </span>
    );
  }
  return (
    <a
      className={classes.icon}
      href={action.link.to(item, region)}
      target="_blank"
      rel="noopener noreferrer"
      aria-label={`${action.label(words)}: ${name}`}
      title={action.label(words)}
    >
      <Icon size={16} stroke={1.6} />
    </a>
  );
}

/** True from the moment something stops changing until its flash is over. */
function useSettled(changing: boolean) {
  const was = useRef(changing);
  const [settled, setSettled] = useState(false);
  useEffect(() => {
    if (was.current && !changing) setSettled(true);
    was.current = changing;
  }, [changing]);
  return [settled, setSettled] as const;
}
