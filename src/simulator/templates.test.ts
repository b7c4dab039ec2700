import { beforeEach, describe, expect, test } from 'vitest';
import { type TestCloud, testCloud } from './test-cloud.ts';

let cloud: TestCloud;
beforeEach(() => {
  cloud = testCloud();
});

const centos76 = 'img-c7m4q2x9vd';
const windows2016 = 'img-w6d3j9p1ze';

function subnetId(ipv6 = false): string {
  const subnet = [...cloud.region.subnets.values()].find((one) => one.ipv6 === ipv6);
  if (!subnet) throw new Error('the seed has no such subnet');
  return subnet.id;
}

const data = () => ({
  instanceType: 'g.n4.large',
  imageId: centos76,
  primaryNetworkInterface: { networkInterface: { subnetId: subnetId() } },
});

async function make(more: object = {}, name = 'web') {
  const { instanceTemplateId = '' } = await cloud.call('createInstanceTemplate', {
    name,
    instanceTemplateData: { ...data(), ...more },
  });
  return instanceTemplateId;
}

const read = async (instanceTemplateId: string) =>
  (await cloud.call('describeInstanceTemplate', { instanceTemplateId })).instanceTemplate;

const custom = async (id: string) => {
  const filters = [{ name: 'instanceTemplateId' as const, values: [id] }];
  const answer = await cloud.call('describeInstanceTemplatesCustomdata', { filters });
  return answer.instanceTemplatesCustomData?.[0];
};

const idNamed = (name: string): string =>
  [...cloud.region.templates.values()].find((one) => one.name === name)?.id ?? '';

describe('a new template', () => {
  test('reads back in the words of the reading side', async () => {
    const id = await make({
      keyNames: ['ops-2026'],
      passWordAuth: 'no',
      systemDisk: { cloudDiskSpec: { diskType: 'ssd.gp1', diskSizeGB: 60 } },
      dataDisks: [
        {
          deviceName: 'vdb',
          autoDelete: true,
          cloudDiskSpec: { diskType: 'ssd.io1', diskSizeGB: 100, iops: 3000 },
        },
      ],
      elasticIp: { bandwidthMbps: 5, chargeMode: 'bandwith' },
      burstSpec: { burstMode: 'unlimited' },
      instanceTags: [{ key: 'team', value: 'trade' }],
    });
    expect(id).toMatch(/^it-[a-z0-9]{10}$/);
    const vpcId = cloud.region.subnets.get(subnetId())?.vpcId;
    expect(await read(id)).toEqual({
      id,
      name: 'web',
      description: '',
      createdTime: '2026-11-24 14:00:00',
      ags: [],
      instanceTemplateData: {
        instanceType: 'g.n4.large',
        vpcId,
        imageId: centos76,
        includePassword: false,
        systemDisk: {
          diskCategory: 'cloud',
          autoDelete: false,
          deviceName: 'vda',
          instanceTemplateDisk: { diskType: 'ssd.gp1', diskSizeGB: 60 },
        },
        dataDisks: [
          {
            diskCategory: 'cloud',
            autoDelete: true,
            deviceName: 'vdb',
            instanceTemplateDisk: { diskType: 'ssd.io1', diskSizeGB: 100, iops: 3000 },
          },
        ],
        primaryNetworkInterface: {
          deviceIndex: 1,
          autoDelete: true,
          networkInterface: {
            subnetId: subnetId(),
            securityGroups: [],
            sanityCheck: 1,
            ipv6AddressCount: 0,
          },
        },
        elasticIp: { provider: 'BGP', bandwidthMbps: 5, chargeMode: 'bandwith' },
        keyNames: ['ops-2026'],
        chargeOnStopped: 'keepCharging',
        passwordAuth: 'no',
        imageInherit: 'no',
        burstInfo: { burstMode: 'unlimited' },
        instanceTags: [{ key: 'team', value: 'trade' }],
      },
    });
  });

  test('tells that it holds a password, and never which', async () => {
    const password = 'Tr0ub4dor&3x';
    const id = await make({ password });
    expect((await read(id))?.instanceTemplateData?.includePassword).toBe(true);
    expect(JSON.stringify([...cloud.region.templates.values()])).not.toContain(password);
  });

  test('keeps metadata and userdata for the operation that asks for them', async () => {
    const metadata = [
      { key: 'role', value: 'web' },
      { key: 'inert-', value: 'x' },
    ];
    const userdata = [{ key: 'launch-script', value: 'IyEvYmluL2Jhc2gK' }] as const;
    const id = await make({ metadata, userdata });
    expect(await custom(id)).toEqual({ id, metadata: [metadata[0]], userdata });
    const { instanceTemplateData } = (await read(id)) ?? {};
    expect(instanceTemplateData).not.toHaveProperty('metadata');
    expect(instanceTemplateData).not.toHaveProperty('userdata');
  });
});

