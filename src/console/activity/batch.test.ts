import { beforeEach, expect, test } from 'vitest';
import { CloudError } from '../../contract/envelope.ts';
import { rebootInstance, stopInstance } from '../../contract/instance-actions.ts';
import type { WriteRequest } from '../api/write.ts';
import { Batch, type Phase } from './batch.ts';
import type { Entry } from './entry.ts';
import { createGuard } from './guard.ts';
import { handClock, settled } from './rig.ts';
import { Sequences } from './sequences.ts';
import { ActivityStore } from './store.ts';
import type { Outcome } from './write.ts';

type Refusal = { code: number; status: string; message: string };
const busy: Refusal = {
  code: 400,
  status: 'FAILED_PRECONDITION',
  message: 'Conflict with underlay task 90418',
};
const rateLimit: Refusal = { code: 429, status: 'RATE_LIMIT', message: 'slow down' };
const protectedByMfa: Refusal = { code: 403, status: 'HTTP_FORBIDDEN', message: 'MFA' };

let hand: ReturnType<typeof handClock>;
let store: ActivityStore;
let sequences: Sequences;
let sent: { id: string; mfaToken: string | undefined; operation: string }[];
/** What the cloud will say next about a resource, in turn; nothing = it accepts. */
let refusals: Map<string, Refusal[]>;

beforeEach(() => {
  hand = handClock();
  store = new ActivityStore(undefined, hand.clock.now, 'me');
  sent = [];
  refusals = new Map();
});

const write = async (
  request: WriteRequest,
  sequence?: Entry['sequence'],
): Promise<Outcome<never>> => {
  const { resource, operation, mfaToken } = request;
  sent.push({ id: resource.id, mfaToken, operation: operation.name });
  const { id } = store.add({
    operation: operation.name,
    region: 'r',
    resource,
    touches: [],
    ...(sequence && { sequence }),
  });
  await Promise.resolve();
  const refusal = refusals.get(resource.id)?.shift();
  if (!refusal) {
    store.update(id, { status: 'running', requestId: `request of ${resource.id}` });
    // No operation of a batch answers with anything.
    return { kind: 'accepted', entryId: id, result: undefined as never };
  }
  const error = new CloudError({ ...refusal, operation: operation.name });
  store.end(id, { status: 'failed', error: refusal });
  return { kind: 'refused', entryId: id, error };
};

const request = (operation: typeof rebootInstance | typeof stopInstance, n: number) => ({
  operation,
  input: { regionId: 'cn-north-1', instanceId: `i-${n + 1}` },
  resource: { kind: 'instance' as const, id: `i-${n + 1}`, name: `web-${n + 1}` },
});

function start(
  count: number,
  options: Partial<ConstructorParameters<typeof Batch>[1]> = {},
): Batch {
  const requests = Array.from({ length: count }, (_, n) => request(rebootInstance, n));
  const { clock } = hand;
  const guard = createGuard(undefined);
  sequences = new Sequences({ write, store, guard, clock, shared: false });
  const batch = new Batch(
    { sequences, store, clock },
    { id: '1', requests, parallel: 2, stopAfter: 0, ...options },
  );
  batch.start();
  return batch;
}

const phases = (batch: Batch): Phase[] => batch.state().items.map(({ phase }) => phase);

/** The machine of that name has arrived where it should, or elsewhere. */
async function arrives(id: string, status: 'done' | 'failed' = 'done') {
  const entry = store.entries().find((one) => one.resource.id === id && one.status === 'running');
  if (!entry) throw new Error(`nothing is running on ${id}`);
  store.end(entry.id, { status });
  await settled();
}

test('the next one is begun when one has arrived, not when it was accepted', async () => {
  const batch = start(4);
  await settled();
  expect(phases(batch)).toEqual(['running', 'running', 'queued', 'queued']);
  await arrives('i-2');
  expect(phases(batch)).toEqual(['running', 'done', 'running', 'queued']);
  await arrives('i-1');
  await arrives('i-3');
  await arrives('i-4', 'failed');
  expect(phases(batch)).toEqual(['done', 'done', 'done', 'failed']);
  expect(batch.state().endedAt).toBe(hand.clock.now());
});

