import { expect, test } from 'vitest';
import type { Entry } from './entry.ts';
import { repeatOf } from './repeat.ts';

const failed = (facts: Partial<Entry> = {}): Entry => ({
  id: '1',
  operation: 'stopInstance',
  region: 'cn-north-1',
  resource: { kind: 'instance', id: 'i-1', name: 'web-1' },
  input: { regionId: 'cn-north-1', instanceId: 'i-1', chargeOnStopped: 'stopCharging' },
  touches: [],
  startedAt: 0,
  status: 'failed',
  ...facts,
});

test('a failure can be asked for again, with the same choices', () => {
  expect(repeatOf(failed())).toMatchObject({
    operation: { name: 'stopInstance' },
    input: { chargeOnStopped: 'stopCharging' },
    resource: { name: 'web-1' },
  });
});

test.each<[string, Partial<Entry>]>([
  ['may have happened', { status: 'unknown' }],
  ['is going on', { status: 'running' }],
  ['held a secret, and so was not kept', { input: undefined }],
  ['erases something', { operation: 'deleteInstance' }],
  ['another version of the console sent', { operation: 'teleportInstance' }],
  ['does not fit its row any more', { input: { regionId: '../evil', instanceId: 'i-1' } }],
])('what %s is not offered again', (_, facts) => {
  expect(repeatOf(failed(facts))).toBeUndefined();
});
