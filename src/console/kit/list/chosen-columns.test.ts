import { expect, test } from 'vitest';
import { tooMany } from './chosen-columns.ts';

const column = (shown: 'fixed' | 'always' | 'wide' | 'asked', width: number) => ({ shown, width });
const table = [
  column('fixed', 300),
  column('wide', 100),
  column('always', 400),
  column('wide', 150),
];

// The box and the actions take 110 of it, and the navigation 188.
test.each([
  [1440, 0],
  [1248, 0],
  [1247, 1],
  // It is a rail now, of 52.
  [1199, 0],
  [1111, 1],
  [1011, 2],
  [600, 2],
])('in a window of %i px %i columns make room', (windowWidth, count) => {
  expect(tooMany(table, windowWidth, 'en-US')).toBe(count);
});

test('what was asked for takes nobody’s place', () => {
  expect(tooMany([...table, column('asked', 500)], 1440, 'en-US')).toBe(0);
});
