import { expect, test } from 'vitest';
import { words } from '../../words/en-US/index.ts';
import type { Column, Field } from './definition.ts';
import { createSort, createTextMatch, filterMatch } from './match.ts';

interface Thing {
  name?: string;
  zone?: string;
  tags?: string[];
}

const setting = { words, language: 'zh-CN' as const, region: 'cn-north-1' };
const fields: Field<Thing>[] = [
  { id: 'zone', label: () => '', operators: ['is', 'not'], read: ({ zone }) => [zone] },
  {
    id: 'tag',
    label: () => '',
    operators: ['is', 'key', 'noKey', 'has'],
    read: ({ tags = [] }, operator) =>
      operator === 'is' || operator === 'has' ? tags : tags.map((tag) => tag.split('=')[0]),
  },
];
const filtered = (things: Thing[], ...filters: Parameters<typeof filterMatch<Thing>>[1]) =>
  things.filter(filterMatch(fields, filters));

const a = { name: 'web-1', zone: 'a', tags: ['team=pay', 'env=prod'] };
const b = { name: 'web-10', zone: 'b', tags: ['team=trade'] };
const c = { name: 'web-2' };

test('values of a filter are ORed, filters are ANDed', () => {
  expect(filtered([a, b, c], { field: 'zone', operator: 'is', values: ['a', 'b'] })).toEqual([
    a,
    b,
  ]);
  expect(
    filtered(
      [a, b, c],
      { field: 'zone', operator: 'is', values: ['a', 'b'] },
      { field: 'tag', operator: 'is', values: ['team=trade'] },
    ),
  ).toEqual([b]);
});

test('what has no value is not it', () => {
  expect(filtered([a, b, c], { field: 'zone', operator: 'not', values: ['a'] })).toEqual([b, c]);
});

test('tags are found by key, by absence and in part', () => {
  expect(filtered([a, b, c], { field: 'tag', operator: 'key', values: ['env'] })).toEqual([a]);
  expect(filtered([a, b, c], { field: 'tag', operator: 'noKey', values: ['env'] })).toEqual([b, c]);
  expect(filtered([a, b, c], { field: 'tag', operator: 'has', values: ['TRAD'] })).toEqual([b]);
});

test('a filter on an unknown field is no filter', () => {
  expect(filtered([a], { field: 'moon', operator: 'is', values: ['x'] })).toEqual([a]);
});

test('free text wants every word, in any field, in any case', () => {
  const match = createTextMatch<Thing>({ searched: ({ name, zone }) => [name, zone] });
  expect([a, b, c].filter(match('WEB a'))).toEqual([a]);
  expect([a, b, c].filter(match('web-1'))).toEqual([a, b]);
  expect([a, b, c].filter(match('  '))).toEqual([a, b, c]);
  expect([a, b, c].filter(match('web-1a'))).toEqual([]);
});

const column = (order?: Column<Thing>['order']): Column<Thing> => ({
  id: 'x',
  label: () => '',
  width: 1,
  shown: 'always',
  Cell: () => null,
  text: ({ name = '' }) => name,
  ...(order && { order }),
});
const names = (things: Thing[]) => things.map(({ name }) => name);

test('sorts as people count', () => {
  expect(names(createSort(column(), setting)([b, c, a], false))).toEqual([
    'web-1',
    'web-2',
    'web-10',
  ]);
  expect(names(createSort(column(), setting)([b, c, a], true))).toEqual([
    'web-10',
    'web-2',
    'web-1',
  ]);
});

test('puts Chinese after Latin, by sound', () => {
  const things = [{ name: '支付-2' }, { name: 'zz' }, { name: '订单' }, { name: '支付-1' }];
  expect(names(createSort(column(), setting)(things, false))).toEqual([
    'zz',
    '订单',
    '支付-1',
    '支付-2',
  ]);
});

test('puts what has no value last, up and down', () => {
  const things: Thing[] = [{ zone: 'n' }, { name: 'b' }, { name: 'a' }];
  expect(names(createSort(column(), setting)(things, false))).toEqual(['a', 'b', undefined]);
  expect(names(createSort(column(), setting)(things, true))).toEqual(['b', 'a', undefined]);
});

test('sorts numbers as numbers', () => {
  const byTags = column(({ tags }) => tags?.length);
  expect(names(createSort(byTags, setting)([a, b, c], false))).toEqual([
    'web-10',
    'web-1',
    'web-2',
  ]);
});
