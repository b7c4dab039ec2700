import { expect, test } from 'vitest';
import { type ListSearch, readSearch, writeSearch } from './search.ts';

const shape = {
  columns: [{ id: 'name' }, { id: 'zone' }],
  fields: [
    { id: 'zone', operators: ['is', 'not'] as const },
    { id: 'tag', operators: ['is', 'key'] as const },
  ],
  tabs: [{ id: 'running' }, { id: 'error' }],
  groupings: [{ id: 'zone' }, { id: 'tag' }],
  sortedBy: 'name',
};

const plain: ListSearch = {
  text: '',
  tab: '',
  filters: [],
  sort: { column: 'name', descending: false },
  group: '',
  page: 1,
};

test('an address that says nothing shows the first page of everything', () => {
  expect(readSearch(new URLSearchParams(), shape)).toEqual(plain);
  expect(String(writeSearch(plain, shape))).toBe('');
});

test('what is written is read again, whatever the values hold', () => {
  const search: ListSearch = {
    text: 'a & b=c',
    tab: 'error',
    filters: [
      { field: 'zone', operator: 'is', values: ['cn-north-1a', 'cn-north-1b'] },
      { field: 'tag', operator: 'is', values: ['team=a:b,c&d%2F', '部门=研发'] },
      { field: 'tag', operator: 'key', values: ['team'] },
    ],
    sort: { column: 'zone', descending: true },
    group: 'tag:team:x',
    page: 'all',
  };
  const address = String(writeSearch(search, shape));
  expect(readSearch(new URLSearchParams(address), shape)).toEqual(search);
});

test.each([
  'page=0',
  'page=-2',
  'page=1.5',
  'page=x',
  'sort=unknown',
  'sort=-',
  'tab=nonsense',
  'f=zone',
  'f=zone:is:',
  'f=zone:key:a',
  'f=nothing:is:a',
])('%s falls back', (address) => {
  expect(readSearch(new URLSearchParams(address), shape)).toEqual(plain);
});

test('a parameter of somebody else stays', () => {
  const params = writeSearch({ ...plain, page: 3 }, shape, new URLSearchParams('a=1&page=9'));
  expect(String(params)).toBe('a=1&page=3');
});
