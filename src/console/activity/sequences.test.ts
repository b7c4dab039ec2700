import { beforeEach, expect, test } from 'vitest';
import { CloudError } from '../../contract/envelope.ts';
import { createDisks } from '../../contract/disks.ts';
import {
  attachDisk,
  modifyInstancePassword,
  rebootInstance,
  rebuildInstance,
  resizeInstance,
  startInstance,
  stopInstance,
} from '../../contract/instance-actions.ts';
// Fetched when a sequence is taken over; here it is there already.
import '../../contract/operations.ts';
import type { WriteRequest } from '../api/write.ts';
import { createCall } from '../api/client.ts';
import { createGuard } from './guard.ts';
import { recover } from './recover.ts';
import { handClock, settled, sharedLocks } from './rig.ts';
import type { Sequence } from './sequence.ts';
import { Sequences } from './sequences.ts';
import { ActivityStore } from './store.ts';
import { createWrite } from './write.ts';

type Answer = { code: number; status: string; message: string } | 'lost' | 'never' | undefined;

const busy = { code: 400, status: 'FAILED_PRECONDITION', message: 'Conflict with underlay task 9' };
const full = {
  code: 400,
  status: 'FAILED_PRECONDITION',
  message: "InstanceType 'x' is out of stock",
};

let hand: ReturnType<typeof handClock>;
let locks: ReturnType<typeof sharedLocks>;
/** What reached the cloud, as its operation and the tab it came from. */
let sent: string[];
/** What the cloud will say next to an operation, in turn; nothing = it accepts. */
let answers: Map<string, Answer[]>;
/** What was sent with what was accepted. */
let bodies: string[];

beforeEach(() => {
  localStorage.clear();
  hand = handClock(1_000_000);
  locks = sharedLocks();
  sent = [];
  answers = new Map();
  bodies = [];
});

/** A tab of the console: it has the storage and the locks in common with the others. */
function openTab(name = 'tab', shared = true) {
  const store = new ActivityStore(localStorage, hand.clock.now, 'me');
  const guard = createGuard(shared ? locks : undefined);
  const call = createCall(async (request) => {
    const operation = /(\w+)$/.exec(new URL(request.url).pathname)?.[1]?.replace(/^3A/, '') ?? '';
    sent.push(`${name} ${operation}`);
    const answer = answers.get(operation)?.shift();
    if (answer === 'never') return new Promise(() => {});
    if (answer === 'lost') throw new TypeError('connection reset');
    if (answer) return Response.json({ requestId: 'r', error: answer }, { status: answer.code });
    const result = operation === 'disks' ? { diskIds: ['vol-made'] } : {};
    bodies.push(await request.text());
    return Response.json({ requestId: 'r', result });
  }, 'http://console.test');
  const write = createWrite({ call, store, guard, now: hand.clock.now });
  const sequences = new Sequences({ write, store, guard, clock: hand.clock, shared });
  const stop = sequences.watch();
  return { store, guard, sequences, stop };
}
type Tab = ReturnType<typeof openTab>;

/** A browser tells its other tabs of every change; here they are told when a test says so. */
function tell(tab: Tab) {
  for (let n = 0; n < localStorage.length; n += 1) tab.store.heard(localStorage.key(n));
}

const request = (operation: WriteRequest['operation'], more: object = {}): WriteRequest => ({
  operation,
  input: { regionId: 'cn-north-1', instanceId: 'i-1', ...more },
  resource: { kind: 'instance', id: 'i-1', name: 'web-1' },
});

const resize = () =>
  [
    request(stopInstance),
    request(resizeInstance, { instanceType: 'g.n4.large' }),
    request(startInstance),
  ] as const;
const rebuild = () =>
  [
    request(stopInstance),
    request(rebuildInstance, { password: 'Correct-Horse-9' }),
    request(startInstance),
  ] as const;

