import { beforeEach, expect, test } from 'vitest';
import { localTime } from '../contract/times.ts';
import { type TestCloud, testCloud, testStart } from './test-cloud.ts';
import type { InstanceRecord } from './world.ts';

let cloud: TestCloud;
beforeEach(() => {
  cloud = testCloud({ instances: 42 });
  cloud.pass(60_000);
});

function instance(suits: (one: InstanceRecord) => boolean): InstanceRecord {
  for (const one of cloud.region.instances.values())
    if (suits(one) && one.interfaces.length === 1 && one.agId === undefined) return one;
  throw new Error('the seed has no such instance');
}
const running = ({ status }: InstanceRecord) => status === 'running';
const stopped = ({ status }: InstanceRecord) => status === 'stopped';
const describeOne = async (instanceId: string) =>
  (await cloud.call('describeInstance', { instanceId })).instance;

test('what is suspended can only be resumed, and then runs', async () => {
  const { id: instanceId } = instance(running);
  await cloud.call('suspendInstance', { instanceId });
  expect((await describeOne(instanceId))?.status).toBe('suspended');
  expect(await cloud.refusal('startInstance', { instanceId })).toMatchObject({
    message: 'Invalid instance status suspended',
  });
  await cloud.call('resumeInstance', { instanceId });
  expect((await describeOne(instanceId))?.status).toBe('running');
  expect(await cloud.refusal('resumeInstance', { instanceId })).toMatchObject({
    message: 'Invalid instance status running',
  });
});

test('only what is isolated is redeployed, and is held meanwhile', async () => {
  const one = instance(running);
  const { id: instanceId } = one;
  expect(await cloud.refusal('redeployInstance', { instanceId })).toMatchObject({
    message: `Instance '${instanceId}' is not isolated`,
  });
  one.name = `isolated-${one.name}`;
  await cloud.call('redeployInstance', { instanceId });
  expect((await cloud.refusal('stopInstance', { instanceId })).message).toMatch(/Conflict/);
  cloud.pass(60_000);
  await cloud.call('stopInstance', { instanceId });
});

test('a release time lies an hour to ten years ahead, and an empty one takes it back', async () => {
  const { id } = instance(running);
  const set = (autoReleaseTime: string) => ({ instanceIds: [id], autoReleaseTime });
  const inHours = (hours: number) => localTime(testStart + 60_000 + hours * 3_600_000);
  for (const wrong of [inHours(0.5), inHours(10 * 365 * 24 + 1)])
    expect((await cloud.refusal('modifyInstanceReleaseTime', set(wrong))).status).toBe(
      'OUT_OF_RANGE',
    );
  await cloud.call('modifyInstanceReleaseTime', set(inHours(2)));
  expect((await describeOne(id))?.autoReleaseTime).toBe(inHours(2));
  await cloud.call('modifyInstanceReleaseTime', set(''));
  expect((await describeOne(id))?.autoReleaseTime).toBeUndefined();
});

test('an instance is deleted when its release time comes, unless another was set since', async () => {
  const { id: kept } = instance(running);
  const { id: released } = instance(({ status, id, billing }) => {
    return status === 'running' && id !== kept && billing.mode === 'postpaid_by_duration';
  });
  const inHours = (hours: number) => localTime(testStart + 60_000 + hours * 3_600_000);
  const set = (instanceIds: string[], hours: number) =>
    cloud.call('modifyInstanceReleaseTime', { instanceIds, autoReleaseTime: inHours(hours) });
  await set([kept, released], 2);
  await set([kept], 4);
  cloud.pass(2 * 3_600_000 - 1000);
  expect((await describeOne(released))?.status).toBe('running');
  // It is busy at that moment: the time is acted on once it is free.
  await cloud.call('rebootInstance', { instanceId: released });
  cloud.pass(2000);
  expect((await describeOne(released))?.status).toBe('rebooting');
  cloud.pass(2 * 60_000);
  expect((await cloud.refusal('describeInstance', { instanceId: released })).status).toBe(
    'NOT_FOUND',
  );
  expect((await describeOne(kept))?.status).toBe('running');
});

