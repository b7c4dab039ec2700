import { beforeEach, describe, expect, test } from 'vitest';
import { type TestCloud, testCloud } from './test-cloud.ts';

let cloud: TestCloud;
beforeEach(() => {
  cloud = testCloud({ instances: 42 });
  // Whatever the seed had under way has come to its end.
  cloud.pass(60_000);
});

const idOf = (name: string): string => {
  for (const one of cloud.region.instances.values()) if (one.name === name) return one.id;
  throw new Error(`the seed has no ${name}`);
};
const statusOf = async (instanceId: string) =>
  (await cloud.call('describeInstance', { instanceId })).instance?.status;
/** Gives a machine a name that a person would type to see trouble. */
const renamed = async (from: string, name: string): Promise<string> => {
  const instanceId = idOf(from);
  await cloud.call('modifyInstanceAttribute', { instanceId, name });
  return instanceId;
};

describe('stop, start and reboot', () => {
  test('pass their status on the way and end where they should', async () => {
    const instanceId = idOf('order-worker-02');
    for (const [operation, through, end] of [
      ['stopInstance', 'stopping', 'stopped'],
      ['startInstance', 'starting', 'running'],
      ['rebootInstance', 'rebooting', 'running'],
    ] as const) {
      await cloud.call(operation, { instanceId });
      expect(await statusOf(instanceId)).toBe(through);
      cloud.pass(2000);
      expect(await statusOf(instanceId)).toBe(through);
      cloud.pass(12_000);
      expect(await statusOf(instanceId)).toBe(end);
    }
  });

  test('keep others off meanwhile', async () => {
    const instanceId = idOf('order-worker-02');
    await cloud.call('stopInstance', { instanceId });
    for (const operation of ['stopInstance', 'startInstance', 'deleteInstance'] as const) {
      expect(await cloud.refusal(operation, { instanceId })).toEqual({
        code: 400,
        status: 'FAILED_PRECONDITION',
        message: expect.stringMatching(/^Conflict with underlay task \d+$/),
      });
    }
  });

  test.each([
    ['startInstance', 'order-api-01', 'Invalid instance status running'],
    ['stopInstance', 'batch-etl-07', 'Invalid instance status stopped'],
    ['rebootInstance', 'batch-etl-07', 'Invalid instance status stopped'],
    ['stopInstance', 'search-es-data-03', 'Invalid instance status error'],
    ['startInstance', 'legacy-erp', 'Invalid charge state'],
    ['startInstance', 'mysql-report-01', 'Invalid charge state'],
  ] as const)('%s of %s is refused', async (operation, name, message) => {
    const refused = await cloud.refusal(operation, { instanceId: idOf(name) });
    expect(refused).toEqual({ code: 400, status: 'FAILED_PRECONDITION', message });
  });

  test.each(['startInstance', 'stopInstance', 'rebootInstance'] as const)(
    '%s of what is not there is a 404',
    async (operation) => {
      expect(await cloud.refusal(operation, { instanceId: 'i-nowhere000' })).toEqual({
        code: 404,
        status: 'NOT_FOUND',
        message: "Instance 'i-nowhere000' not found.",
      });
    },
  );

  test.each([
    ['order-worker-02', 'fail-stop', 'stopInstance', 'running'],
    ['batch-etl-07', 'fail-start', 'startInstance', 'stopped'],
    ['order-worker-02', 'fail-reboot', 'rebootInstance', 'stopped'],
  ] as const)('of %s, once called %s, fails late: %s ends %s', async (from, name, call, end) => {
    const instanceId = await renamed(from, `${name}-01`);
    await cloud.call(call, { instanceId });
    cloud.pass(20_000);
    expect(await statusOf(instanceId)).toBe(end);
  });

  test('of a slow machine take ten times as long', async () => {
    const instanceId = await renamed('order-worker-02', 'slow-01');
    await cloud.call('stopInstance', { instanceId });
    cloud.pass(49_000);
    expect(await statusOf(instanceId)).toBe('stopping');
    cloud.pass(52_000);
    expect(await statusOf(instanceId)).toBe('stopped');
  });

  test('are faster in a faster world', async () => {
    cloud.simulator.world.speed = 100;
    const instanceId = idOf('order-worker-02');
    await cloud.call('stopInstance', { instanceId });
    cloud.pass(101);
    expect(await statusOf(instanceId)).toBe('stopped');
  });
});

