import { once, EventEmitter } from 'node:events';
import { Agent, get, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { afterEach, expect, it } from 'vitest';
import { endOnSignal } from './ending.ts';
import { listen } from './http-server.ts';
import { answerProbe } from './probes.ts';

const cleanups: (() => unknown)[] = [];
afterEach(() => Promise.all(cleanups.splice(0).map((clean) => clean())));

/** A server of which one call, `/slow`, is answered when the test says so. */
async function start(drain: number) {
  const signals = new EventEmitter();
  const { server, origin, handle } = await listen({ host: '127.0.0.1', port: 0 });
  cleanups.push(
    () => server.closeAllConnections(),
    () => server.close(),
  );
  let exit: (code: number) => void = () => undefined;
  const ended = new Promise<number>((resolve) => {
    exit = resolve;
  });
  const ending = endOnSignal(server, { drain, signals, exit });
  const arrived = new Promise<ServerResponse>((resolve) => {
    handle((request, response) => {
      if (answerProbe(request, response, ending)) return;
      resolve(response);
    });
  });
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  cleanups.push(() => agent.destroy());
  const ask = async (path: string, own = true) => {
    const request = get(origin + path, own ? { agent: new Agent() } : { agent });
    const [response] = (await once(request, 'response')) as [IncomingMessage]; // as Node documents it
    return { status: response.statusCode, headers: response.headers, body: await text(response) };
  };
  return { signals, ended, arrived, ask };
}

it('lets a call under way finish, and takes no new one', async () => {
  const { signals, ended, arrived, ask } = await start(0);
  expect(await ask('/readyz')).toMatchObject({ status: 200 });
  const slow = ask('/slow', false);
  const response = await arrived;
  signals.emit('SIGTERM');
  await expect(ask('/readyz')).rejects.toThrow('ECONNREFUSED');
  response.end('done');
  expect(await slow).toMatchObject({ status: 200, body: 'done' });
  expect(await ended).toBe(0);
});

it('says that it is not ready before it stops listening, and lets go of kept connections', async () => {
  const { signals, ask } = await start(600);
  signals.emit('SIGTERM');
  expect(await ask('/readyz')).toMatchObject({ status: 503, body: 'ending\n' });
  const { status, headers } = await ask('/healthz', false);
  expect([status, headers.connection]).toEqual([200, 'close']);
});

it('does not keep a person waiting who presses Ctrl-C', async () => {
  const { signals, ended } = await start(600);
  signals.emit('SIGINT');
  expect(await ended).toBe(0);
});
