import { beforeEach, describe, expect, test } from 'vitest';
import type { InstanceSpec } from '../contract/instance-create.ts';
import { publicImages } from './image-catalogue.ts';
import { type TestCloud, testCloud } from './test-cloud.ts';

let cloud: TestCloud;
beforeEach(() => {
  cloud = testCloud();
  cloud.pass(60_000);
});

const imageId = (name: (typeof publicImages)[number]['name']): string =>
  (publicImages.find((image) => image.name === name) ?? publicImages[0]).id;
const subnetId = (name: string): string => {
  for (const subnet of cloud.region.subnets.values()) if (subnet.name === name) return subnet.id;
  throw new Error(`the seed has no subnet ${name}`);
};
const networkOf = (name = 'apps-a', rest: object = {}) => ({
  networkInterface: { subnetId: subnetId(name), ...rest },
});
const disk = (diskType: 'ssd.gp1' | 'ssd.io1', diskSizeGB: number, rest: object = {}) => ({
  diskCategory: 'cloud',
  cloudDiskSpec: { diskType, diskSizeGB, ...rest },
});

/** A request that is in order, with some of it changed. */
const spec = (changes: Partial<InstanceSpec> = {}): InstanceSpec => ({
  az: 'cn-north-1a',
  instanceType: 'g.n4.large',
  imageId: imageId('CentOS 7.6 64位'),
  name: 'new-web',
  password: 'Tr0ub4dor&Zx',
  primaryNetworkInterface: networkOf(),
  ...changes,
});

const create = async (changes: Partial<InstanceSpec> = {}, maxCount?: number) => {
  const input = { instanceSpec: spec(changes), ...(maxCount !== undefined && { maxCount }) };
  return (await cloud.call('createInstances', input)).instanceIds ?? [];
};
const describeOne = async (instanceId = '') =>
  (await cloud.call('describeInstance', { instanceId })).instance;

