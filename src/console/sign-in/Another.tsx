import { Button } from '@mantine/core';
import { IconReload } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useGate } from '../api/context.tsx';
import { Dialog } from '../kit/Dialog.tsx';
import { askWho } from './session.ts';
import classes from './SignIn.module.css';
import { signInWords } from './words.ts';

/** Another account is in use than the page belongs to. @param onBack where one can go back to it here */
export function Another({ onBack }: { onBack?: (() => void) | undefined }) {
  const words = signInWords.useWords();
  const gate = useGate();
  const [now, setNow] = useState<string>();
  const mine = gate.session()?.account;
  useEffect(() => {
    // A page that has shown nothing yet is theirs.
    void askWho().then((asked) => {
      if (!('who' in asked)) return;
      gate.open(asked);
      setNow(asked.account);
    });
  }, [gate]);
  return (
    <Dialog
      locked
      title={words.anotherTitle}
      buttons={
        <>
          {onBack && mine !== undefined && (
            <Button size="md" onClick={onBack}>
              {words.back(mine)}
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
        {words.anotherHint(mine ?? words.somebody, now ?? words.somebody)}
      </p>
    </Dialog>
  );
}
