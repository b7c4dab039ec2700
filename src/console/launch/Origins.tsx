import type { FormDraft } from '../kit/form/form-draft.ts';
import { formWords } from '../kit/form/words.ts';
import classes from './launch.module.css';

interface OriginsProps {
  /** What it began with, a sentence each; those that do not apply are left out. */
  sentences: readonly (string | false | undefined)[];
  draft: Pick<FormDraft<unknown>, 'restored' | 'startOver'>;
}

/** Where what is in the form comes from, when nobody has typed it just now. */
export function Origins({ sentences, draft }: OriginsProps) {
  const form = formWords.useWords();
  const said = sentences.filter((sentence) => typeof sentence === 'string');
  if (said.length === 0 && !draft.restored) return null;
  return (
    <div className={classes.origins}>
      {said.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {draft.restored && (
        <p>
          {form.restored}{' '}
          <button type="button" className={classes.textButton} onClick={draft.startOver}>
            {form.startOver}
          </button>
        </p>
      )}
    </div>
  );
}