describe('stopping without charge', () => {
  test.each([
    ['order-api-01', 'stopCharging only applied to postpaid by duration'],
    ['nat-gw-01', 'stopCharging only applied to cloud system disk'],
  ])('is refused for %s', async (name, message) => {
    const input = { instanceId: idOf(name), chargeOnStopped: 'stopCharging' } as const;
    expect(await cloud.refusal('stopInstance', input)).toMatchObject({ code: 400, message });
  });

  test('gives the machine back, so that a start may find none', async () => {
    const instanceId = idOf('gpu-train-v100x4-01');
    expect(await cloud.refusal('startInstance', { instanceId })).toEqual({
      code: 400,
      status: 'FAILED_PRECONDITION',
      message: "InstanceType 'p.n1v100.10xlarge' is out of stock",
    });
  });

  test('leaves the machine to whoever comes first', async () => {
    const inStock = async () => {
      const { instanceTypes } = await cloud.call('describeInstanceTypes', {
        filters: [{ name: 'instanceTypes', values: ['g.n2.metal'] }],
      });
      return instanceTypes?.[0]?.state?.find(({ az }) => az === 'cn-north-1b')?.inStock;
    };
    expect(await inStock()).toBe(false);
    // A machine of the zone where there are none left.
    const metal = cloud.region.instances.get(idOf('perf-metal-01'));
    if (metal) metal.az = 'cn-north-1b';
    const instanceId = metal?.id ?? '';
    await cloud.call('stopInstance', { instanceId, chargeOnStopped: 'stopCharging' });
    expect(await inStock()).toBe(false);
    cloud.pass(20_000);
    expect(await inStock()).toBe(true);
    await cloud.call('startInstance', { instanceId });
    expect(await inStock()).toBe(false);
  });

  test('refuses a start by name', async () => {
    const instanceId = await renamed('batch-etl-07', 'nostock-01');
    expect((await cloud.refusal('startInstance', { instanceId })).message).toMatch(/out of stock$/);
  });
});

describe('the screen', () => {
  test('has an address with a token while the machine runs', async () => {
    const { vncUrl } = await cloud.call('describeInstanceVncUrl', {
      instanceId: idOf('order-api-01'),
    });
    expect(vncUrl).toMatch(
      /^http:\/\/simulator\.test\/simulator\/vnc_auto\.html\?token=[0-9a-f-]{36}$/,
    );
  });

  test.each([
    ['batch-etl-07', 'Invalid instance status stopped'],
    ['perf-metal-01', "InstanceType constraints. Doesn't support VNC."],
  ])('of %s is refused', async (name, message) => {
    const refused = await cloud.refusal('describeInstanceVncUrl', { instanceId: idOf(name) });
    expect(refused).toMatchObject({ code: 400, status: 'FAILED_PRECONDITION', message });
  });

  test('is refused while a task runs on the machine', async () => {
    const instanceId = idOf('order-api-01');
    await cloud.call('modifyInstancePassword', { instanceId, password: 'Tr0ub4dor&Zx' });
    const refused = await cloud.refusal('describeInstanceVncUrl', { instanceId });
    expect(refused.message).toMatch(/^Conflict with underlay task/);
  });
});

test('a machine counts its boots', async () => {
  const instanceId = idOf('order-api-01');
  const boots = () => cloud.region.instances.get(instanceId)?.boots;
  const before = boots() ?? 0;
  await cloud.call('rebootInstance', { instanceId });
  cloud.pass(20_000);
  expect(boots()).toBe(before + 1);
});
