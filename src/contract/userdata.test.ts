import { expect, test } from 'vitest';
import { decodeUserdata, encodeUserdata, metadataProblems, userdataProblem } from './userdata.ts';

test.each([
  ['#!/bin/bash\necho 1', 'linux', undefined],
  ['#!/usr/bin/env python\nprint(1)', 'linux', undefined],
  ['#!/bin/sh\n', 'linux', 'begin'],
  ['echo 1', 'linux', 'begin'],
  ['#!/bin/bash\n', 'windows', 'begin'],
  ['<powershell>Get-Date</powershell>', 'windows', undefined],
  ['<cmd>dir</powershell>', 'windows', 'begin'],
  [`#!/bin/bash\n${'x'.repeat(16 * 1024)}`, 'linux', 'long'],
  [`#!/bin/bash\n${'中'.repeat(6000)}`, 'linux', 'long'],
] as const)('%.20s on %s', (script, osType, problem) => {
  expect(userdataProblem(script, osType)).toBe(problem);
});

test('a script survives its encoding, whatever language it is in', () => {
  const script = '#!/bin/bash\necho 你好 – ✓\n';
  expect(decodeUserdata(encodeUserdata(script))).toBe(script);
  expect(decodeUserdata('%%%')).toBeUndefined();
});

test.each([
  ['tier', '', {}],
  ['', 'x', { key: 'keyEmpty' }],
  ['tier-', 'x', { key: 'keyEnd' }],
  ['ROLE', 'x', { key: 'keyTwice' }],
  ['k'.repeat(257), 'x', { key: 'keyLong' }],
  ['tier', '网'.repeat(5462), { value: 'valueLong' }],
  ['tier', 'x'.repeat(16 * 1024), {}],
])('a pair of metadata %.20j, %.20j', (key, value, problems) => {
  expect(metadataProblems({ key, value }, ['Role'])).toEqual(problems);
});
