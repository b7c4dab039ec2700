import { beforeEach, describe, expect, test } from 'vitest';
import { Broken } from './faults.ts';
import { type TestCloud, testCloud } from './test-cloud.ts';
import { answerWeb } from './web.ts';

let cloud: TestCloud;
let slept: number[];
beforeEach(() => {
  slept = [];
  cloud = testCloud({
    instances: 42,
    sleep: async (milliseconds) => {
      slept.push(milliseconds);
    },
  });
  cloud.pass(60_000);
});

const order = async (...faults: object[]) => {
  const request = new Request('http://simulator.test/simulator/control', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ faults }),
  });
  expect(await (await answerWeb(cloud.simulator, request))?.json()).toEqual({ ok: true });
};
const machine = (name: string) => {
  for (const one of cloud.region.instances.values())
    if (one.name === name) return { instanceId: one.id };
  throw new Error(`the seed has no ${name}`);
};
const renamed = async (from: string, name: string) => {
  const input = machine(from);
  await cloud.call('modifyInstanceAttribute', { ...input, name });
  return input;
};
const statusOf = (input: { instanceId: string }) =>
  cloud.region.instances.get(input.instanceId)?.status;
/** The reply as it goes over the wire. */
const raw = () =>
  cloud.simulator.answer({
    method: 'GET',
    path: '/v1/regions/cn-north-1/instances',
    query: 'pageSize=10',
    header: () => undefined,
    body: '',
  });

describe('an ordered fault', () => {
  test('strikes once unless told otherwise', async () => {
    await order({ kind: 'rate-limit' });
    expect(await cloud.refusal('describeInstances', {})).toMatchObject({
      code: 429,
      status: 'RATE_LIMIT',
    });
    await cloud.call('describeInstances', {});
  });

  test('strikes so many times, after letting so many pass', async () => {
    await order({ kind: 'error', skip: 1, times: 2 });
    await cloud.call('describeInstances', {});
    for (let i = 0; i < 2; i++)
      expect(await cloud.refusal('describeInstances', {})).toMatchObject({
        code: 500,
        status: 'INTERNAL',
      });
    await cloud.call('describeInstances', {});
  });

  test('with 0 times strikes until cleared', async () => {
    await order({ kind: 'error', times: 0 });
    for (let i = 0; i < 5; i++)
      expect(await cloud.refusal('describeInstances', {})).toMatchObject({ code: 500 });
    await order();
    expect(await cloud.call('describeInstances', {})).toMatchObject({ totalCount: 42 });
  });

  test('strikes only what it names', async () => {
    const input = machine('order-worker-02');
    await order({
      kind: 'error',
      operation: 'stopInstance',
      resourceId: input.instanceId,
      region: 'cn-north-1',
      times: 0,
    });
    await cloud.call('stopInstance', machine('web-front-01'));
    expect(await cloud.call('describeInstance', input)).toMatchObject({ instance: input });
    expect(await cloud.refusal('stopInstance', input)).toMatchObject({ code: 500 });
  });

  test.each([
    [{ kind: 'error' }, 500, 'INTERNAL', 'Internal server error'],
    [{ kind: 'error', status: 'UNAVAILABLE' }, 503, 'UNAVAILABLE', 'Internal server error'],
    [
      { kind: 'error', status: 'HTTP_FORBIDDEN', message: 'no permission' },
      403,
      'HTTP_FORBIDDEN',
      'no permission',
    ],
    [{ kind: 'error', status: 'ODD', code: 418, message: 'tea' }, 418, 'ODD', 'tea'],
  ])('%j is answered in its words', async (fault, code, status, message) => {
    await order(fault);
    expect(await cloud.refusal('describeInstances', {})).toEqual({ code, status, message });
  });

  test.each(['refuse', 'reset'] as const)(
    '%s breaks the connection before it happens',
    async (kind) => {
      const input = machine('order-worker-02');
      await order({ kind, operation: 'stopInstance' });
      await expect(cloud.call('stopInstance', input)).rejects.toThrow(new Broken(kind));
      expect(statusOf(input)).toBe('running');
      expect(cloud.simulator.log.since(0).at(-1)).toMatchObject({ code: 0, status: '' });
    },
  );

  test('lost-reply breaks it after it happened', async () => {
    const input = machine('order-worker-02');
    await order({ kind: 'lost-reply', operation: 'stopInstance' });
    await expect(cloud.call('stopInstance', input)).rejects.toThrow(new Broken('reset'));
    expect(statusOf(input)).toBe('stopping');
  });

  test('latency waits before it answers', async () => {
    await order({ kind: 'latency', ms: 1500 });
    await cloud.call('describeInstances', {});
    await cloud.call('describeInstances', {});
    expect(slept).toEqual([1500]);
  });

  test('html, truncate and huge spoil the reply', async () => {
    await cloud.call('describeInstances', {});
    const whole = (await raw()).body;
    await order({ kind: 'html' });
    expect(await raw()).toMatchObject({
      status: 502,
      headers: { 'content-type': 'text/html' },
      body: expect.stringMatching(/^<!DOCTYPE html>/),
    });
    await order({ kind: 'truncate' });
    const cut = await raw();
    expect(cut.status).toBe(200);
    expect(cut.body.length).toBe(Math.floor(whole.length / 2));
    expect(() => JSON.parse(cut.body) as unknown).toThrow(SyntaxError);
    await order({ kind: 'huge' });
    const huge = await raw();
    expect(huge.body.length).toBeGreaterThan(32 * 1024 * 1024);
    expect(JSON.parse(huge.body)).toHaveProperty('result');
    await order({ kind: 'huge', bytes: 10 });
    expect((await raw()).body).toHaveLength(whole.length + '"padding":"0123456789",'.length);
  });

  test('bare leaves out what may be missing, reword says something else', async () => {
    const { instances = [], totalCount } = await cloud.call('describeInstances', {});
    await order({ kind: 'bare' });
    expect(await cloud.call('describeInstances', {})).toEqual({
      instances: instances.map(({ instanceId }) => ({ instanceId })),
      totalCount,
    });
    await order({ kind: 'reword' });
    const novel = await cloud.call('describeInstances', {});
    expect(novel.instances?.map(({ status }) => status)).toEqual(
      instances.map(() => 'hibernating'),
    );
    await order({ kind: 'reword' });
    expect(await cloud.refusal('startInstance', { instanceId: 'i-none' })).toMatchObject({
      status: 'NOT_FOUND',
    });
  });

  test('out-of-stock and mfa refuse as the cloud would', async () => {
    await order({ kind: 'out-of-stock', operation: 'startInstance' });
    expect(await cloud.refusal('startInstance', machine('batch-etl-07'))).toMatchObject({
      status: 'FAILED_PRECONDITION',
      message: "InstanceType 'c.n4.2xlarge' is out of stock",
    });
    await order({ kind: 'mfa', operation: 'deleteInstance' });
    expect(await cloud.refusal('deleteInstance', machine('batch-etl-07'))).toMatchObject({
      code: 403,
      status: 'HTTP_FORBIDDEN',
    });
  });
});

