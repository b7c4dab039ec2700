import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useStable } from '../stable.ts';

/** Something wrong with a field. */
export interface Fault {
  /** The `name` of the field; also where a press on the fault leads. */
  field: string;
  /** What the field is called, for a list of faults. */
  label: string;
  message: string;
}

export interface Faults {
  /** What to say below a field. Nothing before somebody has left it, or tried to submit. */
  of: (field: string) => string | undefined;
  /** Somebody has left the field. */
  touch: (field: string) => void;
  /** The ones that may be shown, in the order of the form. */
  shown: readonly Fault[];
  /** For submitting: shows all of them, and goes to the first. True when there are none. */
  check: () => boolean;
  /** Forgets what has been touched, for a form that starts over. */
  reset: () => void;
}

/**
 * When to say what is wrong. A field nobody has been in is not scolded; one that has been left is, and after a try
 * to submit all are. What is right again falls silent at once.
 * @param found everything wrong with what is typed now, in the order of the form.
 */
export function useFaults(found: readonly Fault[]): Faults {
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set());
  const [asked, setAsked] = useState(false);
  const afterPress = useAfterPress();
  const touch = useStable((field: string) => {
    if (touched.has(field)) return;
    afterPress(() => setTouched((before) => new Set([...before, field])));
  });
  const check = useStable(() => {
    const [first] = found;
    if (!first) return true;
    setAsked(true);
    goToField(first.field);
    return false;
  });
  const reset = useStable(() => {
    setTouched(new Set());
    setAsked(false);
  });
  return useMemo(() => {
    const shown = found.filter(({ field }) => asked || touched.has(field));
    return {
      of: (field) => shown.find((fault) => fault.field === field)?.message,
      touch,
      shown,
      check,
      reset,
    };
  }, [found, asked, touched, touch, check, reset]);
}

/**
 * Puts something off while a pointer is down. A press takes the focus out of a field before it has become a click: a
 * fault that appeared at once would move what is pressed from under the pointer.
 */
function useAfterPress(): (run: () => void) => void {
  const pressed = useRef(false);
  const waiting = useRef<(() => void)[]>([]);
  useEffect(() => {
    const press = () => {
      pressed.current = true;
    };
    const release = () => {
      pressed.current = false;
      // The click comes after this, in the same task.
      setTimeout(() => {
        for (const run of waiting.current.splice(0)) run();
      });
    };
    document.addEventListener('pointerdown', press, true);
    for (const end of ends) document.addEventListener(end, release, true);
    return () => {
      document.removeEventListener('pointerdown', press, true);
      for (const end of ends) document.removeEventListener(end, release, true);
    };
  }, []);
  return useStable((run) => {
    if (pressed.current) waiting.current.push(run);
    else run();
  });
}

const ends = ['pointerup', 'pointercancel', 'dragend'] as const;

const FaultsContext = createContext<Faults | undefined>(undefined);

/** Fields below it find their faults by their name. */
export function FaultsProvider({ faults, children }: { faults: Faults; children: ReactNode }) {
  return <FaultsContext value={faults}>{children}</FaultsContext>;
}

/** What the form says about one of its fields; nothing for a field without a name or outside such a form. */
export function useFault(name: string | undefined) {
  const faults = useContext(FaultsContext);
  return {
    message: name === undefined ? undefined : faults?.of(name),
    touch: () => {
      if (name !== undefined) faults?.touch(name);
    },
  };
}

/** The id of a field's control. */
export const fieldId = (name: string): string => `field-${name}`;

/** Brings a field into view and the focus to it, or to the first thing in it that takes the focus. */
export function goToField(name: string): void {
  const field = document.getElementById(fieldId(name));
  const wanted = 'input:checked, input:not([type=radio]), input, select, textarea, button';
  const target = field?.matches(wanted) ? field : field?.querySelector<HTMLElement>(wanted);
  // Under the sticky parts of the page nobody would see it.
  target?.scrollIntoView?.({ block: 'center' });
  target?.focus({ preventScroll: true });
}
