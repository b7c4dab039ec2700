import { Link } from 'react-router';
import { StatusGlyph } from '../kit/Status.tsx';
import { paths } from '../paths.ts';
import { useRegion } from '../region.ts';
import classes from './cells.module.css';
import type { References } from './references.ts';
import type { Line, ReferenceField, Row } from './rows.ts';
import { templateWords } from './words.ts';

/** The values of one field, one below the other. */
export function RowText({ row, references }: { row: Row; references: References }) {
  if (row.lines.length === 0) return <span className={classes.quiet}>{row.none}</span>;
  return (
    <span className={classes.lines}>
      {row.lines.map((line) => (
        <LineText key={keyOf(line)} line={line} references={references} />
      ))}
    </span>
  );
}

const keyOf = (line: Line) => ('id' in line ? `${line.field} ${line.id}` : line.text);

function LineText({ line, references }: { line: Line; references: References }) {
  if ('id' in line) return <ReferenceText {...line} references={references} />;
  return (
    <span>
      <span className={line.mono ? 'mono' : undefined}>{line.text}</span>
      {line.note && <span className={`mono ${classes.note}`}>{line.note}</span>}
    </span>
  );
}

interface ReferenceTextProps {
  field: ReferenceField;
  id: string;
  references: References;
}

/** What a template names: by its own name, leading to its page; or that it is gone. */
function ReferenceText({ field, id, references }: ReferenceTextProps) {
  const { values } = templateWords.useWords();
  const region = useRegion();
  const { name, note, state } = references(field, id);
  const text = name ? <span title={id}>{name}</span> : <span className="mono">{id}</span>;
  return (
    <span>
      {field === 'imageId' && state !== 'missing' ? (
        <Link className={classes.link} to={paths.image(region, id)}>
          {text}
        </Link>
      ) : (
        text
      )}
      {note && <span className={`mono ${classes.note}`}>{note}</span>}
      {(state === 'missing' || state === 'unusable') && (
        <span className={classes.note}>
          <span className={classes.gone}>
            <StatusGlyph look="bad" />
            {state === 'missing' ? values.gone : values.unusable}
          </span>
        </span>
      )}
    </span>
  );
}
