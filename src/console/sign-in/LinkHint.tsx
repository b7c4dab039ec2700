import { useState } from 'react';
import { useGate } from '../api/context.tsx';
import { BusyButton } from '../kit/BusyButton.tsx';
import { Dialog } from '../kit/Dialog.tsx';
import { Note } from '../kit/Note.tsx';
import { OtherLanguage } from './OtherLanguage.tsx';
import { askWho } from './session.ts';
import classes from './SignIn.module.css';
import { signInWords } from './words.ts';

/** Where a link in the terminal is the way in. */
export function LinkHint() {
  const words = signInWords.useWords();
  const gate = useGate();
  const [asked, setAsked] = useState<'no' | 'now' | 'vain'>('no');
  const look = async () => {
    setAsked('now');
    const answer = await askWho();
    if ('who' in answer) gate.open(answer);
    else setAsked('vain');
  };
  return (
    <Dialog
      locked
      title={words.linkTitle}
      solid={!gate.answered()}
      note={<OtherLanguage />}
      onSubmit={() => void look()}
      buttons={
        <BusyButton size="md" type="submit" variant="filled" data-autofocus busy={asked === 'now'}>
          {words.linkCheck}
        </BusyButton>
      }
    >
      <div className={classes.body}>
        <p>{words.linkHint}</p>
        {asked === 'vain' && (
          <Note tone="warn" alert>
            {words.linkNotYet}
          </Note>
        )}
      </div>
    </Dialog>
  );
}
