import { expect, test } from 'vitest';
import { words } from '../../words/en-US/index.ts';
import type { Grouping } from './definition.ts';
import { groupsOf, linesOf } from './groups.ts';

interface Machine {
  name: string;
  zone?: string;
  tags?: Record<string, string>;
}

const groupings: Grouping<Machine>[] = [
  {
    id: 'zone',
    label: () => 'Zone',
    read: ({ zone }) => zone,
    word: (value) => `Zone ${value}`,
  },
  { id: 'tag', label: () => 'Tag', read: ({ tags }, key) => tags?.[key] },
];
const setting = { words, language: 'en-US', region: 'cn-north-1' } as const;
const machines: Machine[] = [
  { name: 'w-1', zone: 'b', tags: { team: 'web' } },
  { name: 'w-2', zone: 'a' },
  { name: 'w-3', zone: 'b', tags: { team: 'data' } },
  { name: 'w-4', zone: 'a', tags: { team: 'web' } },
  { name: 'w-5' },
];
const summary = (group: string) =>
  groupsOf(machines, groupings, group, setting).map(
    ({ label, start, items }) => `${label} @${start}: ${items.map(({ name }) => name).join(' ')}`,
  );

test('groups come by name, what has no value last, each in its own order', () => {
  expect(summary('zone')).toEqual(['Zone a @0: w-2 w-4', 'Zone b @2: w-1 w-3', 'None @4: w-5']);
});

test('tags are grouped by one of their keys', () => {
  expect(summary('tag:team')).toEqual(['data @0: w-3', 'web @1: w-1 w-4', 'None @3: w-2 w-5']);
});

test('without a grouping there are no headings', () => {
  expect(summary('')).toEqual([]);
  expect(linesOf(machines, 0, [], new Set())).toHaveLength(5);
});

const shown = (first: number, count: number, folded: string[] = []) => {
  const groups = groupsOf(machines, groupings, 'zone', setting);
  const rows = groups.flatMap(({ items }) => items).slice(first, first + count);
  return linesOf(rows, first, groups, new Set(folded)).map((line) =>
    'group' in line ? line.group.label : `${line.row} ${line.item.name}`,
  );
};

test('a page that begins within a group repeats its heading', () => {
  expect(shown(3, 2)).toEqual(['Zone b', '0 w-3', 'None', '1 w-5']);
});

test('a folded group leaves its heading, and the rows are counted without it', () => {
  expect(shown(0, 5, ['a'])).toEqual(['Zone a', 'Zone b', '0 w-1', '1 w-3', 'None', '2 w-5']);
});
