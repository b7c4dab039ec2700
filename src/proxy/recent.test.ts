import { expect, test } from 'vitest';
import { createRecent } from './recent.ts';

test('no more is remembered than was agreed, and the oldest go first', () => {
  const recent = createRecent<number>(4);
  const keys = ['a', 'b', 'c', 'd', 'e'];
  keys.forEach((key, index) => recent.set(key, index));
  expect(keys.map((key) => recent.get(key))).toEqual([undefined, undefined, 2, 3, 4]);
});
