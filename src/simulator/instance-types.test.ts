import { beforeEach, describe, expect, test } from 'vitest';
import { type TestCloud, testCloud } from './test-cloud.ts';

let cloud: TestCloud;
beforeEach(() => {
  cloud = testCloud();
});

type Ask = Parameters<typeof cloud.call<'describeInstanceTypes'>>[1];
const ask = async (input: Ask = {}) =>
  (await cloud.call('describeInstanceTypes', input)).instanceTypes ?? [];
const filter = (name: 'instanceTypes' | 'az' | 'architecture', ...values: string[]): Ask => ({
  filters: [{ name, values }],
});

describe('instance types', () => {
  test('come all at once, with stock per zone', async () => {
    const types = await ask();
    expect(types.length).toBeGreaterThan(38);
    const plain = types.find(({ instanceType }) => instanceType === 'g.n4.xlarge');
    expect(plain).toMatchObject({
      family: 'g.n',
      generation: 4,
      cpu: 4,
      memoryMB: 16384,
      nicLimit: 4,
      cloudDiskCountLimit: 8,
      architecture: 'x86_64',
      state: [
        { az: 'cn-north-1a', inStock: true },
        { az: 'cn-north-1b', inStock: true },
        { az: 'cn-north-1c', inStock: true },
      ],
    });
    const gone = types.find(({ instanceType }) => instanceType === 'p.n1v100.10xlarge');
    expect(gone?.state?.some(({ inStock }) => inStock)).toBe(false);
    expect(gone).toHaveProperty('gpu');
    const burstable = types.find(({ instanceType }) => instanceType === 't.c2.large');
    expect(burstable?.burstInfo).toEqual({ basePerformance: 0.2, creditsEarnedPerHour: 24 });
  });

  test('by name, by zone, by architecture', async () => {
    const two = await ask(filter('instanceTypes', 'g.n4.large', 's.d2.xlarge', 'r.x.y'));
    expect(two.map(({ instanceType }) => instanceType)).toEqual(['g.n4.large', 's.d2.xlarge']);
    const [first] = await ask(filter('az', 'cn-north-1b'));
    expect(first?.state?.map(({ az }) => az)).toEqual(['cn-north-1b']);
    expect(await ask(filter('az', 'cn-east-2a'))).toEqual([]);
    expect(await ask(filter('architecture', 'arm64'))).toEqual([]);
  });

  test('for spot and for containers are fewer', async () => {
    const all = (await ask()).length;
    const spot = await ask({ chargeMode: 'postpaid_by_spot' });
    expect(spot.length).toBeGreaterThan(0);
    expect(spot.length).toBeLessThan(all);
    const containers = await ask({ serviceName: 'nc' });
    expect(containers.some(({ instanceType }) => instanceType.endsWith('.metal'))).toBe(false);
  });
});

describe('quotas', () => {
  type Query = Parameters<typeof cloud.call<'describeQuotas'>>[1];
  const quotas = async (input: Query = {}) =>
    (await cloud.call('describeQuotas', input)).quotas ?? [];
  const only = (...values: string[]): Query => ({ filters: [{ name: 'resourceTypes', values }] });

  test('count what the region holds', async () => {
    const all = await quotas();
    expect(all.map(({ resourceType }) => resourceType)).toEqual([
      'instance',
      'instance_cpu',
      'instance_memory',
      'instance_local_disk',
      'keypair',
      'image',
      'instanceTemplate',
    ]);
    expect(all[0]?.used).toBe(30);
    for (const { limit = 0, used = 0 } of all) expect(limit).toBeGreaterThanOrEqual(used);
  });

  test('move with what is made and deleted', async () => {
    const [before] = await quotas(only('keypair'));
    await cloud.call('createKeypair', { keyName: 'more' });
    const [after] = await quotas(only('keypair'));
    expect(after?.used).toBe((before?.used ?? 0) + 1);
  });

  test('of an image being shared are asked for by its id', async () => {
    const image = [...cloud.region.images.values()].find(({ pins }) => pins.length === 3);
    const shared = await quotas({ ...only('imageShare'), imageId: image?.id ?? '' });
    expect(shared).toEqual([{ resourceType: 'imageShare', limit: 20, used: 3 }]);
    expect(await cloud.refusal('describeQuotas', only('imageShare'))).toEqual({
      code: 400,
      status: 'INVALID_ARGUMENT',
      message: 'Parameter ImageId missing',
    });
  });
});
