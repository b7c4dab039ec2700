import { QueryObserver } from '@tanstack/react-query';
import { beforeEach, expect, test } from 'vitest';
import { CloudError } from '../../contract/envelope.ts';
import { type TestCloud, testCloud } from '../../simulator/test-cloud.ts';
import { ActivityStore } from '../activity/store.ts';
import type { Call } from '../api/client.ts';
import { createQueryClient } from '../api/query-client.ts';
import { type Fleet, fleetKey, fleetOptions, instanceOptions } from './queries.ts';
import { Watcher } from './watcher.ts';

const region = 'cn-north-1';

/** A console's watcher over a simulated cloud; only the clock is moved by hand. */
function setUp(instances = 30) {
  const cloud = testCloud({ instances });
  const calls: string[] = [];
  let trouble: CloudError | undefined;
  const call = (async (operation, input) => {
    calls.push(operation.name);
    if (trouble) throw trouble;
    // The row and its input were paired by the caller.
    return { result: await cloud.call(operation.name as never, input as never), requestId: 'r' };
  }) as Call; // the simulator answers by name and so loses the link between the row and its result
  const client = createQueryClient();
  const { clock } = cloud.simulator;
  const store = new ActivityStore(undefined, () => clock.now(), 'me');
  const due: { at: number; ring: () => void }[] = [];
  const watcher = new Watcher({
    call,
    client,
    store,
    clock: {
      now: () => clock.now(),
      after: (ms, ring) => {
        const timer = { at: clock.now() + ms, ring };
        due.push(timer);
        return () => void due.splice(due.indexOf(timer), 1);
      },
    },
    isHidden: () => false,
  });
  watcher.start(region);
  return {
    cloud,
    client,
    store,
    watcher,
    call,
    fail: (error: CloudError | undefined) => {
      trouble = error;
    },
    /** What has been asked of the cloud since the last time this was asked. */
    asked: () => calls.splice(0),
    /** Does what was put off, such as reading what has just been changed. */
    soon: async () => {
      for (const { ring } of due.splice(0)) ring();
      for (let n = 0; n < 50; n += 1) await Promise.resolve();
    },
    fleet: () => client.getQueryData<Fleet>(fleetKey(region)),
    statusOf: (id: string) =>
      client
        .getQueryData<Fleet>(fleetKey(region))
        ?.instances.find(({ instanceId }) => instanceId === id)?.status,
  };
}

type Console = ReturnType<typeof setUp>;
let it: Console;

beforeEach(() => {
  it = setUp();
});

async function idOf(cloud: TestCloud, status: string): Promise<string> {
  const { instances = [] } = await cloud.call('describeInstances', {
    pageSize: 100,
    filters: [{ name: 'status', values: [status] }],
  });
  const plain = instances.find(
    ({ charge, systemDisk }) =>
      charge?.chargeStatus === 'normal' && systemDisk?.diskCategory === 'cloud',
  );
  if (!plain) throw new Error(`no ${status} instance`);
  return plain.instanceId;
}

/** Lets everything the seed had under way come to its end, and reads the fleet. */
async function rested({ cloud, client, call, asked }: Console) {
  cloud.pass(3_600_000);
  await client.fetchQuery(fleetOptions(call, region));
  asked();
}

test('a fleet at rest costs nothing', async () => {
  await rested(it);
  await it.watcher.tick();
  expect(it.watcher.state().changing).toBe(0);
  expect(it.asked()).toEqual([]);
});

test('what changes is looked at with the light call, and read in full once it has settled', async () => {
  await rested(it);
  const id = await idOf(it.cloud, 'running');
  await it.cloud.call('stopInstance', { instanceId: id });
  it.watcher.refresh(region, [id]);
  await it.soon();
  expect(it.statusOf(id)).toBe('stopping');
  expect(it.watcher.state().changing).toBe(1);
  expect(it.watcher.since(id)).toBe(it.cloud.simulator.clock.now());
  it.asked();

  await it.watcher.tick();
  expect(it.asked()).toEqual(['describeInstanceStatus']);
  it.cloud.pass(60_000);
  await it.watcher.tick();
  expect(it.asked()).toContain('describeInstances');
  expect(it.statusOf(id)).toBe('stopped');
  expect(it.watcher.state().changing).toBe(0);
  expect(it.watcher.since(id)).toBeUndefined();
});

