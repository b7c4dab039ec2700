import { expect, test } from 'vitest';
import type { Image } from './images.ts';
import type { InstanceType } from './instance-types.ts';
import type { Instance } from './instances.ts';
import { rebuildObstacle } from './rebuild-rules.ts';
import { localDataDisks, resizeObstacle } from './resize-rules.ts';

const machine = (facts: Partial<Instance> = {}): Instance => ({
  instanceId: 'i-1',
  instanceType: 'g.n2.large',
  az: 'cn-north-1a',
  osType: 'linux',
  systemDisk: { diskCategory: 'cloud', status: 'attached', cloudDisk: disk(40) },
  primaryNetworkInterface: {},
  ...facts,
});
const disk = (diskSizeGB: number, encrypted = false) => ({
  diskId: 'vol-1',
  diskSizeGB,
  encrypted,
});
const target = (facts: Partial<InstanceType> = {}): InstanceType => ({
  instanceType: 'g.n4.large',
  generation: 4,
  cpu: 2,
  nicLimit: 2,
  cloudDiskCountLimit: 2,
  state: [{ az: 'cn-north-1a', inStock: true }],
  ...facts,
});
const local = { diskCategory: 'local' as const, status: 'attached' as const };
const cloud = { diskCategory: 'cloud' as const, status: 'attached' as const };

test('what fits can be resized to', () => {
  expect(resizeObstacle(machine(), target(), {})).toBeUndefined();
});

test.each<[string, Instance, InstanceType, Parameters<typeof resizeObstacle>[2], RegExp]>([
  ['bare metal', machine(), target({ instanceType: 'g.n2.metal' }), {}, /not enough/],
  [
    'another generation with a local system disk',
    machine({ systemDisk: local }),
    target(),
    { current: { generation: 2 } },
    /Only support cloud system disk/,
  ],
  [
    'storage types with a local system disk',
    machine({ systemDisk: local }),
    target({ instanceType: 's.d2.xlarge' }),
    { current: { generation: 4 } },
    /Only support cloud system disk/,
  ],
  [
    'generation 1 in a group',
    machine({ ag: { id: 'ag-1' } }),
    target({ instanceType: 'g.s1.small', generation: 1 }),
    {},
    /not enough/,
  ],
  [
    'what the image excludes',
    machine(),
    target(),
    { excluded: ['g.n4.large'] },
    /Doesn't support instanceType 'g.n4.large'/,
  ],
  ['too much for Windows', machine({ osType: 'windows' }), target({ cpu: 96 }), {}, /Doesn't supp/],
  [
    'too few interfaces',
    machine({ secondaryNetworkInterfaces: [{}, {}] }),
    target(),
    {},
    /NetworkInterface limit/,
  ],
  ['too few disks', machine({ dataDisks: [cloud, cloud] }), target(), {}, /CloudDisk limit/],
  [
    'generation 1 with an encrypted disk',
    machine({ dataDisks: [{ ...cloud, cloudDisk: disk(20, true) }] }),
    target({ generation: 1 }),
    {},
    /encrypted/,
  ],
  [
    'what is sold out in its zone',
    machine(),
    target({ state: [{ az: 'cn-north-1a', inStock: false }] }),
    {},
    /out of stock/,
  ],
])('%s cannot', (_, instance, type, around, message) => {
  expect(resizeObstacle(instance, type, around)?.refusal.message).toMatch(message);
});

test('local data disks are those that are still there', () => {
  const dataDisks = [local, { ...local, status: 'detached' as const }, cloud];
  expect(localDataDisks({ dataDisks })).toHaveLength(1);
});

const image = (facts: Partial<Image> = {}): Image => ({
  imageId: 'img-1',
  status: 'ready',
  rootDeviceType: 'cloudDisk',
  systemDiskSizeGB: 40,
  osType: 'linux',
  ...facts,
});

test.each<[string, Instance, Image, RegExp | undefined]>([
  ['that fits', machine(), image(), undefined],
  ['that is not ready', machine(), image({ status: 'pending' }), /not ready/],
  ['for cloud disks on a local one', machine({ systemDisk: local }), image(), /cloud system disk/],
  ['for local disks', machine(), image({ rootDeviceType: 'localDisk' }), /local system disk/],
  ['larger than the disk', machine(), image({ systemDiskSizeGB: 100 }), /NewSysDiskSizeGB/],
  [
    'that is encrypted',
    machine(),
    image({ systemDisk: { cloudDisk: disk(40, true) } }),
    /encryption/,
  ],
])('an image %s', (_, instance, of, message) => {
  const found = rebuildObstacle(instance, of)?.refusal.message;
  expect(found ?? '').toMatch(message ?? /^$/);
});

test('an image whose constraints exclude the type', () => {
  const found = rebuildObstacle(machine(), image(), {}, ['g.n2.large']);
  expect(found?.refusal.message).toMatch(/Doesn't support/);
});
