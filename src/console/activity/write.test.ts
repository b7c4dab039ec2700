import { expect, test } from 'vitest';
import { CloudError } from '../../contract/envelope.ts';
import {
  modifyInstanceAttribute,
  modifyInstancePassword,
  stopInstance,
} from '../../contract/instance-actions.ts';
import { createCall, type Transport } from '../api/client.ts';
import { createGuard } from './guard.ts';
import { recover } from './recover.ts';
import { sharedLocks } from './rig.ts';
import { ActivityStore } from './store.ts';
import { createWrite } from './write.ts';

const now = () => 1_000_000;
const guardOfOneTab = () => createGuard(undefined);

/** A console whose requests end up in `transport`. */
function setUp(
  transport: Transport,
  guard = guardOfOneTab(),
  store = new ActivityStore(undefined, now, 'me'),
) {
  const call = createCall(transport, 'http://console.test');
  return { store, write: createWrite({ call, store, guard, now }) };
}

const answer = (body: object, status = 200) =>
  Response.json({ requestId: 'r-1', ...body }, { status });

const stop = (id = 'i-1') => ({
  operation: stopInstance,
  input: { regionId: 'cn-north-1', instanceId: id },
  resource: { kind: 'instance' as const, id, name: 'web-1' },
});

test('a write is remembered before it is sent', async () => {
  const remembered: string[] = [];
  const { store, write } = setUp(async () => {
    remembered.push(...store.entries().map(({ operation, status }) => `${operation} ${status}`));
    return answer({ result: {} });
  });
  expect(await write(stop())).toMatchObject({ kind: 'accepted' });
  expect(remembered).toEqual(['stopInstance sending']);
  expect(store.entries()).toEqual([
    expect.objectContaining({ status: 'running', requestId: 'r-1', acceptedAt: now() }),
  ]);
});

test('what takes effect at once is done when it is accepted', async () => {
  const { store, write } = setUp(async () => answer({ result: {} }));
  await write({ ...stop(), operation: modifyInstanceAttribute });
  expect(store.entries()[0]?.status).toBe('done');
});

test('a refusal is kept in the words of the cloud', async () => {
  const error = { code: 400, status: 'FAILED_PRECONDITION', message: 'Invalid instance status' };
  const { store, write } = setUp(async () => answer({ error }, 400));
  const outcome = await write(stop());
  expect(outcome).toMatchObject({ kind: 'refused' });
  expect(store.entries()[0]).toMatchObject({ status: 'failed', requestId: 'r-1', error });
});

test.each<[string, Transport]>([
  ['no answer', () => Promise.reject(new TypeError('connection reset'))],
  ['a broken cloud', async () => answer({ error: { code: 500, status: 'UNKNOWN' } }, 500)],
])('after %s the outcome is unknown, and nothing is sent again', async (_, transport) => {
  let sent = 0;
  const { store, write } = setUp((request) => {
    sent += 1;
    return transport(request);
  });
  expect(await write(stop())).toMatchObject({ kind: 'unknown' });
  expect(store.entries()[0]?.status).toBe('unknown');
  expect(sent).toBe(1);
});

test('secrets are neither remembered as input nor as code', async () => {
  const { store, write } = setUp(async (request) => {
    expect(request.headers.get('x-jdcloud-security-token')).toBe('123456');
    return answer({ result: {} });
  });
  await write({
    ...stop(),
    operation: modifyInstancePassword,
    input: { ...stop().input, password: 'Correct-Horse-9' },
    mfaToken: '123456',
  });
  const kept = JSON.stringify(store.entries());
  expect(kept).not.toContain('Correct-Horse-9');
  expect(kept).not.toContain('123456');
});

test('what is sent with nothing secret in it is remembered, whatever else its operation could hold', async () => {
  const { store, write } = setUp(async () => answer({ result: {} }));
  const change = { ...stop(), operation: modifyInstanceAttribute };
  const userdata = [{ key: 'launch-script' as const, value: 'IyEvYmluL2Jhc2gK' }];
  await write({ ...change, input: { ...change.input, userdata } });
  await write({ ...change, input: { ...change.input, name: 'web-2' } });
  expect(store.entries().map(({ input }) => input?.['name'])).toEqual(['web-2', undefined]);
  expect(JSON.stringify(store.entries())).not.toContain('IyEv');
});

test('a double click sends once', async () => {
  let sent = 0;
  const { write } = setUp(async () => {
    sent += 1;
    return answer({ result: {} });
  });
  const outcomes = await Promise.all([write(stop()), write(stop()), write(stop('i-2'))]);
  expect(outcomes.map(({ kind }) => kind)).toEqual(['accepted', 'busy', 'accepted']);
  expect(sent).toBe(2);
});

test('what is still going on is not asked for again, a quarter of an hour later it may be', async () => {
  let time = now();
  const store = new ActivityStore(undefined, () => time, 'me');
  const call = createCall(async () => answer({ result: {} }), 'http://console.test');
  const write = createWrite({ call, store, guard: guardOfOneTab(), now: () => time });
  await write(stop());
  expect(await write(stop())).toEqual({ kind: 'busy' });
  time += 15 * 60_000;
  expect(await write(stop())).toMatchObject({ kind: 'accepted' });
});

test('two tabs do not send the same thing', async () => {
  const locks = sharedLocks();
  let release = () => {};
  const answered = new Promise<void>((resolve) => (release = resolve));
  const slow = async () => {
    await answered;
    return answer({ result: {} });
  };
  const here = setUp(slow, createGuard(locks));
  const there = setUp(slow, createGuard(locks));
  const first = here.write(stop());
  expect(await there.write(stop())).toEqual({ kind: 'busy' });
  release();
  expect(await first).toMatchObject({ kind: 'accepted' });
});

test('a write whose tab went away is unknown; one that another tab is sending is left alone', async () => {
  const locks = sharedLocks();
  const store = new ActivityStore(undefined, now, 'me');
  const { write } = setUp(() => new Promise(() => {}), createGuard(locks), store);
  void write(stop('i-alive'));
  await Promise.resolve();
  const { id } = store.add({
    operation: 'stopInstance',
    region: 'cn-north-1',
    resource: stop('i-orphan').resource,
    touches: [],
  });
  await recover(store, createGuard(locks), true, now());
  expect(store.get(id)?.status).toBe('unknown');
  const alive = store.entries().find(({ resource }) => resource.id === 'i-alive');
  expect(alive?.status).toBe('sending');
});

test('without locks only a long silence counts as gone', async () => {
  const store = new ActivityStore(undefined, now, 'me');
  const { id } = store.add({
    operation: 'stopInstance',
    region: 'cn-north-1',
    resource: stop().resource,
    touches: [],
  });
  await recover(store, guardOfOneTab(), false, now() + 60_000);
  expect(store.get(id)?.status).toBe('sending');
  await recover(store, guardOfOneTab(), false, now() + 180_000);
  expect(store.get(id)?.status).toBe('unknown');
});

test('a failure of the console itself does not escape either', async () => {
  const store = new ActivityStore(undefined, now, 'me');
  const broken = () => {
    throw new RangeError('bad input');
  };
  const write = createWrite({ call: broken, store, guard: guardOfOneTab(), now });
  const outcome = await write(stop());
  expect(outcome).toMatchObject({ kind: 'refused', error: expect.any(CloudError) });
  expect(store.entries()[0]?.error?.message).toBe('bad input');
});
