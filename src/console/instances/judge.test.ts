import { expect, test } from 'vitest';
import type { Instance } from '../../contract/instances.ts';
import type { Entry } from '../activity/entry.ts';
import { judge, judgeNew } from './judge.ts';

const started = 1_000_000;

const entry = (operation: string, facts: Partial<Entry> = {}): Entry => ({
  id: '1',
  operation,
  region: 'cn-north-1',
  resource: { kind: 'instance', id: 'i-1', name: 'web-1' },
  touches: [],
  startedAt: started,
  acceptedAt: started,
  status: 'running',
  ...facts,
});

const instance = (status: string, facts: Partial<Instance> = {}): Instance => ({
  instanceId: 'i-1',
  status,
  ...facts,
});

const soon = started + 3_000;
const later = started + 40_000;

test('a stop is done when the machine is stopped, and not before', () => {
  const stop = entry('stopInstance');
  expect(judge(stop, instance('stopping'), soon)).toMatchObject({
    status: 'running',
    passed: true,
  });
  const passed = { ...stop, passed: true };
  expect(judge(passed, instance('stopping'), soon)).toBeUndefined();
  expect(judge(passed, instance('stopped'), later)).toEqual({ status: 'done', endedAt: later });
});

test('a status that is slow to move is waited for before it counts as a failure', () => {
  const start = entry('startInstance');
  expect(judge(start, instance('stopped'), soon)).toBeUndefined();
  expect(judge(start, instance('stopped'), later)).toMatchObject({
    status: 'failed',
    endedAs: 'stopped',
  });
});

test('a start that falls back to stopped has failed at once', () => {
  const start = entry('startInstance', { passed: true });
  expect(judge(start, instance('stopped'), soon)).toMatchObject({
    status: 'failed',
    endedAs: 'stopped',
  });
});

test('a reboot ends where it began, so it counts once the machine has been seen on its way', () => {
  const reboot = entry('rebootInstance');
  expect(judge(reboot, instance('running'), soon)).toBeUndefined();
  expect(judge({ ...reboot, passed: true }, instance('running'), soon)?.status).toBe('done');
  // Too fast to be seen: after a while there is nothing left to wait for.
  expect(judge(reboot, instance('running'), later)?.status).toBe('done');
});

test('a resize is judged by the type, for it ends stopped either way', () => {
  const resize = entry('resizeInstance', { input: { instanceType: 'g.n4.large' } });
  const stopped = (instanceType: string) => instance('stopped', { instanceType });
  expect(judge(resize, stopped('g.n2.large'), soon)).toBeUndefined();
  expect(judge(resize, stopped('g.n4.large'), soon)?.status).toBe('done');
  expect(judge(resize, instance('resizing'), soon)).toMatchObject({ passed: true });
  const passed = { ...resize, passed: true };
  expect(judge(passed, stopped('g.n2.large'), soon)).toMatchObject({ status: 'failed' });
  const silent = unanswered('resizeInstance', { input: { instanceType: 'g.n4.large' } });
  expect(judge(silent, stopped('g.n2.large'), soon)).toBeUndefined();
  expect(judge(silent, stopped('g.n2.large'), later)).toMatchObject({ status: 'failed' });
  expect(judge(silent, stopped('g.n4.large'), later)?.status).toBe('done');
});

test('a machine that is gone ends a delete well and everything else badly', () => {
  expect(judge(entry('deleteInstance'), undefined, soon)?.status).toBe('done');
  expect(judge(entry('stopInstance'), undefined, soon)).toMatchObject({
    status: 'failed',
    endedAs: 'gone',
  });
});

test('while something else changes the machine nothing is said', () => {
  expect(judge(entry('stopInstance'), instance('rebooting'), later)).toBeUndefined();
});

test('found finished the next morning: done, but nobody knows when', () => {
  const verdict = judge(entry('startInstance'), instance('running'), started + 12 * 3_600_000);
  expect(verdict).toEqual({ status: 'done', endedAt: undefined });
});

const unanswered = (operation: string, facts: Partial<Entry> = {}) =>
  entry(operation, { status: 'unknown', acceptedAt: undefined, endedAt: started, ...facts });

test('a write without an answer that was heard is followed like any other', () => {
  expect(judge(unanswered('stopInstance'), instance('stopping'), soon)).toEqual({
    status: 'running',
    passed: true,
    endedAt: undefined,
    error: undefined,
  });
  expect(judge(unanswered('stopInstance'), instance('stopped'), soon)?.status).toBe('done');
});

