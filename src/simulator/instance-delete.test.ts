import { beforeEach, describe, expect, test } from 'vitest';
import { type TestCloud, testCloud } from './test-cloud.ts';

let cloud: TestCloud;
beforeEach(() => {
  cloud = testCloud({ instances: 42 });
  cloud.pass(60_000);
});

const machine = (name: string) => {
  for (const one of cloud.region.instances.values()) if (one.name === name) return one;
  throw new Error(`the seed has no instance ${name}`);
};
const gone = (instanceId: string) => ({
  code: 404,
  status: 'NOT_FOUND',
  message: `Instance '${instanceId}' not found.`,
});

test('a deleted instance is deleting, then a 404, and gives its address back', async () => {
  const { id: instanceId, primary } = machine('order-worker-02');
  await cloud.call('deleteInstance', { instanceId });
  expect((await cloud.call('describeInstance', { instanceId })).instance?.status).toBe('deleting');
  cloud.pass(11_000);
  expect(await cloud.refusal('describeInstance', { instanceId })).toEqual(gone(instanceId));
  const { networkInterfaceId, primaryIp, subnetId } = {
    ...primary,
    networkInterfaceId: primary.id,
  };
  expect(await cloud.refusal('describeNetworkInterface', { networkInterfaceId })).toMatchObject({
    code: 404,
  });
  await cloud.call('createNetworkInterface', { subnetId, primaryIpAddress: primaryIp });
});

test('its system disk goes, its data disks stay unless told otherwise, its elastic IP stays', async () => {
  const { id: instanceId, systemDisk, dataDisks } = machine('k8s-node-01');
  const [data] = dataDisks;
  await cloud.call('modifyInstanceDiskAttribute', {
    instanceId,
    dataDisks: [{ diskId: data?.diskId, autoDelete: false }],
  });
  const spare = [...cloud.region.elasticIps.values()].find(({ name }) => name === 'spare-eip-01');
  const elasticIpId = spare?.id ?? '';
  await cloud.call('associateElasticIp', { instanceId, elasticIpId });
  await cloud.call('deleteInstance', { instanceId });
  cloud.pass(11_000);
  expect(await cloud.refusal('describeDisk', { diskId: systemDisk?.diskId ?? '' })).toMatchObject({
    code: 404,
  });
  expect((await cloud.call('describeDisk', { diskId: data?.diskId ?? '' })).disk).toMatchObject({
    status: 'available',
    attachments: [],
  });
  const { elasticIp } = await cloud.call('describeElasticIp', { elasticIpId });
  expect(elasticIp).toMatchObject({ status: 'NOT_ASSOCIATED' });
  expect(elasticIp?.instanceId).toBeUndefined();
});

test('a data disk marked so goes with it, and so do elastic IPs when asked', async () => {
  const { id: instanceId, dataDisks } = machine('k8s-node-02');
  const spare = [...cloud.region.elasticIps.values()].find(({ name }) => name === 'spare-eip-01');
  const elasticIpId = spare?.id ?? '';
  await cloud.call('associateElasticIp', { instanceId, elasticIpId });
  await cloud.call('deleteInstance', {
    instanceId,
    deletePrimaryNetworkInterfaceAllElasticIp: true,
  });
  cloud.pass(11_000);
  const diskId = dataDisks[0]?.diskId ?? '';
  expect(await cloud.refusal('describeDisk', { diskId })).toMatchObject({ code: 404 });
  expect(await cloud.refusal('describeElasticIp', { elasticIpId })).toMatchObject({ code: 404 });
});

test('a secondary interface stays as a free one unless marked', async () => {
  const { id: instanceId } = machine('order-worker-02');
  const spare = [...cloud.region.interfaces.values()].find(({ name }) => name === 'spare-trade');
  const networkInterfaceId = spare?.id ?? '';
  await cloud.call('attachNetworkInterface', { instanceId, networkInterfaceId });
  cloud.pass(7000);
  await cloud.call('deleteInstance', { instanceId });
  cloud.pass(11_000);
  const view = await cloud.call('describeNetworkInterface', { networkInterfaceId });
  expect(view.networkInterface).toMatchObject({ attachmentStatus: 'detached', deviceIndex: 0 });
});

describe('a delete', () => {
  test.each([
    ['order-api-01', "Can't delete 'prepaid_by_duration' instance which isn't overdue"],
    ['pg-main-primary', "Can't delete 'prepaid_by_duration' instance which isn't overdue"],
  ])('of %s is refused', async (name, message) => {
    const refused = await cloud.refusal('deleteInstance', { instanceId: machine(name).id });
    expect(refused).toEqual({ code: 400, status: 'FAILED_PRECONDITION', message });
  });

  test.each(['legacy-erp', 'mysql-report-01', 'search-es-data-03', 'batch-etl-07'])(
    'of %s is taken',
    async (name) => {
      const { id: instanceId } = machine(name);
      await cloud.call('deleteInstance', { instanceId });
      cloud.pass(11_000);
      expect(await cloud.refusal('describeInstance', { instanceId })).toEqual(gone(instanceId));
    },
  );

  test('of fail-delete… ends in error', async () => {
    const { id: instanceId } = machine('order-worker-02');
    await cloud.call('modifyInstanceAttribute', { instanceId, name: 'fail-delete-01' });
    await cloud.call('deleteInstance', { instanceId });
    cloud.pass(11_000);
    const { instance } = await cloud.call('describeInstance', { instanceId });
    expect(instance?.status).toBe('error');
  });

  test('returns the quota', async () => {
    const used = async () => {
      const filters = [{ name: 'resourceTypes' as const, values: ['instance'] }];
      return (await cloud.call('describeQuotas', { filters })).quotas?.[0]?.used;
    };
    const before = (await used()) ?? 0;
    await cloud.call('deleteInstance', { instanceId: machine('order-worker-02').id });
    cloud.pass(11_000);
    expect(await used()).toBe(before - 1);
  });
});
