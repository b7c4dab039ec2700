import { type ReactNode, useEffect, useId, useRef } from 'react';
import { useFault } from './faults.tsx';
import classes from './RadioTable.module.css';

interface RadioRow {
  value: string;
  /** What the row is called; beside its radio button. */
  label: string;
  /** The other columns. */
  cells: readonly ReactNode[];
  /** It cannot be chosen, and why; said where `cells` do not say it. */
  why?: string | undefined;
}

interface RadioTableProps {
  /** Ties it to the faults of the form it is in. */
  name?: string;
  label: string;
  /** Heads of the columns, that of the labels first; `end` aligns numbers. */
  head: readonly { label: string; width?: number; end?: boolean }[];
  rows: readonly RadioRow[];
  /** Empty while nothing is chosen. */
  value: string;
  onChange: (value: string) => void;
  /** In place of rows. */
  empty: ReactNode;
  /** Below: how many of how many. */
  foot?: ReactNode;
}

/** One of some things that must be compared to be chosen. Arrow keys choose, as in any group of radio buttons. */
export function RadioTable({
  name,
  label,
  head,
  rows,
  value,
  onChange,
  ...props
}: RadioTableProps) {
  const group = useId();
  const { touch } = useFault(name);
  const scroller = useRef<HTMLDivElement>(null);
  const hasRows = rows.length > 0;
  useEffect(() => {
    if (hasRows && value !== '') showChosen(scroller.current);
  }, [hasRows, value]);
  return (
    <div className={classes.frame} role="radiogroup" aria-label={label} onBlur={touch}>
      {/* Wider than a narrow page: it scrolls, and the focus that moves inside brings the rest into view. */}
      <div ref={scroller} className={classes.scroller}>
        <table className={classes.table}>
          <thead>
            <tr>
              <td className={classes.box} />
              {head.map((column) => (
                <th
                  key={column.label}
                  scope="col"
                  data-end={column.end}
                  style={{ width: column.width }}
                >
                  {column.label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row
                key={row.value}
                {...{ row, group, head }}
                chosen={row.value === value}
                onChoose={() => onChange(row.value)}
              />
            ))}
          </tbody>
        </table>
      </div>
      {!hasRows && <div className={classes.empty}>{props.empty}</div>}
      {props.foot && <div className={classes.foot}>{props.foot}</div>}
    </div>
  );
}

/** Brings what is chosen into view, without moving the page: it may have been chosen before the table was shown. */
function showChosen(scroller: HTMLElement | null): void {
  const row = scroller?.querySelector<HTMLElement>('tr[data-chosen]');
  if (!scroller || !row) return;
  const { scrollTop, clientHeight } = scroller;
  const isShown =
    row.offsetTop >= scrollTop && row.offsetTop + row.offsetHeight <= scrollTop + clientHeight;
  if (!isShown) scroller.scrollTop = row.offsetTop - (clientHeight - row.offsetHeight) / 2;
}

interface RowProps {
  row: RadioRow;
  group: string;
  head: RadioTableProps['head'];
  chosen: boolean;
  onChoose: () => void;
}

function Row({ row, group, head, chosen, onChoose }: RowProps) {
  const id = useId();
  const able = row.why === undefined;
  return (
    // The radio button has the keys; the rest of the row is a larger target for the pointer.
    <tr
      data-chosen={chosen || undefined}
      data-disabled={!able || undefined}
      title={row.why}
      onClick={able && !chosen ? onChoose : undefined}
    >
      <td className={classes.box}>
        <input
          type="radio"
          id={id}
          name={group}
          className={classes.radio}
          checked={chosen}
          disabled={!able}
          aria-describedby={able ? undefined : `${id}-why`}
          onChange={onChoose}
        />
      </td>
      <th scope="row" data-end={head[0]?.end}>
        <label htmlFor={id}>{row.label}</label>
        {!able && (
          <span id={`${id}-why`} className="visually-hidden">
            {row.why}
          </span>
        )}
      </th>
      {row.cells.map((cell, index) => (
        // Columns keep their places.
        <td key={index} data-end={head[index + 1]?.end}>
          {cell}
        </td>
      ))}
    </tr>
  );
}