describe('a created instance', () => {
  test('is pending at once and running a while later, with all it asked for', async () => {
    const [instanceId] = await create({
      description: '新的前端',
      systemDisk: disk('ssd.gp1', 60),
      dataDisks: [{ ...disk('ssd.io1', 100), autoDelete: true }],
      elasticIp: { bandwidthMbps: 5, provider: 'bgp' },
      keyNames: ['ops-2026'],
      userTags: [{ key: 'team', value: 'web' }],
      chargeOnStopped: 'stopCharging',
    });
    expect(instanceId).toMatch(/^i-[a-z0-9]{10}$/);
    expect(await describeOne(instanceId)).toMatchObject({
      instanceName: 'new-web',
      hostname: 'new-web',
      description: '新的前端',
      status: 'pending',
      az: 'cn-north-1a',
      instanceType: 'g.n4.large',
      launchTime: '2026-11-24 14:01:00',
      keyNames: ['ops-2026'],
      tags: [{ key: 'team', value: 'web' }],
      charge: { chargeMode: 'postpaid_by_duration', chargeStatus: 'normal', chargeExpiredTime: '' },
      chargeOnStopped: 'stopCharging',
      systemDisk: { deviceName: 'vda', status: 'attaching', cloudDisk: { diskSizeGB: 60 } },
      dataDisks: [
        {
          deviceName: 'vdb',
          autoDelete: true,
          status: 'attaching',
          // Without a wish of its own it is thirty times the size.
          cloudDisk: { diskType: 'ssd.io1', diskSizeGB: 100, iops: 3000, status: 'creating' },
        },
      ],
    });
    cloud.pass(21_000);
    const done = await describeOne(instanceId);
    expect(done).toMatchObject({
      status: 'running',
      systemDisk: { status: 'attached', cloudDisk: { status: 'in-use' } },
      dataDisks: [{ status: 'attached', cloudDisk: { status: 'in-use' } }],
    });
    const { elasticIp } = await cloud.call('describeElasticIp', {
      elasticIpId: done?.elasticIpId ?? '',
    });
    expect(elasticIp).toMatchObject({
      elasticIpAddress: done?.elasticIpAddress,
      bandwidthMbps: 5,
      instanceId,
      privateIpAddress: done?.privateIpAddress,
      status: 'ASSOCIATED',
    });
  });

  test('gets its VPC’s default group when none is given, and a given address', async () => {
    const [instanceId] = await create({
      primaryNetworkInterface: networkOf('apps-a', { primaryIpAddress: '10.0.20.200' }),
    });
    expect(
      (await describeOne(instanceId))?.primaryNetworkInterface?.networkInterface,
    ).toMatchObject({
      primaryIp: { privateIpAddress: '10.0.20.200' },
      securityGroups: [{ groupName: 'default' }],
    });
  });

  test('has IPv6 when asked for', async () => {
    const [instanceId] = await create({
      primaryNetworkInterface: networkOf('staging-dual-stack', { ipv6AddressCount: 1 }),
    });
    const instance = await describeOne(instanceId);
    expect(instance?.primaryNetworkInterface?.networkInterface?.ipv6Addresses).toEqual([
      { ipv6Address: expect.stringMatching(/^2402:db40:5100::[0-9a-f]+:[0-9a-f]+$/) },
    ]);
  });

  test('is prepaid for the term it was bought for', async () => {
    const charge = { chargeMode: 'prepaid_by_duration', chargeUnit: 'year' } as const;
    const [instanceId] = await create({ charge: { ...charge, chargeDuration: 2 } });
    expect((await describeOne(instanceId))?.charge).toEqual({
      chargeMode: 'prepaid_by_duration',
      chargeStatus: 'normal',
      chargeStartTime: '2026-11-24T06:01:00Z',
      chargeExpiredTime: '2028-11-24T06:01:00Z',
      chargeRetireTime: '2028-12-01T06:01:00Z',
    });
  });

  test('cannot be deleted before its first bill', async () => {
    const [instanceId = ''] = await create();
    const refusals: string[] = [];
    for (let second = 0; second < 21; second++) {
      cloud.pass(1000);
      if ((await describeOne(instanceId))?.status !== 'running') continue;
      refusals.push((await cloud.refusal('deleteInstance', { instanceId })).message);
      break;
    }
    expect(refusals).toEqual(["Can't delete no charged resource"]);
    cloud.pass(2000);
    await cloud.call('deleteInstance', { instanceId });
  });

  test('brings the local disks of its type', async () => {
    const [instanceId] = await create({
      instanceType: 's.i3.4xlarge',
      dataDisks: [disk('ssd.gp1', 20)],
    });
    const local = { diskCategory: 'local', localDisk: { diskType: 'ssd', diskSizeGB: 1862 } };
    expect((await describeOne(instanceId))?.dataDisks).toMatchObject([
      { deviceName: 'vdd', diskCategory: 'cloud' },
      { deviceName: 'vdb', ...local },
      { deviceName: 'vdc', ...local },
    ]);
  });

  test('gets the data disks of its image, less the ones it declines', async () => {
    const images = [...cloud.region.images.values()];
    const image = images.find(({ name }) => name === 'pg-main-2026-10');
    const kept = await create({ imageId: image?.id });
    expect((await describeOne(kept[0]))?.dataDisks).toMatchObject([
      { deviceName: 'vdb', cloudDisk: { diskSizeGB: 500, diskType: 'ssd.io1' } },
    ]);
    const declined = await create({
      imageId: image?.id,
      dataDisks: [{ deviceName: 'vdb', noDevice: true }],
    });
    expect((await describeOne(declined[0]))?.dataDisks).toEqual([]);
  });

  test('has a host name its system allows', async () => {
    const [windows] = await create({
      imageId: imageId('Windows Server 2016 数据中心版 64位 中文版'),
      name: 'win-build-machine-of-team-7',
    });
    expect((await describeOne(windows))?.hostname).toBe('win-build-machi');
    const [chinese] = await create({ name: '测试机' });
    expect((await describeOne(chinese))?.hostname).toBe('vm-host');
  });
});

