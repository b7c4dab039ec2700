import { expect, test } from 'vitest';
import { encodeUserdata } from '../../../contract/userdata.ts';
import type { Pair } from '../../kit/form/PairsField.tsx';
import { changesOf, type Details, pairProblems } from './details.ts';

const script = '#!/bin/bash\necho hello\n';
const before: Details = {
  hostname: 'web-1',
  pairs: [
    { id: '0', key: 'Role', value: 'web' },
    { id: '1', key: 'team', value: 'shop' },
  ],
  script,
};
const [role, team] = before.pairs;

test.each<[string, Partial<Details>, object]>([
  ['nothing was changed', {}, {}],
  ['a row nobody filled', { pairs: [...before.pairs, { id: '2', key: '', value: '' }] }, {}],
  ['another order', { pairs: [...before.pairs].reverse() }, {}],
  ['the host name', { hostname: 'web-2' }, { hostname: 'web-2' }],
  [
    'a new pair, with those that stay',
    { pairs: [...before.pairs, { id: '2', key: 'tier', value: '' }] },
    {
      metadata: [
        { key: 'Role', value: 'web' },
        { key: 'team', value: 'shop' },
        { key: 'tier', value: '' },
      ],
    },
  ],
  [
    'a pair that goes',
    { pairs: [team] as Pair[] }, // the array holds two
    {
      metadata: [
        { key: 'team', value: 'shop' },
        { key: 'Role-', value: '' },
      ],
    },
  ],
  [
    'a key in other letters is the same key',
    { pairs: [{ ...role, key: 'ROLE' }, team] as Pair[] }, // the array holds two
    {
      metadata: [
        { key: 'ROLE', value: 'web' },
        { key: 'team', value: 'shop' },
      ],
    },
  ],
  [
    'a script',
    { script: '#!/bin/bash\n网站\n' },
    { userdata: [{ key: 'launch-script', value: encodeUserdata('#!/bin/bash\n网站\n') }] },
  ],
])('sends what was changed: %s', (_, change, sent) => {
  expect(changesOf({ ...before, ...change }, before)).toEqual(sent);
});

test.each([
  ['', '', {}],
  ['', 'x', { key: 'keyEmpty' }],
  ['ROLE', 'x', { key: 'keyTwice' }],
])('a pair %j, %.20j', (key, value, problems) => {
  const pair = { id: '9', key, value };
  expect(pairProblems(pair, [...before.pairs, pair])).toEqual(problems);
});