test('many that change are one call', async () => {
  it = setUp(200);
  await rested(it);
  const running = it.fleet()?.instances.filter(({ status }) => status === 'running') ?? [];
  const ids = running.slice(0, 60).map(({ instanceId }) => instanceId);
  for (const instanceId of ids) await it.cloud.call('rebootInstance', { instanceId });
  it.watcher.refresh(region, ids);
  it.watcher.refresh(region, ids);
  await it.soon();
  expect(it.asked()).toEqual(['describeInstances']);
  expect(it.watcher.state().changing).toBe(60);
  await it.watcher.tick();
  expect(it.asked()).toEqual(['describeInstanceStatus']);
});

const started = (id: string, operation: string) => ({
  operation,
  region,
  resource: { kind: 'instance' as const, id, name: id },
  touches: [],
});

test('an entry of the activity ends when its machine has arrived, even without any list', async () => {
  it.cloud.pass(3_600_000);
  const id = await idOf(it.cloud, 'running');
  await it.cloud.call('stopInstance', { instanceId: id });
  const { id: entryId } = it.store.add(started(id, 'stopInstance'));
  const acceptedAt = it.cloud.simulator.clock.now();
  it.store.update(entryId, { status: 'running', acceptedAt });
  await it.soon();
  expect(it.store.get(entryId)).toMatchObject({ status: 'running', passed: true });
  it.cloud.pass(60_000);
  await it.watcher.tick();
  expect(it.store.get(entryId)).toMatchObject({ status: 'done' });
  it.asked();
  await it.watcher.tick();
  expect(it.asked()).toEqual([]);
});

test('a new name that got no answer is seen as soon as the cloud can be reached again', async () => {
  await rested(it);
  const instanceId = await idOf(it.cloud, 'running');
  const write = { ...started(instanceId, 'modifyInstanceAttribute'), input: { name: 'renamed' } };
  const { id: entryId } = it.store.add(write);
  await it.cloud.call('modifyInstanceAttribute', { instanceId, name: 'renamed' });
  it.fail(
    new CloudError({ operation: 'any', code: 0, status: 'UNREACHABLE', message: 'no connection' }),
  );
  it.store.end(entryId, { status: 'unknown' });
  await it.soon();
  it.fail(undefined);
  await it.watcher.tick();
  expect(it.fleet()?.instances.map(({ instanceName }) => instanceName)).toContain('renamed');
  expect(it.store.get(entryId)?.status).toBe('done');
});

test('a deleted machine leaves the list, and its page is told', async () => {
  await rested(it);
  const { instances = [] } = it.fleet() ?? {};
  const { instanceId } =
    instances.find(({ charge }) => charge?.chargeMode === 'postpaid_by_duration') ?? {};
  if (!instanceId) throw new Error('no instance that may be deleted');
  const page = new QueryObserver(it.client, instanceOptions(it.call, region, instanceId));
  const leave = page.subscribe(() => {});
  await it.soon();
  await it.cloud.call('deleteInstance', { instanceId });
  const { id: entryId } = it.store.add(started(instanceId, 'deleteInstance'));
  it.store.update(entryId, { status: 'running' });
  await it.soon();
  expect(it.statusOf(instanceId)).toBe('deleting');
  it.cloud.pass(60_000);
  await it.watcher.tick();
  expect(it.fleet()?.instances).toHaveLength(instances.length - 1);
  expect(page.getCurrentResult().data?.instance).toBeUndefined();
  expect(it.store.get(entryId)?.status).toBe('done');
  leave();
});

test('a cloud in trouble is asked more and more seldom, and at the usual pace once it answers', async () => {
  await rested(it);
  const id = await idOf(it.cloud, 'running');
  await it.cloud.call('rebootInstance', { instanceId: id });
  it.watcher.refresh(region, [id]);
  await it.soon();
  it.fail(
    new CloudError({ operation: 'x', code: 429, status: 'RATE_LIMIT', message: 'slow down' }),
  );
  expect(it.watcher.state().everySeconds).toBe(3);
  await it.watcher.tick();
  await it.watcher.tick();
  expect(it.watcher.state().everySeconds).toBe(12);
  for (let n = 0; n < 9; n += 1) await it.watcher.tick();
  expect(it.watcher.state().everySeconds).toBe(60);
  it.fail(undefined);
  await it.watcher.tick();
  expect(it.watcher.state().everySeconds).toBe(3);
});

