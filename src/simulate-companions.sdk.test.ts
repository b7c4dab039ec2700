// The vendor's SDK reads and writes what is beside the machines: networks, addresses, disks, charts.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AnyOperation } from './contract/operation.ts';
import { operations } from './contract/operations.ts';
import { type Name, region, sdkCloud } from './sdk-cloud.ts';
import { sdkMachines } from './sdk-machines.ts';

const cloud = sdkCloud();
const { call, refusal, wait } = cloud;
const { aMachine, machine } = sdkMachines(cloud);

beforeAll(cloud.start);
afterAll(cloud.stop);

test('networks: a VPC, its subnets and its security groups', async () => {
  const { vpcs = [] } = await call('describeVpcs', {});
  const vpcId = vpcs[0]?.vpcId ?? '';
  const inVpc = { filters: [{ name: 'vpcId' as const, values: [vpcId] }] };
  const { subnets = [] } = await call('describeSubnets', inVpc);
  expect(subnets.length).toBeGreaterThan(1);
  expect(new Set(subnets.map((subnet) => subnet.vpcId))).toEqual(new Set([vpcId]));
  const { networkSecurityGroups = [] } = await call('describeNetworkSecurityGroups', inVpc);
  expect(networkSecurityGroups.map((group) => group.networkSecurityGroupName)).toContain('default');
  for (const list of [
    'describeVpcs',
    'describeSubnets',
    'describeNetworkSecurityGroups',
    'describeNetworkInterfaces',
    'describeElasticIps',
  ] as const)
    expect(await refusal(list, { pageSize: 101 })).toBe('OUT_OF_RANGE: PageSize out of range');
});

test('an interface is made, found and deleted, unless a machine has it', async () => {
  const instanceId = await aMachine('with-interface');
  const { subnetId = '', primaryNetworkInterface } = (await machine(instanceId)) ?? {};
  expect(await refusal('createNetworkInterface', { subnetId: 'subnet-none' })).toBe(
    "NOT_FOUND: Subnet 'subnet-none' not found",
  );
  const { networkInterfaceId = '' } = await call('createNetworkInterface', {
    subnetId,
    networkInterfaceName: 'spare',
  });
  expect((await call('describeNetworkInterface', { networkInterfaceId })).networkInterface).toEqual(
    expect.objectContaining({ networkInterfaceName: 'spare', subnetId }),
  );
  const filters = [{ name: 'networkInterfaceIds' as const, values: [networkInterfaceId] }];
  expect(await call('describeNetworkInterfaces', { filters })).toMatchObject({ totalCount: 1 });
  await call('deleteNetworkInterface', { networkInterfaceId });
  expect(await refusal('describeNetworkInterface', { networkInterfaceId })).toBe(
    `NOT_FOUND: NetworkInterface '${networkInterfaceId}' not found.`,
  );
  const used = primaryNetworkInterface?.networkInterface?.networkInterfaceId ?? '';
  expect(await refusal('deleteNetworkInterface', { networkInterfaceId: used })).toBe(
    `FAILED_PRECONDITION: NetworkInterface '${used}' is attached to instance '${instanceId}'`,
  );
});

test('addresses are bought, found and given back', async () => {
  const bought = { bandwidthMbps: 5, provider: 'bgp' };
  const { elasticIpIds = [] } = await call('createElasticIps', {
    maxCount: 2,
    elasticIpSpec: bought,
  });
  expect(elasticIpIds).toHaveLength(2);
  const [elasticIpId = ''] = elasticIpIds;
  expect((await call('describeElasticIp', { elasticIpId })).elasticIp?.bandwidthMbps).toBe(5);
  const filters = [{ name: 'elasticIpIds' as const, values: elasticIpIds }];
  expect(await call('describeElasticIps', { filters })).toMatchObject({ totalCount: 2 });
  await call('deleteElasticIp', { elasticIpId });
  const gone = `NOT_FOUND: ElasticIp '${elasticIpId}' not found.`;
  expect(await refusal('describeElasticIp', { elasticIpId })).toBe(gone);
  expect(await refusal('deleteElasticIp', { elasticIpId })).toBe(gone);
  expect(
    await refusal('createElasticIps', {
      maxCount: 1,
      elasticIpSpec: { ...bought, bandwidthMbps: 1001 },
    }),
  ).toBe('OUT_OF_RANGE: ElasticIpSpec.BandwidthMbps out of range');
});

