import { ActionIcon } from '@mantine/core';
import { IconLogout } from '@tabler/icons-react';
import { useSyncExternalStore } from 'react';
import { useGate } from '../api/context.tsx';
import { useBoot } from '../boot-context.tsx';
import { useWords } from '../words/language.tsx';
import classes from './Navigation.module.css';

/** Whose key is in use, and the way out. */
export function Account() {
  const { shell } = useWords();
  const { profile, signIn } = useBoot();
  const gate = useGate();
  const who = useSyncExternalStore(gate.subscribe, gate.who);
  const said = profile ? shell.profile(profile) : who;
  return (
    <div className={classes.account}>
      <span className={classes.who}>{said}</span>
      {signIn !== 'none' && (
        <ActionIcon
          aria-label={shell.signOut}
          title={shell.signOut}
          onClick={() => void import('../sign-in/session.ts').then(({ signOut }) => signOut())}
        >
          <IconLogout size={16} stroke={1.6} />
        </ActionIcon>
      )}
    </div>
  );
}
