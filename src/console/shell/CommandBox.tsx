import { IconSearch } from '@tabler/icons-react';
import { Suspense, useCallback, useEffect, useState } from 'react';
import { lazily } from '../kit/lazily.ts';
import { type Scope, useAskScope } from '../kit/scope.tsx';
import { useWords } from '../words/language.tsx';
import { commandKey } from './command-key.ts';
import { paletteWords } from './palette-words.ts';
import classes from './TopBar.module.css';

const palette = lazily(async () => (await import('./Palette.tsx')).Palette, paletteWords);

/** The way to everything by name; also Ctrl K, or ⌘K. */
export function CommandBox({ region }: { region: string }) {
  const { shell } = useWords();
  const askScope = useAskScope();
  const [open, setOpen] = useState<{ scope: Scope | undefined }>();
  const close = useCallback(() => setOpen(undefined), []);
  const show = useCallback(async () => {
    // Over a dialog that is in the middle of something, nothing else opens.
    if (document.querySelector('dialog[open]')) return;
    setOpen({ scope: await askScope() });
  }, [askScope]);
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.altKey)
        return;
      event.preventDefault();
      void show();
    };
    // In the capture phase: no field below should take it for a letter.
    document.addEventListener('keydown', press, true);
    return () => document.removeEventListener('keydown', press, true);
  }, [show]);
  return (
    <>
      <button
        type="button"
        className={classes.command}
        aria-haspopup="dialog"
        aria-keyshortcuts="Control+K Meta+K"
        onPointerEnter={palette.preload}
        onFocus={palette.preload}
        onClick={() => void show()}
      >
        <IconSearch size={14} stroke={1.7} />
        <span className={classes.commandText}>{shell.command}</span>
        <kbd aria-hidden="true">{commandKey === '⌘' ? '⌘K' : 'Ctrl K'}</kbd>
      </button>
      {open && (
        <Suspense fallback={null}>
          <palette.component region={region} scope={open.scope} onClose={close} />
        </Suspense>
      )}
    </>
  );
}