describe('a batch', () => {
  test.each([
    ['web-[008]', ['web-008', 'web-009', 'web-010']],
    ['plain', ['plain1', 'plain2', 'plain3']],
  ])('called %s is numbered', async (name, names) => {
    const ids = await create({ name }, 3);
    expect(await Promise.all(ids.map(async (id) => (await describeOne(id))?.instanceName))).toEqual(
      names,
    );
  });

  test('is cut to what is in stock', async () => {
    expect(await create({ instanceType: 'p.n1v100.2xlarge' }, 5)).toHaveLength(2);
    expect(
      await cloud.refusal('createInstances', {
        instanceSpec: spec({ instanceType: 'p.n1v100.2xlarge' }),
      }),
    ).toMatchObject({ message: "InstanceType 'p.n1v100.2xlarge' is out of stock" });
  });

  test('is cut to the quota, and refused when nothing is left', async () => {
    cloud.region.quotas.instance = cloud.region.instances.size + 2;
    expect(await create({}, 10)).toHaveLength(2);
    expect(await cloud.refusal('createInstances', { instanceSpec: spec() })).toEqual({
      code: 429,
      status: 'QUOTA_EXCEEDED',
      message: 'Instance quota limit exceeded',
    });
  });

  test('takes no address when the subnet has too few', async () => {
    const network = networkOf('staging-tiny');
    const free = async () => {
      const filters = [{ name: 'subnetIds' as const, values: [subnetId('staging-tiny')] }];
      const { subnets } = await cloud.call('describeSubnets', { filters });
      return subnets?.[0]?.availableIpCount;
    };
    const before = await free();
    expect(
      await cloud.refusal('createInstances', {
        instanceSpec: spec({ primaryNetworkInterface: network }),
        maxCount: 9,
      }),
    ).toMatchObject({ message: 'Available Ip in segments not enough' });
    expect(await free()).toBe(before);
  });
});

describe('a repeat with the same client token', () => {
  test('answers the first ids and creates nothing', async () => {
    const input = { instanceSpec: spec(), maxCount: 2, clientToken: 'same-token' };
    const first = await cloud.call('createInstances', input);
    const count = cloud.region.instances.size;
    expect(await cloud.call('createInstances', input)).toEqual(first);
    expect(cloud.region.instances.size).toBe(count);
  });

  test('after a refusal is a new attempt', async () => {
    const input = { instanceSpec: spec({ keyNames: ['nobody'] }), clientToken: 'again' };
    await cloud.refusal('createInstances', input);
    const good = await cloud.call('createInstances', { ...input, instanceSpec: spec() });
    expect(good.instanceIds).toHaveLength(1);
  });
});

test('a creation that fails is error for a moment, then gone with all it had', async () => {
  const sizes = () => {
    const { instances, disks, interfaces, elasticIps } = cloud.region;
    return [instances, disks, interfaces, elasticIps].map(({ size }) => size);
  };
  const before = sizes();
  const [instanceId = ''] = await create({
    name: 'fail-create-01',
    dataDisks: [disk('ssd.gp1', 20)],
    elasticIp: { bandwidthMbps: 1, provider: 'bgp' },
  });
  const seen = new Set<string | undefined>();
  for (let second = 0; second < 26; second++) {
    seen.add((await describeOne(instanceId).catch(() => undefined))?.status);
    cloud.pass(1000);
  }
  expect([...seen]).toEqual(['pending', 'error', undefined]);
  expect(sizes()).toEqual(before);
});

