import { beforeEach, describe, expect, test } from 'vitest';
import { type TestCloud, testCloud, testStart } from './test-cloud.ts';
import type { InstanceRecord } from './world.ts';

let cloud: TestCloud;
beforeEach(() => {
  cloud = testCloud();
});

const hour = 60 * 60 * 1000;

function machine(status: 'running' | 'stopped' = 'running'): InstanceRecord {
  const found = [...cloud.region.instances.values()].find(
    (one) =>
      one.status === status &&
      !one.task &&
      one.billing.status === 'normal' &&
      one.launched < testStart - 20 * 24 * hour &&
      one.dataDisks.length > 0,
  );
  if (!found) throw new Error(`the seed has no such ${status} machine`);
  return found;
}

async function points(resourceId: string, more: object = {}, metric = 'cpu_util') {
  const { metricDatas = [] } = await cloud.call('describeMetricData', {
    metric,
    resourceId,
    serviceCode: 'vm',
    ...more,
  });
  return (metricDatas[0]?.data ?? []).map(({ timestamp = 0, value }) => ({
    timestamp,
    value: Number(value),
  }));
}

describe('a chart', () => {
  test('of the last hour has a point per minute up to now', async () => {
    const data = await points(machine().id);
    expect(data).toHaveLength(60);
    expect(data[0]?.timestamp).toBe(testStart - hour);
    expect(data[1]?.timestamp).toBe(testStart - hour + 60_000);
    for (const { value } of data) {
      expect(value).toBeGreaterThan(0);
      expect(value).toBeLessThanOrEqual(100);
    }
  });

  test('is the same when asked for twice, by the same seed, and another for another machine', async () => {
    const { id } = machine();
    const first = await points(id);
    expect(await points(id)).toEqual(first);
    cloud = testCloud();
    expect(await points(id)).toEqual(first);
    const other = [...cloud.region.instances.values()].find(
      (one) => one.status === 'running' && one.id !== id,
    );
    expect(await points(other?.id ?? '')).not.toEqual(first);
  });

  test('is smooth: a minute changes little of what a day changes', async () => {
    const data = await points(machine().id);
    const values = data.map(({ value }) => value);
    const steps = values.slice(1).map((value, i) => Math.abs(value - (values[i] ?? 0)));
    const spread = Math.max(...values) - Math.min(...values);
    expect(new Set(values).size).toBeGreaterThan(20);
    expect(Math.max(...steps)).toBeLessThan(Math.max(spread, 1));
  });

  test.each([
    ['6h', 360, 60_000],
    ['1d', 288, 5 * 60_000],
    ['14d', 336, hour],
  ] as const)('of %s has %i points', async (timeInterval, count, period) => {
    const data = await points(machine().id, { timeInterval });
    expect(data).toHaveLength(count);
    expect((data[1]?.timestamp ?? 0) - (data[0]?.timestamp ?? 0)).toBe(period);
  });

  test('takes its window from two times with their zone, snapped to ten seconds', async () => {
    const data = await points(machine().id, {
      startTime: '2026-11-24T12:00:07+0800',
      endTime: '2026-11-24T13:00:07+0800',
    });
    expect(data[0]?.timestamp).toBe(Date.parse('2026-11-24T12:00:00+08:00'));
    expect(data).toHaveLength(60);
  });

  test('ends now when asked for the future', async () => {
    const data = await points(machine().id, {
      startTime: '2026-11-24T13:30:00+0800',
      endTime: '2026-11-25T00:00:00+0800',
    });
    expect(data).toHaveLength(30);
  });

  test('is flat while the machine is down, and not before', async () => {
    const { id: instanceId } = machine();
    await cloud.call('stopInstance', { instanceId });
    cloud.pass(hour);
    const values = (await points(instanceId, { timeInterval: '6h' })).map(({ value }) => value);
    expect(values.slice(0, 290).every((value) => value > 0)).toBe(true);
    expect(values.slice(-50)).toEqual(Array.from({ length: 50 }, () => 0));

    await cloud.call('startInstance', { instanceId });
    cloud.pass(hour);
    expect((await points(instanceId)).at(-1)?.value).toBeGreaterThan(0);
  });

  test('has nothing from before the machine was there', async () => {
    const instance = machine();
    instance.launched = testStart - 30 * 60_000;
    expect(await points(instance.id)).toHaveLength(30);
  });

  test('of what is no machine is empty', async () => {
    const answer = await cloud.call('describeMetricData', {
      metric: 'cpu_util',
      resourceId: 'i-nothing0000',
    });
    expect(answer).toEqual({ metricDatas: [] });
  });
});