test('more at a time begins more at once', async () => {
  const batch = start(6, { parallel: 1 });
  batch.setParallel(4);
  await settled();
  expect(phases(batch).filter((phase) => phase === 'running')).toHaveLength(4);
  batch.setParallel(99);
  expect(batch.state().parallel).toBe(10);
});

test('a machine that is busy is asked again later and leaves no failure behind', async () => {
  refusals.set('i-1', [busy, busy]);
  const batch = start(3, { parallel: 1 });
  await settled();
  // While it waits, the others go on.
  expect(phases(batch)).toEqual(['queued', 'running', 'queued']);
  await arrives('i-2');
  await arrives('i-3');
  await hand.pass(2_000);
  await hand.pass(4_000);
  expect(phases(batch)).toEqual(['running', 'done', 'done']);
  expect(store.entries().filter(({ status }) => status === 'failed')).toEqual([]);
});

test('one that stays busy is reported with the request of its last try', async () => {
  refusals.set(
    'i-1',
    Array.from({ length: 20 }, () => busy),
  );
  const batch = start(1);
  for (let n = 0; n < 10; n += 1) await hand.pass(60_000);
  expect(phases(batch)).toEqual(['failed']);
  expect(batch.state().items[0]?.error?.message).toBe(busy.message);
  expect(sent).toHaveLength(6);
});

test('when the cloud asks to slow down, all of it waits and goes on with fewer at a time', async () => {
  refusals.set('i-1', [rateLimit]);
  const batch = start(5, { parallel: 4 });
  await settled();
  expect(batch.state().parallel).toBe(2);
  expect(phases(batch)).toEqual(['queued', 'running', 'running', 'running', 'queued']);
  await arrives('i-2');
  await arrives('i-3');
  await arrives('i-4');
  expect(sent).toHaveLength(4);
  await hand.pass(2_000);
  expect(phases(batch)).toEqual(['running', 'done', 'done', 'done', 'running']);
});

test('it pauses after as many failures as agreed, and goes on when told', async () => {
  const batch = start(5, { parallel: 1, stopAfter: 2 });
  await settled();
  await arrives('i-1', 'failed');
  await arrives('i-2', 'failed');
  expect(batch.state().paused).toBe('failures');
  expect(phases(batch)).toEqual(['failed', 'failed', 'queued', 'queued', 'queued']);
  batch.resume();
  await settled();
  expect(phases(batch)[2]).toBe('running');
  await arrives('i-3', 'failed');
  expect(batch.state().paused).toBe(false);
});

test('paused, nothing new is begun; what runs goes on', async () => {
  const batch = start(3, { parallel: 1 });
  await settled();
  batch.pause();
  await arrives('i-1');
  expect(phases(batch)).toEqual(['done', 'queued', 'queued']);
  batch.resume();
  await settled();
  expect(phases(batch)).toEqual(['done', 'running', 'queued']);
});

test('the rest can be left out', async () => {
  const batch = start(3, { parallel: 1 });
  await settled();
  batch.drop();
  expect(phases(batch)).toEqual(['running', 'dropped', 'dropped']);
  expect(batch.state().endedAt).toBeUndefined();
  await arrives('i-1');
  expect(batch.state().endedAt).toBe(hand.clock.now());
  expect(sent).toHaveLength(1);
});

test('only what failed is tried again', async () => {
  const batch = start(3, { parallel: 3 });
  await settled();
  await arrives('i-1');
  await arrives('i-2', 'failed');
  await arrives('i-3', 'failed');
  batch.retry(({ resource }) => resource.id === 'i-3');
  await settled();
  expect(phases(batch)).toEqual(['done', 'failed', 'running']);
  expect(batch.state().endedAt).toBeUndefined();
  expect(batch.state().items[2]).toMatchObject({ error: undefined, endedAt: undefined });
  await arrives('i-3');
  batch.retry();
  await settled();
  expect(phases(batch)).toEqual(['done', 'running', 'done']);
});

