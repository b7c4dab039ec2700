import { beforeEach, describe, expect, test } from 'vitest';
import { type TestCloud, testCloud } from './test-cloud.ts';

let cloud: TestCloud;
beforeEach(() => {
  cloud = testCloud({ instances: 42 });
  cloud.pass(60_000);
});

const machine = (name: string) => {
  for (const one of cloud.region.instances.values())
    if (one.name === name) return { instanceId: one.id };
  throw new Error(`the seed has no instance ${name}`);
};
const describeOne = async (input: { instanceId: string }) =>
  (await cloud.call('describeInstance', input)).instance;

describe('the attributes', () => {
  test('change at once', async () => {
    const input = machine('order-api-01');
    const changes = { name: '订单-01', description: '', hostname: 'order-01.prod' };
    await cloud.call('modifyInstanceAttribute', { ...input, ...changes });
    expect(await describeOne(input)).toMatchObject({
      instanceName: '订单-01',
      description: '',
      hostname: 'order-01.prod',
    });
  });

  test('metadata is merged whatever the case of its keys, and a dash takes one away', async () => {
    const input = machine('order-api-01');
    const custom = async () => {
      const filters = [{ name: 'instanceId' as const, values: [input.instanceId] }];
      return (await cloud.call('describeInstancesCustomData', { filters })).customData?.[0]
        ?.metadata;
    };
    await cloud.call('modifyInstanceAttribute', {
      ...input,
      metadata: [
        { key: 'Role', value: 'api' },
        { key: 'pool', value: 'blue' },
      ],
    });
    await cloud.call('modifyInstanceAttribute', {
      ...input,
      metadata: [{ key: 'role', value: 'web' }, { key: 'pool-' }],
    });
    expect(await custom()).toEqual([{ key: 'role', value: 'web' }]);
  });

  test.each([
    [{}, 'There are no modifiable properties in the parameter'],
    [{ name: '.web' }, 'Parameter Name invalid'],
    [{ hostname: 'no_underscore' }, 'Parameter Hostname invalid'],
    [
      { metadata: Array.from({ length: 41 }, (_, i) => ({ key: `k${i}`, value: '' })) },
      'Add metadata key-value count more than 40 pairs.',
    ],
    [{ userdata: [{ key: 'launch-script' as const, value: '***' }] }, 'is not base64'],
  ])('%j is refused', async (changes, message) => {
    const input = { ...machine('order-api-01'), ...changes };
    expect(await cloud.refusal('modifyInstanceAttribute', input)).toMatchObject({
      status: 'INVALID_ARGUMENT',
      message: expect.stringContaining(message),
    });
  });

  test('more than forty keys over several calls are refused too', async () => {
    const input = machine('order-api-01');
    const keys = (from: number) =>
      Array.from({ length: 30 }, (_, i) => ({ key: `k${from + i}`, value: '' }));
    await cloud.call('modifyInstanceAttribute', { ...input, metadata: keys(0) });
    const refused = await cloud.refusal('modifyInstanceAttribute', {
      ...input,
      name: 'renamed',
      metadata: keys(30),
    });
    expect(refused.message).toBe('Add metadata key-value count more than 40 pairs.');
    // A change is made whole or not at all.
    expect((await describeOne(input))?.instanceName).toBe('order-api-01');
  });
});

describe('the password', () => {
  test.each(['order-api-01', 'batch-etl-07'])('of %s is changed under the lock', async (name) => {
    const input = machine(name);
    const before = await describeOne(input);
    await cloud.call('modifyInstancePassword', { ...input, password: 'Tr0ub4dor&Zx' });
    expect(await describeOne(input)).toEqual(before);
    expect(
      await cloud.refusal('modifyInstancePassword', { ...input, password: 'Tr0ub4dor&Zy' }),
    ).toMatchObject({ message: expect.stringMatching(/^Conflict with underlay task/) });
    cloud.pass(5000);
    await cloud.call('modifyInstancePassword', { ...input, password: 'Tr0ub4dor&Zy' });
  });

  test.each([
    ['order-api-01', 'Root#Secret9', 'Invalid password'],
    ['win-build-02', 'Administrator#9', 'Invalid password'],
    ['order-api-01', 'onlyletters', 'Invalid password'],
    ['order-api-01', 'Abc#98765x', 'Invalid password'],
  ])('of %s is refused when it breaks a rule', async (name, password, message) => {
    const refused = await cloud.refusal('modifyInstancePassword', { ...machine(name), password });
    expect(refused).toEqual({ code: 400, status: 'INVALID_ARGUMENT', message });
  });
});

