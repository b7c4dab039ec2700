import type { ReactNode } from 'react';
import classes from './DetailTable.module.css';

interface DetailTableProps {
  title: string;
  /** Beside the title: how many of how many. */
  note?: string | undefined;
  /** Right of the title: what can be done with all of it. */
  tools?: ReactNode;
  /** Label of each column, of two lines at most; `end` aligns numbers; a `silent` label is only read out. */
  head: readonly { label: string; width?: number; end?: boolean; silent?: boolean }[];
  empty: string;
  /** `<tr>` each. */
  children: readonly ReactNode[];
}

/** In px; below this the table is scrolled. A column without a width of its own takes what is left. */
function leastWidth(head: DetailTableProps['head']): number {
  return head.reduce((sum, { width = 130 }) => sum + width, 0);
}

/** A short table inside a page, of things that belong to what the page is about. */
export function DetailTable({ title, note, tools, head, empty, children }: DetailTableProps) {
  return (
    <section className={classes.section}>
      <header className={classes.head}>
        <h2 className={classes.title}>
          {title} {note && <span className={classes.note}>{note}</span>}
        </h2>
        {tools && <div className={classes.tools}>{tools}</div>}
      </header>
      {children.length === 0 ? (
        <p className={classes.note}>{empty}</p>
      ) : (
        // On a narrow window it scrolls sideways, which must be possible by keyboard.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        <div className={classes.scroller} role="group" aria-label={title} tabIndex={0}>
          <table
            className={classes.table}
            style={{ minWidth: leastWidth(head) }}
            data-menus={head.at(-1)?.silent}
          >
            <thead>
              <tr>
                {head.map(({ label, width, end, silent }) => (
                  <th key={label} scope="col" data-end={end} style={{ width }}>
                    {silent ? <span className="visually-hidden">{label}</span> : label}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>{children}</tbody>
          </table>
        </div>
      )}
    </section>
  );
}
