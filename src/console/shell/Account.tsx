import { IconChevronDown, IconUserCircle } from '@tabler/icons-react';
import { Suspense } from 'react';
import { useSession } from '../api/context.tsx';
import { useBoot } from '../boot-context.tsx';
import { lazily } from '../kit/lazily.ts';
import { useFloating } from '../kit/use-floating.ts';
import { signInWords } from '../sign-in/words.ts';
import { useWords } from '../words/language.tsx';
import classes from './TopBar.module.css';

const menu = lazily(async () => (await import('./AccountMenu.tsx')).AccountMenu, signInWords);

/** Whose account everything on screen belongs to; behind it the others, and the way out. */
export function Account() {
  const { shell } = useWords();
  const { signIn } = useBoot();
  const session = useSession();
  const { anchor, close, trigger } = useFloating();
  if (!session || signIn === 'none') return null;
  return (
    <>
      <button
        type="button"
        className={classes.quiet}
        aria-label={shell.account(session.account)}
        title={session.account}
        {...trigger}
      >
        <IconUserCircle size={16} stroke={1.6} />
        <span className={classes.account}>{session.account}</span>
        <IconChevronDown size={14} stroke={1.6} />
      </button>
      {anchor && (
        <Suspense fallback={null}>
          <menu.component anchor={anchor} session={session} onClose={close} />
        </Suspense>
      )}
    </>
  );
}
