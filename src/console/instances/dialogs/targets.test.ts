import { expect, test } from 'vitest';
import type { InstanceType } from '../../../contract/instance-types.ts';
import type { Instance } from '../../../contract/instances.ts';
import { targetsFor } from './targets.ts';

const type = (instanceType: string, facts: Partial<InstanceType> = {}): InstanceType => ({
  instanceType,
  generation: 4,
  cpu: 2,
  nicLimit: 4,
  cloudDiskCountLimit: 8,
  state: [{ az: 'cn-north-1a', inStock: true }],
  ...facts,
});
const machine = (instanceId: string, facts: Partial<Instance> = {}): Instance => ({
  instanceId,
  instanceType: 'g.n4.large',
  imageId: 'img-1',
  az: 'cn-north-1a',
  systemDisk: { diskCategory: 'cloud' },
  ...facts,
});

/** Per type: free, or of whom and why not. */
const told = (
  instances: Instance[],
  types: InstanceType[],
  excluded = new Map<string, string[]>(),
) =>
  targetsFor(instances, types, excluded).map(({ obstacle }) => {
    if (!obstacle) return 'free';
    const { why, instance } = obstacle;
    return `${instance.instanceId}: ${why === 'current' ? why : why['en-US']}`;
  });

test('a type all of them can have is free; else the first that cannot says why', () => {
  const types = [
    type('g.n4.large'),
    type('g.n4.xlarge'),
    type('c.n4.xlarge', { state: [{ az: 'cn-north-1b', inStock: false }] }),
  ];
  const here = machine('i-1');
  const there = machine('i-2', { az: 'cn-north-1b', instanceType: 'g.n4.xlarge' });
  expect(told([here], types)).toEqual(['i-1: current', 'free', 'free']);
  expect(told([here, there], types)).toEqual([
    'i-1: current',
    'i-2: current',
    'i-2: Sold out in its zone.',
  ]);
});

test('the constraints of its image count, and so does what its system disk says of it', () => {
  const types = [type('g.n4.large'), type('g.n4.xlarge'), type('t.n4.large', { burstInfo: {} })];
  const excluded = new Map([['img-1', ['g.n4.xlarge']]]);
  const local = machine('i-1', { systemDisk: { diskCategory: 'local' } });
  expect(told([local], types, excluded)).toEqual([
    'i-1: current',
    'i-1: The image does not support this type.',
    'i-1: Burstable types take no image with a local system disk.',
  ]);
});

test('a local system disk cannot change the generation of its type', () => {
  const types = [type('g.n4.large'), type('g.n2.large', { generation: 2 })];
  const local = machine('i-1', { systemDisk: { diskCategory: 'local' } });
  expect(told([local], types)[1]).toBe('i-1: A local system disk cannot change the generation.');
});
