import { expect, test } from 'vitest';
import { levelOf, shareOf } from './level.ts';

test.each([
  [0, 20, undefined],
  [15, 20, undefined],
  [16, 20, 'near'],
  [19, 20, 'near'],
  [20, 20, 'full'],
  [25, 20, 'full'],
])('%i of %i is %s', (used, limit, level) => {
  expect(levelOf({ used, limit })).toBe(level);
});

test('a limit that is not told, or is none, warns of nothing', () => {
  expect(levelOf({ used: 5 })).toBeUndefined();
  expect(levelOf({ used: 0, limit: 0 })).toBeUndefined();
  expect(shareOf({ used: 30, limit: 20 })).toBe(1);
});
