import { expect, test } from 'vitest';
import { clock } from './Elapsed.tsx';

test.each([
  [-500, '0:00'],
  [9_400, '0:09'],
  [60_000, '1:00'],
  [59 * 60_000 + 59_000, '59:59'],
  [3_723_000, '1:02:03'],
])('%d ms is %s', (milliseconds, text) => {
  expect(clock(milliseconds)).toBe(text);
});
