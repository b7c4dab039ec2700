import { expect, test } from 'vitest';
import { measureFor, quantity, round } from './measure.ts';

test.each([
  ['%', 23.41, 'plain', '23.4 %'],
  ['Bps', 6_012_500, 'bits', '48.1 Mbps'],
  ['Bps', 312_000, 'plain', '312 KB/s'],
  ['bps', 1200, 'bits', '1.2 kbps'],
  ['bit/s', 1_000_000, 'plain', '1.0 Mbps'],
  ['IOPS', 312, 'plain', '312 IOPS'],
  ['IOPS', 0, 'plain', '0 IOPS'],
  ['count', 12_000, 'plain', '12.0 k count'],
  ['', 5, 'plain', '5.0 '],
] as const)('%s: %d reads as %s "%s"', (unit, value, reading, text) => {
  expect(quantity(value, measureFor(unit, value, reading))).toBe(text);
});

test('all values of a chart are in the unit of the largest', () => {
  const measure = measureFor('Bps', 2e9, 'plain');
  expect([2e9, 5e6, 0].map((value) => quantity(value, measure))).toEqual([
    '2.0 GB/s',
    '0.01 GB/s',
    '0 GB/s',
  ]);
});

test('a scale has no digits it does not need', () => {
  const measure = measureFor('Bps', 30e6, 'plain');
  expect([40e6, 2.5e6, 0].map((value) => round(value, measure))).toEqual([
    '40 MB/s',
    '2.5 MB/s',
    '0 MB/s',
  ]);
});
