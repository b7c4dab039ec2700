import { CompareTable } from '../../kit/CompareTable.tsx';
import { RowText } from '../LineText.tsx';
import type { References } from '../references.ts';
import type { Row, RowGroup } from '../rows.ts';
import { templateWords } from '../words.ts';
import type { Pair } from './compare.ts';
import classes from './ComparePage.module.css';

interface FieldsTableProps {
  groups: readonly { group: RowGroup; pairs: readonly Pair[] }[];
  names: readonly [string, string];
  references: References;
  onlyDifferences: boolean;
}

/** The fields of two things beside each other. */
export function FieldsTable({ groups, names, references, onlyDifferences }: FieldsTableProps) {
  const { compare: say, groups: groupNames } = templateWords.useWords();
  const shown = groups
    .map(({ group, pairs }) => ({
      group,
      pairs: pairs.filter(({ verdict }) => !onlyDifferences || verdict === 'differs'),
    }))
    .filter(({ pairs }) => pairs.length > 0);
  return (
    <CompareTable
      label={say.title}
      corner={say.field}
      // Both may be the same thing.
      heads={names.map((name, at) => ({ key: String(at), title: name, content: name }))}
      groups={shown.map(({ group, pairs }) => ({
        id: group,
        title: groupNames[group],
        rows: pairs.map(({ id, label, a, b, verdict }) => ({
          id,
          label,
          cells: [
            <Side key="a" row={a} references={references} />,
            <Side key="b" row={b} references={references} />,
          ],
          differs: verdict === 'differs',
        })),
      }))}
      differs={say.differs}
    />
  );
}

function Side({ row, references }: { row: Row | undefined; references: References }) {
  const { compare: say, values } = templateWords.useWords();
  if (!row) return <span className={classes.quiet}>{values.nothing}</span>;
  if (row.untold) return <span className={classes.quiet}>{say.untold}</span>;
  return <RowText row={row} references={references} />;
}
