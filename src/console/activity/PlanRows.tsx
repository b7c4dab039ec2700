import { StatusGlyph } from '../kit/Status.tsx';
import { useWords } from '../words/language.tsx';
import type { Skipped } from './batches.ts';
import classes from './Bulk.module.css';
import type { PlanItem } from './plan.ts';

/** What each will go through, and those that are left out. */
export function PlanRows({ items, skipped }: { items: readonly PlanItem[]; skipped: Skipped[] }) {
  return (
    <>
      <ul className={classes.rows}>
        {items.map(({ request: { resource }, look, word, note, loud }) => (
          <li key={resource.id} className={classes.planRow}>
            <StatusGlyph look={look} />
            <span className={classes.name} title={resource.name}>
              {resource.name}
            </span>
            <span className={`mono ${classes.id}`}>
              {/* What has no id goes by its name. */}
              {resource.id !== resource.name && resource.id}
            </span>
            <span>{word}</span>
            <span className={classes.note} data-loud={loud || undefined}>
              {note}
            </span>
          </li>
        ))}
      </ul>
      <SkippedRows skipped={skipped} />
    </>
  );
}

/** Those that are left out, and why. */
export function SkippedRows({ skipped }: { skipped: Skipped[] }) {
  const { batch: say } = useWords().activity;
  if (skipped.length === 0) return null;
  return (
    <section className={classes.skipped}>
      <h3 className={classes.label}>{say.skipped(skipped.length)}</h3>
      <ul>
        {skipped.map(({ id, name, look, why }) => (
          <li key={id} className={classes.skippedRow}>
            <StatusGlyph look={look} />
            <span className={classes.name} title={id}>
              {name}
            </span>
            <span>{why}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
