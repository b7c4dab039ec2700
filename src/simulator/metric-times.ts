import { refusal } from '../contract/errors.ts';
import { refuse } from './handlers.ts';

interface Span {
  start: number;
  end: number;
}

const day = 24 * 60 * 60 * 1000;
const oldest = 30 * day;
const units: Readonly<Record<string, number>> = {
  s: 1000,
  m: 60 * 1000,
  h: 60 * 60 * 1000,
  d: day,
};

/** Length of `5m`, `1h`, `14d` in milliseconds. */
export function lengthOf(text: string, parameter: string): number {
  const [, count, unit = ''] = /^(\d{1,5})([smhd])$/.exec(text) ?? [];
  return Number(count) * (units[unit] ?? Number.NaN) || invalid(parameter, text, 'such as 1h');
}

/** A time with its zone, such as `2026-11-24T14:00:00+0800`. `Z` and `+08:00` are read too. */
function timeOf(text: string, parameter: string): number {
  const [, local, zone = ''] =
    /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2})(Z|[+-]\d{2}:?\d{2})$/.exec(text) ?? [];
  const iso = `${local}${zone === 'Z' ? zone : `${zone.slice(0, 3)}:${zone.slice(-2)}`}`;
  const time = local === undefined ? Number.NaN : Date.parse(iso);
  return Number.isNaN(time)
    ? invalid(parameter, text, 'such as 2026-11-24T14:00:00+0800; the + must travel as %2B')
    : time;
}

function invalid(parameter: string, text: string, hint: string): never {
  return refuse(
    refusal('INVALID_ARGUMENT', `Parameter ${parameter} '${text}' invalid, must be ${hint}`),
  );
}

interface Asked {
  startTime?: string | undefined;
  endTime?: string | undefined;
  timeInterval?: string | undefined;
}

/**
 * The window of a chart: `endTime` is now unless given and never later, `startTime` comes from the interval unless
 * given. Both snap down to ten seconds.
 * @param tooOld what becomes of a start more than 30 days ago
 * @throws Refused
 */
export function spanOf(asked: Asked, now: number, tooOld: 'refuse' | 'reset' = 'refuse'): Span {
  const length = lengthOf(asked.timeInterval ?? '1h', 'TimeInterval');
  const from = asked.startTime === undefined ? undefined : timeOf(asked.startTime, 'StartTime');
  const to = asked.endTime === undefined ? undefined : timeOf(asked.endTime, 'EndTime');
  const end = Math.min(now, to ?? (tooOld === 'reset' && from ? from + length : now));
  let start = from ?? end - length;
  if (start > now) refuse(refusal('OUT_OF_RANGE', 'StartTime must not be in the future'));
  if (tooOld === 'reset') start = Math.max(start, now - oldest);
  // A second of grace: "30 days ago" was true when the caller worked it out.
  if (Math.min(start, end) < now - oldest - 1000)
    refuse(refusal('OUT_OF_RANGE', 'StartTime and EndTime must be within the last 30 days'));
  if (start > end) refuse(refusal('INVALID_ARGUMENT', 'StartTime must be before EndTime'));
  return { start: snapped(start), end: snapped(end) };
}

const snapped = (time: number): number => Math.floor(time / 10_000) * 10_000;
