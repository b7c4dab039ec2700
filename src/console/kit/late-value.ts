import { useSyncExternalStore } from 'react';
import { painted } from './painted.ts';

/**
 * A value in a chunk of its own that a page can begin without.
 * @param first what stands in for it until the chunk is there; the chunk is fetched once the page has been painted.
 * @returns a hook.
 */
export function lateValue<T>(load: () => Promise<T>, first: T): () => T {
  let value = first;
  let asked = false;
  const listeners = new Set<() => void>();
  const ask = async () => {
    await painted();
    try {
      value = await load();
    } catch {
      // Whoever comes next asks again; what stands in for it goes on doing so.
      asked = false;
      return;
    }
    for (const listener of listeners) listener();
  };
  const subscribe = (listener: () => void) => {
    listeners.add(listener);
    if (!asked) {
      asked = true;
      void ask();
    }
    return () => listeners.delete(listener);
  };
  return () => useSyncExternalStore(subscribe, () => value);
}