function only(tab: Tab): Sequence {
  const [sequence] = tab.sequences.list();
  if (!sequence) throw new Error('there is no sequence');
  return sequence;
}

/** The step under way has arrived where it should, or elsewhere. */
async function arrives(tab: Tab, status: 'done' | 'failed' = 'done') {
  tab.store.end(only(tab).latest.id, { status });
  await settled();
}

const steps = (tab: Tab) => only(tab).steps.map(({ entry }) => entry?.status ?? 'waits');

test('the next step is sent when the one before has arrived', async () => {
  const tab = openTab();
  const outcome = await tab.sequences.start(resize(), 'resizeInstance');
  expect(outcome.kind).toBe('accepted');
  expect(sent).toEqual(['tab stopInstance']);
  expect(only(tab)).toMatchObject({ goal: 'resizeInstance', state: 'running' });
  expect(only(tab).steps.map(({ operation }) => operation)).toEqual([
    'stopInstance',
    'resizeInstance',
    'startInstance',
  ]);
  await arrives(tab);
  expect(steps(tab)).toEqual(['done', 'running', 'waits']);
  await arrives(tab);
  await arrives(tab);
  expect(only(tab).state).toBe('done');
  expect(sent).toEqual(['tab stopInstance', 'tab resizeInstance', 'tab startInstance']);
});

test('a first step that is refused leaves nothing to go on with', async () => {
  answers.set('stopInstance', [full]);
  const tab = openTab();
  expect(await tab.sequences.start(resize(), 'resizeInstance')).toMatchObject({ kind: 'refused' });
  expect(only(tab).state).toBe('ended');
  await hand.pass(60_000);
  expect(sent).toHaveLength(1);
});

test('a later step that fails stops it, until somebody retries from there', async () => {
  answers.set('resizeInstance', [full]);
  const tab = openTab();
  await tab.sequences.start(resize(), 'resizeInstance');
  await arrives(tab);
  expect(only(tab).state).toBe('failed');
  expect(steps(tab)).toEqual(['done', 'failed', 'waits']);
  await hand.pass(60_000);
  expect(sent).toHaveLength(2);
  tab.sequences.retry(only(tab));
  await settled();
  expect(steps(tab)).toEqual(['done', 'running', 'waits']);
  await arrives(tab);
  expect(steps(tab)).toEqual(['done', 'done', 'running']);
  expect(sent.filter((one) => one.includes('stopInstance'))).toHaveLength(1);
});

test('a step that ends elsewhere stops it as well, and can be given up', async () => {
  const tab = openTab();
  await tab.sequences.start(resize(), 'resizeInstance');
  await arrives(tab, 'failed');
  expect(only(tab).state).toBe('failed');
  tab.sequences.giveUp(only(tab));
  await settled();
  expect(only(tab).state).toBe('ended');
  tab.sequences.retry(only(tab));
  await hand.pass(60_000);
  expect(sent).toEqual(['tab stopInstance']);
});

test('given up, it can be gone on with, and what is kept nowhere goes with it', async () => {
  const tab = openTab();
  await tab.sequences.start(rebuild(), 'rebuildInstance');
  tab.sequences.giveUp(only(tab));
  await arrives(tab);
  expect(only(tab).state).toBe('ended');
  tab.sequences.resume(only(tab), rebuild());
  await settled();
  expect(sent).toEqual(['tab stopInstance', 'tab rebuildInstance']);
  expect(bodies.at(-1)).toContain('Correct-Horse-9');
  await arrives(tab);
  await arrives(tab);
  expect(only(tab).state).toBe('done');
});

test('given up while a step is under way, that step goes on and nothing follows', async () => {
  const tab = openTab();
  await tab.sequences.start(resize(), 'resizeInstance');
  tab.sequences.giveUp(only(tab));
  expect(only(tab).state).toBe('running');
  await arrives(tab);
  expect(only(tab).state).toBe('ended');
  expect(sent).toHaveLength(1);
});

