import { expect, test } from 'vitest';
import { attachmentWork, hasChangingDisk } from './attachment-work.ts';
import type { Instance } from './instances.ts';

const withDisk = (status?: string): Instance => ({
  instanceId: 'i-1',
  dataDisks: [{ status, cloudDisk: { diskId: 'vol-1' } }],
});
const input = { diskId: 'vol-1' };

test.each([
  ['attachDisk', 'attaching', 'changing'],
  ['attachDisk', 'attached', 'done'],
  ['attachDisk', 'error_attach', 'failed'],
  ['attachDisk', 'detached', 'before'],
  ['detachDisk', 'attached', 'before'],
  ['detachDisk', 'detaching', 'changing'],
  ['detachDisk', 'detached', 'done'],
  ['detachDisk', 'error_detach', 'failed'],
] as const)('%s of a disk that is %s is %s', (operation, status, work) => {
  expect(attachmentWork(operation, input, withDisk(status))).toBe(work);
});

test('a disk that is not there any more is detached', () => {
  expect(attachmentWork('detachDisk', input, { instanceId: 'i-1' })).toBe('done');
  expect(attachmentWork('attachDisk', input, { instanceId: 'i-1' })).toBe('before');
});

test('an interface shows when the work is done, and not before', () => {
  const nic = { networkInterfaceId: 'port-1' };
  const on: Instance = {
    instanceId: 'i-1',
    secondaryNetworkInterfaces: [{ networkInterface: nic }],
  };
  const off: Instance = { instanceId: 'i-1' };
  expect(attachmentWork('attachNetworkInterface', nic, off)).toBe('before');
  expect(attachmentWork('attachNetworkInterface', nic, on)).toBe('done');
  expect(attachmentWork('detachNetworkInterface', nic, on)).toBe('before');
  expect(attachmentWork('detachNetworkInterface', nic, off)).toBe('done');
});

test('a disk under way makes its instance worth a look', () => {
  expect(hasChangingDisk(withDisk('attaching'))).toBe(true);
  expect(hasChangingDisk(withDisk('attached'))).toBe(false);
});
