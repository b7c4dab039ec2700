import { describe, expect, test } from 'vitest';
import { rangeNamed, seriesFrom, topOf } from './charts.ts';

describe('an answer of the monitor', () => {
  test('becomes a line, without moments that hold nothing', () => {
    const { points, unit } = seriesFrom([
      {
        metric: { monitorUnitEN: '%' },
        data: [
          { timestamp: 3000, value: '4.5' },
          { timestamp: 1000, value: 2 },
          { timestamp: 2000, value: null },
          { timestamp: 4000, value: '' },
          { value: 9 },
        ],
      },
    ]);
    expect(points).toEqual([
      { at: 1000, value: 2 },
      { at: 3000, value: 4.5 },
    ]);
    expect(unit).toBe('%');
  });

  test('may be empty', () => {
    expect(seriesFrom([])).toEqual({ points: [], unit: '' });
  });
});

test('a share never goes beyond a hundred, an empty chart has a scale', () => {
  const line = (unit: string, ...values: number[]) => ({
    unit,
    points: values.map((value, at) => ({ at, value })),
  });
  expect(topOf([line('%', 78, 90)], 1)).toBe(100);
  expect(topOf([line('Bps', 3_100_000), line('Bps', 10)], 125_000)).toBe(5_000_000);
  expect(topOf([line('IOPS', 0, 0)], 1)).toBe(1);
});

test('an address without a known range is the last hour', () => {
  expect(['24h', 'year', null].map(rangeNamed)).toEqual(['24h', '1h', '1h']);
});