test('a write without an answer and without effect has failed, after a while', () => {
  const stop = unanswered('stopInstance', { seen: true });
  expect(judge(stop, instance('running'), soon)).toBeUndefined();
  expect(judge(stop, instance('running'), later)).toEqual({
    status: 'failed',
    endedAs: 'running',
    seen: false,
  });
});

test('whether an unanswered reboot happened cannot be seen', () => {
  expect(judge(unanswered('rebootInstance'), instance('running'), later)).toBeUndefined();
});

test('an unanswered change of name is read back', () => {
  const change = unanswered('modifyInstanceAttribute', { input: { name: 'new', description: '' } });
  const judged = (facts: Partial<Instance>, now: number) =>
    judge(change, instance('running', facts), now);
  expect(judged({ instanceName: 'new' }, soon)?.status).toBe('done');
  expect(judged({ instanceName: 'old' }, soon)).toBeUndefined();
  expect(judged({ instanceName: 'old' }, later)?.status).toBe('failed');
  expect(judged({ instanceName: 'new', description: 'left' }, later)?.status).toBe('failed');
});

test('of what is kept nowhere, and of a host name that does not show, nothing is said', () => {
  const details = unanswered('modifyInstanceAttribute', { input: undefined });
  expect(judge(details, instance('running'), later)).toBeUndefined();
  const named = unanswered('modifyInstanceAttribute', { input: { hostname: 'new' } });
  expect(judge(named, instance('running', { hostname: 'old' }), later)).toBeUndefined();
  expect(judge(named, instance('running', { hostname: 'new' }), later)?.status).toBe('done');
});

test('an attach is judged by the disk, not by the status of the machine', () => {
  const attach = entry('attachDisk', { input: { diskId: 'vol-1' } });
  const withDisk = (status: string) =>
    instance('running', { dataDisks: [{ status, cloudDisk: { diskId: 'vol-1' } }] });
  expect(judge(attach, instance('running'), soon)).toBeUndefined();
  expect(judge(attach, withDisk('attaching'), soon)).toMatchObject({ passed: true });
  expect(judge(attach, withDisk('attached'), soon)?.status).toBe('done');
  expect(judge(attach, withDisk('error_attach'), soon)?.status).toBe('failed');
  expect(judge(attach, instance('running'), later)?.status).toBe('failed');
  expect(judge(attach, undefined, soon)).toMatchObject({ status: 'failed', endedAs: 'gone' });
});

test('an interface may take minutes without anything to be seen of it', () => {
  const attach = entry('attachNetworkInterface', { input: { networkInterfaceId: 'port-1' } });
  const nic = { networkInterface: { networkInterfaceId: 'port-1' } };
  const withNic = instance('running', { secondaryNetworkInterfaces: [nic] });
  expect(judge(attach, instance('running'), later)).toBeUndefined();
  expect(judge(attach, withNic, later)?.status).toBe('done');
  expect(judge(attach, instance('running'), started + 3_600_000)?.status).toBe('unknown');
});

test('a detach without an answer turns out to have been heard', () => {
  const detach = entry('detachDisk', { status: 'unknown', input: { diskId: 'vol-1' } });
  const on = instance('running', {
    dataDisks: [{ status: 'attached', cloudDisk: { diskId: 'vol-1' } }],
  });
  expect(judge(detach, on, soon)).toBeUndefined();
  expect(judge(detach, on, later)).toMatchObject({ status: 'failed', seen: false });
  expect(judge(detach, instance('running'), soon)?.status).toBe('done');
});

test('new instances end together; one that has failed stays remembered when it is gone', () => {
  const create = (facts: Partial<Entry> = {}) => entry('createInstances', facts);
  const look = (statuses: Record<string, string | undefined>, facts?: Partial<Entry>, at = later) =>
    judgeNew(create(facts), Object.keys(statuses), new Map(Object.entries(statuses)), at);
  // A list may not know of them yet.
  expect(look({ a: undefined, b: 'pending' }, {}, soon)).toBeUndefined();
  expect(look({ a: 'pending', b: 'running' })).toBeUndefined();
  expect(look({ a: 'pending', b: 'error' })).toEqual({ lost: ['b'] });
  expect(look({ a: 'pending', b: undefined }, { lost: ['b'] })).toBeUndefined();
  expect(look({ a: 'running', b: undefined }, { lost: ['b'] })).toMatchObject({
    status: 'failed',
    lost: ['b'],
  });
  expect(look({ a: 'running', b: 'running' })).toMatchObject({ status: 'done' });
  // Somebody has stopped it meanwhile: it was made.
  expect(look({ a: 'running', b: 'stopped' })).toMatchObject({ status: 'done' });
  expect(look({ a: undefined }, { status: 'done' })).toBeUndefined();
});
