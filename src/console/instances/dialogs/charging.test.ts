import { expect, test } from 'vitest';
import type { Instance } from '../../../contract/instances.ts';
import { type ChargeChoice, frees, stopRequest } from './charging.ts';

const instance = (facts: Partial<Instance> = {}): Instance => ({
  instanceId: 'i-1',
  charge: { chargeMode: 'postpaid_by_duration' },
  systemDisk: { diskCategory: 'cloud' },
  chargeOnStopped: 'keepCharging',
  ...facts,
});

const sent = (facts: Partial<Instance>, choice: ChargeChoice) =>
  stopRequest(instance(facts), 'cn-north-1', choice).input.chargeOnStopped;

test('as set sends nothing, so that the setting of the instance counts', () => {
  expect(sent({}, 'asSet')).toBeUndefined();
  expect(frees(instance(), 'asSet')).toBe(false);
  expect(frees(instance({ chargeOnStopped: 'stopCharging' }), 'asSet')).toBe(true);
});

test('a choice is sent and decides whether anything is given back', () => {
  expect(sent({}, 'stopCharging')).toBe('stopCharging');
  expect(sent({ chargeOnStopped: 'stopCharging' }, 'keepCharging')).toBe('keepCharging');
  expect(frees(instance(), 'stopCharging')).toBe(true);
  expect(frees(instance({ chargeOnStopped: 'stopCharging' }), 'keepCharging')).toBe(false);
});

test.each<[string, Partial<Instance>]>([
  ['prepaid', { charge: { chargeMode: 'prepaid_by_duration' } }],
  ['by usage', { charge: { chargeMode: 'postpaid_by_usage' } }],
  ['with a local system disk', { systemDisk: { diskCategory: 'local' } }],
  ['on a dedicated host', { dedicatedHostId: 'host-1' }],
])('one that is %s is stopped without the choice, which the cloud would refuse', (_, facts) => {
  expect(sent(facts, 'stopCharging')).toBeUndefined();
  expect(frees(instance(facts), 'stopCharging')).toBe(false);
});
