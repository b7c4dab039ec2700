import { beforeEach, describe, expect, test } from 'vitest';
import { type TestCloud, testCloud } from './test-cloud.ts';

let cloud: TestCloud;
beforeEach(() => {
  cloud = testCloud({ instances: 42 });
  cloud.pass(60_000);
});

function named<T extends { id: string; name: string }>(all: ReadonlyMap<string, T>, name: string) {
  for (const one of all.values()) if (one.name === name) return one;
  throw new Error(`the seed has no ${name}`);
}
const machine = (name: string) => ({ instanceId: named(cloud.region.instances, name).id });
const nicId = (name: string) => named(cloud.region.interfaces, name).id;
const eipId = (name: string) => named(cloud.region.elasticIps, name).id;
const describeOne = async (name: string) =>
  (await cloud.call('describeInstance', machine(name))).instance;

describe('a secondary interface', () => {
  test('comes, shows what it has, changes its mark and goes', async () => {
    const networkInterfaceId = nicId('spare-trade');
    await cloud.call('attachNetworkInterface', {
      ...machine('order-api-01'),
      networkInterfaceId,
    });
    expect((await describeOne('order-api-01'))?.secondaryNetworkInterfaces).toEqual([]);
    cloud.pass(7000);
    const attached = await describeOne('order-api-01');
    expect(attached?.secondaryNetworkInterfaces).toMatchObject([
      { deviceIndex: 2, autoDelete: false, networkInterface: { networkInterfaceId } },
    ]);
    const view = await cloud.call('describeNetworkInterface', { networkInterfaceId });
    expect(view.networkInterface).toMatchObject({
      ...machine('order-api-01'),
      attachmentStatus: 'attached',
      deviceIndex: 2,
      role: 'Secondary',
    });
    // The address of any interface finds the machine.
    const { instances } = await cloud.call('describeInstances', {
      filters: [
        {
          name: 'privateIpAddress',
          values: [view.networkInterface?.primaryIp?.privateIpAddress ?? ''],
        },
      ],
    });
    expect(instances?.map(({ instanceName }) => instanceName)).toContain('order-api-01');

    await cloud.call('modifyInstanceNetworkAttribute', {
      ...machine('order-api-01'),
      networks: [{ networkInterfaceId, autoDelete: true }],
    });
    expect((await describeOne('order-api-01'))?.secondaryNetworkInterfaces).toMatchObject([
      { autoDelete: true },
    ]);
    await cloud.call('detachNetworkInterface', { ...machine('order-api-01'), networkInterfaceId });
    cloud.pass(7000);
    expect((await describeOne('order-api-01'))?.secondaryNetworkInterfaces).toEqual([]);
  });

  test.each([
    ['order-api-01', 'spare-staging', 'The instance and networkInterface are not in the same vpc'],
    ['search-es-data-03', 'spare-apps', 'Invalid instance status error'],
  ])('does not go to %s: %s', async (name, nic, message) => {
    const refused = await cloud.refusal('attachNetworkInterface', {
      ...machine(name),
      networkInterfaceId: nicId(nic),
    });
    expect(refused).toMatchObject({ status: 'FAILED_PRECONDITION', message });
  });

  test('does not go where it is taken, nor beyond the type’s limit', async () => {
    const networkInterfaceId = nicId('spare-apps');
    await cloud.call('attachNetworkInterface', { ...machine('web-front-01'), networkInterfaceId });
    expect(
      await cloud.refusal('attachNetworkInterface', {
        ...machine('order-api-01'),
        networkInterfaceId,
      }),
    ).toMatchObject({ message: 'NetworkInterface has been attached on other device' });
    cloud.pass(7000);
    // g.n4.large takes two.
    expect(
      await cloud.refusal('attachNetworkInterface', {
        ...machine('web-front-01'),
        networkInterfaceId: nicId('spare-trade'),
      }),
    ).toMatchObject({ message: 'Flavor constraints. NetworkInterface limit exceeded' });
  });
});

describe('the primary interface', () => {
  const primary = async (name: string) =>
    (await describeOne(name))?.primaryNetworkInterface?.networkInterface?.networkInterfaceId ?? '';

  test('cannot be detached', async () => {
    const networkInterfaceId = await primary('order-api-01');
    const input = { ...machine('order-api-01'), networkInterfaceId };
    expect((await cloud.refusal('detachNetworkInterface', input)).message).toBe(
      "Can't detach primaryNetworkInterface",
    );
  });

  test('cannot be changed', async () => {
    const networkInterfaceId = await primary('order-api-01');
    const refused = await cloud.refusal('modifyInstanceNetworkAttribute', {
      ...machine('order-api-01'),
      networks: [{ networkInterfaceId, autoDelete: false }],
    });
    expect(refused.message).toBe("Can't modify primaryNetworkInterface");
  });

  test('an unknown one is not mounted', async () => {
    const refused = await cloud.refusal('modifyInstanceNetworkAttribute', {
      ...machine('order-api-01'),
      networks: [{ networkInterfaceId: 'port-0', autoDelete: false }],
    });
    expect(refused.message).toBe("NetworkInterface 'port-0' not mounted on instance");
  });
});

describe('an elastic IP', () => {
  test('is bound at once, found by its address, and unbound', async () => {
    const elasticIpId = eipId('spare-eip-01');
    await cloud.call('associateElasticIp', { ...machine('order-worker-02'), elasticIpId });
    const instance = await describeOne('order-worker-02');
    expect(instance).toMatchObject({ elasticIpId });
    const { instances } = await cloud.call('describeInstances', {
      filters: [{ name: 'elasticIpAddress', values: [instance?.elasticIpAddress ?? ''] }],
    });
    expect(instances?.map(({ instanceName }) => instanceName)).toEqual(['order-worker-02']);
    await cloud.call('disassociateElasticIp', { ...machine('order-worker-02'), elasticIpId });
    expect((await describeOne('order-worker-02'))?.elasticIpId).toBeUndefined();
    expect((await cloud.call('describeElasticIp', { elasticIpId })).elasticIp).toMatchObject({
      status: 'NOT_ASSOCIATED',
    });
  });

  test.each([
    ['order-worker-02', 'order-api-01-eip', 'ElasticIp <id> already in use'],
    ['order-worker-02', 'zonal-eip-b', "The instance and elasticIp '<id>' are in different azs"],
    ['order-api-01', 'spare-eip-01', 'NetworkInterface already in use'],
  ])('does not go to %s: %s', async (name, eip, message) => {
    const elasticIpId = eipId(eip);
    const refused = await cloud.refusal('associateElasticIp', { ...machine(name), elasticIpId });
    expect(refused.message).toBe(message.replace('<id>', elasticIpId));
  });

  test('that is not there is a 404', async () => {
    const input = { ...machine('order-api-01'), elasticIpId: 'fip-0' };
    const expected = { code: 404, status: 'NOT_FOUND', message: 'ElasticIpId fip-0 not found' };
    expect(await cloud.refusal('associateElasticIp', input)).toEqual(expected);
    expect(await cloud.refusal('disassociateElasticIp', input)).toEqual(expected);
  });

  test('of another machine cannot be unbound here', async () => {
    const input = { ...machine('order-worker-02'), elasticIpId: eipId('order-api-01-eip') };
    expect((await cloud.refusal('disassociateElasticIp', input)).message).toBe(
      "Elastic ip isn't associated to this instance's primary network interface",
    );
  });
});
