import { beforeEach, describe, expect, test } from 'vitest';
import { rangeOf, toNumber } from '../contract/addresses.ts';
import { type TestCloud, testCloud } from './test-cloud.ts';

let cloud: TestCloud;
beforeEach(() => {
  cloud = testCloud({ instances: 30 });
  cloud.pass(60_000);
});

const subnetNamed = (name: string) => {
  for (const subnet of cloud.region.subnets.values()) if (subnet.name === name) return subnet;
  throw new Error(`the seed has no subnet ${name}`);
};

describe('networks', () => {
  test('hold their subnets, and count free addresses', async () => {
    const { vpcs = [] } = await cloud.call('describeVpcs', {});
    expect(vpcs.map(({ vpcName }) => vpcName)).toEqual(['vpc-prod', 'vpc-staging']);
    const { subnets = [] } = await cloud.call('describeSubnets', {
      filters: [{ name: 'vpcId', values: [vpcs[0]?.vpcId ?? ''] }],
    });
    expect(vpcs[0]?.subnets).toEqual(subnets);
    const trade = subnets.find(({ subnetName }) => subnetName === 'trade-a');
    // Of 256: the network, the gateway, the DHCP server and the last one are not for machines.
    expect(trade?.availableIpCount).toBe(252 - subnetNamed('trade-a').used.size);
    expect(trade).toMatchObject({ startIp: '10.0.12.1', endIp: '10.0.12.254' });
  });

  test('have security groups that know their users', async () => {
    const { networkSecurityGroups = [] } = await cloud.call('describeNetworkSecurityGroups', {
      filters: [{ name: 'networkSecurityGroupNames', values: ['sg-web'] }],
    });
    expect(networkSecurityGroups).toHaveLength(2);
    expect(networkSecurityGroups[0]?.networkInterfaceIds?.length).toBeGreaterThan(0);
    expect(networkSecurityGroups[0]?.securityGroupRules).toContainEqual(
      expect.objectContaining({ direction: 0, fromPort: 443, toPort: 443, protocol: 6 }),
    );
  });

  test('answer the last page when asked beyond it', async () => {
    const beyond = await cloud.call('describeNetworkInterfaces', { pageNumber: 99, pageSize: 10 });
    expect(beyond.networkInterfaces?.length).toBeGreaterThan(0);
  });
});

describe('interfaces', () => {
  test('are made in a subnet with the default group, and deleted when free', async () => {
    const { id: subnetId } = subnetNamed('apps-a');
    const { networkInterfaceId = '' } = await cloud.call('createNetworkInterface', {
      subnetId,
      networkInterfaceName: 'eth-new',
      secondaryIpCount: 2,
    });
    const { networkInterface } = await cloud.call('describeNetworkInterface', {
      networkInterfaceId,
    });
    expect(networkInterface).toMatchObject({
      networkInterfaceName: 'eth-new',
      attachmentStatus: 'detached',
      deviceIndex: 0,
      secondaryIps: [{}, {}],
    });
    expect(networkInterface?.networkSecurityGroupIds).toHaveLength(1);
    await cloud.call('deleteNetworkInterface', { networkInterfaceId });
    expect(await cloud.refusal('describeNetworkInterface', { networkInterfaceId })).toMatchObject({
      code: 404,
    });
  });

  test('take no address that is taken or outside', async () => {
    const { id: subnetId, used } = subnetNamed('trade-a');
    const [taken] = used;
    expect(taken).toBe(toNumber('10.0.12.3'));
    for (const primaryIpAddress of ['10.0.12.3', '10.0.13.9', '10.0.12.1', '10.0.12.255']) {
      expect(
        await cloud.refusal('createNetworkInterface', { subnetId, primaryIpAddress }),
      ).toMatchObject({ status: 'INVALID_ARGUMENT' });
    }
  });

  test('have IPv6 where the subnet has', async () => {
    const { networkInterfaceId = '' } = await cloud.call('createNetworkInterface', {
      subnetId: subnetNamed('staging-dual-stack').id,
      ipv6Addresses: ['2402:db40:5100::7'],
    });
    expect(cloud.region.interfaces.get(networkInterfaceId)?.ipv6).toBe('2402:db40:5100::7');
    const subnetId = subnetNamed('apps-a').id;
    expect(
      await cloud.refusal('createNetworkInterface', { subnetId, ipv6Addresses: ['::7'] }),
    ).toEqual({ code: 400, status: 'CONFLICT', message: `Subnet '${subnetId}' not support ipv6` });
  });

  test('have twenty-one addresses at most', async () => {
    const { id: subnetId } = subnetNamed('apps-a');
    expect(
      await cloud.refusal('createNetworkInterface', { subnetId, secondaryIpCount: 21 }),
    ).toMatchObject({ status: 'OUT_OF_RANGE' });
    await cloud.call('createNetworkInterface', { subnetId, secondaryIpCount: 20 });
  });

  test('on a machine cannot be deleted', async () => {
    const [machine] = cloud.region.instances.values();
    const networkInterfaceId = machine?.primary.id ?? '';
    expect(await cloud.refusal('deleteNetworkInterface', { networkInterfaceId })).toMatchObject({
      status: 'FAILED_PRECONDITION',
    });
  });
});

