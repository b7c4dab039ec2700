import { expect, test } from 'vitest';
import type { Field } from './definition.ts';
import { offersFor } from './offers.ts';

const field: Field<{ zone?: string }> = {
  id: 'zone',
  label: () => '',
  operators: ['is'],
  read: ({ zone }) => [zone],
};
const items = [{ zone: 'b' }, { zone: 'a' }, { zone: 'b' }, {}];

test('offers what the items hold, most frequent first, with how many have it', () => {
  expect(offersFor(field, 'is', items, [])).toEqual([
    { value: 'b', count: 2 },
    { value: 'a', count: 1 },
  ]);
});

test('keeps a chosen value that nothing holds any more, so that it can be unchosen', () => {
  expect(offersFor(field, 'is', items, ['c', 'a'])[0]).toEqual({ value: 'c', count: undefined });
});

test('adds what the field offers by itself', () => {
  expect(offersFor({ ...field, offers: ['7', '30'] }, 'is', [], ['7'])).toEqual([
    { value: '7', count: undefined },
    { value: '30', count: undefined },
  ]);
});
