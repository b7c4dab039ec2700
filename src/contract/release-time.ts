const hour = 60 * 60 * 1000;
const year = 365 * 24 * hour;

/** How far ahead an instance may be told to release itself, in milliseconds. */
const releaseRange = { soonest: hour, latest: 10 * year } as const;

/** Whether a moment is one at which an instance may be told to release itself. */
export function isReleaseTime(at: number, now: number): boolean {
  return at >= now + releaseRange.soonest && at <= now + releaseRange.latest;
}