describe('elastic IPs', () => {
  const elasticIpSpec = { bandwidthMbps: 5, provider: 'bgp' };

  test('are made with addresses of their own, and deleted when free', async () => {
    const { elasticIpIds = [] } = await cloud.call('createElasticIps', {
      maxCount: 3,
      elasticIpName: 'lab',
      elasticIpSpec,
    });
    const addresses = [...cloud.region.elasticIps.values()].map(({ address }) => address);
    expect(new Set(addresses).size).toBe(addresses.length);
    await cloud.call('deleteElasticIp', { elasticIpId: elasticIpIds[0] ?? '' });
    const { elasticIps } = await cloud.call('describeElasticIps', {
      filters: [{ name: 'elasticIpIds', values: elasticIpIds }],
    });
    expect(elasticIps?.map(({ elasticIpName }) => elasticIpName)).toEqual(['lab-2', 'lab-3']);
  });

  test('in use are listed as such and cannot be deleted', async () => {
    const { elasticIps = [] } = await cloud.call('describeElasticIps', {
      filters: [{ name: 'status', values: ['ASSOCIATED'] }],
    });
    const [first] = elasticIps;
    expect(first?.instanceId).toMatch(/^i-/);
    expect(
      await cloud.refusal('deleteElasticIp', { elasticIpId: first?.elasticIpId ?? '' }),
    ).toMatchObject({ status: 'FAILED_PRECONDITION' });
  });

  test.each([
    [{ bandwidthMbps: 0, provider: 'bgp' }, 'OUT_OF_RANGE'],
    [{ bandwidthMbps: 5, provider: 'no_bgp' }, 'INVALID_ARGUMENT'],
  ])('of %j are refused', async (wrong, status) => {
    const input = { maxCount: 1, elasticIpSpec: wrong };
    expect(await cloud.refusal('createElasticIps', input)).toMatchObject({ status });
  });

  test('beyond the quota are refused', async () => {
    cloud.region.quotas.elasticIp = cloud.region.elasticIps.size;
    expect(await cloud.refusal('createElasticIps', { maxCount: 1, elasticIpSpec })).toMatchObject({
      code: 429,
      status: 'QUOTA_EXCEEDED',
    });
  });
});

describe('addresses', () => {
  test.each([
    ['10.0.12.0/24', '10.0.12.3', '10.0.12.254', 252],
    ['172.16.255.0/28', '172.16.255.3', '172.16.255.14', 12],
  ])('of %s run from %s to %s', (cidr, first, last, size) => {
    const range = { first: toNumber(first), last: toNumber(last), size };
    expect(rangeOf(cidr)).toEqual(range);
  });

  test.each(['', '10.0.0', '10.0.0.256', '10.0.0.1x', '1.2.3.4.5'])('%j is none', (text) => {
    expect(toNumber(text)).toBeUndefined();
  });
});
