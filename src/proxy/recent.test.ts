import { expect, test } from 'vitest';
import { createRecent } from './recent.ts';

test('no more is remembered than was agreed, and the oldest goes first', () => {
  const recent = createRecent<number>(2);
  recent.set('a', 1);
  recent.set('b', 2);
  recent.set('c', 3);
  expect(['a', 'b', 'c'].map((key) => recent.get(key))).toEqual([undefined, 2, 3]);
});
