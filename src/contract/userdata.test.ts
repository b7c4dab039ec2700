import { expect, test } from 'vitest';
import { decodeUserdata, encodeUserdata, userdataProblem } from './userdata.ts';

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
