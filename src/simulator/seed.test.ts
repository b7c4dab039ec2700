import { describe, expect, test } from 'vitest';
import { regions } from '../contract/regions.ts';
import { toNumber } from '../contract/addresses.ts';
import { instanceTypes } from './catalogue.ts';
import { seedWorld } from './seed.ts';
import { testCloud, testStart } from './test-cloud.ts';
import type { RegionWorld, World } from './world.ts';

const clock = { now: () => testStart };
const seeded = (instances: number, seed: string | number = 'test'): World =>
  seedWorld({ clock, seed, instances, speed: 1 });
const main = (world: World): RegionWorld => {
  const region = world.regions.get('cn-north-1');
  if (!region) throw new Error('there is no cn-north-1');
  return region;
};
/** Everything there is, as text. */
const picture = (world: World): string =>
  JSON.stringify([...world.regions.values()], (_, value: unknown) => {
    if (value instanceof Map) return [...value];
    return value instanceof Set ? [...value] : value;
  });

describe('the same seed', () => {
  test('gives the same world', () => {
    expect(picture(seeded(60))).toBe(picture(seeded(60)));
  });

  test('gives the same other regions whatever the size of the main one', () => {
    const elsewhere = (world: World) =>
      [...world.regions.values()].slice(1).map(({ instances }) => [...instances.keys()]);
    expect(elsewhere(seeded(5))).toEqual(elsewhere(seeded(500)));
  });

  test('another one gives another', () => {
    expect([...main(seeded(5, 1)).instances.keys()]).not.toEqual([
      ...main(seeded(5, 2)).instances.keys(),
    ]);
  });
});

describe('a fleet', () => {
  test.each([0, 1, 7, 60, 1000])('of %d has so many machines, whose names differ', (count) => {
    const { instances } = main(seeded(count));
    expect(instances.size).toBe(count);
    expect(new Set([...instances.values()].map(({ name }) => name)).size).toBe(count);
  });

  test('is mostly running, and has some of everything', () => {
    const all = [...main(seeded(60)).instances.values()];
    const share = all.filter(({ status }) => status === 'running').length / all.length;
    expect(share).toBeGreaterThan(0.7);
    expect(share).toBeLessThan(0.9);
    const statuses = new Set(all.map(({ status }) => status));
    for (const status of ['running', 'stopped', 'pending', 'rebooting', 'stopping', 'error'])
      expect(statuses).toContain(status);
    expect(new Set(all.map(({ billing }) => billing.status))).toEqual(
      new Set(['normal', 'overdue', 'arrear']),
    );
    expect(new Set(all.map(({ os }) => os.osType))).toEqual(new Set(['linux', 'windows']));
  });

  test('comes to rest', () => {
    const cloud = testCloud({ instances: 60 });
    cloud.pass(60_000);
    for (const { status, task } of cloud.region.instances.values()) {
      expect(['running', 'stopped', 'error']).toContain(status);
      expect(task).toBeUndefined();
    }
  });

  test('fits together', () => {
    for (const region of seeded(300).regions.values()) {
      for (const one of region.instances.values()) {
        expect(region.zones).toContain(one.az);
        expect(instanceTypes.has(one.instanceType)).toBe(true);
        expect(region.images.get(one.imageId)?.excludedTypes).not.toContain(one.instanceType);
        for (const key of one.keyNames) expect(region.keypairs.has(key)).toBe(true);
        expect(region.interfaces.get(one.primary.id)).toBe(one.primary);
        expect(one.primary.instanceId).toBe(one.id);
        const subnet = region.subnets.get(one.primary.subnetId);
        expect(subnet?.used.has(toNumber(one.primary.primaryIp) ?? 0)).toBe(true);
        for (const group of one.primary.securityGroupIds)
          expect(region.securityGroups.get(group)?.vpcId).toBe(subnet?.vpcId);
        for (const disk of [one.systemDisk, ...one.dataDisks]) {
          if (disk?.diskId === undefined) continue;
          expect(region.disks.get(disk.diskId)).toMatchObject({
            az: one.az,
            instanceIds: [one.id],
          });
        }
      }
      const addresses = [...region.interfaces.values()].map(
        ({ vpcId, primaryIp }) => `${vpcId} ${primaryIp}`,
      );
      expect(new Set(addresses).size).toBe(addresses.length);
    }
  });

  test('leaves something free for the pickers of every region', () => {
    const world = seeded(60);
    expect([...world.regions.keys()]).toEqual(regions.map(({ id }) => id));
    for (const region of world.regions.values()) {
      expect([...region.disks.values()].some(({ status }) => status === 'available')).toBe(true);
      expect([...region.elasticIps.values()].some((eip) => !eip.networkInterfaceId)).toBe(true);
      expect([...region.interfaces.values()].some((nic) => !nic.instanceId)).toBe(true);
      expect(region.instances.size).toBeLessThan(region.quotas.instance);
    }
  });
});

// To build them takes seconds, more of them on a busy machine than a test has by default.
test('a hundred thousand machines are there, listed and found', { timeout: 120_000 }, async () => {
  const cloud = testCloud({ instances: 100_000 });
  const { totalCount, instances } = await cloud.call('describeInstances', {
    pageNumber: 1000,
    pageSize: 100,
  });
  expect(totalCount).toBe(100_000);
  expect(instances).toHaveLength(100);
  const last = instances?.at(-1);
  const found = await cloud.call('describeInstances', {
    filters: [{ name: 'privateIpAddress', values: [last?.privateIpAddress ?? ''] }],
  });
  expect(found.instances?.map(({ instanceId }) => instanceId)).toContain(last?.instanceId);
  const { quotas } = await cloud.call('describeQuotas', {
    filters: [{ name: 'resourceTypes', values: ['instance'] }],
  });
  expect(quotas).toMatchObject([{ used: 100_000, limit: 125_000 }]);
});