test('a machine that is busy is waited for and leaves no failure behind', async () => {
  answers.set('rebootInstance', [busy, busy]);
  const tab = openTab();
  const password = { password: 'Correct-Horse-9' };
  await tab.sequences.start(
    [request(modifyInstancePassword, password), request(rebootInstance)],
    'modifyInstancePassword',
  );
  await settled();
  expect(only(tab)).toMatchObject({ state: 'running' });
  expect(only(tab).part.againAt).toBe(hand.clock.now() + 2_000);
  await hand.pass(2_000);
  await hand.pass(4_000);
  expect(steps(tab)).toEqual(['done', 'running']);
  expect(tab.store.entries().some(({ status }) => status === 'failed')).toBe(false);
  expect(sent).toHaveLength(4);
});

test('one that stays busy for half an hour is reported', async () => {
  answers.set(
    'resizeInstance',
    Array.from({ length: 200 }, () => busy),
  );
  const tab = openTab();
  await tab.sequences.start(resize(), 'resizeInstance');
  await arrives(tab);
  for (let n = 0; n < 80; n += 1) await hand.pass(30_000);
  expect(only(tab)).toMatchObject({ state: 'failed', latest: { error: busy } });
});

test('a step without an answer is waited for, and goes on once it is seen to have happened', async () => {
  answers.set('stopInstance', ['lost']);
  const tab = openTab();
  expect(await tab.sequences.start(resize(), 'resizeInstance')).toMatchObject({ kind: 'unknown' });
  expect(only(tab).state).toBe('unknown');
  await hand.pass(60_000);
  expect(sent).toHaveLength(1);
  await arrives(tab);
  expect(sent).toEqual(['tab stopInstance', 'tab resizeInstance']);
});

test('it goes on after a reload', async () => {
  const before = openTab('before');
  await before.sequences.start(resize(), 'resizeInstance');
  before.stop();
  locks.free();
  const after = openTab('after');
  expect(steps(after)).toEqual(['running', 'waits', 'waits']);
  await arrives(after);
  await expect.poll(() => sent).toEqual(['before stopInstance', 'after resizeInstance']);
  await settled();
  await arrives(after);
  await expect.poll(() => sent.at(-1)).toBe('after startInstance');
});

test('a reload between two steps loses nothing', async () => {
  const before = openTab('before');
  await before.sequences.start(resize(), 'resizeInstance');
  before.stop();
  locks.free();
  const elsewhere = new ActivityStore(localStorage, hand.clock.now, 'me');
  for (const { id } of elsewhere.entries()) elsewhere.end(id, { status: 'done' });
  elsewhere.clear();
  openTab('after');
  await expect.poll(() => sent.at(-1)).toBe('after resizeInstance');
});

test('a reload while a step was being sent does not send it again', async () => {
  answers.set('resizeInstance', ['never']);
  const before = openTab('before');
  await before.sequences.start(resize(), 'resizeInstance');
  await arrives(before);
  expect(only(before).latest.status).toBe('sending');
  before.stop();
  locks.free();
  const after = openTab('after');
  await recover(after.store, after.guard, true, hand.clock.now());
  await settled();
  expect(only(after).state).toBe('unknown');
  await hand.pass(60_000);
  expect(sent).toHaveLength(2);
});

test('a password is gone with its tab: it is asked for anew, and nothing is sent without it', async () => {
  const before = openTab('before');
  await before.sequences.start(rebuild(), 'rebuildInstance');
  expect(before.sequences.holdsSecrets()).toBe(true);
  expect(JSON.stringify({ ...localStorage })).not.toContain('Correct-Horse');
  before.stop();
  locks.free();
  const after = openTab('after');
  await arrives(after);
  await expect.poll(() => only(after).state).toBe('needsInput');
  expect(sent).toEqual(['before stopInstance']);
  await hand.pass(1_000);
  // Asking anew ends what was left.
  await after.sequences.start([rebuild()[1], rebuild()[2]], 'rebuildInstance');
  expect(after.sequences.list().map(({ state }) => state)).toEqual(['running', 'ended']);
});

