import type { Clock } from '../kit/timing.ts';

/** Lets every promise that can go on go on. */
export const settled = async (): Promise<void> => {
  for (let n = 0; n < 60; n += 1) await Promise.resolve();
};

/** Time that passes when a test says so; what is due then happens. */
export function handClock(start = 0) {
  let time = start;
  let timers: { at: number; ring: () => void }[] = [];
  const clock: Clock = {
    now: () => time,
    after: (ms, ring) => {
      const timer = { at: time + ms, ring };
      timers.push(timer);
      return () => {
        timers = timers.filter((one) => one !== timer);
      };
    },
  };
  const pass = async (ms: number) => {
    time += ms;
    const due = timers.filter(({ at }) => at <= time);
    timers = timers.filter(({ at }) => at > time);
    for (const { ring } of due) ring();
    await settled();
  };
  return { clock, pass };
}

/** The browser's locks, as far as the guard uses them: one holder per name, in whatever tab. */
export function sharedLocks() {
  const held = new Set<string>();
  const locks = {
    request: async (name: string, _: LockOptions, work: (lock: Lock | null) => unknown) => {
      if (held.has(name)) return work(null);
      held.add(name);
      try {
        return await work({ name, mode: 'exclusive' });
      } finally {
        held.delete(name);
      }
    },
    /** The tab that holds them goes away. */
    free: () => held.clear(),
  };
  return locks as unknown as LockManager & typeof locks; // of its overloads the guard uses this one
}
