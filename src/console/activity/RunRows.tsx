import { Button } from '@mantine/core';
import { IconRotateClockwise } from '@tabler/icons-react';
import { memo } from 'react';
import { clock, Elapsed } from '../kit/Elapsed.tsx';
import { explain } from '../kit/explain.ts';
import { RequestId } from '../kit/RequestId.tsx';
import { type Look, StatusGlyph } from '../kit/Status.tsx';
import { useSay, useWords } from '../words/language.tsx';
import type { Batch, BatchItem, BatchState, Phase } from './batch.ts';
import type { Skipped } from './batches.ts';
import classes from './Bulk.module.css';
import { endSentence } from './end-sentence.ts';
import { operationWords } from './operation-words.ts';
import { SkippedRows } from './PlanRows.tsx';

const looks: Record<Phase, Look> = {
  queued: 'queued',
  sending: 'changing',
  running: 'changing',
  done: 'ok',
  failed: 'bad',
  unknown: 'warn',
  dropped: 'off',
};

interface RunRowsProps {
  batch: Batch;
  state: BatchState;
  skipped: Skipped[];
}

/** Where each of them is. */
export function RunRows({ batch, state, skipped }: RunRowsProps) {
  return (
    <>
      <ul className={classes.rows}>
        {state.items.map((item, at) => (
          // One resource may be in it several times, under different names.
          <RunRow
            key={`${item.resource.id} ${item.resource.name}`}
            batch={batch}
            item={item}
            at={at}
          />
        ))}
      </ul>
      <SkippedRows skipped={skipped} />
    </>
  );
}

interface RunRowProps {
  batch: Batch;
  item: BatchItem;
  at: number;
}

const RunRow = memo(function RunRow({ batch, item, at }: RunRowProps) {
  const words = useWords();
  const { resource, phase, startedAt, endedAt } = item;
  return (
    <li className={classes.runRow} data-phase={phase}>
      <StatusGlyph look={looks[phase]} turning={looks[phase] === 'changing'} />
      <span className={classes.name} title={resource.name}>
        {resource.name}
      </span>
      <span className={`mono ${classes.id}`}>{resource.id}</span>
      <span className={classes.word}>{wordFor(item)}</span>
      <span className={classes.time}>
        {startedAt !== undefined &&
          (endedAt === undefined ? (
            phase !== 'dropped' && <Elapsed since={startedAt} />
          ) : (
            <span className="mono">{clock(endedAt - startedAt)}</span>
          ))}
      </span>
      {(phase === 'failed' || phase === 'unknown') && <Why batch={batch} item={item} at={at} />}
    </li>
  );

  function wordFor({ phase, againAt, step }: BatchItem): string {
    const { batch: say } = words.activity;
    const { done } = operationWords(words, batch.operation);
    // What is under way, or did not happen, is one step; the steps before it did happen.
    const { doing, failed } = operationWords(words, step?.operation ?? batch.operation);
    const part = (word: string) =>
      step ? words.activity.sequence.part(word, step.n, step.of) : word;
    switch (phase) {
      case 'queued':
        return againAt === undefined ? say.queued : say.again(clock(againAt - Date.now()));
      case 'sending':
        return say.sending;
      case 'running':
        return part(doing);
      case 'done':
        return done;
      case 'failed':
        return part(step?.unsent ? say.dropped : failed);
      case 'unknown':
        return say.unknown;
      case 'dropped':
        return say.dropped;
    }
  }
});

function Why({ batch, item, at }: RunRowProps) {
  const words = useWords();
  const say = useSay();
  const { error, requestId, resource, phase } = item;
  return (
    <span className={classes.why}>
      <span className={classes.reason}>
        {(error && phase === 'failed' && explain(words, error)) ?? endSentence(words, say, item)}{' '}
        {error?.message && <span className={`mono ${classes.message}`}>{error.message}</span>}
      </span>
      {requestId && <RequestId id={requestId} short label />}
      {phase === 'failed' && (
        <Button
          size="xs"
          leftSection={<IconRotateClockwise size={14} stroke={1.7} />}
          aria-label={words.activity.retryAgain(
            operationWords(words, batch.operation).name,
            resource.name,
          )}
          onClick={() => batch.retry((_, index) => index === at)}
        >
          {words.activity.retry}
        </Button>
      )}
    </span>
  );
}
