import { RowText } from '../LineText.tsx';
import type { References } from '../references.ts';
import type { Row, RowGroup } from '../rows.ts';
import { templateWords } from '../words.ts';
import type { Pair } from './compare.ts';
import classes from './ComparePage.module.css';

interface CompareTableProps {
  groups: readonly { group: RowGroup; pairs: readonly Pair[] }[];
  names: readonly [string, string];
  references: References;
  onlyDifferences: boolean;
}

/** Fields below each other, the two things beside each other; what differs is marked. */
export function CompareTable({ groups, names, references, onlyDifferences }: CompareTableProps) {
  const { compare: say, groups: groupNames } = templateWords.useWords();
  const shown = groups
    .map(({ group, pairs }) => ({
      group,
      pairs: pairs.filter(({ verdict }) => !onlyDifferences || verdict === 'differs'),
    }))
    .filter(({ pairs }) => pairs.length > 0);
  return (
    <table className={classes.table} aria-label={say.title}>
      <thead>
        <tr>
          <th scope="col">{say.field}</th>
          {names.map((name, at) => (
            // Both may be the same thing.
            <th key={at} scope="col" title={name}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      {shown.map(({ group, pairs }) => (
        <tbody key={group}>
          <tr className={classes.group}>
            <th scope="rowgroup" colSpan={3}>
              {groupNames[group]}
            </th>
          </tr>
          {pairs.map(({ id, label, a, b, verdict }) => (
            <tr key={id} data-verdict={verdict}>
              <th scope="row">
                {label}
                {verdict === 'differs' && (
                  <span className={classes.differs} title={say.differs}>
                    <span aria-hidden="true">≠</span>
                    <span className="visually-hidden">{say.differs}</span>
                  </span>
                )}
              </th>
              <td>
                <Side row={a} references={references} />
              </td>
              <td>
                <Side row={b} references={references} />
              </td>
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  );
}

function Side({ row, references }: { row: Row | undefined; references: References }) {
  const { compare: say, values } = templateWords.useWords();
  if (!row) return <span className={classes.quiet}>{values.nothing}</span>;
  if (row.untold) return <span className={classes.quiet}>{say.untold}</span>;
  return <RowText row={row} references={references} />;
}
