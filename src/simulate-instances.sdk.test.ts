// The vendor's SDK reads the fleet and takes machines through their lives.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { centos76, password, region, sdkCloud } from './sdk-cloud.ts';
import { sdkMachines } from './sdk-machines.ts';
import { shares } from './sdk-shares.ts';

const cloud = sdkCloud();
const { call, refusal, wait } = cloud;
const { aSubnet, aMachine, machine, stopped } = sdkMachines(cloud);

beforeAll(cloud.start);
afterAll(cloud.stop);

const nothing = 'i-nothing0000';
const noInstance = `NOT_FOUND: Instance '${nothing}' not found.`;

describe('reading the fleet', () => {
  test('lists it, whole and in part', async () => {
    const { instances = [], totalCount = 0 } = await call('describeInstances', { pageSize: 100 });
    expect(totalCount).toBeGreaterThanOrEqual(20);
    const running = await call('describeInstances', {
      pageSize: 100,
      filters: [{ name: 'status', values: ['running'] }],
    });
    const expected = instances.filter(({ status }) => status === 'running');
    expect(running.instances).toEqual(expected);
    expect(await refusal('describeInstances', { pageSize: 5 })).toBe(
      'OUT_OF_RANGE: PageSize out of range',
    );
  });

  test('asks for one machine, its state, its address and its screen', async () => {
    const { instances = [] } = await call('describeInstances', {
      filters: [{ name: 'status', values: ['running'] }],
    });
    const {
      instanceId = '',
      privateIpAddress,
      instanceName,
    } = instances.find(({ instanceType }) => !instanceType?.endsWith('.metal')) ?? {};
    const filters = [{ name: 'instanceId' as const, values: [instanceId] }];
    expect(await machine(instanceId)).toMatchObject({ instanceId, instanceName });
    expect(await call('describeBriefInstances', { filters })).toMatchObject({
      totalCount: 1,
      instances: [{ instanceId, instanceName, privateIpAddress }],
    });
    expect(await call('describeInstanceStatus', { filters })).toMatchObject({
      instanceStatuses: [{ instanceId, status: 'running' }],
    });
    expect(await call('describeInstancePrivateIpAddress', { filters })).toMatchObject({
      instancePrivateIpAddress: [{ instanceId, privateIpAddress }],
    });
    const { vncUrl } = await call('describeInstanceVncUrl', { instanceId });
    expect(vncUrl).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/simulator\/vnc_auto\.html\?token=\S{10,}$/);
    expect((await fetch(vncUrl ?? '')).status).toBe(200);

    expect(await refusal('describeInstance', { instanceId: nothing })).toBe(noInstance);
    expect(await refusal('describeInstanceVncUrl', { instanceId: nothing })).toBe(noInstance);
    for (const list of [
      'describeBriefInstances',
      'describeInstanceStatus',
      'describeInstancePrivateIpAddress',
    ] as const)
      expect(await refusal(list, { pageSize: 101 })).toBe('OUT_OF_RANGE: PageSize out of range');
  });

  test('asks what there is and how much one may have', async () => {
    const { instanceTypes } = await call('describeInstanceTypes', {
      filters: [{ name: 'instanceTypes', values: ['g.n4.xlarge'] }],
    });
    expect(instanceTypes).toMatchObject([{ cpu: 4, memoryMB: 16384 }]);
    expect(await refusal('describeInstanceTypes', {}, 'cn-west-9')).toBe(
      "INVALID_ARGUMENT: Invalid region 'cn-west-9'",
    );
    const { quotas = [] } = await call('describeQuotas', {
      filters: [{ name: 'resourceTypes', values: ['instance'] }],
    });
    expect(quotas[0]?.used).toBeGreaterThanOrEqual(20);
    expect(
      await refusal('describeQuotas', {
        filters: [{ name: 'resourceTypes', values: ['imageShare'] }],
      }),
    ).toBe('INVALID_ARGUMENT: Parameter ImageId missing');
  });
});

