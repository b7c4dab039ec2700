import { clock, Elapsed } from '../kit/Elapsed.tsx';
import { useNow } from '../kit/now.ts';
import { StatusGlyph } from '../kit/Status.tsx';
import { formatMoment, formatWhen } from '../kit/when.ts';
import { useLanguage, useWords } from '../words/language.tsx';
import classes from './EntryRow.module.css';
import { sequenceLooks } from './looks.ts';
import { AboutLine, MadeLine } from './EntryLines.tsx';
import { operationWords } from './operation-words.ts';
import type { Sequence } from './sequence.ts';
import { SequenceButtons, SequenceSteps, SequenceWhy } from './SequenceParts.tsx';

interface SequenceRowProps {
  sequence: Sequence;
  /** Where it says already which resource this is about. */
  nameless: boolean;
}

/** Several writes that are one thing: how far it has come, and what can be decided where it does not go on. */
export function SequenceRow({ sequence, nameless }: SequenceRowProps) {
  const words = useWords();
  const { language } = useLanguage();
  const now = useNow();
  const { goal, state, part, startedAt, endedAt, region, resource } = sequence;
  const running = state === 'running';
  return (
    <li className={classes.entry} data-status={state} data-goal={goal}>
      <span className={classes.sign}>
        <StatusGlyph look={sequenceLooks[state]} turning={running} />
      </span>
      <div className={classes.body}>
        <p className={classes.line}>
          <span className={classes.operation}>{operationWords(words, goal).name}</span>
          <span className={classes.quiet}>
            {state === 'done'
              ? endedAt !== undefined && <span className="mono">{clock(endedAt - startedAt)}</span>
              : words.activity.sequence.step(part.step, part.of)}
          </span>
          <span className={classes.when} title={formatMoment(startedAt)}>
            {running ? <Elapsed since={startedAt} /> : formatWhen(startedAt, now, words, language)}
          </span>
        </p>
        {!nameless && <AboutLine region={region} resource={resource} />}
        {sequence.steps.map(({ entry }) => entry && <MadeLine key={entry.id} entry={entry} />)}
        <SequenceSteps sequence={sequence} />
        <SequenceWhy sequence={sequence} />
        <SequenceButtons sequence={sequence} linked={!nameless} />
      </div>
    </li>
  );
}
