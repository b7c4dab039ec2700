/**
 * Does `work` unless something of that name is going on already, in this tab or another one.
 * @returns undefined when it was going on; then nothing was done.
 */
export type Guard = <T>(name: string, work: () => Promise<T>) => Promise<T | undefined>;

/** @param locks the browser's; absent on plain http from another machine, where only this tab is guarded. */
export function createGuard(locks: LockManager | undefined): Guard {
  const held = new Set<string>();
  return async (name, work) => {
    if (held.has(name)) return undefined;
    held.add(name);
    try {
      if (!locks) return await work();
      return await locks.request(name, { ifAvailable: true }, (lock) =>
        lock ? work() : Promise.resolve(undefined),
      );
    } finally {
      held.delete(name);
    }
  };
}
