// For tests alone.

/** Longer than any pause before a repeat. */
const deadline = 30_000;

/**
 * A proxy whose pauses take no time and whose patience ends the moment the cloud begins to wait: `limits` and `timer`
 * are the proxy's, `sleep` is the cloud's, which then never answers.
 */
export function createImpatience() {
  const deadlines = new Set<() => void>();
  return {
    limits: { deadline },
    timer: (ms: number, run: () => void) => {
      if (ms < deadline) {
        queueMicrotask(run);
        return () => {};
      }
      deadlines.add(run);
      return () => void deadlines.delete(run);
    },
    sleep: () => {
      deadlines.forEach((pass) => pass());
      return new Promise<never>(() => {});
    },
  };
}
