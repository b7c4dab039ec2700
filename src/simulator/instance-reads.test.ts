import { beforeAll, describe, expect, test } from 'vitest';
import type { InputOf } from '../contract/operation.ts';
import type { operations } from '../contract/operations.ts';
import { type TestCloud, testCloud } from './test-cloud.ts';

type Query = Omit<InputOf<(typeof operations)['describeInstances']>, 'regionId'>;

let cloud: TestCloud;
beforeAll(() => {
  cloud = testCloud({ instances: 60 });
  cloud.pass(60_000);
});

const names = async (query: Query): Promise<string[]> =>
  ((await cloud.call('describeInstances', { pageSize: 100, ...query })).instances ?? []).map(
    ({ instanceName = '' }) => instanceName,
  );
const filter = (
  name: NonNullable<Query['filters']>[number]['name'],
  ...values: string[]
): Pick<Query, 'filters'> => ({ filters: [{ name, values }] });

describe('paging', () => {
  test('has twenty to a page unless told, and counts all', async () => {
    const first = await cloud.call('describeInstances', {});
    expect(first.instances).toHaveLength(20);
    expect(first.totalCount).toBe(60);
  });

  test('goes through everything once', async () => {
    const seen: string[] = [];
    for (let pageNumber = 1; pageNumber <= 5; pageNumber++) {
      const page = await cloud.call('describeInstances', { pageNumber, pageSize: 15 });
      seen.push(...(page.instances ?? []).map(({ instanceId }) => instanceId));
    }
    expect(seen).toHaveLength(60);
    expect(new Set(seen).size).toBe(60);
  });

  test('is empty beyond the end, with and without filters', async () => {
    expect(await cloud.call('describeInstances', { pageNumber: 7 })).toEqual({
      instances: [],
      totalCount: 60,
    });
    const { totalCount, instances } = await cloud.call('describeInstances', {
      pageNumber: 7,
      ...filter('status', 'running'),
    });
    expect(instances).toEqual([]);
    expect(totalCount).toBeGreaterThan(30);
  });

  test.each([
    [{ pageSize: 9 }, 'PageSize out of range'],
    [{ pageSize: 101 }, 'PageSize out of range'],
    [{ pageNumber: 0 }, 'PageNumber out of range'],
  ])('%j is refused', async (query, message) => {
    for (const name of [
      'describeInstances',
      'describeBriefInstances',
      'describeInstanceStatus',
      'describeInstancePrivateIpAddress',
    ] as const) {
      const refused = await cloud.refusal(name, query);
      expect(refused).toEqual({ code: 400, status: 'OUT_OF_RANGE', message });
    }
  });
});

