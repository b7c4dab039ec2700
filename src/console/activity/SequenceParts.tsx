import { Button } from '@mantine/core';
import { IconRotateClockwise } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { clock } from '../kit/Elapsed.tsx';
import { explain } from '../kit/explain.ts';
import { useNow } from '../kit/now.ts';
import { RequestId } from '../kit/RequestId.tsx';
import { StatusGlyph } from '../kit/Status.tsx';
import { pathOf } from '../paths.ts';
import { useSay, useWords } from '../words/language.tsx';
import { useActivity } from './context.tsx';
import { endSentence } from './end-sentence.ts';
import { isOpen } from './entry.ts';
import entryClasses from './EntryRow.module.css';
import { entryLooks } from './looks.ts';
import { ErrorLine } from './EntryLines.tsx';
import { operationWords } from './operation-words.ts';
import type { Sequence } from './sequence.ts';
import classes from './SequenceParts.module.css';

interface PartProps {
  sequence: Sequence;
}

/** Its steps, in a row: how each went or goes. */
export function SequenceSteps({ sequence }: PartProps) {
  const words = useWords();
  const now = useNow();
  const { sequence: say, batch, statuses } = words.activity;
  const { steps, state, part } = sequence;
  const againIn = state === 'running' && part.againAt !== undefined ? part.againAt - now : 0;
  return (
    <ol className={classes.steps}>
      {steps.map(({ operation, entry }, index) => {
        const dropped = !entry && state === 'ended';
        const look = entry ? entryLooks[entry.status] : dropped ? 'off' : 'queued';
        const word = entry ? statuses[entry.status] : dropped ? batch.dropped : say.waits;
        const isNext = index === (sequence.latest.status === 'done' ? part.step : part.step - 1);
        return (
          // A sequence never changes its length.
          <li
            key={index}
            className={classes.step}
            data-step={entry?.status ?? 'waits'}
            title={word}
          >
            <StatusGlyph look={look} turning={entry !== undefined && isOpen(entry)} />
            <span className="visually-hidden">{word}</span>
            {operationWords(words, operation).name}
            {entry?.status === 'done' && entry.endedAt !== undefined && (
              <span className={`mono ${entryClasses.quiet}`}>
                {clock(entry.endedAt - entry.startedAt)}
              </span>
            )}
            {isNext && againIn > 0 && (
              <span className={entryClasses.quiet}>{batch.again(clock(againIn))}</span>
            )}
          </li>
        );
      })}
    </ol>
  );
}

/** Why it does not go on, in our words and in the cloud's. */
export function SequenceWhy({ sequence }: PartProps) {
  const words = useWords();
  const say = useSay();
  const { latest, state } = sequence;
  const { sequence: our } = words.activity;
  if (state === 'running' || state === 'done') return null;
  const { error, requestId } = latest;
  const meanings = [
    state === 'needsInput'
      ? our.needsInput
      : (error && latest.status === 'failed' && explain(words, error)) ||
        (latest.status === 'done' ? undefined : endSentence(words, say, latest)),
    state === 'unknown' && our.followsIfSeen,
    state === 'ended' && our.ended,
  ];
  return (
    <>
      <p className={entryClasses.meaning}>{meanings.filter(Boolean).join(' ')}</p>
      <ErrorLine error={error} />
      {latest.status !== 'done' && requestId && <RequestId id={requestId} short />}
    </>
  );
}

interface ButtonsProps extends PartProps {
  /** Where what is missing cannot be entered: the page where it can. */
  linked?: boolean;
  children?: ReactNode;
}

/** What a person can decide about it. */
export function SequenceButtons({ sequence, linked = false, children }: ButtonsProps) {
  const words = useWords();
  const { sequences } = useActivity();
  const { state, part, resource, region, goal } = sequence;
  const { sequence: say, retryAgain } = words.activity;
  const { name } = operationWords(words, goal);
  const page = pathOf(region, resource);
  const canRetry = state === 'failed' || state === 'unknown';
  const canGiveUp = state === 'running' ? part.rest.length > 0 && !part.ended : canRetry;
  if (!canRetry && !canGiveUp && state !== 'needsInput') return null;
  return (
    <p className={classes.buttons}>
      {canRetry && (
        <Button
          size="xs"
          leftSection={<IconRotateClockwise size={14} stroke={1.7} />}
          aria-label={retryAgain(name, resource.name)}
          onClick={() => sequences.retry(sequence)}
        >
          {say.retry}
        </Button>
      )}
      {state === 'needsInput' && linked && page !== undefined && (
        <Button size="xs" component={Link} to={page}>
          {say.goOn}
        </Button>
      )}
      {children}
      {(canGiveUp || state === 'needsInput') && (
        <Button
          size="xs"
          aria-label={say.giveUpOf(name, resource.name)}
          onClick={() => sequences.giveUp(sequence)}
        >
          {say.giveUp}
        </Button>
      )}
    </p>
  );
}