test('of two tabs one drives it; the other takes over when that one is closed', async () => {
  const here = openTab('here');
  const there = openTab('there');
  await here.sequences.start(resize(), 'resizeInstance');
  tell(there);
  await arrives(here);
  tell(there);
  await hand.pass(10_000);
  expect(sent).toEqual(['here stopInstance', 'here resizeInstance']);
  here.stop();
  locks.free();
  await hand.pass(10_000);
  await arrives(there);
  await expect.poll(() => sent.at(-1)).toBe('there startInstance');
});

test('what is decided in another tab is done by the one that can', async () => {
  answers.set('rebuildInstance', [full]);
  const here = openTab('here');
  const there = openTab('there');
  await here.sequences.start(rebuild(), 'rebuildInstance');
  await arrives(here);
  tell(there);
  expect(only(there).state).toBe('failed');
  there.sequences.retry(only(there));
  await hand.pass(10_000);
  tell(here);
  await settled();
  expect(sent.filter((one) => one.includes('rebuild'))).toEqual([
    'here rebuildInstance',
    'here rebuildInstance',
  ]);
});

test('without locks a tab waits long before it takes over', async () => {
  const before = openTab('before', false);
  await before.sequences.start(resize(), 'resizeInstance');
  before.stop();
  const after = openTab('after', false);
  await arrives(after);
  await hand.pass(10_000);
  expect(sent).toHaveLength(1);
  await hand.pass(200_000);
  await expect.poll(() => sent.at(-1)).toBe('after resizeInstance');
});

test('a failure of the console itself does not escape', async () => {
  const store = new ActivityStore(undefined, hand.clock.now, 'me');
  const guard = createGuard(undefined);
  const broken = () => Promise.reject(new CloudError({ operation: 'x', ...full }));
  const write = createWrite({ call: broken, store, guard, now: hand.clock.now });
  const sequences = new Sequences({ write, store, guard, clock: hand.clock, shared: false });
  expect(await sequences.start(resize(), 'resizeInstance')).toMatchObject({ kind: 'refused' });
});

const attachNew = () => {
  const diskSpec = {
    az: 'cn-north-1a',
    name: 'more',
    diskType: 'ssd.gp1' as const,
    diskSizeGB: 20,
  };
  const input = { regionId: 'cn-north-1', diskSpec, maxCount: 1, clientToken: 'one' };
  return [
    { ...request(createDisks), input },
    { ...request(attachDisk), takes: 'diskId' },
  ] as const;
};
const creating = {
  code: 400,
  status: 'FAILED_PRECONDITION',
  message: "Invalid disk status 'creating'",
};

test('a step can take what the one before has made, and waits until it is there', async () => {
  answers.set('attachDisk', [creating]);
  const tab = openTab();
  await tab.sequences.start(attachNew(), 'attachDisk');
  await settled();
  expect(only(tab)).toMatchObject({ state: 'running' });
  await hand.pass(2_000);
  expect(sent).toEqual(['tab disks', 'tab attachDisk', 'tab attachDisk']);
  expect(bodies.at(-1)).toContain('"diskId":"vol-made"');
  await arrives(tab);
  expect(only(tab).state).toBe('done');
});

test('tried again, and after a reload, it still is the same', async () => {
  answers.set('attachDisk', [full]);
  const before = openTab('before');
  await before.sequences.start(attachNew(), 'attachDisk');
  await settled();
  expect(only(before).state).toBe('failed');
  before.stop();
  locks.free();
  const after = openTab('after');
  after.sequences.retry(only(after));
  await expect.poll(() => sent.at(-1)).toBe('after attachDisk');
  expect(bodies.at(-1)).toContain('"diskId":"vol-made"');
});
