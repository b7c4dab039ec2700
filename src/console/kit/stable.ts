import { useCallback, useLayoutEffect, useRef } from 'react';

/** A function that stays the same one and does what the latest one does: for memoised children. */
export function useStable<A extends unknown[], R>(latest: (...args: A) => R): (...args: A) => R {
  const ref = useRef(latest);
  useLayoutEffect(() => {
    ref.current = latest;
  });
  return useCallback((...args: A) => ref.current(...args), []);
}
