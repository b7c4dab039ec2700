import { describe, expect, test } from 'vitest';
import { reboot } from './instance-power.ts';
import { testCloud } from './test-cloud.ts';

const byStatus = (status: string) => ({ filters: [{ name: 'status' as const, values: [status] }] });
const byName = (...values: string[]) => ({ filters: [{ name: 'name' as const, values }] });

describe('a filtered list', () => {
  test('is cut into pages that make up the whole', async () => {
    const { call } = testCloud({ instances: 60 });
    const query = byStatus('running');
    const whole = await call('describeInstances', { ...query, pageSize: 100 });
    const pages = await Promise.all(
      [1, 2, 3, 4, 5, 6, 7].map((pageNumber) =>
        call('describeInstances', { ...query, pageNumber, pageSize: 10 }),
      ),
    );
    expect(pages.flatMap(({ instances = [] }) => instances)).toEqual(whole.instances);
    expect(pages.map(({ totalCount }) => totalCount)).toEqual(pages.map(() => whole.totalCount));
    expect(whole.totalCount).toBeGreaterThan(30);
  });

  test('knows what a write has just changed', async () => {
    const { call } = testCloud();
    const before = await call('describeInstances', byStatus('running'));
    const instanceId = before.instances?.[0]?.instanceId ?? '';
    await call('stopInstance', { instanceId });
    const after = await call('describeInstances', byStatus('running'));
    expect(after.totalCount).toBe((before.totalCount ?? 0) - 1);
    expect(after.instances?.map((one) => one.instanceId)).not.toContain(instanceId);
  });

  test('knows what time has changed', async () => {
    const { call, pass } = testCloud();
    const instanceId = (await call('describeInstances', byName('bastion'))).instances?.[0]
      ?.instanceId;
    await call('stopInstance', { instanceId: instanceId ?? '' });
    const stopping = await call('describeInstanceStatus', byStatus('stopping'));
    expect(stopping.instanceStatuses).toContainEqual({ instanceId, status: 'stopping' });
    pass(60_000);
    expect(await call('describeInstanceStatus', byStatus('stopping'))).toMatchObject({
      totalCount: 0,
    });
  });

  test('knows what was done on a screen', async () => {
    const cloud = testCloud();
    const { instances = [] } = await cloud.call('describeInstances', byName('bastion'));
    const before = await cloud.call('describeInstances', byStatus('rebooting'));
    const { simulator, region } = cloud;
    const machine = region.instances.get(instances[0]?.instanceId ?? '');
    if (!machine) throw new Error('there is no bastion');
    await cloud.call('describeInstances', byStatus('rebooting'));
    reboot(simulator.contextOf(region), machine);
    const after = await cloud.call('describeInstances', byStatus('rebooting'));
    expect(after.totalCount).toBe((before.totalCount ?? 0) + 1);
  });

  test('does not mistake one list for another, nor one region', async () => {
    const { call } = testCloud();
    const names = { filters: [{ name: 'name' as const, values: ['scratch'] }] };
    expect((await call('describeDisks', names)).totalCount).toBeGreaterThan(0);
    expect((await call('describeInstances', names)).totalCount).toBe(0);
    const here = await call('describeInstances', byStatus('running'));
    const there = await call('describeInstances', {
      ...byStatus('running'),
      regionId: 'cn-east-1',
    });
    expect(there.totalCount).toBeGreaterThan(0);
    expect(there.totalCount).not.toBe(here.totalCount);
  });

  test.each(['bastion', 'BASTION', 'stion-b'])('finds a part of a name: %s', async (part) => {
    const { call } = testCloud();
    const { instances } = await call('describeInstances', byName(part));
    expect(instances?.map(({ instanceName }) => instanceName)).toEqual(['bastion-bj']);
  });

  test.each(['.', 'b.stion', '[a-z]', 'bastion|redis', '(', '\\d', '*'])(
    'takes %s for what it is, not for a pattern',
    async (part) => {
      const { call } = testCloud();
      expect((await call('describeInstances', byName(part))).totalCount).toBe(0);
    },
  );
});