describe('creating and updating refuse', () => {
  const disk = (diskSizeGB: number, more: object = {}) => ({
    cloudDiskSpec: { diskType: 'ssd.gp1', diskSizeGB, ...more },
  });
  const nowhere = (more: object) => ({
    primaryNetworkInterface: { networkInterface: { subnetId: subnetId(), ...more } },
  });
  const cases: [string, () => object, { status: string; message: string; code?: number }][] = [
    [
      'an unknown type',
      () => ({ instanceType: 'r.n9.huge' }),
      { status: 'NOT_FOUND', message: "InstanceType 'r.n9.huge' not found" },
    ],
    [
      'an unknown image',
      () => ({ imageId: 'img-none' }),
      { status: 'NOT_FOUND', message: "Image 'img-none' not found" },
    ],
    [
      'an unknown subnet',
      () => nowhere({ subnetId: 'subnet-none' }),
      { status: 'NOT_FOUND', message: "Subnet 'subnet-none' not found" },
    ],
    [
      'an unknown security group',
      () => nowhere({ securityGroups: ['sg-none'] }),
      { status: 'NOT_FOUND', message: "SecurityGroups 'sg-none' not found" },
    ],
    [
      'an unknown key pair',
      () => ({ keyNames: ['nobody'] }),
      { status: 'NOT_FOUND', message: "KeyPair 'nobody' not found" },
    ],
    [
      'an unknown snapshot',
      () => ({ dataDisks: [disk(20, { snapshotId: 'snapshot-none' })] }),
      { status: 'NOT_FOUND', message: "Snapshot 'snapshot-none' not found" },
    ],
    [
      'an image that is not ready',
      () => ({
        imageId: [...cloud.region.images.values()].find(({ status }) => status === 'error')?.id,
      }),
      { status: 'FAILED_PRECONDITION', message: "Invalid image status 'error'" },
    ],
    [
      'a type the image excludes',
      () => ({ imageId: windows2016, instanceType: 'g.n4.24xlarge' }),
      {
        status: 'FAILED_PRECONDITION',
        message: "Image constraints. Doesn't support instanceType 'g.n4.24xlarge'",
      },
    ],
    [
      'a local system disk for a cloud-disk image',
      () => ({ systemDisk: { diskCategory: 'local' } }),
      {
        status: 'FAILED_PRECONDITION',
        message: 'Image constraints. Only support cloud system disk',
      },
    ],
    [
      'a cloud system disk for a local-disk image',
      () => ({
        imageId: 'bba85cab-dfdc-4359-9218-7a2de429dd80',
        systemDisk: { diskCategory: 'cloud' },
      }),
      {
        status: 'FAILED_PRECONDITION',
        message: 'Image constraints. Only support local system disk',
      },
    ],
    [
      'a system disk smaller than its image',
      () => ({ systemDisk: disk(30) }),
      {
        status: 'OUT_OF_RANGE',
        message: 'InstanceTemplateData.SystemDisk.CloudDiskSpec.DiskSizeGB out of range',
      },
    ],
    [
      'too many operations for the size',
      () => ({ dataDisks: [disk(20, { diskType: 'ssd.io1', iops: 1010 })] }),
      {
        status: 'OUT_OF_RANGE',
        message: 'InstanceTemplateData.DataDisks.CloudDiskSpec.Iops out of range',
      },
    ],
    [
      'more disks than the type takes',
      () => ({ dataDisks: Array.from({ length: 8 }, () => disk(20)) }),
      { status: 'OUT_OF_RANGE', message: 'InstanceTemplateData.DataDisks out of range' },
    ],
    [
      'one device twice',
      () => ({ dataDisks: [1, 2].map(() => ({ ...disk(20), deviceName: 'vdb' })) }),
      { status: 'DUPLICATE', message: 'Duplicate deviceName' },
    ],
    [
      'a password that breaks a rule, without repeating it',
      () => ({ password: 'Password-jd1' }),
      { status: 'INVALID_ARGUMENT', message: 'Malformed InstanceTemplateData.Password' },
    ],
    [
      'stopping without charge on a local system disk',
      () => ({
        imageId: 'bba85cab-dfdc-4359-9218-7a2de429dd80',
        chargeOnStopped: 'stopCharging',
      }),
      {
        status: 'FAILED_PRECONDITION',
        message: 'stopCharging only applied to cloud system disk',
      },
    ],
  ];

  test.each(cases)('%s', async (_, change, expected) => {
    const created = await cloud.refusal('createInstanceTemplate', {
      name: 'never',
      instanceTemplateData: { ...data(), ...change() },
    });
    expect(created).toMatchObject(expected);

    const instanceTemplateId = await make();
    const updated = await cloud.refusal('updateInstanceTemplate', {
      instanceTemplateId,
      instanceTemplateData: change(),
    });
    expect(updated).toMatchObject(expected);
    expect((await read(instanceTemplateId))?.instanceTemplateData?.instanceType).toBe('g.n4.large');
  });

  test('IPv6 in a subnet without it', async () => {
    const answer = await cloud.refusal('createInstanceTemplate', {
      name: 'never',
      instanceTemplateData: {
        ...data(),
        primaryNetworkInterface: {
          networkInterface: { subnetId: subnetId(), ipv6AddressCount: 1 },
        },
      },
    });
    expect(answer).toMatchObject({
      status: 'CONFLICT',
      message: `Subnet '${subnetId()}' not support ipv6`,
    });
  });

  test('one more than the quota', async () => {
    cloud.region.quotas.instanceTemplate = cloud.region.templates.size;
    const answer = await cloud.refusal('createInstanceTemplate', {
      name: 'never',
      instanceTemplateData: data(),
    });
    expect(answer).toEqual({
      code: 429,
      status: 'QUOTA_EXCEEDED',
      message: 'InstanceTemplate quota limit exceeded',
    });
  });
});