describe('several disks', () => {
  const metric = 'vm.disk.dev.bytes.read';

  test('are summed, or shown apart when grouped', async () => {
    const { id: resourceId } = machine();
    const grouped = await cloud.call('describeMetricData', { metric, resourceId, groupBy: true });
    const series = grouped.metricDatas ?? [];
    expect(series.length).toBeGreaterThan(1);
    expect(series[0]?.tags).toContainEqual({ tagKey: 'devName', tagValue: 'vda' });
    const summed = await points(resourceId, {}, metric);
    const total = series.reduce((sum, one) => sum + Number(one.data?.[0]?.value), 0);
    expect(summed[0]?.value).toBeCloseTo(total, 0);
    const largest = await points(resourceId, { aggrType: 'max' }, metric);
    expect(largest[0]?.value).toBe(Math.max(...series.map((one) => Number(one.data?.[0]?.value))));
  });

  test('can be picked by their tag, whose values can be asked for', async () => {
    const { id: resourceId } = machine();
    const ask = { tagKey: 'devName', serviceCode: 'vm', resourceId, metric };
    const { tagValues = [] } = await cloud.call('describeTagValues', ask);
    expect(tagValues).toContain('vda');
    const one = await cloud.call('describeMetricData', {
      metric,
      resourceId,
      groupBy: true,
      tags: [{ key: 'devName', values: ['vda'] }],
    });
    expect(one.metricDatas).toHaveLength(1);
  });
});

describe('the latest value', () => {
  test('comes for several machines in one call', async () => {
    const ids = [...cloud.region.instances.values()]
      .filter(({ status }) => status === 'running')
      .slice(0, 3)
      .map(({ id }) => id);
    const { items = [] } = await cloud.call('lastDownsample', {
      metric: 'memory.usage',
      serviceCode: 'vm',
      resourceId: ids.join('|'),
    });
    expect(items).toHaveLength(3);
    expect(items[0]).toMatchObject({
      metric: 'memory.usage',
      unit: '%',
      tags: { resourceId: ids[0] },
    });
  });

  test('may be asked for at another time, however old', async () => {
    const ask = { metric: 'cpu_util', serviceCode: 'vm', resourceId: machine().id };
    const now = await cloud.call('lastDownsample', ask);
    const earlier = await cloud.call('lastDownsample', { ...ask, timeOffset: '5h' });
    expect(earlier.items?.[0]?.value).not.toEqual(now.items?.[0]?.value);
    const old = await cloud.call('lastDownsample', {
      ...ask,
      startTime: '2026-01-01T00:00:00+0800',
      endTime: '2026-11-24T13:00:00+0800',
    });
    expect(old.items).toHaveLength(1);
  });
});

describe('monitoring refuses', () => {
  test.each([
    [{ startTime: '2026-11-24 12:00:00' }, /^Parameter StartTime '2026-11-24 12:00:00' invalid/],
    [{ startTime: '2026-11-24T15:00:00+0800' }, 'StartTime must not be in the future'],
    [
      { startTime: '2026-10-01T00:00:00+0800' },
      'StartTime and EndTime must be within the last 30 days',
    ],
    [
      { startTime: '2026-11-24T12:00:00+0800', endTime: '2026-11-24T11:00:00+0800' },
      'StartTime must be before EndTime',
    ],
    [{ metric: 'vm.magic' }, "Metric 'vm.magic' not found in service 'vm'"],
  ])('%j', async (change, message) => {
    const answer = await cloud.refusal('describeMetricData', {
      metric: 'cpu_util',
      resourceId: machine().id,
      ...change,
    });
    expect(answer.code).toBe(400);
    expect(answer.message).toMatch(message);
  });
});

test('the catalogue lists the nine metrics of machines and the services', async () => {
  const { metrics = [] } = await cloud.call('describeMetrics', { serviceCode: 'vm' });
  expect(metrics.map(({ metric }) => metric)).toEqual([
    'cpu_util',
    'memory.usage',
    'vm.disk.dev.used',
    'vm.disk.dev.bytes.read',
    'vm.disk.dev.bytes.write',
    'vm.disk.dev.io.read',
    'vm.disk.dev.io.write',
    'vm.network.dev.bytes.in',
    'vm.network.dev.bytes.out',
  ]);
  expect(await cloud.call('describeMetrics', { serviceCode: 'vm', type: 1 })).toEqual({
    metrics: [],
  });
  const services = async (input: Parameters<typeof cloud.call<'describeServices'>>[1]) =>
    (await cloud.call('describeServices', input)).services?.map(({ serviceCode }) => serviceCode);
  expect(await services({})).toEqual(['vm', 'disk', 'ip']);
  expect(await services({ productType: 2 })).toEqual([]);
  expect(await services({ filters: [{ name: 'serviceCodes', values: ['vm'] }] })).toEqual(['vm']);
});