test('the primary interface moves within its VPC or, with groups of its own, to another one', async () => {
  const { id: instanceId, primary } = instance(stopped);
  const subnets = [...cloud.region.subnets.values()];
  const near = subnets.find(({ id, vpcId }) => vpcId === primary.vpcId && id !== primary.subnetId);
  const far = subnets.find(({ vpcId }) => vpcId !== primary.vpcId);
  if (!near || !far) throw new Error('the seed has no other subnet');
  const same = { instanceId, subnetId: primary.subnetId };
  expect((await cloud.refusal('modifyInstanceVpcAttribute', same)).message).toBe(
    'Parameter PrivateIpAddress missing',
  );
  await cloud.call('modifyInstanceVpcAttribute', { instanceId, subnetId: near.id });
  expect(await describeOne(instanceId)).toMatchObject({ subnetId: near.id });

  const across = { instanceId, subnetId: far.id };
  expect((await cloud.refusal('modifyInstanceVpcAttribute', across)).message).toBe(
    'Parameter SecurityGroups missing',
  );
  const [group] = [...cloud.region.securityGroups.values()].filter(
    ({ vpcId }) => vpcId === far.vpcId,
  );
  const securityGroups = [group?.id ?? ''];
  await cloud.call('modifyInstanceVpcAttribute', { ...across, securityGroups });
  expect(await describeOne(instanceId)).toMatchObject({ vpcId: far.vpcId, subnetId: far.id });
  expect(
    (await cloud.refusal('modifyInstanceVpcAttribute', { ...across, privateIpAddress: '1.2.3.4' }))
      .message,
  ).toBe("Private ip '1.2.3.4' is not available");
});

test('IPv6 comes with another subnet that has it, and goes with one that has not', async () => {
  const { id: instanceId, primary } = instance(stopped);
  const dual = [...cloud.region.subnets.values()].find(({ ipv6 }) => ipv6);
  const [group] = [...cloud.region.securityGroups.values()].filter(
    ({ vpcId }) => vpcId === dual?.vpcId,
  );
  const back = { subnetId: primary.subnetId, securityGroups: [...primary.securityGroupIds] };
  const there = { subnetId: dual?.id ?? '', securityGroups: [group?.id ?? ''] };
  const move = (to: typeof back, more: object) => ({ instanceId, ...to, ...more });
  const addresses = async () =>
    (await describeOne(instanceId))?.primaryNetworkInterface?.networkInterface?.ipv6Addresses;

  const both = move(there, { assignIpv6: true, ipv6Address: '2402:db40:5100::7' });
  expect((await cloud.refusal('modifyInstanceVpcAttribute', both)).status).toBe('INVALID_ARGUMENT');
  await cloud.call('modifyInstanceVpcAttribute', move(there, { assignIpv6: true }));
  expect(await addresses()).toMatchObject([{ ipv6Address: expect.stringContaining('2402:') }]);
  const stay = { instanceId, subnetId: there.subnetId, assignIpv6: true };
  expect((await cloud.refusal('modifyInstanceVpcAttribute', stay)).status).toBe(
    'FAILED_PRECONDITION',
  );
  const without = move(back, { assignIpv6: true });
  expect((await cloud.refusal('modifyInstanceVpcAttribute', without)).message).toBe(
    `Subnet '${back.subnetId}' not support ipv6`,
  );
  await cloud.call('modifyInstanceVpcAttribute', move(back, {}));
  expect(await addresses()).toEqual([]);
  const own = move(there, { ipv6Address: '2402:db40:5100::7' });
  await cloud.call('modifyInstanceVpcAttribute', own);
  expect(await addresses()).toMatchObject([{ ipv6Address: '2402:db40:5100::7' }]);
});

test('an instance joins a group of its VPC, and is spread evenly only when stopped', async () => {
  const [agId = ''] = [...cloud.region.templates.values()].flatMap(({ ags }) =>
    ags.map(({ id }) => id),
  );
  const subnetOf = [...cloud.region.templates.values()].find(({ ags }) => ags.length > 0)?.data
    .primaryNetworkInterface.networkInterface.subnetId;
  const vpcId = cloud.region.subnets.get(subnetOf ?? '')?.vpcId;
  const inVpc = (one: InstanceRecord) => one.primary.vpcId === vpcId;
  const { id: instanceId } = instance((one) => running(one) && inVpc(one));
  const other = instance((one) => running(one) && !inVpc(one));
  expect(
    (await cloud.refusal('modifyInstancePlacement', { instanceId: other.id, agId })).message,
  ).toMatch(/not in the same vpc/);
  const balanced = { instanceId, agId, balance: true };
  expect((await cloud.refusal('modifyInstancePlacement', balanced)).message).toBe(
    'Invalid instance status running',
  );
  await cloud.call('modifyInstancePlacement', { instanceId, agId });
  expect((await describeOne(instanceId))?.ag?.id).toBe(agId);
});
