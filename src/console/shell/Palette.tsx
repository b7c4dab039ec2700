import { useMantineColorScheme } from '@mantine/core';
import { IconSearch, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import {
  type KeyboardEvent,
  useEffect,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useLocation, useNavigate } from 'react-router';
import { useCall } from '../api/context.tsx';
import { useBoot } from '../boot-context.tsx';
import { instanceActions } from '../instances/actions.tsx';
import { fleetOptions } from '../instances/queries.ts';
import { nameOf } from '../instances/resource.ts';
import { useOpenAction } from '../kit/ActionHost.tsx';
import { type Scope, useScopeOf } from '../kit/scope.tsx';
import { useLanguage, useWords } from '../words/language.tsx';
import { groupsFor } from './palette-entries.ts';
import type { Entry, Sources } from './palette-entry.ts';
import { paletteWords } from './palette-words.ts';
import classes from './Palette.module.css';
import { PaletteFoot } from './PaletteFoot.tsx';
import { PaletteOption } from './PaletteOption.tsx';

interface PaletteProps {
  region: string;
  /** What the page has in hand when the palette opens. */
  scope: Scope | undefined;
  onClose: () => void;
}

const none: Entry[] = [];

/** Everything by name: actions on what is in hand, instances, places, settings. */
export function Palette({ region, scope: given, onClose }: PaletteProps) {
  const palette = paletteWords.useWords();
  const openAction = useOpenAction();
  const scopeOf = useScopeOf();
  const navigate = useNavigate();
  const dialog = useRef<HTMLDialogElement>(null);
  const listId = useId();
  const [text, setText] = useState('');
  const [scope, setScope] = useState(given);
  const [at, setAt] = useState(0);
  const groups = useGroups(text, scope, region);
  const entries = groups.length > 0 ? groups.flatMap((group) => group.entries) : none;
  const current = entries[Math.min(at, entries.length - 1)];

  useModal(dialog, onClose);
  useEffect(() => {
    dialog.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
    current?.preload?.();
  }, [current]);

  const choose = (entry: Entry, newTab: boolean) => {
    if (entry.why !== undefined) return;
    // Gone first: what it was over gets the focus back, and from there a dialog may take it.
    dialog.current?.close();
    onClose();
    if (entry.to === undefined) entry.run?.();
    else if (newTab || entry.newTab) window.open(entry.to, '_blank', 'noopener,noreferrer');
    else void navigate(entry.to);
  };

  const takeInHand = ({ instance }: Entry) => {
    if (!instance) return;
    setScope(scopeOf(nameOf(instance), [instance], instanceActions, openAction));
    setText('');
    setAt(0);
  };

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    // Enter that ends the writing of a Chinese word is not meant for us.
    if (event.nativeEvent.isComposing) return;
    const { key } = event;
    if (key === 'ArrowDown' || key === 'ArrowUp') {
      const step = key === 'ArrowDown' ? 1 : -1;
      if (entries.length > 0)
        setAt((Math.min(at, entries.length - 1) + step + entries.length) % entries.length);
    } else if (key === 'Enter' && current) {
      choose(current, event.ctrlKey || event.metaKey);
    } else if (key === 'Tab' && current?.instance) {
      takeInHand(current);
    } else if (key === 'Backspace' && text === '' && scope) {
      setScope(undefined);
      setAt(0);
    } else if (key !== 'Tab') {
      return;
    }
    event.preventDefault();
  };

  return (
    <dialog
      ref={dialog}
      className={`raised ${classes.root}`}
      aria-label={palette.title}
      onPointerDown={(event) => event.target === event.currentTarget && onClose()}
      onKeyDown={(event) => event.stopPropagation()}
    >
      <div className={classes.head}>
        <IconSearch size={16} stroke={1.6} />
        {scope && (
          <span className={classes.scope}>
            {scope.label}
            <button
              type="button"
              tabIndex={-1}
              aria-label={palette.leaveScope(scope.label)}
              onClick={() => {
                setScope(undefined);
                setAt(0);
              }}
            >
              <IconX size={12} stroke={1.8} />
            </button>
          </span>
        )}
        <input
          className={classes.input}
          role="combobox"
          aria-label={palette.hint}
          aria-expanded="true"
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={current && `${listId} ${current.id}`.replaceAll(' ', '-')}
          placeholder={palette.hint}
          autoComplete="off"
          spellCheck={false}
          value={text}
          onChange={({ currentTarget }) => {
            setText(currentTarget.value);
            setAt(0);
          }}
          onKeyDown={onKeyDown}
        />
        <kbd>Esc</kbd>
      </div>
      <div id={listId} role="listbox" aria-label={palette.title} className={classes.list}>
        {groups.map(({ title, entries: group }) => (
          <div key={title} role="group" aria-label={title}>
            <div className={classes.title} aria-hidden="true">
              {title}
            </div>
            {group.map((entry) => (
              <PaletteOption
                key={entry.id}
                id={`${listId} ${entry.id}`.replaceAll(' ', '-')}
                entry={entry}
                query={text}
                current={entry === current}
                onPoint={() => setAt(entries.indexOf(entry))}
                onChoose={(newTab) => choose(entry, newTab)}
              />
            ))}
          </div>
        ))}
      </div>
      {entries.length === 0 && <p className={classes.nothing}>{palette.nothing}</p>}
      <PaletteFoot
        found={entries.length}
        scoped={scope !== undefined}
        takable={current?.instance !== undefined}
      />
    </dialog>
  );
}

/** What there is of a text, with what is in hand. */
function useGroups(text: string, scope: Scope | undefined, region: string) {
  const words = useWords();
  const palette = paletteWords.useWords();
  const { language, speak } = useLanguage();
  const { setColorScheme } = useMantineColorScheme();
  const { audit } = useBoot();
  const section = useLocation().pathname.split('/')[2] ?? '';
  const instances = useQuery(fleetOptions(useCall(), region)).data?.instances;
  const sources = useMemo<Sources>(
    () => ({
      scope,
      instances: instances ?? [],
      setting: { words, language, region },
      palette,
      section,
      audit,
      setScheme: setColorScheme,
      speak: (to) => void speak(to),
    }),
    [scope, instances, words, language, region, palette, section, audit, setColorScheme, speak],
  );
  return useMemo(() => groupsFor(text, sources), [text, sources]);
}

/** Shows the dialog as long as its component is there; Escape asks to go. */
function useModal(dialog: React.RefObject<HTMLDialogElement | null>, onClose: () => void) {
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    element?.querySelector('input')?.focus();
    return () => element?.close();
  }, [dialog]);
  useEffect(() => {
    const element = dialog.current;
    const cancel = (event: Event) => {
      event.preventDefault();
      onClose();
    };
    element?.addEventListener('cancel', cancel);
    return () => element?.removeEventListener('cancel', cancel);
  }, [dialog, onClose]);
}
