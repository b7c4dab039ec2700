import { beforeEach, describe, expect, test } from 'vitest';
import { type TestCloud, testCloud } from './test-cloud.ts';
import { answerWeb } from './web.ts';

let cloud: TestCloud;
beforeEach(() => {
  cloud = testCloud();
});

const json = { 'content-type': 'application/json' };
const post = (body: unknown, headers: Record<string, string> = json) =>
  answerWeb(
    cloud.simulator,
    new Request('http://127.0.0.1:8080/simulator/control', {
      method: 'POST',
      headers,
      body: typeof body === 'string' ? body : JSON.stringify(body),
    }),
  );
const get = async (path: string) => {
  const reply = await answerWeb(
    cloud.simulator,
    new Request(`http://127.0.0.1:8080/simulator${path}`),
  );
  return { status: reply?.status, body: (await reply?.json()) as unknown };
};
const now = () => cloud.simulator.world.scheduler.now();

describe('the control endpoint', () => {
  test('moves the clock, and what is due by then happens', async () => {
    const [instanceId = ''] = cloud.region.instances.keys();
    await cloud.call('stopInstance', { instanceId });
    const before = now();
    expect((await post({ advance: 11_000 }))?.status).toBe(200);
    expect(now()).toBe(before + 11_000);
    expect((await cloud.call('describeInstance', { instanceId })).instance?.status).toBe('stopped');
  });

  test('stops the clock, which then only advances by hand, and lets it go on from there', async () => {
    await post({ freeze: true });
    const frozen = now();
    cloud.pass(60_000);
    expect(now()).toBe(frozen);
    await post({ advance: 5 });
    expect(now()).toBe(frozen + 5);
    await post({ freeze: false });
    expect(now()).toBe(frozen + 5);
    cloud.pass(100);
    expect(now()).toBe(frozen + 105);
  });

  test('changes the speed of what starts from now on', async () => {
    await post({ speed: 1000 });
    const [instanceId = ''] = cloud.region.instances.keys();
    await cloud.call('stopInstance', { instanceId });
    cloud.pass(10);
    expect((await cloud.call('describeInstance', { instanceId })).instance?.status).toBe('stopped');
  });

  test('resets to the world of the start, or to another, without faults and log', async () => {
    const ids = () => [...cloud.region.instances.keys()];
    const first = ids();
    await cloud.call('deleteInstance', { instanceId: first[4] ?? '' });
    cloud.pass(30_000);
    await post({ faults: [{ kind: 'error', times: 0 }] });
    await post({ reset: {} });
    expect(ids()).toEqual(first);
    expect(await get('/log')).toEqual({ status: 200, body: { calls: [] } });
    await cloud.call('describeInstances', {});

    await post({ reset: { instances: 3, seed: 'other' } });
    expect(ids()).toHaveLength(3);
    expect(ids()[0]).not.toBe(first[0]);
  });

  test.each([
    ['not JSON', '{'],
    ['an unknown field', { fast: true }],
    ['time going back', { advance: -1 }],
    ['an unknown fault', { faults: [{ kind: 'explode' }] }],
    ['no speed', { speed: 0 }],
  ])('refuses %s, and says why', async (_, body) => {
    const reply = await post(body);
    expect(reply?.status).toBe(400);
    expect(await reply?.json()).toEqual({ error: expect.stringMatching(/\w/) });
  });

  test('refuses other content types and other sites', async () => {
    expect((await post({}, { 'content-type': 'text/plain' }))?.status).toBe(400);
    expect((await post({}, { ...json, origin: 'http://evil.example' }))?.status).toBe(403);
    expect((await post({}, { ...json, origin: 'http://127.0.0.1:8080' }))?.status).toBe(200);
  });

  test('is posted to', async () => {
    expect((await get('/control')).status).toBe(405);
  });
});

describe('the log', () => {
  test('gives calls after a number', async () => {
    await cloud.call('describeInstances', {});
    await cloud.call('describeImages', { imageSource: 'public' });
    expect((await get('/log?after=1')).body).toMatchObject({
      calls: [{ n: 2, operation: 'describeImages', code: 200 }],
    });
  });
});

describe('the screen', () => {
  test('is twenty-five lines of eighty characters', async () => {
    const [instanceId = ''] = cloud.region.instances.keys();
    const { body } = await get(`/vnc-screen?instanceId=${instanceId}`);
    const { lines } = body as { lines: string[] }; // as documented
    expect(lines).toHaveLength(25);
    for (const line of lines) expect(line).toHaveLength(80);
  });

  test('of nothing is a 404', async () => {
    expect((await get('/vnc-screen?instanceId=i-0')).status).toBe(404);
  });
});

test('other addresses are somebody else’s', async () => {
  const request = new Request('http://127.0.0.1:8080/simulator/vnc_auto.html');
  expect(await answerWeb(cloud.simulator, request)).toBeUndefined();
});
