import { clock } from '../kit/Elapsed.tsx';
import { useNow } from '../kit/now.ts';
import { type Look, StatusGlyph } from '../kit/Status.tsx';
import { Stepper } from '../kit/Stepper.tsx';
import { useWords } from '../words/language.tsx';
import { type Batch, type BatchState, maxParallel, type Phase } from './batch.ts';
import classes from './Bulk.module.css';

const kinds = ['done', 'failed', 'unknown', 'running', 'queued', 'dropped'] as const;
type Kind = (typeof kinds)[number];

const looks: Record<Kind, Look> = {
  done: 'ok',
  failed: 'bad',
  unknown: 'warn',
  running: 'changing',
  queued: 'queued',
  dropped: 'off',
};

/** Beyond this many the segments of single items would be hairlines. */
const mostSegments = 60;

const kindOf = (phase: Phase): Kind => (phase === 'sending' ? 'running' : phase);

/** Counts, time and one segment per item. */
export function RunBar({ batch, state }: { batch: Batch; state: BatchState }) {
  const { batch: say } = useWords().activity;
  const now = useNow();
  const { items, paused, startedAt, endedAt } = state;
  const count = (kind: Kind) => items.filter(({ phase }) => kindOf(phase) === kind).length;
  const through = count('done') + count('failed') + count('unknown') + count('dropped');
  const segments: { kind: Kind; size: number }[] =
    items.length <= mostSegments
      ? items.map(({ phase }) => ({ kind: kindOf(phase), size: 1 }))
      : kinds.map((kind) => ({ kind, size: count(kind) })).filter(({ size }) => size > 0);
  return (
    <div className={classes.run}>
      <div className={classes.options}>
        <div className={classes.counts} role="status">
          <strong>{say.progress(through, items.length)}</strong>
          {kinds
            .filter((kind) => count(kind) > 0)
            .map((kind) => (
              <span key={kind} className={classes.count} data-kind={kind}>
                <StatusGlyph look={looks[kind]} />
                {say.counts[kind](count(kind))}
              </span>
            ))}
          <span className={`mono ${classes.elapsed}`} aria-hidden="true">
            {clock((endedAt ?? now) - startedAt)}
          </span>
          {paused && (
            <span className={classes.paused}>
              {paused === 'failures'
                ? say.pausedFailures(count('failed') + count('unknown'))
                : say.paused}
            </span>
          )}
        </div>
        {endedAt === undefined && items.length > 1 && (
          <Stepper
            label={say.parallel}
            value={state.parallel}
            min={1}
            max={maxParallel}
            onChange={(parallel) => batch.setParallel(parallel)}
            fewer={say.fewer}
            more={say.more}
          />
        )}
      </div>
      <div className={classes.segments} aria-hidden="true">
        {segments.map(({ kind, size }, index) => (
          // Segments have no identity beyond their place.
          <span
            key={index}
            className={classes.segment}
            data-kind={kind}
            style={{ flexGrow: size }}
          />
        ))}
      </div>
    </div>
  );
}
