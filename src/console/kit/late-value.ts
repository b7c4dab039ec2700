import { useEffect, useSyncExternalStore } from 'react';
import { painted } from './painted.ts';

/** A value in a chunk of its own that a page can begin without. */
export interface LateValue<T> {
  /**
   * The value, or what stands in for it until its chunk is there; that is fetched once what the page begins with is
   * there and has been painted.
   */
  useValue: (isBegun: boolean) => T;
  /** The value itself, for whoever cannot do with less. Where it cannot be had: what stands in for it. */
  whenLoaded: () => Promise<T>;
}

/** @param first what stands in for the value at first. */
export function lateValue<T>(load: () => Promise<T>, first: T): LateValue<T> {
  let value = first;
  let loading: Promise<T> | undefined;
  const listeners = new Set<() => void>();
  const whenLoaded = () => {
    loading ??= load().then(
      (loaded) => {
        value = loaded;
        for (const listener of listeners) listener();
        return value;
      },
      () => {
        // Whoever comes next asks again.
        loading = undefined;
        return value;
      },
    );
    return loading;
  };
  const subscribe = (listener: () => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  const useValue = (isBegun: boolean) => {
    useEffect(() => {
      if (isBegun && !loading) void painted().then(whenLoaded);
    }, [isBegun]);
    return useSyncExternalStore(subscribe, () => value);
  };
  return { useValue, whenLoaded };
}
