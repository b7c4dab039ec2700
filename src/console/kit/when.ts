import type { Language } from '../../contract/words.ts';
import type { Words } from '../words/en-US/index.ts';

const day = 24 * 60 * 60_000;

/** To the second below a minute, then to the minute, then to the hour. */
export function formatAgo(ms: number, { kit }: Pick<Words, 'kit'>): string {
  const seconds = Math.max(0, Math.round(ms / 1000));
  if (seconds < 60) return kit.duration.seconds(seconds);
  const minutes = Math.floor(seconds / 60);
  return minutes < 60
    ? kit.duration.minutes(minutes)
    : kit.duration.hours(Math.floor(minutes / 60));
}

/** When something was, as short as it can be told: `12 s`, `3 min`, `5 h`, then the date. Milliseconds. */
export function formatWhen(
  at: number,
  now: number,
  words: Pick<Words, 'kit'>,
  language: Language,
): string {
  const ago = Math.max(0, now - at);
  // A second counts once it is over.
  if (ago < day) return formatAgo(Math.floor(ago / 1000) * 1000, words);
  return new Date(at).toLocaleDateString(language, { day: 'numeric', month: 'short' });
}

/** `2026-11-24 03:02:17`, as the cloud and logs write it, in the reader's own zone. */
export function formatMoment(at: number): string {
  // Swedish is written so.
  return new Date(at).toLocaleString('sv-SE');
}

/** `2026-11-24 03:02`: to the minute, as the cloud tells it. */
export function minuteOf(time = ''): string {
  return time.slice(0, 16);
}
