import { Button } from '@mantine/core';
import { IconRotateClockwise } from '@tabler/icons-react';
import { clock, Elapsed } from '../kit/Elapsed.tsx';
import { explain } from '../kit/explain.ts';
import { useNow } from '../kit/now.ts';
import { RequestId } from '../kit/RequestId.tsx';
import { StatusGlyph } from '../kit/Status.tsx';
import { formatMoment, formatWhen } from '../kit/when.ts';
import { useLanguage, useSay, useWords } from '../words/language.tsx';
import { useActivity } from './context.tsx';
import { endSentence } from './end-sentence.ts';
import { type Entry, isOpen, partOf } from './entry.ts';
import classes from './EntryRow.module.css';
import { entryLooks } from './looks.ts';
import { AboutLine, ErrorLine, MadeLine } from './EntryLines.tsx';
import { operationWords } from './operation-words.ts';
import { repeatOf } from './repeat.ts';

interface EntryRowProps {
  entry: Entry;
  /** Where it says already which resource this is about. */
  nameless?: boolean;
}

/** One write and what became of it: a line while all is well, the cloud's words and a way on where it is not. */
export function EntryRow({ entry, nameless = false }: EntryRowProps) {
  const words = useWords();
  const { language } = useLanguage();
  const now = useNow();
  const { operation, resource, region, startedAt, endedAt, status } = entry;
  const name = operationWords(words, operation).name;
  const part = partOf(entry);
  return (
    <li className={classes.entry} data-status={status}>
      <span className={classes.sign}>
        <StatusGlyph look={entryLooks[status]} turning={isOpen(entry)} />
      </span>
      <div className={classes.body}>
        <p className={classes.line}>
          <span className={classes.operation}>{name}</span>
          {endedAt !== undefined && status === 'done' && (
            <span className={`mono ${classes.quiet}`}>{clock(endedAt - startedAt)}</span>
          )}
          <span className={classes.when} title={formatMoment(startedAt)}>
            {isOpen(entry) ? (
              <Elapsed since={startedAt} />
            ) : (
              formatWhen(startedAt, now, words, language)
            )}
          </span>
        </p>
        {!nameless && <AboutLine region={region} resource={resource} />}
        <MadeLine entry={entry} />
        {part && <p className={`mono ${classes.quiet}`}>{part}</p>}
        {(status === 'failed' || status === 'unknown') && <Why entry={entry} />}
      </div>
    </li>
  );
}

function Why({ entry }: { entry: Entry }) {
  const words = useWords();
  const say = useSay();
  const { store, write } = useActivity();
  const { error, requestId, resource, operation } = entry;
  const again = repeatOf(entry);
  const meaning =
    (error && entry.status === 'failed' && explain(words, error)) ||
    endSentence(words, say, entry) ||
    (error ? undefined : words.activity.notInForce);
  return (
    <>
      {meaning && <p className={classes.meaning}>{meaning}</p>}
      <ErrorLine error={error} />
      <p className={classes.line}>
        {requestId && <RequestId id={requestId} short />}
        {again && (
          <Button
            className={classes.retry}
            size="xs"
            leftSection={<IconRotateClockwise size={14} stroke={1.7} />}
            aria-label={words.activity.retryAgain(
              operationWords(words, operation).name,
              resource.name,
            )}
            onClick={() => {
              store.see([entry.id]);
              void write(again);
            }}
          >
            {words.activity.retry}
          </Button>
        )}
      </p>
    </>
  );
}