test('a disk is made, extended, copied to a snapshot and deleted', async () => {
  const diskSpec = {
    az: `${region}a`,
    name: 'ledger',
    diskType: 'ssd.gp1',
    diskSizeGB: 40,
  } as const;
  const order = { diskSpec, maxCount: 1, clientToken: 'one-ledger' };
  const { diskIds = [] } = await call('createDisks', order);
  expect((await call('createDisks', order)).diskIds).toEqual(diskIds);
  const [diskId = ''] = diskIds;
  const disk = async () => (await call('describeDisk', { diskId })).disk;
  expect((await disk())?.status).toBe('creating');
  await wait();
  await call('extendDisk', { diskId, diskSizeGB: 80 });
  expect(await refusal('extendDisk', { diskId, diskSizeGB: 90 })).toBe(
    "FAILED_PRECONDITION: Invalid disk status 'extending'",
  );
  await wait();
  expect(await disk()).toMatchObject({ status: 'available', diskSizeGB: 80 });
  const snapshotSpec = { name: 'ledger-1', diskId };
  const { snapshotId = '' } = await call('createSnapshot', {
    snapshotSpec,
    clientToken: 'one-snapshot',
  });
  await wait();
  const filters = [{ name: 'snapshotId' as const, values: [snapshotId] }];
  const { snapshots } = await call('describeSnapshots', { filters });
  expect(snapshots).toMatchObject([{ name: 'ledger-1', status: 'available', diskId }]);
  await call('deleteDisk', { diskId });
  await wait();
  const named = { filters: [{ name: 'name' as const, values: ['ledger'] }] };
  expect((await call('describeDisks', named)).totalCount).toBe(0);

  const gone = `NOT_FOUND: Disk '${diskId}' not found.`;
  expect(await refusal('describeDisk', { diskId })).toBe(gone);
  expect(await refusal('deleteDisk', { diskId })).toBe(gone);
  expect(await refusal('createSnapshot', { snapshotSpec, clientToken: 'another' })).toBe(gone);
  expect(
    await refusal('createDisks', {
      diskSpec: { ...diskSpec, diskSizeGB: 45 },
      maxCount: 1,
      clientToken: 'odd-size',
    }),
  ).toMatch(/^(OUT_OF_RANGE|INVALID_ARGUMENT): /);
  for (const list of ['describeDisks', 'describeSnapshots'] as const)
    expect(await refusal(list, { pageSize: 101 })).toBe('OUT_OF_RANGE: PageSize out of range');
});

test('the monitor knows what it measures, and draws it', async () => {
  const resourceId = await aMachine('measured');
  const asked = { serviceCode: 'vm', resourceId };
  expect((await call('describeServices', {})).services?.map((one) => one.serviceCode)).toContain(
    'vm',
  );
  const { metrics = [] } = await call('describeMetrics', { serviceCode: 'vm' });
  const metric = metrics.find((one) => one.metric === 'cpu_util')?.metric ?? '';
  await wait(3600);
  const { metricDatas } = await call('describeMetricData', {
    ...asked,
    metric,
    timeInterval: '1h',
  });
  expect(metricDatas?.[0]?.data?.length).toBeGreaterThan(10);
  const { items } = await call('lastDownsample', { ...asked, metric });
  expect(items?.[0]?.metric).toBe(metric);
  const { tagValues } = await call('describeTagValues', { ...asked, tagKey: 'resourceId' });
  expect(tagValues).toEqual([resourceId]);
  expect(await refusal('describeMetricData', { ...asked, metric: 'vm.none' })).toBe(
    "INVALID_ARGUMENT: Metric 'vm.none' not found in service 'vm'",
  );
  expect(await refusal('lastDownsample', { ...asked, metric: 'vm.none' })).toMatch(/^INVALID_/);
  expect(
    await refusal('describeTagValues', { ...asked, tagKey: 'resourceId', metric: 'vm.none' }),
  ).toMatch(/^INVALID_/);
});

test('each operation of these was carried out and, where that is possible, refused', () => {
  const companions = Object.values<AnyOperation>(operations)
    .filter(({ service }) => service !== 'vm')
    .map(({ name }) => name as Name); // the table's own keys
  expect(companions).toHaveLength(23);
  // Nothing can be wrong with a question for the list of services or of metrics.
  expect(cloud.missing(companions)).toEqual(['describeMetrics', 'describeServices']);
});
