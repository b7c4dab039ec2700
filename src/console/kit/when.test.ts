import { expect, it } from 'vitest';
import { words } from '../words/en-US/index.ts';
import { formatWhen } from './when.ts';

const now = Date.UTC(2026, 10, 24, 12);
const second = 1000;

it.each([
  [0, '0 s'],
  [59 * second, '59 s'],
  [60 * second, '1 min'],
  [59 * 60 * second, '59 min'],
  [60 * 60 * second, '1 h'],
  [23 * 60 * 60 * second, '23 h'],
  [4 * 24 * 60 * 60 * second, 'Nov 20'],
])('%i ms ago is %s', (ago, text) => {
  expect(formatWhen(now - ago, now, words, 'en-US')).toBe(text);
});

it('knows no future: a clock that runs ahead is not minus two seconds ago', () => {
  expect(formatWhen(now + 2000, now, words, 'en-US')).toBe('0 s');
});