describe('from a template', () => {
  const templateId = (name: string): string => {
    for (const one of cloud.region.templates.values()) if (one.name === name) return one.id;
    throw new Error(`the seed has no template ${name}`);
  };

  test('everything comes from it but the zone and the name', async () => {
    const { instanceIds } = await cloud.call('createInstances', {
      instanceSpec: {
        instanceTemplateId: templateId('web-standard'),
        az: 'cn-north-1b',
        name: 'templated',
      },
    });
    expect(await describeOne(instanceIds?.[0])).toMatchObject({
      instanceType: 'g.n4.large',
      keyNames: ['ops-2026'],
      tags: [
        { key: 'team', value: 'trade' },
        { key: 'env', value: 'prod' },
      ],
      elasticIpAddress: expect.any(String),
    });
  });

  test('what is given wins, and parts can be declined', async () => {
    const { instanceIds } = await cloud.call('createInstances', {
      instanceSpec: {
        instanceTemplateId: templateId('pg-replica'),
        az: 'cn-north-1b',
        name: 'other',
        imageId: imageId('Ubuntu 20.04 64位'),
        instanceType: 'g.n4.large',
        noKeyNames: true,
        noInstanceTags: true,
      },
    });
    const instance = await describeOne(instanceIds?.[0]);
    expect(instance).toMatchObject({ instanceType: 'g.n4.large', keyNames: [], tags: [] });
    // Another image drops the template's disks.
    expect(instance?.systemDisk?.cloudDisk?.diskSizeGB).toBe(40);
    expect(instance?.dataDisks).toEqual([]);
  });

  test('a group brings its template', async () => {
    const agId = cloud.region.templates.get(templateId('web-standard'))?.ags[0]?.id;
    const { instanceIds } = await cloud.call('createInstances', {
      instanceSpec: { agId, name: 'in-group' },
    });
    expect(await describeOne(instanceIds?.[0])).toMatchObject({
      ag: { id: agId, name: 'web-group' },
      instanceType: 'g.n4.large',
    });
  });

  test('whose key pair is gone is refused', async () => {
    const instanceSpec = {
      instanceTemplateId: templateId('old-batch'),
      az: 'cn-north-1a',
      name: 'no-key',
    };
    expect((await cloud.refusal('createInstances', { instanceSpec })).message).toBe(
      "KeyPair 'batch-2019' not found",
    );
  });
});