describe('updating', () => {
  test('replaces the blocks it is given and leaves the others', async () => {
    const id = await make({
      keyNames: ['ops-2026'],
      elasticIp: { bandwidthMbps: 5, chargeMode: 'flow' },
    });
    await cloud.call('updateInstanceTemplate', {
      instanceTemplateId: id,
      name: 'web-2',
      description: 'second',
      instanceTemplateData: { instanceType: 'g.n4.xlarge' },
    });
    expect(await read(id)).toMatchObject({
      name: 'web-2',
      description: 'second',
      instanceTemplateData: {
        instanceType: 'g.n4.xlarge',
        imageId: centos76,
        keyNames: ['ops-2026'],
        elasticIp: { bandwidthMbps: 5 },
      },
    });
  });

  test('takes null as unchanged', async () => {
    const id = await make({ keyNames: ['ops-2026'] });
    const unchanged = { keyNames: null, instanceType: null, imageId: null };
    await cloud.call('updateInstanceTemplate', {
      instanceTemplateId: id,
      // What the vendor's Go SDK sends for whatever the caller left unset.
      instanceTemplateData: unchanged as unknown as { keyNames: string[] },
    });
    expect((await read(id))?.instanceTemplateData).toMatchObject({
      keyNames: ['ops-2026'],
      instanceType: 'g.n4.large',
    });
  });

  test('deletes a metadata key by a dash behind it, ignoring case', async () => {
    const id = await make({
      metadata: [
        { key: 'Role', value: 'web' },
        { key: 'tier', value: '1' },
      ],
    });
    await cloud.call('updateInstanceTemplate', {
      instanceTemplateId: id,
      instanceTemplateData: {
        metadata: [
          { key: 'role-', value: '' },
          { key: 'TIER', value: '2' },
        ],
      },
    });
    expect((await custom(id))?.metadata).toEqual([{ key: 'TIER', value: '2' }]);
  });

  test('drops password, elastic IP and tags on request', async () => {
    const id = await make({
      password: 'Tr0ub4dor&3x',
      elasticIp: { bandwidthMbps: 5, chargeMode: 'flow' },
      instanceTags: [
        { key: 'team', value: 'trade' },
        { key: 'env', value: 'dev' },
      ],
    });
    await cloud.call('updateInstanceTemplate', {
      instanceTemplateId: id,
      instanceTemplateData: { noPassword: true, noElasticIp: true, removeInstanceTags: ['env'] },
    });
    const after = (await read(id))?.instanceTemplateData;
    expect(after).toMatchObject({
      includePassword: false,
      instanceTags: [{ key: 'team', value: 'trade' }],
    });
    expect(after).not.toHaveProperty('elasticIp');
  });

  test('counts metadata after merging', async () => {
    const pairs = (from: number) =>
      Array.from({ length: 15 }, (_, i) => ({ key: `k${from + i}`, value: '' }));
    const instanceTemplateId = await make({ metadata: pairs(0) });
    const answer = await cloud.refusal('updateInstanceTemplate', {
      instanceTemplateId,
      instanceTemplateData: { metadata: pairs(10) },
    });
    expect(answer.message).toBe('Add metadata key-value count more than 20 pairs.');
  });

  test('wants something to change, and a template', async () => {
    const instanceTemplateId = await make();
    expect(await cloud.refusal('updateInstanceTemplate', { instanceTemplateId })).toMatchObject({
      status: 'INVALID_ARGUMENT',
      message: 'Parameter name and description missing',
    });
    expect(
      await cloud.refusal('updateInstanceTemplate', { instanceTemplateId: 'it-none', name: 'x' }),
    ).toMatchObject({ code: 404, message: "Instance Template 'it-none' not found" });
  });
});

