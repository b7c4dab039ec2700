import type { ReactNode } from 'react';
import classes from './CompareTable.module.css';

interface CompareRow {
  id: string;
  label: string;
  /** One per thing, in their order. */
  cells: readonly ReactNode[];
  differs: boolean;
}

interface CompareTableProps {
  label: string;
  /** Over the column of labels. */
  corner: string;
  /** The things compared, one column each. */
  heads: readonly { key: string; title: string; content: ReactNode }[];
  groups: readonly { id: string; title: string; rows: readonly CompareRow[] }[];
  /** What is read out where they differ. */
  differs: string;
}

/** Fields below each other, things beside each other; what differs is marked. */
export function CompareTable({ label, corner, heads, groups, differs }: CompareTableProps) {
  return (
    <table className={classes.table} aria-label={label}>
      <thead>
        <tr>
          <th scope="col">{corner}</th>
          {heads.map(({ key, title, content }) => (
            <th key={key} scope="col" title={title}>
              {content}
            </th>
          ))}
        </tr>
      </thead>
      {groups.map(({ id, title, rows }) => (
        <tbody key={id}>
          <tr className={classes.group}>
            <th scope="rowgroup" colSpan={heads.length + 1}>
              {title}
            </th>
          </tr>
          {rows.map((row) => (
            <tr key={row.id} data-differs={row.differs || undefined}>
              <th scope="row">
                {row.label}
                {row.differs && (
                  <span className={classes.differs} title={differs}>
                    <span aria-hidden="true">≠</span>
                    <span className="visually-hidden">{differs}</span>
                  </span>
                )}
              </th>
              {row.cells.map((cell, at) => (
                // Columns keep their places.
                <td key={at}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  );
}