describe('filters', () => {
  test.each<[string, Query, string[]]>([
    [
      'a name in part, whatever its case',
      filter('name', 'ORDER-API-0'),
      ['order-api-01', 'order-api-02', 'order-api-03'],
    ],
    ['a name in Chinese', filter('name', '张伟'), ['测试机-张伟']],
    [
      'the values of one are ORed',
      filter('instanceType', 'g.n2.metal', 's.i3.2xlarge'),
      ['kafka-broker-01', 'kafka-broker-02', 'perf-metal-01'],
    ],
    [
      'several are ANDed',
      {
        filters: [
          { name: 'instanceType', values: ['s.i3.2xlarge'] },
          { name: 'az', values: ['cn-north-1b'] },
        ],
      },
      ['kafka-broker-02'],
    ],
    ['nothing matches', filter('vpcId', 'vpc-0'), []],
    ['no machine has a dedicated host', filter('dedicatedHostId', 'host-1'), []],
    ['a tag', { tags: [{ key: 'team', values: ['pay'] }] }, ['pay-gateway-01', 'pay-gateway-02']],
    [
      'values of one tag are ORed, keys ANDed',
      {
        tags: [
          { key: 'team', values: ['pay', 'perf'] },
          { key: 'env', values: ['dev'] },
        ],
      },
      ['perf-metal-01'],
    ],
    [
      'tags and filters are ANDed',
      { tags: [{ key: 'team', values: ['pay'] }], ...filter('az', 'cn-north-1a') },
      ['pay-gateway-01'],
    ],
    ['a special character is itself', filter('name', 'order.api'), []],
  ])('%s', async (_, query, expected) => {
    expect(await names(query)).toEqual(expected);
  });

  test('ids are looked up, unknown and repeated ones left out', async () => {
    const [a, b] = [...cloud.region.instances.values()].slice(3, 5);
    const query = filter('instanceId', a?.id ?? '', 'i-nowhere000', b?.id ?? '', a?.id ?? '');
    expect(await names(query)).toEqual([a?.name, b?.name]);
  });

  test('part of a private address', async () => {
    const { instances } = await cloud.call('describeInstances', {
      pageSize: 100,
      ...filter('privateIpAddress', '10.0.12.'),
    });
    expect(instances?.length).toBeGreaterThan(2);
    for (const one of instances ?? []) expect(one.privateIpAddress).toMatch(/^10\.0\.12\./);
  });

  test('an elastic IP’s address is ORed with the interfaces asked for', async () => {
    const find = (name: string) =>
      [...cloud.region.instances.values()].find((one) => one.name === name);
    const eip = cloud.region.elasticIps.get(find('bastion-bj')?.primary.elasticIpId ?? '');
    const query = {
      filters: [
        { name: 'elasticIpAddress' as const, values: [eip?.address ?? ''] },
        { name: 'networkInterfaceId' as const, values: [find('grafana')?.primary.id ?? ''] },
      ],
    };
    expect(await names(query)).toEqual(['bastion-bj', 'grafana']);
  });

  test('`ne` turns one around', async () => {
    const all = await names({});
    const running = await names(filter('status', 'running'));
    const others = await names({
      filters: [{ name: 'status', operator: 'ne', values: ['running'] }],
    });
    expect(running.length + others.length).toBe(all.length);
    expect(others).toContain('legacy-erp');
  });

  test('see a change at once', async () => {
    const world = testCloud({ instances: 30 });
    const running = async () =>
      (await world.call('describeInstances', filter('status', 'running'))).totalCount ?? 0;
    const before = await running();
    const one = [...world.region.instances.values()][0]?.id ?? '';
    await world.call('stopInstance', { instanceId: one });
    expect(await running()).toBe(before - 1);
    // Two others of the seed finish on their own, and one of them runs then.
    world.pass(60_000);
    await world.call('startInstance', { instanceId: one });
    world.pass(60_000);
    expect(await running()).toBeGreaterThan(before - 1);
  });

  test('that only the full lists know are refused by the light ones', async () => {
    const refused = await cloud.refusal('describeInstanceStatus', {
      // Not in the row's type; the cloud has to say so.
      filters: [{ name: 'az', values: ['cn-north-1a'] }] as never,
    });
    expect(refused.status).toBe('INVALID_ARGUMENT');
  });
});

describe('the brief list', () => {
  test('leaves out what it promises to leave out', async () => {
    const { instances } = await cloud.call('describeBriefInstances', {});
    const [full] = (await cloud.call('describeInstances', {})).instances ?? [];
    const [brief] = instances ?? [];
    const texts = Object.entries(brief ?? {}).filter(([, value]) => typeof value === 'string');
    expect(texts).not.toHaveLength(0);
    expect(full).toMatchObject(Object.fromEntries(texts));
    for (const key of ['elasticIpAddress', 'hostname', 'charge', 'tags', 'ag', 'policies'])
      expect(brief).not.toHaveProperty(key);
    expect(brief?.systemDisk?.cloudDisk).toEqual({
      diskId: full?.systemDisk?.cloudDisk?.diskId,
      diskType: 'ssd.gp1',
      diskSizeGB: 40,
    });
  });
});

describe('the light lists', () => {
  test('give statuses and addresses for ids', async () => {
    const [a, b] = [...cloud.region.instances.values()];
    const query = filter('instanceId', a?.id ?? '', b?.id ?? '') as never;
    expect(await cloud.call('describeInstanceStatus', query)).toEqual({
      instanceStatuses: [
        { instanceId: a?.id, status: 'running' },
        { instanceId: b?.id, status: 'running' },
      ],
      totalCount: 2,
    });
    expect(await cloud.call('describeInstancePrivateIpAddress', query)).toMatchObject({
      instancePrivateIpAddress: [{ privateIpAddress: a?.primary.primaryIp }, {}],
    });
  });

  test('of custom data has ten to a page and no more', async () => {
    expect((await cloud.call('describeInstancesCustomData', {})).customData).toHaveLength(10);
    expect(await cloud.refusal('describeInstancesCustomData', { pageSize: 11 })).toMatchObject({
      status: 'OUT_OF_RANGE',
    });
  });
});