test('verifying finds what has gone missing since', async () => {
  await cloud.call('verifyInstanceTemplate', { instanceTemplateId: idNamed('web-standard') });
  expect(
    await cloud.refusal('verifyInstanceTemplate', { instanceTemplateId: idNamed('old-batch') }),
  ).toEqual({ code: 404, status: 'NOT_FOUND', message: "KeyPair 'batch-2019' not found" });
});

describe('deleting', () => {
  test('removes it', async () => {
    const instanceTemplateId = await make();
    await cloud.call('deleteInstanceTemplate', { instanceTemplateId });
    for (const operation of [
      'describeInstanceTemplate',
      'deleteInstanceTemplate',
      'verifyInstanceTemplate',
    ] as const) {
      expect(await cloud.refusal(operation, { instanceTemplateId })).toEqual({
        code: 404,
        status: 'NOT_FOUND',
        message: `Instance Template '${instanceTemplateId}' not found`,
      });
    }
  });

  test('is refused while an availability group uses it', async () => {
    const answer = await cloud.refusal('deleteInstanceTemplate', {
      instanceTemplateId: idNamed('web-standard'),
    });
    expect(answer.status).toBe('FAILED_PRECONDITION');
    expect(answer.message).toMatch(/is used by availability group 'ag-\w{10}'$/);
  });
});

describe('the list', () => {
  const names = async (input: Parameters<typeof cloud.call<'describeInstanceTemplates'>>[1]) => {
    const { instanceTemplates = [] } = await cloud.call('describeInstanceTemplates', input);
    return instanceTemplates.map(({ name }) => name);
  };

  test('filters by part of the name and by id, and pages', async () => {
    expect(await names({})).toHaveLength(6);
    expect(await names({ filters: [{ name: 'name', values: ['RUNNER', 'small'] }] })).toEqual([
      'ci-runner',
      'burst-small',
    ]);
    const id = idNamed('pg-replica');
    expect(await names({ filters: [{ name: 'instanceTemplateId', values: [id] }] })).toEqual([
      'pg-replica',
    ]);
    for (let i = 0; i < 8; i++) await make({}, `page-${i}`);
    expect(await names({ pageSize: 10, pageNumber: 2 })).toHaveLength(4);
  });

  test('refuses a page of less than ten', async () => {
    const answer = await cloud.refusal('describeInstanceTemplates', { pageSize: 9 });
    expect(answer.message).toBe('PageSize out of range');
  });
});