test('a fleet on screen is read again every minute, a large one more seldom', async () => {
  await rested(it);
  const leave = new QueryObserver(it.client, fleetOptions(it.call, region)).subscribe(() => {});
  await it.watcher.tick();
  it.asked();
  it.cloud.pass(30_000);
  await it.watcher.tick();
  expect(it.asked()).toEqual([]);
  it.cloud.pass(31_000);
  await it.watcher.tick();
  expect(it.asked()).toEqual(['describeInstances']);
  it.client.setQueryData<Fleet>(fleetKey(region), (fleet) => fleet && { ...fleet, total: 5000 });
  it.cloud.pass(61_000);
  await it.watcher.tick();
  expect(it.asked()).toEqual([]);
  leave();
});

test('a disk on its way is looked at in full, for the status does not tell, until it is there', async () => {
  await rested(it);
  const id = await idOf(it.cloud, 'running');
  const { instance } = await it.cloud.call('describeInstance', { instanceId: id });
  const { diskIds: [diskId = ''] = [] } = await it.cloud.call('createDisks', {
    clientToken: 'one',
    maxCount: 1,
    diskSpec: { az: instance?.az ?? '', name: 'more', diskType: 'ssd.gp1', diskSizeGB: 20 },
  });
  it.cloud.pass(60_000);
  const input = { regionId: region, instanceId: id, diskId };
  const { id: entryId } = it.store.add({
    operation: 'attachDisk',
    region,
    resource: { kind: 'instance', id, name: 'web-1' },
    touches: [],
    input,
  });
  await it.cloud.call('attachDisk', input);
  const now = it.cloud.simulator.clock.now();
  it.store.update(entryId, { status: 'running', acceptedAt: now });
  await it.soon();
  expect(it.store.get(entryId)).toMatchObject({ status: 'running', passed: true });
  it.asked();
  await it.watcher.tick();
  expect(it.asked()).toEqual(['describeInstances']);
  it.cloud.pass(60_000);
  await it.watcher.tick();
  expect(it.store.get(entryId)?.status).toBe('done');
  it.asked();
  await it.watcher.tick();
  expect(it.asked()).toEqual([]);
});

test('new instances are followed until each runs or is gone', async () => {
  await rested(it);
  const { instances: [like] = [] } = await it.cloud.call('describeInstances', { pageSize: 10 });
  const make = (name: string, maxCount: number) =>
    it.cloud.call('createInstances', {
      maxCount,
      instanceSpec: {
        name,
        az: like?.az,
        instanceType: 'g.n4.large',
        imageId: like?.imageId,
        primaryNetworkInterface: { networkInterface: { subnetId: like?.subnetId ?? '' } },
      },
    });
  const { instanceIds: good = [] } = await make('web-[1]', 2);
  const { instanceIds: bad = [] } = await make('fail-create', 1);
  const { id } = it.store.add({
    operation: 'createInstances',
    region,
    resource: { kind: 'newInstances', id: 'token', name: 'web' },
    touches: [],
  });
  it.store.update(id, {
    status: 'running',
    acceptedAt: it.cloud.simulator.clock.now(),
    work: { kind: 'instance', region, ids: [...good, ...bad] },
  });
  await it.soon();
  expect(it.statusOf(good[0] ?? '')).toBe('pending');
  for (let n = 0; n < 12; n += 1) {
    it.cloud.pass(5_000);
    await it.watcher.tick();
  }
  expect(it.statusOf(good[1] ?? '')).toBe('running');
  expect(it.statusOf(bad[0] ?? '')).toBeUndefined();
  expect(it.store.get(id)).toMatchObject({ status: 'failed', lost: bad });
  it.asked();
  await it.watcher.tick();
  expect(it.asked()).toEqual([]);
});
