import type { Entry } from './entry.ts';

/** A status may take this long to move after the cloud has accepted a write. Not documented; clients wait 3 s. */
export const grace = 10_000;
/** How long a write without an answer may still turn out to have been heard. */
export const lateEffect = 30_000;
/** Clients of this API wait 10 minutes for an end; after three times that the console stops guessing. */
export const hopeless = 30 * 60_000;

/** Whether what an entry is about is worth looking at because of it. */
export function isWorthWatching(entry: Entry, now: number): boolean {
  if (entry.status === 'running') return true;
  return entry.status === 'unknown' && now - entry.startedAt < 2 * lateEffect;
}

/** What changes in an entry that is found to have ended. */
export function ended(entry: Entry, facts: Partial<Entry>, now: number): Partial<Entry> {
  // Found finished long after: when it ended, nobody saw.
  const endedAt = now - entry.startedAt > hopeless ? undefined : now;
  return { ...facts, endedAt };
}
