import { useCallback, useMemo, useState, useSyncExternalStore } from 'react';
import * as z from 'zod/mini';
import type { Language } from '../../../contract/words.ts';
import { useLanguage } from '../../words/language.tsx';
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

/** In narrower windows the navigation is a rail. */
const roomy = 1200;
const watchWidth = (listener: () => void) => {
  window.addEventListener('resize', listener);
  return () => window.removeEventListener('resize', listener);
};

/** Whether the window is wide enough for the whole navigation. */
export function useRoomy(): boolean {
  return useSyncExternalStore(watchWidth, () => window.innerWidth >= roomy);
}

/** What a column needs, in px. */
export function widthOf({ width }: Pick<Column<never>, 'width'>, language: Language): number {
  return typeof width === 'number' ? width : width[language];
}

/** What a table needs, with the boxes at its start and the actions at its end. */
export function minWidth(columns: readonly Sized[], language: Language): number {
  return columns.reduce((sum, column) => sum + widthOf(column, language), 40 + 70);
}

type Sized = Pick<Column<never>, 'width' | 'shown'>;

/**
 * How many of the `wide` columns have to make room in a window, the first of them first. What somebody asked for
 * beyond the list's own choice takes nobody's place: the table is then scrolled.
 */
export function tooMany(
  columns: readonly Sized[],
  windowWidth: number,
  language: Language,
): number {
  const own = columns.filter(({ shown }) => shown !== 'asked');
  let excess = minWidth(own, language) - windowWidth + (windowWidth < roomy ? 52 : 188);
  let count = 0;
  for (const column of own.filter(({ shown }) => shown === 'wide')) {
    if (excess <= 0) break;
    excess -= widthOf(column, language);
    count += 1;
  }
  return count;
}

export function useChosenColumns<T>(list: ListDefinition<T>): ChosenColumns<T> {
  const { name, columns } = list;
  const [kept, setKept] = useState(() => readKept(name));
  const { language } = useLanguage();
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
  const chosen = useMemo(() => columns.filter(({ id }) => isChosen(id)), [columns, isChosen]);
  const away = useSyncExternalStore(watchWidth, () => tooMany(chosen, window.innerWidth, language));
  return useMemo(
    () => ({
      shown: without(chosen, away),
      isChosen,
      choose: (id, on) => change({ ...kept, [id]: on }),
      reset: () => change({}),
    }),
    [chosen, away, isChosen, kept, change],
  );
}

/** The columns but for the first few of the `wide` ones. */
function without<T>(columns: readonly Column<T>[], away: number): Column<T>[] {
  let left = away;
  return columns.filter(({ shown }) => shown !== 'wide' || left-- <= 0);
}

function readKept(name: string): z.infer<typeof Kept> {
  try {
    return Kept.parse(JSON.parse(localStorage.getItem(keyOf(name)) ?? '{}'));
  } catch {
    return {};
  }
}