test('a security code goes with one call and is forgotten', async () => {
  refusals.set('i-1', [protectedByMfa, protectedByMfa]);
  const batch = start(1);
  await settled();
  batch.retry(() => true, '123456');
  await settled();
  batch.retry();
  await settled();
  expect(sent.map(({ mfaToken }) => mfaToken)).toEqual([undefined, '123456', undefined]);
});

test('an end that another tab has seen first counts', async () => {
  localStorage.clear();
  store = new ActivityStore(localStorage, hand.clock.now, 'me');
  const batch = start(1);
  await settled();
  const [entry] = store.entries();
  const elsewhere = new ActivityStore(localStorage, hand.clock.now, 'me');
  elsewhere.end(entry?.id ?? '', { status: 'done' });
  store.heard(`vm-console.activity/me/${entry?.id}`);
  expect(phases(batch)).toEqual(['done']);
});

const stopAndReboot = (n: number) =>
  [request(stopInstance, n), request(rebootInstance, n)] as const;

/** What somebody has asked in another place of the page: not to go on with the machine. */
async function isLeft(id: string) {
  const left = sequences.list().find(({ resource }) => resource.id === id);
  if (!left) throw new Error(`there is nothing to leave of ${id}`);
  sequences.giveUp(left);
  await settled();
}

test('steps of one machine count as one, and are tried again from where they failed', async () => {
  const requests = [0, 1].map(stopAndReboot);
  const batch = start(0, { requests, goal: 'rebootInstance', parallel: 1 });
  expect(batch.operation).toBe('rebootInstance');
  await settled();
  expect(phases(batch)).toEqual(['running', 'queued']);
  expect(batch.state().items[0]?.step).toMatchObject({ operation: 'stopInstance', n: 1, of: 2 });
  await arrives('i-1');
  // The first has stopped and goes on to its second step; the other one waits for the whole of it.
  expect(sent.map(({ operation }) => operation)).toEqual(['stopInstance', 'rebootInstance']);
  expect(phases(batch)).toEqual(['running', 'queued']);
  await arrives('i-1', 'failed');
  expect(phases(batch)).toEqual(['failed', 'running']);
  expect(batch.state().items[0]?.step).toMatchObject({ operation: 'rebootInstance', n: 2 });
  await arrives('i-2');
  await arrives('i-2');
  expect(phases(batch)).toEqual(['failed', 'done']);
  batch.retry();
  await settled();
  expect(phases(batch)).toEqual(['running', 'done']);
  await arrives('i-1');
  expect(phases(batch)).toEqual(['done', 'done']);
  expect(sent.filter(({ operation }) => operation === 'stopInstance')).toHaveLength(2);
});

test('a machine whose rest was left goes on from there when it is tried again', async () => {
  const requests = [0, 1, 2].map(stopAndReboot);
  refusals.set('i-3', [protectedByMfa]);
  const batch = start(0, { requests, goal: 'rebootInstance', parallel: 3 });
  await settled();
  // The first is left after its second step has failed, the next while its first one runs.
  await arrives('i-1');
  await arrives('i-1', 'failed');
  await isLeft('i-1');
  await isLeft('i-2');
  await arrives('i-2');
  expect(phases(batch)).toEqual(['failed', 'failed', 'failed']);
  expect(batch.state().items.map(({ step }) => [step?.operation, step?.n, step?.unsent])).toEqual([
    ['rebootInstance', 2, false],
    ['rebootInstance', 2, true],
    ['stopInstance', 1, false],
  ]);
  sent = [];
  batch.retry();
  await settled();
  expect(phases(batch)).toEqual(['running', 'running', 'running']);
  expect(sent.map(({ id, operation }) => `${id} ${operation}`).sort()).toEqual([
    'i-1 rebootInstance',
    'i-2 rebootInstance',
    'i-3 stopInstance',
  ]);
  await arrives('i-1');
  await arrives('i-2');
  await arrives('i-3');
  await arrives('i-3');
  expect(phases(batch)).toEqual(['done', 'done', 'done']);
});
