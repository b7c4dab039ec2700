/** Limits attempts by where they come from, in this process alone: replicas each allow as many. */
interface Attempts {
  /** Counts one. @returns seconds to wait before it is looked at; 0 = now */
  make: (from: string) => number;
}

/** Somebody with many addresses must not fill the memory. */
const mostAddresses = 10_000;

/** @param most attempts that one address has within `span` milliseconds, successful ones among them */
export function createAttempts(most: number, span: number, now: () => number): Attempts {
  const windows = new Map<string, { since: number; count: number }>();
  return {
    make(from) {
      const known = windows.get(from);
      if (!known || now() - known.since >= span) {
        if (windows.size >= mostAddresses) windows.clear();
        windows.set(from, { since: now(), count: 1 });
        return 0;
      }
      known.count++;
      return known.count <= most ? 0 : Math.ceil((known.since + span - now()) / 1000);
    },
  };
}
