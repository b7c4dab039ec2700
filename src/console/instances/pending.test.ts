import { expect, test } from 'vitest';
import type { Entry, EntryStatus } from '../activity/entry.ts';
import { passwordWaits } from './pending.ts';

const entry = (operation: string, status: EntryStatus = 'done', id = 'i-1'): Entry => ({
  id: operation,
  operation,
  status,
  region: 'cn-north-1',
  resource: { kind: 'instance', id, name: 'web' },
  touches: [],
  startedAt: 0,
});

test.each<[string, Entry[], boolean]>([
  ['nothing was done', [], false],
  ['a reset', [entry('modifyInstancePassword')], true],
  ['a reset that was refused', [entry('modifyInstancePassword', 'failed')], false],
  ['a reset of another', [entry('modifyInstancePassword', 'done', 'i-2')], false],
  ['rebooted since', [entry('rebootInstance'), entry('modifyInstancePassword')], false],
  ['rebooting', [entry('rebootInstance', 'running'), entry('modifyInstancePassword')], true],
  ['started since', [entry('startInstance'), entry('modifyInstancePassword')], false],
  ['only stopped since', [entry('stopInstance'), entry('modifyInstancePassword')], true],
  ['rebooted before', [entry('modifyInstancePassword'), entry('rebootInstance')], true],
])('%s', (_, entries, waits) => {
  expect(passwordWaits(entries, 'i-1')).toBe(waits);
});
