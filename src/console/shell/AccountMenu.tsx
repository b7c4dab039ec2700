import { IconLogout } from '@tabler/icons-react';
import { useState } from 'react';
import type { SignedIn } from '../../contract/session.ts';
import type { Failure } from '../kit/explain.ts';
import { FailureNote } from '../kit/FailureNote.tsx';
import { Menu, MenuChoice } from '../kit/Menu.tsx';
import classes from '../kit/Menu.module.css';
import { isRegion, useRegion } from '../region.ts';
import { signOut, switchAccount } from '../sign-in/session.ts';
import { signInWords } from '../sign-in/words.ts';
import { useWords } from '../words/language.tsx';

interface AccountMenuProps {
  anchor: HTMLElement;
  session: SignedIn;
  onClose: () => void;
}

/** The accounts that this session may use, and signing out. */
export function AccountMenu({ anchor, session, onClose }: AccountMenuProps) {
  const { shell } = useWords();
  const words = signInWords.useWords();
  const region = useRegion();
  const [failure, setFailure] = useState<Failure>();
  const { account, accounts } = session;

  const choose = async (chosen: string) => {
    if (chosen === account) return onClose();
    const asked = await switchAccount(chosen);
    if ('failure' in asked) return setFailure(asked.failure);
    // Everything on screen, and all that was read, is another account's: the page begins again.
    const section = location.pathname.split('/')[2] ?? '';
    const { region: home = '' } = asked;
    return location.assign(`/${isRegion(home) ? home : region}/${section}`);
  };

  return (
    <Menu anchor={anchor} align="end" width={264} label={shell.account('')} onClose={onClose}>
      {session.person !== undefined && (
        <div className={classes.head}>{words.signedInAs(session.person)}</div>
      )}
      <div className={classes.head}>
        {accounts.length > 0 ? words.profiles : words.signedInWith(account)}
      </div>
      {accounts.map((name) => (
        <MenuChoice
          key={name}
          label={<span className={classes.name}>{name}</span>}
          isChosen={name === account}
          title={name}
          onChoose={() => void choose(name)}
        />
      ))}
      {failure && <FailureNote failure={failure} />}
      {accounts.length > 0 && <div role="separator" className={classes.line} />}
      <button
        type="button"
        role="menuitem"
        tabIndex={-1}
        data-autofocus={accounts.length === 0 || undefined}
        className={classes.item}
        onClick={() => void signOut()}
      >
        <IconLogout size={16} stroke={1.6} />
        <span className={classes.label}>{shell.signOut}</span>
      </button>
    </Menu>
  );
}