describe('by its name', () => {
  test('busy- answers every change with a task', async () => {
    const input = await renamed('order-worker-02', 'busy-01');
    for (const operation of ['stopInstance', 'rebootInstance', 'deleteInstance'] as const)
      expect((await cloud.refusal(operation, input)).message).toMatch(
        /^Conflict with underlay task \d+$/,
      );
    expect((await cloud.call('describeInstance', input)).instance?.status).toBe('running');
  });

  test('limit- turns a change away twice', async () => {
    const input = await renamed('order-worker-02', 'limit-01');
    for (let i = 0; i < 2; i++)
      expect(await cloud.refusal('stopInstance', input)).toMatchObject({
        code: 429,
        status: 'RATE_LIMIT',
      });
    await cloud.call('stopInstance', input);
  });

  test('lost- does it and loses the reply', async () => {
    const input = await renamed('order-worker-02', 'lost-01');
    await expect(cloud.call('stopInstance', input)).rejects.toThrow(new Broken('reset'));
    expect(statusOf(input)).toBe('stopping');
  });

  test('lost- on creation answers a repeat with the same token', async () => {
    const instanceSpec = {
      az: 'cn-north-1a',
      instanceType: 'g.n4.large',
      imageId: 'img-h8ly274zg9',
      name: 'lost-new',
      primaryNetworkInterface: {
        networkInterface: { subnetId: [...cloud.region.subnets.keys()][0] ?? '' },
      },
    };
    const input = { instanceSpec, clientToken: 'once' };
    const count = cloud.region.instances.size;
    await expect(cloud.call('createInstances', input)).rejects.toThrow(new Broken('reset'));
    expect((await cloud.call('createInstances', input)).instanceIds).toHaveLength(1);
    expect(cloud.region.instances.size).toBe(count + 1);
  });

  test('mfa- lets a delete through only with a token', async () => {
    const { instanceId } = await renamed('order-worker-02', 'mfa-01');
    expect(await cloud.refusal('deleteInstance', { instanceId })).toMatchObject({ code: 403 });
    const reply = await cloud.simulator.answer({
      method: 'DELETE',
      path: `/v1/regions/cn-north-1/instances/${instanceId}`,
      query: '',
      header: (name) => (name === 'x-jdcloud-security-token' ? 'MTIzNDU2' : undefined),
      body: '',
    });
    expect(reply.status).toBe(200);
    expect(statusOf({ instanceId })).toBe('deleting');
  });
});
