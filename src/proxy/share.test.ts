import { expect, test } from 'vitest';
import { createRig, ok, planted, type Script } from './rig.ts';
import { Stop } from './stop.ts';

const list = 'GET /api/vm/v1/regions/cn-north-1/instances';

/** An upstream that answers when the test says so. */
function held() {
  const waiting: (() => void)[] = [];
  const stops: Stop[] = [];
  const script: Script = (_, __, stop) => {
    stops.push(stop);
    return new Promise((resolve, reject) => {
      waiting.push(() => resolve(ok));
      stop.onStop(() => reject(new Error('stopped')));
    });
  };
  return { script, stops, release: () => waiting.forEach((answer) => answer()) };
}

test('identical reads in flight are one upstream call', async () => {
  const { script, release } = held();
  const rig = createRig(script);
  const calls = [rig.call(list), rig.call(`${list}?`), rig.call(list)];
  await expect.poll(() => rig.sent.length).toBe(1);
  release();
  const replies = await Promise.all(calls);
  expect(replies.map(({ text }) => text)).toEqual(Array(3).fill(replies[0]?.text));
  expect(rig.sent).toHaveLength(1);
  expect(rig.lines.map(({ shared, attempts }) => [shared, attempts])).toEqual([
    [undefined, 1],
    [true, 0],
    [true, 0],
  ]);
});

test('a read after the reply is a new call: nothing is cached', async () => {
  const rig = createRig(() => ok);
  await rig.call(list);
  await rig.call(list);
  expect(rig.sent).toHaveLength(2);
});

test.each([
  ['another input', [list, `${list}?pageSize=20`]],
  ['another region', [list, list.replace('north', 'east')]],
  ['a write', ['POST /api/vm/v1/regions/cn-north-1/instances/i-1:rebootInstance', '']],
  // One token per viewer.
  ['a VNC address', ['GET /api/vm/v1/regions/cn-north-1/instances/i-1/vnc', '']],
])('%s is asked for by itself', async (_, [one = '', two = '']) => {
  const { script, release } = held();
  const rig = createRig(script);
  const calls = [rig.call(one), rig.call(two || one)];
  await expect.poll(() => rig.sent.length).toBe(2);
  release();
  await Promise.all(calls);
});

test('nobody sees the reply to a key that he does not hold', async () => {
  const { script, release } = held();
  let asked = 0;
  const rig = createRig(script, {
    caller: () => ({
      credentials: ++asked === 1 ? planted : { ...planted, secretKey: 'a guess' },
    }),
  });
  const calls = [rig.call(list), rig.call(list)];
  await expect.poll(() => rig.sent.length).toBe(2);
  release();
  await Promise.all(calls);
});

test('one who leaves does not take the others along; the last one does', async () => {
  const { script, stops, release } = held();
  const rig = createRig(script);
  const [first, second] = [new Stop(), new Stop()];
  const calls = [
    rig.call(list, undefined, { gone: first }),
    rig.call(list, undefined, { gone: second }),
  ];
  await expect.poll(() => rig.sent.length).toBe(1);
  first.stop();
  expect(stops[0]?.stopped).toBe(false);
  second.stop();
  expect(stops[0]?.stopped).toBe(true);
  await Promise.all(calls);

  // Whoever comes now does not join what was stopped.
  const third = rig.call(list);
  await expect.poll(() => rig.sent.length).toBe(2);
  release();
  expect((await third).status).toBe(200);
});

test('a write goes on when its caller has gone', async () => {
  const { script, stops, release } = held();
  const rig = createRig(script);
  const leaving = new Stop();
  const action = 'POST /api/vm/v1/regions/cn-north-1/instances/i-1:stopInstance';
  const call = rig.call(action, {}, { gone: leaving });
  await expect.poll(() => rig.sent.length).toBe(1);
  leaving.stop();
  expect(stops[0]?.stopped).toBe(false);
  release();
  await call;
  expect(rig.lines[0]).toMatchObject({ operation: 'stopInstance', status: 200 });
});
