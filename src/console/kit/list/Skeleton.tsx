import { useLater } from '../later.ts';
import classes from './ResourceTable.module.css';
import { TableHead } from './TableHead.tsx';
import { widthOf } from './chosen-columns.ts';
import { stretched } from './ResourceTable.tsx';
import type { List } from './use-list.ts';

const rows = Array.from({ length: 14 }, (_, at) => at);
/** Bars end raggedly, as text does, but the same way every time. */
const share = (row: number, column: number) => 0.45 + (((row * 7 + column * 13) % 11) / 11) * 0.45;

/** The table before its rows: true columns, fading bars. Nothing for a moment, so that quick answers do not flicker. */
export function Skeleton<T>({ list }: { list: List<T> }) {
  const shown = useLater(150);
  const { language } = list.setting;
  return (
    <div className={classes.scroller}>
      <table className={classes.table} aria-hidden="true">
        <colgroup>
          <col style={{ width: 40 }} />
          {list.columns.shown.map((column) => (
            <col
              key={column.id}
              style={column.grows ? undefined : { width: stretched(widthOf(column, language)) }}
            />
          ))}
          <col style={{ width: 70 }} />
        </colgroup>
        <TableHead list={list} ids={[]} />
        {shown && (
          <tbody>
            {rows.map((row) => (
              <tr key={row} className={classes.row} style={{ opacity: 1 - row / rows.length }}>
                <td className={classes.box}>
                  <span className={classes.bone} style={{ width: 14, height: 14 }} />
                </td>
                {list.columns.shown.map(({ id }, column) => (
                  <td key={id}>
                    <span
                      className={classes.bone}
                      style={{ width: `${share(row, column) * 100}%` }}
                    />
                  </td>
                ))}
                <td />
              </tr>
            ))}
          </tbody>
        )}
      </table>
    </div>
  );
}
