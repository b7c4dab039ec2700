/** A value at a moment, in milliseconds since 1970. */
export interface Point {
  at: number;
  value: number;
}

/** What a chart shows: from when to when, from zero to what. */
export interface Frame {
  from: number;
  to: number;
  top: number;
}

/** The plot's own units, stretched to whatever room there is. */
export const plotWidth = 1000;
export const plotHeight = 100;

/** The next number at or above `max` whose half is easy to read, too; `most` where there is a natural end. */
export function niceTop(max: number, most = Infinity): number {
  if (!(max > 0)) return Math.min(1, most);
  const size = 10 ** Math.floor(Math.log10(max));
  const step = [1, 2, 4, 5, 10].find((one) => max <= one * size * 1.0000001) ?? 10;
  return Math.min(most, step * size);
}

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const steps = [
  10 * minute,
  30 * minute,
  hour,
  2 * hour,
  4 * hour,
  6 * hour,
  12 * hour,
  day,
  2 * day,
  5 * day,
  10 * day,
];

/** Round moments in the reader's own zone, at most `most` of them. A change to summer time is not looked at. */
export function timeTicks({ from, to }: Pick<Frame, 'from' | 'to'>, most = 7): number[] {
  const step = steps.find((one) => (to - from) / one <= most) ?? 10 * day;
  const offset = new Date(to).getTimezoneOffset() * minute;
  const ticks: number[] = [];
  for (let at = Math.ceil((from - offset) / step) * step + offset; at <= to; at += step) {
    ticks.push(at);
  }
  return ticks;
}

/** Where a moment is, in hundredths of the width. */
export function percentOf(at: number, { from, to }: Pick<Frame, 'from' | 'to'>): number {
  return (100 * (at - from)) / (to - from);
}

/** Runs of points without a hole. */
function runsOf(points: readonly Point[], longestStep: number): Point[][] {
  const runs: Point[][] = [];
  let last: Point | undefined;
  for (const point of points) {
    const run = runs.at(-1);
    if (run && last && point.at - last.at <= longestStep) run.push(point);
    else runs.push([point]);
    last = point;
  }
  return runs;
}

interface Drawn {
  line: string;
  /** The same, closed along the ground. */
  area: string;
}

/**
 * The paths of a line.
 * @param longestStep two points further apart than this have a hole between them, in milliseconds.
 */
export function draw(points: readonly Point[], frame: Frame, longestStep: number): Drawn {
  const x = (at: number) => Math.round(percentOf(at, frame) * plotWidth) / 100;
  const y = (value: number) =>
    Math.round(100 * plotHeight * (1 - Math.min(1, Math.max(0, value / frame.top)))) / 100;
  const inside = points.filter(({ at }) => at >= frame.from && at <= frame.to);
  const runs = runsOf(inside, longestStep);
  const lines = runs.map((run) => {
    const [first] = run;
    // A lone point is a dash as long as the period it stands for.
    const all =
      first && run.length === 1
        ? [first, { at: Math.min(frame.to, first.at + longestStep / 2), value: first.value }]
        : run;
    return { all, path: all.map(({ at, value }) => `${x(at)} ${y(value)}`).join('L') };
  });
  return {
    line: lines.map(({ path }) => `M${path}`).join(''),
    area: lines
      .map(({ all, path }) => {
        const [first, last] = [all[0], all.at(-1)];
        return first && last
          ? `M${x(first.at)} ${plotHeight}L${path}L${x(last.at)} ${plotHeight}Z`
          : '';
      })
      .join(''),
  };
}

/** The place in `points` of what is nearest to a moment; -1 when there is nothing. */
export function nearest(points: readonly Point[], at: number): number {
  let best = -1;
  let distance = Infinity;
  for (const [index, point] of points.entries()) {
    const away = Math.abs(point.at - at);
    if (away > distance) break;
    best = index;
    distance = away;
  }
  return best;
}

/** The usual time between two points. */
export function periodOf(points: readonly Point[]): number {
  const gaps = points.slice(1).map(({ at }, index) => at - (points[index]?.at ?? at));
  return gaps.length === 0 ? minute : Math.min(...gaps);
}
