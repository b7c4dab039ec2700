import { expect, test } from 'vitest';
import { createAttempts } from './attempts.ts';

test('an address has so many attempts in a span of time, and others have theirs', () => {
  let time = 0;
  const attempts = createAttempts(2, 60_000, () => time);
  expect([attempts.make('a'), attempts.make('a')]).toEqual([0, 0]);
  time = 45_500;
  expect([attempts.make('a'), attempts.make('b')]).toEqual([15, 0]);
  time = 60_000;
  expect(attempts.make('a')).toBe(0);
});
