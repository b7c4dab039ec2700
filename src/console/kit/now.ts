import { useSyncExternalStore } from 'react';

/** One timer for everything on screen that counts seconds; it rests while nothing does. */
const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;
let now = Date.now();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(() => {
    now = Date.now();
    for (const each of listeners) each();
  }, 1000);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

/** The time to the second, in milliseconds since 1970. Renders its component every second. */
export function useNow(): number {
  return useSyncExternalStore(subscribe, () =>
    timer === undefined ? Date.now() - (Date.now() % 1000) : now,
  );
}