describe('a creation is refused', () => {
  const cases: [string, () => Partial<InstanceSpec>, string, string][] = [
    [
      'without a zone',
      () => ({ az: undefined }),
      'INVALID_ARGUMENT',
      'Parameter InstanceSpec.Az missing',
    ],
    [
      'without an image',
      () => ({ imageId: undefined }),
      'INVALID_ARGUMENT',
      'Parameter InstanceSpec.ImageId missing',
    ],
    [
      'without a type',
      () => ({ instanceType: undefined }),
      'INVALID_ARGUMENT',
      'Parameter InstanceSpec.InstanceType missing',
    ],
    [
      'with a weak password',
      () => ({ password: 'abcabcabc' }),
      'INVALID_ARGUMENT',
      'Invalid password',
    ],
    ['with a short password', () => ({ password: 'Ab1' }), 'INVALID_ARGUMENT', 'Invalid password'],
    [
      'with an unknown image',
      () => ({ imageId: 'img-0000000000' }),
      'NOT_FOUND',
      "Image 'img-0000000000' not found",
    ],
    [
      'with an unknown type',
      () => ({ instanceType: 'x.y9.large' }),
      'NOT_FOUND',
      "InstanceType 'x.y9.large' not found",
    ],
    [
      'with a type not for sale',
      () => ({ instanceType: 'g.s1.small' }),
      'FAILED_PRECONDITION',
      "InstanceType 'g.s1.small' is out of stock",
    ],
    [
      'with an unknown key pair',
      () => ({ keyNames: ['nobody'] }),
      'NOT_FOUND',
      "KeyPair 'nobody' not found",
    ],
    [
      'with an unknown subnet',
      () => ({ primaryNetworkInterface: { networkInterface: { subnetId: 'subnet-0' } } }),
      'NOT_FOUND',
      "Subnet 'subnet-0' not found",
    ],
    [
      'with an unknown group',
      () => ({ primaryNetworkInterface: networkOf('apps-a', { securityGroups: ['sg-0'] }) }),
      'NOT_FOUND',
      "SecurityGroups 'sg-0' not found",
    ],
    [
      'with IPv6 where there is none',
      () => ({ primaryNetworkInterface: networkOf('apps-a', { ipv6AddressCount: 1 }) }),
      'CONFLICT',
      'not support ipv6',
    ],
    [
      'with a small system disk',
      () => ({ systemDisk: disk('ssd.gp1', 20) }),
      'OUT_OF_RANGE',
      'InstanceSpec.SystemDisk.CloudDiskSpec.DiskSizeGB out of range',
    ],
    [
      'with a huge data disk',
      () => ({ dataDisks: [disk('ssd.gp1', 16_010)] }),
      'OUT_OF_RANGE',
      'InstanceSpec.DataDisks.CloudDiskSpec.DiskSizeGB out of range',
    ],
    [
      'with too many iops',
      () => ({ dataDisks: [disk('ssd.io1', 20, { iops: 1010 })] }),
      'OUT_OF_RANGE',
      'InstanceSpec.DataDisks.CloudDiskSpec.Iops out of range',
    ],
    [
      'with two disks on one device',
      () => ({
        dataDisks: [
          { ...disk('ssd.gp1', 20), deviceName: 'vdb' },
          { ...disk('ssd.gp1', 20), deviceName: 'vdb' },
        ],
      }),
      'FAILED_PRECONDITION',
      "DeviceName 'vdb' has been used",
    ],
    [
      'with nine disks',
      () => ({ dataDisks: Array.from({ length: 8 }, () => disk('ssd.gp1', 20)) }),
      'FAILED_PRECONDITION',
      'DataDisks out of range',
    ],
    [
      'from a snapshot that is not there',
      () => ({ dataDisks: [disk('ssd.gp1', 20, { snapshotId: 'snapshot-0' })] }),
      'NOT_FOUND',
      "Snapshot 'snapshot-0' not found",
    ],
    [
      'when prepaid is to stop without charge',
      () => ({ charge: { chargeMode: 'prepaid_by_duration' }, chargeOnStopped: 'stopCharging' }),
      'FAILED_PRECONDITION',
      'stopCharging only applied to postpaid by duration',
    ],
    [
      'when a local system disk is to stop without charge',
      () => ({ imageId: imageId('CentOS 7.2 64位 NatGateway'), chargeOnStopped: 'stopCharging' }),
      'FAILED_PRECONDITION',
      'stopCharging only applied to cloud system disk',
    ],
    [
      'when a local disk is asked of a cloud image',
      () => ({ systemDisk: { diskCategory: 'local' } }),
      'FAILED_PRECONDITION',
      'Image constraints. Only support cloud system disk',
    ],
    [
      'when the image excludes the type',
      () => ({ imageId: imageId('CentOS 6.9 64位') }),
      'FAILED_PRECONDITION',
      "Image constraints. Doesn't support instanceType 'g.n4.large'",
    ],
    [
      'when the image is off the shelf',
      () => ({ imageId: imageId('Ubuntu 14.04 64位') }),
      'FAILED_PRECONDITION',
      'not ready',
    ],
    [
      'when a traffic price is asked for the machine',
      () => ({ charge: { chargeMode: 'postpaid_by_usage' } }),
      'INVALID_ARGUMENT',
      'ChargeMode invalid',
    ],
    [
      'with a broad elastic IP by traffic',
      () => ({
        elasticIp: {
          bandwidthMbps: 201,
          provider: 'bgp',
          chargeSpec: { chargeMode: 'postpaid_by_usage' },
        },
      }),
      'OUT_OF_RANGE',
      'BandwidthMbps out of range',
    ],
    [
      'with a script that is no script',
      () => ({ userdata: [{ key: 'launch-script', value: btoa('echo hello\n') }] }),
      'INVALID_ARGUMENT',
      'does not begin with #!/bin/bash',
    ],
    [
      'with a key pair on Windows',
      () => ({
        imageId: imageId('Windows Server 2016 数据中心版 64位 中文版'),
        keyNames: ['ops-2026'],
      }),
      'INVALID_ARGUMENT',
      'KeyNames invalid',
    ],
  ];

  test.each(cases)('%s', async (_, changes, status, message) => {
    const count = cloud.region.instances.size;
    const refused = await cloud.refusal('createInstances', { instanceSpec: spec(changes()) });
    expect(refused).toMatchObject({ status, message: expect.stringContaining(message) });
    expect(cloud.region.instances.size).toBe(count);
  });

  test('for a fixed address more than once', async () => {
    const primaryNetworkInterface = networkOf('apps-a', { primaryIpAddress: '10.0.20.201' });
    const refused = await cloud.refusal('createInstances', {
      instanceSpec: spec({ primaryNetworkInterface }),
      maxCount: 2,
    });
    expect(refused).toMatchObject({ status: 'OUT_OF_RANGE', message: 'Maxcount out of range' });
  });

  test.each([0, 101])('for %d machines', async (maxCount) => {
    const refused = await cloud.refusal('createInstances', { instanceSpec: spec(), maxCount });
    expect(refused).toEqual({
      code: 400,
      status: 'OUT_OF_RANGE',
      message: 'Maxcount out of range',
    });
  });
});
