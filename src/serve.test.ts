// The process that an operator runs, before a cloud in a process of its own.
import { once } from 'node:events';
import { get } from 'node:http';
import { afterEach, expect, it } from 'vitest';
import { type Server, startConsoleIn, startSimulator } from '../e2e/server.ts';
import { at, keys, linkOf } from '../e2e/vendor-cli.ts';

const pair = { accessKey: 'SERVEACCESSKEY000001', secretKey: 'secret-of-the-server' };
const fleet = 'api/vm/v1/regions/cn-north-1/instances';

const servers: Server[] = [];
afterEach(() => Promise.all(servers.splice(0).map(({ kill }) => kill())));

/** A console with a key of its own, the cloud behind it, and somebody who has signed in. */
async function start(...args: string[]) {
  const cloud = await startSimulator('--instances', '20', ...keys(pair));
  servers.push(cloud);
  const env = { JDCLOUD_ACCESS_KEY: pair.accessKey, JDCLOUD_SECRET_KEY: pair.secretKey };
  const console_ = await startConsoleIn(env, '--cloud', 'jdcloud', ...at(cloud), ...args);
  servers.push(console_);
  const opened = await fetch(linkOf(console_), { redirect: 'manual' });
  const [cookie = ''] = opened.headers.get('set-cookie')?.split(';') ?? [];
  const ask = (path: string, init: RequestInit = {}) =>
    fetch(console_.address + path, {
      ...init,
      headers: { cookie, 'content-type': 'application/json', 'x-vm-console': '1' },
    });
  const slowDown = async (operation: string, ms: number) => {
    const body = JSON.stringify({ faults: [{ kind: 'latency', operation, ms }] });
    const headers = { 'content-type': 'application/json' };
    await fetch(`${cloud.address}simulator/control`, { method: 'POST', headers, body });
  };
  const arrived = async (operation: string): Promise<boolean> => {
    const log = await fetch(`${cloud.address}simulator/log`);
    const { calls }: { calls: { operation: string }[] } = await log.json();
    return calls.some((call) => call.operation === operation);
  };
  return { console_, ask, slowDown, arrived };
}

it('ends on SIGTERM when load balancers know and the write under way is answered and noted', async () => {
  const { console_, ask, slowDown, arrived } = await start('--drain', '600', '--audit', '-');
  const { result } = await (
    await ask(`${fleet}?pageSize=10&filters.1.name=status&filters.1.values.1=running`)
  ).json();
  const { instanceId } = result.instances[0];
  await slowDown('stopInstance', 2_000);
  const write = ask(`${fleet}/${instanceId}:stopInstance`, { method: 'POST', body: '{}' });
  await expect.poll(() => arrived('stopInstance')).toBe(true);

  console_.signal('SIGTERM');
  await expect.poll(async () => (await ask('readyz')).status).toBe(503);
  // Who has not noticed yet is answered, on a connection that is not kept.
  const late = await ask(fleet);
  expect([late.status, late.headers.get('connection')]).toEqual([200, 'close']);

  // Whoever presses Ctrl-C waits for no load balancer, but the write is still waited for.
  console_.signal('SIGINT');
  const newcomer = () =>
    ask('healthz').then(
      ({ status }) => status,
      (error: Error) => error.cause,
    );
  await expect.poll(newcomer).toMatchObject({ code: 'ECONNREFUSED' });
  const reply = await write;
  const { requestId, ...rest } = await reply.json();
  expect([reply.status, rest]).toEqual([200, {}]);
  expect(await console_.ended).toBe(0);
  const lines = console_.said().match(/^\{.*"stopInstance".*$/gm) ?? [];
  expect(lines.map((line) => JSON.parse(line))).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ operation: 'stopInstance', status: 200, attempts: 1, requestId }),
      expect.objectContaining({ operation: 'stopInstance', outcome: 'done', requestId }),
    ]),
  );
});

it('answers to its own names and to those it was given, and to no other', async () => {
  const console_ = await startConsoleIn({}, '--allow-host', 'console.example.com');
  servers.push(console_);
  const askFor = async (host: string) => {
    const [response] = await once(get(console_.address, { headers: { host } }), 'response');
    response.resume();
    return response.statusCode;
  };
  expect(await askFor('console.example.com')).toBe(200);
  expect(await askFor('127.0.0.1')).toBe(200);
  expect(await askFor('elsewhere.example.com')).toBe(421);
});
