import { useCallback, useMemo, useState, useSyncExternalStore } from 'react';
import * as z from 'zod/mini';
import type { Column, ListDefinition } from './definition.ts';

/** Which columns a list shows, and how to choose. */
export interface ChosenColumns<T> {
  /** On screen, in order. */
  shown: readonly Column<T>[];
  isChosen: (id: string) => boolean;
  choose: (id: string, on: boolean) => void;
  reset: () => void;
}

/** What differs from the list's own choice, so that columns added later appear by themselves. */
const Kept = z.record(z.string(), z.boolean());
const keyOf = (name: string) => `vm-console.columns.${name}`;

const roomy = '(min-width: 1200px)';
const watchWidth = (listener: () => void) => {
  const query = matchMedia(roomy);
  query.addEventListener('change', listener);
  return () => query.removeEventListener('change', listener);
};

/** Whether the window is wide enough for everything. */
export function useRoomy(): boolean {
  return useSyncExternalStore(watchWidth, () => matchMedia(roomy).matches);
}

export function useChosenColumns<T>(list: ListDefinition<T>): ChosenColumns<T> {
  const { name, columns } = list;
  const [kept, setKept] = useState(() => readKept(name));
  const wide = useRoomy();
  const isChosen = useCallback(
    (id: string) => {
      const column = columns.find((one) => one.id === id);
      if (!column || column.shown === 'fixed') return column !== undefined;
      return kept[id] ?? column.shown !== 'asked';
    },
    [columns, kept],
  );
  const change = useCallback(
    (next: z.infer<typeof Kept>) => {
      setKept(next);
      localStorage.setItem(keyOf(name), JSON.stringify(next));
    },
    [name],
  );
  return useMemo(
    () => ({
      shown: columns.filter(({ id, shown }) => isChosen(id) && (wide || shown !== 'wide')),
      isChosen,
      choose: (id, on) => change({ ...kept, [id]: on }),
      reset: () => change({}),
    }),
    [columns, isChosen, wide, kept, change],
  );
}

function readKept(name: string): z.infer<typeof Kept> {
  try {
    return Kept.parse(JSON.parse(localStorage.getItem(keyOf(name)) ?? '{}'));
  } catch {
    return {};
  }
}
