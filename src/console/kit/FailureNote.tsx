import { useWords } from '../words/language.tsx';
import { explain, type Failure } from './explain.ts';
import { Note } from './Note.tsx';
import classes from './FailureNote.module.css';
import { RequestId } from './RequestId.tsx';

interface FailureNoteProps {
  failure: Failure & { requestId?: string | undefined };
  /** It may have happened all the same. */
  unknown?: boolean;
  /** What it means, where the page knows better than the failure tells. */
  meaning?: string | undefined;
}

/** Why something that was asked for in this dialog did not happen: in our words, and in the cloud's. */
export function FailureNote({ failure, unknown = false, ...props }: FailureNoteProps) {
  const words = useWords();
  const { operation, code, status, message, requestId } = failure;
  const meaning =
    props.meaning ?? (unknown ? words.errors.unknownOutcome : explain(words, failure));
  return (
    <Note tone={unknown ? 'warn' : 'bad'} alert>
      {meaning && <p>{meaning}</p>}
      <p className={`mono ${classes.own}`}>
        {[operation, code > 0 && code, status, message].filter(Boolean).join(' ')}
      </p>
      {requestId && <RequestId id={requestId} label />}
    </Note>
  );
}
