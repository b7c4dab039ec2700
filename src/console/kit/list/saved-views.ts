import { useSyncExternalStore } from 'react';
import * as z from 'zod/mini';

/** A search somebody gave a name, in this browser. */
const View = z.object({
  name: z.string(),
  /** The list's address behind its `?`, without the page. */
  search: z.string(),
});
type View = z.infer<typeof View>;

const keyOf = (list: string) => `vm-console.views.${list}`;
const listeners = new Set<() => void>();
const known = new Map<string, { text: string | null; views: readonly View[] }>();
const none: readonly View[] = [];

/** What is saved of a list, in the order it was saved. What cannot be read counts as nothing. */
export function viewsOf(list: string): readonly View[] {
  const text = localStorage.getItem(keyOf(list));
  const before = known.get(list);
  if (before?.text === text) return before.views;
  const views = parse(text);
  known.set(list, { text, views });
  return views;
}

function parse(text: string | null): readonly View[] {
  if (text === null) return none;
  try {
    return z.array(View).parse(JSON.parse(text));
  } catch {
    return none;
  }
}

/** The same, for as long as it is on screen; another tab's views come by themselves. */
export function useViews(list: string): readonly View[] {
  return useSyncExternalStore(subscribe, () => viewsOf(list));
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener('storage', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('storage', listener);
  };
}

/** Saves a search under a name; the name's earlier search gives way. */
export function saveView(list: string, view: View): void {
  const others = viewsOf(list).filter(({ name }) => name !== view.name);
  keep(list, [...others, view]);
}

export function removeView(list: string, name: string): void {
  keep(
    list,
    viewsOf(list).filter((view) => view.name !== name),
  );
}

function keep(list: string, views: readonly View[]): void {
  localStorage.setItem(keyOf(list), JSON.stringify(views));
  for (const listener of listeners) listener();
}