describe('a rebuild', () => {
  const image = (name: string) => {
    for (const one of cloud.region.images.values()) if (one.name === name) return one.id;
    throw new Error(`there is no image ${name}`);
  };
  const password = 'Tr0ub4dor&Zx';

  test('puts another system on the disk and ends stopped', async () => {
    const input = machine('batch-etl-07');
    const before = await describeOne(input);
    await cloud.call('rebuildInstance', {
      ...input,
      password,
      imageId: image('CentOS 8.2 64位'),
      keyNames: ['ci-runners'],
    });
    expect((await describeOne(input))?.status).toBe('rebuilding');
    cloud.pass(31_000);
    expect(await describeOne(input)).toMatchObject({
      status: 'stopped',
      platform: 'CentOS',
      osVersion: '8.2',
      keyNames: ['ci-runners'],
      dataDisks: before?.dataDisks,
    });
  });

  test('of fail-rebuild… ends in error', async () => {
    const input = machine('batch-etl-07');
    await cloud.call('modifyInstanceAttribute', { ...input, name: 'fail-rebuild' });
    await cloud.call('rebuildInstance', { ...input, password });
    cloud.pass(31_000);
    expect((await describeOne(input))?.status).toBe('error');
  });

  test.each<[string, string | undefined, object, string, string]>([
    [
      'order-api-01',
      undefined,
      { password },
      'FAILED_PRECONDITION',
      'Please stop the instance first.',
    ],
    [
      'search-es-data-03',
      undefined,
      { password },
      'FAILED_PRECONDITION',
      'Invalid instance status error',
    ],
    ['batch-etl-07', undefined, {}, 'INVALID_ARGUMENT', 'Parameter Password missing'],
    ['batch-etl-07', undefined, { password: 'weak' }, 'INVALID_ARGUMENT', 'Invalid password'],
    [
      'batch-etl-07',
      undefined,
      { password, keyNames: ['nobody'] },
      'NOT_FOUND',
      "Keypair 'nobody' not found",
    ],
    [
      'batch-etl-07',
      'nat-gw-2025',
      { password },
      'FAILED_PRECONDITION',
      'Image constraints. Only support local system disk',
    ],
    [
      'batch-etl-07',
      'CentOS 6.9 64位',
      { password },
      'FAILED_PRECONDITION',
      "Image constraints. Doesn't support instanceType 'c.n4.2xlarge'",
    ],
    [
      'batch-etl-07',
      'pg-main-2026-10',
      { password },
      'OUT_OF_RANGE',
      'NewSysDiskSizeGB out of range. Less than the image system disk capacity.',
    ],
    [
      'batch-etl-07',
      'Windows Server 2016 数据中心版 64位 中文版',
      { password, passWordAuth: 'no' },
      'INVALID_ARGUMENT',
      'Parameter PassWordAuth must be yes on Windows',
    ],
  ])('of %s from %s with %j is refused', async (name, from, rest, status, message) => {
    const input = {
      ...machine(name),
      ...(from !== undefined && { imageId: image(from) }),
      ...rest,
    };
    expect(await cloud.refusal('rebuildInstance', input)).toMatchObject({ status, message });
  });

  test('from the original is refused once that image is gone', async () => {
    const input = machine('batch-etl-07');
    const record = cloud.region.instances.get(input.instanceId);
    cloud.region.images.delete(record?.imageId ?? '');
    expect(await cloud.refusal('rebuildInstance', { ...input, password })).toMatchObject({
      code: 404,
      status: 'NOT_FOUND',
    });
    // Its system is known all the same.
    expect((await describeOne(input))?.platform).toBe('Ubuntu');
  });
});

