import { describe, expect, test } from 'vitest';
import { draw, nearest, niceTop, periodOf, timeTicks } from './scale.ts';

const minute = 60_000;
const hour = 60 * minute;

describe('the top of the scale', () => {
  test.each([
    [0, 1],
    [0.3, 0.4],
    [1, 1],
    [3.1, 4],
    [47, 50],
    [51, 100],
    [312, 400],
    [9100, 10_000],
  ])('over %d is %d', (max, top) => {
    expect(niceTop(max)).toBeCloseTo(top);
  });

  test('never passes a natural end', () => {
    expect(niceTop(140, 100)).toBe(100);
  });
});

describe('the moments on the axis', () => {
  const at = new Date(2026, 10, 24, 14, 3).getTime();

  test('are round in the reader’s own zone', () => {
    const ticks = timeTicks({ from: at - hour, to: at });
    expect(ticks.map((tick) => new Date(tick).getMinutes())).toEqual([10, 20, 30, 40, 50, 0]);
    const days = timeTicks({ from: at - 7 * 24 * hour, to: at });
    expect(days.map((tick) => new Date(tick).getHours())).toEqual([0, 0, 0, 0, 0, 0, 0]);
  });

  test.each([1, 6, 24, 7 * 24, 30 * 24])('are few over %d hours', (hours) => {
    const { length } = timeTicks({ from: at - hours * hour, to: at });
    expect(length).toBeGreaterThan(2);
    expect(length).toBeLessThan(9);
  });
});

describe('a line', () => {
  const frame = { from: 0, to: 10 * minute, top: 100 };
  const point = (minutes: number, value: number) => ({ at: minutes * minute, value });

  test('goes from corner to corner of its frame', () => {
    expect(draw([point(0, 0), point(10, 100)], frame, 20 * minute)).toEqual({
      line: 'M0 100L1000 0',
      area: 'M0 100L0 100L1000 0L1000 100Z',
    });
  });

  test('breaks where nothing was measured', () => {
    const { line } = draw([point(0, 0), point(1, 0), point(5, 50), point(6, 50)], frame, 90_000);
    expect(line).toBe('M0 100L100 100M500 50L600 50');
  });

  test('leaves out what is outside, and shows a lone point', () => {
    const { line } = draw([point(-5, 1), point(5, 50)], frame, 2 * minute);
    expect(line).toBe('M500 50L600 50');
  });

  test('stays in the frame', () => {
    expect(draw([point(0, 400), point(1, -4)], frame, 2 * minute).line).toBe('M0 0L100 100');
  });
});

test('finds what is nearest to a moment', () => {
  const points = [0, 10, 20].map((at) => ({ at, value: 1 }));
  expect([-5, 4, 6, 99].map((at) => nearest(points, at))).toEqual([0, 0, 1, 2]);
  expect(nearest([], 3)).toBe(-1);
  expect(periodOf(points)).toBe(10);
});