describe('the life of a machine', () => {
  test('created twice with one token is created once', async () => {
    const { subnetId } = await aSubnet();
    const input = {
      clientToken: 'one-click',
      maxCount: 2,
      instanceSpec: {
        az: `${region}a`,
        instanceType: 'g.n4.large',
        imageId: centos76,
        name: 'batch-[08]',
        password,
        primaryNetworkInterface: { networkInterface: { subnetId } },
        userTags: [{ key: 'team', value: 'sdk' }],
      },
    };
    const { instanceIds = [] } = await call('createInstances', input);
    expect(instanceIds).toHaveLength(2);
    expect((await call('createInstances', input)).instanceIds).toEqual(instanceIds);
    expect((await machine(instanceIds[0] ?? ''))?.status).toBe('pending');
    await wait();
    const { instances } = await call('describeInstances', {
      tags: [{ key: 'team', values: ['sdk'] }],
    });
    expect(instances?.map(({ instanceName, status }) => [instanceName, status])).toEqual([
      ['batch-08', 'running'],
      ['batch-09', 'running'],
    ]);
    const bad = { ...input.instanceSpec, password: 'password1' };
    expect(await refusal('createInstances', { instanceSpec: bad })).toBe(
      'INVALID_ARGUMENT: Invalid password',
    );
  });

  test('stops, starts, reboots', async () => {
    const instanceId = await aMachine('power');
    expect(await refusal('startInstance', { instanceId })).toBe(
      'FAILED_PRECONDITION: Invalid instance status running',
    );
    await call('stopInstance', { instanceId, chargeOnStopped: 'stopCharging' });
    expect((await machine(instanceId))?.status).toBe('stopping');
    expect(await refusal('rebootInstance', { instanceId })).toMatch(
      /^FAILED_PRECONDITION: Conflict with underlay task \d+$/,
    );
    await wait();
    expect((await machine(instanceId))?.status).toBe('stopped');
    expect(await refusal('stopInstance', { instanceId })).toBe(
      'FAILED_PRECONDITION: Invalid instance status stopped',
    );
    await call('startInstance', { instanceId });
    await wait();
    await call('rebootInstance', { instanceId });
    expect((await machine(instanceId))?.status).toBe('rebooting');
    await wait();
    expect((await machine(instanceId))?.status).toBe('running');
  });

  test('is renamed and gets a new password', async () => {
    const instanceId = await aMachine('names');
    await call('modifyInstanceAttribute', { instanceId, name: '测试主机-01', description: '<主>' });
    expect(await machine(instanceId)).toMatchObject({
      instanceName: '测试主机-01',
      description: '<主>',
    });
    expect(await refusal('modifyInstanceAttribute', { instanceId })).toBe(
      'INVALID_ARGUMENT: There are no modifiable properties in the parameter',
    );
    await call('modifyInstancePassword', { instanceId, password });
    await wait();
    expect(await refusal('modifyInstancePassword', { instanceId, password: 'root-Qz7!ab' })).toBe(
      'INVALID_ARGUMENT: Invalid password',
    );
  });

  test('is resized and rebuilt while stopped', async () => {
    const instanceId = await stopped('change');
    await call('resizeInstance', { instanceId, instanceType: 'g.n4.2xlarge' });
    expect((await machine(instanceId))?.status).toBe('resizing');
    await wait();
    expect(await machine(instanceId)).toMatchObject({
      instanceType: 'g.n4.2xlarge',
      status: 'stopped',
    });
    expect(await refusal('resizeInstance', { instanceId, instanceType: 'r.n9.huge' })).toMatch(
      /^NOT_FOUND: InstanceType 'r\.n9\.huge' not found/,
    );
    await call('rebuildInstance', { instanceId, imageId: 'img-u2t0f8k5ra', password });
    expect((await machine(instanceId))?.status).toBe('rebuilding');
    await wait();
    expect(await machine(instanceId)).toMatchObject({
      imageId: 'img-u2t0f8k5ra',
      status: 'stopped',
    });
    await call('startInstance', { instanceId });
    await wait();
    expect(await refusal('rebuildInstance', { instanceId, password })).toBe(
      'FAILED_PRECONDITION: Please stop the instance first.',
    );
  });

  test('ends, and is gone', async () => {
    const instanceId = await aMachine('short-lived');
    await call('deleteInstance', { instanceId });
    expect((await machine(instanceId))?.status).toBe('deleting');
    await wait();
    expect(await refusal('describeInstance', { instanceId })).toMatch(/^NOT_FOUND: /);
    expect(await refusal('deleteInstance', { instanceId })).toMatch(/^NOT_FOUND: /);
  });
});

test('each operation of these was carried out and refused', () => {
  expect(cloud.missing(shares.instances)).toEqual([]);
});