describe('a resize', () => {
  test('ends stopped with the new type', async () => {
    const input = machine('batch-etl-07');
    await cloud.call('resizeInstance', { ...input, instanceType: 'm.n4.8xlarge' });
    expect((await describeOne(input))?.status).toBe('resizing');
    cloud.pass(16_000);
    expect(await describeOne(input)).toMatchObject({
      status: 'stopped',
      instanceType: 'm.n4.8xlarge',
    });
  });

  test('of fail-resize… keeps the old type', async () => {
    const input = machine('batch-etl-07');
    await cloud.call('modifyInstanceAttribute', { ...input, name: 'fail-resize' });
    await cloud.call('resizeInstance', { ...input, instanceType: 'm.n4.8xlarge' });
    cloud.pass(16_000);
    expect(await describeOne(input)).toMatchObject({
      status: 'stopped',
      instanceType: 'c.n4.2xlarge',
    });
  });

  test('wipes local data disks, but only when forced', async () => {
    const input = machine('gpu-train-v100-01');
    expect(
      await cloud.refusal('resizeInstance', { ...input, instanceType: 'g.n4.xlarge' }),
    ).toMatchObject({
      status: 'FAILED_PRECONDITION',
      message: `Local_data disk instance ${input.instanceId} can't resize, resize need to apoint force parameter as true`,
    });
    await cloud.call('resizeInstance', { ...input, instanceType: 'g.n4.xlarge', force: true });
    cloud.pass(16_000);
    expect((await describeOne(input))?.dataDisks).toEqual([]);
  });

  test.each([
    ['order-api-01', 'g.n4.2xlarge', 'Please stop the instance first.'],
    ['search-es-data-03', 'g.n4.2xlarge', 'Invalid instance status error'],
    ['legacy-erp', 'g.n4.2xlarge', 'Invalid charge state'],
    ['batch-etl-07', 'g.n2.metal', 'Resource is not enough'],
    ['batch-etl-07', 'g.s1.small', "InstanceType 'g.s1.small' is out of stock"],
    ['batch-etl-07', 'c.n4.24xlarge', "InstanceType 'c.n4.24xlarge' is out of stock"],
    ['batch-etl-07', 'x.y9.large', "InstanceType 'x.y9.large' not found."],
  ])('of %s to %s is refused: %s', async (name, instanceType, message) => {
    const refused = await cloud.refusal('resizeInstance', { ...machine(name), instanceType });
    expect(refused.message).toBe(message);
  });

  test('is refused when the target takes fewer interfaces or the image does not fit', async () => {
    const input = machine('batch-etl-07');
    for (const name of ['spare-apps', 'spare-trade']) {
      const nic = [...cloud.region.interfaces.values()].find((one) => one.name === name);
      await cloud.call('attachNetworkInterface', { ...input, networkInterfaceId: nic?.id ?? '' });
      cloud.pass(7000);
    }
    expect(
      (await cloud.refusal('resizeInstance', { ...input, instanceType: 'g.n4.large' })).message,
    ).toBe('InstanceType constraints. NetworkInterface limit exceeded');

    const old = machine('billing-cron');
    await cloud.call('stopInstance', old);
    cloud.pass(11_000);
    expect(
      (await cloud.refusal('resizeInstance', { ...old, instanceType: 'g.n4.large' })).message,
    ).toBe("Image constraints. Doesn't support instanceType 'g.n4.large'");
  });
});

describe('the release time', () => {
  test('is shown, and an empty one cancels', async () => {
    const { instanceId } = machine('order-worker-02');
    const set = (autoReleaseTime: string) =>
      cloud.call('modifyInstanceReleaseTime', { instanceIds: [instanceId], autoReleaseTime });
    await set('2026-12-01 08:00:00');
    expect((await describeOne({ instanceId }))?.autoReleaseTime).toBe('2026-12-01 08:00:00');
    await set('');
    expect((await describeOne({ instanceId }))?.autoReleaseTime).toBeUndefined();
  });
});
