import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { useSession } from '../../api/context.tsx';
import { useStable } from '../stable.ts';
import { useWayGuard } from '../way-guard.tsx';

/** Where drafts are kept: this tab's `sessionStorage`. */
type DraftKeep = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

interface DraftOptions<V extends object> {
  /** Of the form and of whatever it is about, so that two do not mix. */
  key: string;
  /** What the form begins with. */
  start: V;
  /** Makes sense of what was kept, perhaps by an older version of the form; nothing when it cannot be used. */
  read: (kept: unknown) => Partial<V> | undefined;
  /** Fields that are never kept. */
  secrets?: readonly (keyof V)[];
}

export interface FormDraft<V> {
  values: V;
  set: (change: Partial<V>) => void;
  /** What is in the form was typed before the page was loaded or left. */
  restored: boolean;
  /** Something was typed that is not there any more when the page goes. */
  dirty: boolean;
  /** Begins again. */
  startOver: () => void;
  /** It has served its purpose: nothing is kept. */
  forget: () => void;
}

/**
 * The values of a form, kept while this tab lives: a reload, a wrong turn or Back loses nothing that was typed,
 * except secrets, which are never written anywhere. They are there for whoever typed them alone.
 */
export function useFormDraft<V extends object>(asked: DraftOptions<V>): FormDraft<V> {
  const owner = encodeURIComponent(useSession()?.who ?? '');
  const options = { ...asked, key: `${owner}/${asked.key}` };
  const { start, secrets = [] } = options;
  const [kept] = useState(() => readDraft(options));
  const [first, setFirst] = useState(start);
  const [values, setValues] = useState<V>({ ...start, ...kept });
  const [restored, setRestored] = useState(kept !== undefined);
  const [state, setState] = useState<'untouched' | 'typed' | 'done'>('untouched');
  const set = useStable((change: Partial<V>) => {
    setValues((before) => ({ ...before, ...change }));
    setState('typed');
  });
  useEffect(() => {
    if (state === 'typed') keepDraft(options.key, values, secrets);
    if (state === 'done') dropDraft(options.key);
  });
  const hasSecret = secrets.some((name) => values[name] !== first[name]);
  const dirty = state === 'typed' && (hasSecret || sessionKeep() === undefined);
  useLossGuard(dirty);
  return {
    values,
    set,
    restored,
    dirty,
    startOver: useStable(() => {
      setFirst(start);
      setValues(start);
      setRestored(false);
      setState('done');
    }),
    // At once: whoever says so leads on to the next page, and there is nothing to ask about any more.
    forget: useStable(() => flushSync(() => setState('done'))),
  };
}

/** Asks before the page goes, or another one of the console takes its place, while there is something to lose. */
export function useLossGuard(active: boolean): void {
  useLeaveGuard(active);
  useWayGuard(active);
}

/** Asks before the page goes (closed, reloaded, another site) while there is something to lose. */
export function useLeaveGuard(active: boolean): void {
  useEffect(() => {
    if (!active) return undefined;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [active]);
}

const prefix = 'vm-console.draft/';

/** Reading `sessionStorage` throws where the user has switched it off. */
function sessionKeep(): DraftKeep | undefined {
  try {
    return window.sessionStorage;
  } catch {
    return undefined;
  }
}

function readDraft<V extends object>({ key, read }: DraftOptions<V>): Partial<V> | undefined {
  try {
    const text = sessionKeep()?.getItem(prefix + key);
    return text === null || text === undefined ? undefined : read(JSON.parse(text));
  } catch {
    return undefined;
  }
}

function keepDraft<V extends object>(key: string, values: V, secrets: readonly (keyof V)[]): void {
  const names: readonly PropertyKey[] = secrets;
  const open = Object.entries(values).filter(([name]) => !names.includes(name));
  try {
    sessionKeep()?.setItem(prefix + key, JSON.stringify(Object.fromEntries(open)));
  } catch {
    // Storage is full or refused: the guard asks before the page goes.
  }
}

function dropDraft(key: string): void {
  try {
    sessionKeep()?.removeItem(prefix + key);
  } catch {
    // What cannot be written cannot be removed either.
  }
}
