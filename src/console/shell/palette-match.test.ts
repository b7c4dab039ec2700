import { expect, test } from 'vitest';
import { findWords, rank } from './palette-match.ts';

test.each<[string, string, [number, number][] | undefined]>([
  ['Stop', 'st', [[0, 2]]],
  ['bastion-bj', 'st', [[2, 4]]],
  ['past-staging', 'st', [[5, 7]]],
  [
    'web-01 i-abc',
    'abc web',
    [
      [0, 3],
      [9, 12],
    ],
  ],
  ['webweb', 'web ebw', [[0, 4]]],
  ['web-01', 'web x', undefined],
  ['anything', '  ', []],
  ['停止实例', '实例', [[2, 4]]],
])('in %j, %j is found at %j', (text, query, places) => {
  expect(findWords(text, query)).toEqual(places);
});

test('the start of a text beats the start of a word beats the middle', () => {
  const texts = ['bastion', 'web-stage', 'staging', 'other'];
  const fitting = texts.filter((text) => rank(text, 'st') !== undefined);
  expect(fitting.toSorted((a, b) => (rank(a, 'st') ?? 0) - (rank(b, 'st') ?? 0))).toEqual([
    'staging',
    'web-stage',
    'bastion',
  ]);
});
