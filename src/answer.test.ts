import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, describe, expect, it } from 'vitest';
import { backendListener, isForBackend } from './answer.ts';
import { createBackend } from './backend.ts';
import { listen } from './http-server.ts';
import { parseOptions } from './options.ts';
import { UsageError } from './usage-error.ts';

const { origin, server, handle } = await listen({ host: '127.0.0.1', port: 0 });
const print = () => undefined;
const options = parseOptions(['--instances', '20'], {});
const backend = await createBackend({ options, origin, print });
handle(backendListener(backend, () => '<title>screen</title>'));
afterAll(() => server.close());

const ask = (path: string, init?: RequestInit & { duplex?: 'half' }) => fetch(origin + path, init);

/** Sends a first line as it stands: `fetch` tidies addresses. */
async function askBare(firstLine: string): Promise<string> {
  const { hostname, port } = new URL(origin);
  const socket = connect(Number(port), hostname);
  socket.write(`${firstLine} HTTP/1.1\r\nhost: ${hostname}:${port}\r\nconnection: close\r\n\r\n`);
  return text(socket);
}

describe('what is behind the page', () => {
  it('answers the cloud’s own path through the proxy, from the simulator', async () => {
    const reply = await ask('/api/vm/v1/regions/cn-north-1/instances?pageSize=10');
    expect(reply.status).toBe(200);
    const { result, requestId } = await reply.json();
    expect(result.instances).toHaveLength(10);
    expect(result.totalCount).toBe(20);
    expect(requestId).toMatch(/^[a-z0-9]{32}$/);
  });

  it('says no to a large body, and takes the next call', async () => {
    const body = `"${'x'.repeat(2 << 20)}"`;
    const headers = { 'x-vm-console': '1', 'content-type': 'application/json' };
    const action = '/api/vm/v1/regions/cn-north-1/instances/i-1:startInstance';
    // Undeclared in advance, so that it has to be counted.
    const stream = new Blob([body]).stream();
    const reply = await ask(action, { method: 'POST', headers, body: stream, duplex: 'half' });
    expect(reply.status).toBe(413);
    expect((await reply.json()).error.status).toBe('BODY_TOO_LARGE');
    expect((await ask('/openapi.json')).status).toBe(200);
  });

  it.each([
    'GET /api/vm/v1/regions/cn-north-1/instances/..',
    'GET /api/vm/v1/regions/cn-north-1/instances/%2e%2E',
    'GET /api/vm/../vm/v1/regions/cn-north-1/instances',
    'GET /api/vm/v1/regions/cn-north-1/./instances',
  ])('finds nothing at %s', async (line) => {
    const reply = await askBare(line);
    expect(reply).toMatch(/^HTTP\/1\.1 404 /);
    expect(reply).toContain('UNKNOWN_OPERATION');
  });

  it('describes itself', async () => {
    const reply = await ask('/openapi.json');
    expect(reply.headers.get('content-type')).toContain('application/json');
    expect(await reply.json()).toMatchObject({ openapi: '3.1.0' });
  });

  it('shows a simulated screen’s page, and nothing where nothing is', async () => {
    expect(await (await ask('/simulator/vnc_auto.html?token=x')).text()).toContain('screen');
    expect((await ask('/simulator/nothing')).status).toBe(404);
  });

  it.each([
    ['/api/vm/v1/regions', true],
    ['/openapi.json?x', true],
    ['/cn-north-1/instances', false],
    ['/apifoo', false],
    ['/', false],
  ])('%s is for the backend: %s', (target, expected) => {
    expect(isForBackend(target)).toBe(expected);
  });
});

it('does not lend a real key to a whole network', async () => {
  const args = ['--cloud', 'jdcloud', '--host', '0.0.0.0'];
  const own = parseOptions([...args, '--profile', 'default'], {});
  await expect(createBackend({ options: own, origin, print })).rejects.toThrow(UsageError);
  const { bootOf } = await createBackend({ options: parseOptions(args, {}), origin, print });
  const boot = await bootOf();
  expect(boot.signIn).toBe('key');
  expect(boot).not.toHaveProperty('session');
});
