import { Button } from '@mantine/core';
import { IconReload } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useGate } from '../api/context.tsx';
import { Dialog } from '../kit/Dialog.tsx';
import { askWho } from './session.ts';
import classes from './SignIn.module.css';
import { signInWords } from './words.ts';

/** Somebody else is signed in than the page belongs to. @param onBack where its owner can sign in again here */
export function Another({ onBack }: { onBack?: (() => void) | undefined }) {
  const words = signInWords.useWords();
  const gate = useGate();
  const [now, setNow] = useState<string>();
  useEffect(() => {
    // The page is theirs once it is loaded anew, which is remembered here.
    void askWho().then((asked) => {
      if (!('who' in asked)) return;
      gate.open(asked.who);
      setNow(asked.who);
    });
  }, [gate]);
  return (
    <Dialog
      locked
      title={words.anotherTitle}
      buttons={
        <>
          {onBack && gate.who() && (
            <Button size="md" onClick={onBack}>
              {words.back(gate.who())}
            </Button>
          )}
          <Button
            size="md"
            variant="filled"
            data-autofocus
            leftSection={<IconReload size={14} stroke={1.7} />}
            onClick={() => location.reload()}
          >
            {words.reload}
          </Button>
        </>
      }
    >
      <p className={classes.body}>
        {words.anotherHint(gate.who() || words.somebody, now ?? words.somebody)}
      </p>
    </Dialog>
  );
}
