import type { Language } from '../../contract/words.ts';
import type { Words } from '../words/en-US/index.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** When something was, as short as it can be told: `12 s`, `3 min`, `5 h`, then the date. Milliseconds. */
export function formatWhen(
  at: number,
  now: number,
  { kit }: Pick<Words, 'kit'>,
  language: Language,
): string {
  const ago = Math.max(0, now - at);
  if (ago < minute) return kit.duration.seconds(Math.floor(ago / 1000));
  if (ago < hour) return kit.duration.minutes(Math.floor(ago / minute));
  if (ago < day) return kit.duration.hours(Math.floor(ago / hour));
  return new Date(at).toLocaleDateString(language, { day: 'numeric', month: 'short' });
}

/** Date and time to the second, as logs have it, in the reader's own zone. */
export function formatMoment(at: number, language: Language): string {
  return new Date(at).toLocaleString(language, { dateStyle: 'medium', timeStyle: 'medium' });
}
