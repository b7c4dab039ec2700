import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { Stop } from './proxy/stop.ts';
import { createHttpTransport, type HttpTransportOptions } from './upstream.ts';

const cleanups: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0)) await cleanup();
});

/** A server, and one request to it. */
async function send(
  listener: RequestListener,
  options: HttpTransportOptions = {},
  stop = new Stop(),
) {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { transport, close } = createHttpTransport(options);
  cleanups.push(close, () => {
    server.closeAllConnections();
    server.close();
  });
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`; // a TCP server's
  const headers = { host, 'content-type': 'application/json', authorization: 'signed' };
  return transport(
    { url: `http://${host}/v1/a%3Ab?q=%2A`, method: 'POST', headers, body: '{"名":1}' },
    stop,
  );
}

test('sends what it is given, byte for byte, and reads the whole reply', async () => {
  const reply = await send((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      response.writeHead(418, { 'x-jdcloud-request-id': 'r' });
      const { method, url, headers } = request;
      const body = Buffer.concat(chunks).toString();
      response.write(JSON.stringify({ method, url, body, names: Object.keys(headers).sort() }));
      response.end(' '.repeat(70_000));
    });
  });
  expect(reply.status).toBe(418);
  expect(reply.header('x-jdcloud-request-id')).toBe('r');
  expect(reply.header('x-none')).toBeUndefined();
  expect(JSON.parse(new TextDecoder().decode(reply.body))).toEqual({
    method: 'POST',
    url: '/v1/a%3Ab?q=%2A',
    body: '{"名":1}',
    names: ['authorization', 'connection', 'content-length', 'content-type', 'host', 'user-agent'],
  });
});

test('follows no redirect', async () => {
  const reply = await send((_, response) => {
    response.writeHead(302, { location: '/elsewhere' }).end();
  });
  expect(reply.status).toBe(302);
});

test.each<[string, 'no-reply' | 'timeout' | 'too-large', RequestListener]>([
  ['the connection breaks before the reply', 'no-reply', (request) => request.socket.destroy()],
  [
    'the connection breaks within the reply',
    'no-reply',
    (request, response) => {
      response.writeHead(200, { 'content-length': '100' }).write('{"half":', () => {
        request.socket.destroy();
      });
    },
  ],
  ['no reply begins', 'timeout', () => {}],
  [
    'a reply does not go on',
    'timeout',
    (_, response) => void response.writeHead(200).write('{"half":'),
  ],
  ['a reply is too large', 'too-large', (_, response) => void response.end('x'.repeat(5000))],
  [
    'a reply without a length is too large',
    'too-large',
    (_, response) => {
      response.write('x'.repeat(3000));
      response.end('x'.repeat(3000));
    },
  ],
])('when %s says %s', async (_, kind, listener) => {
  const limits = { headersTimeout: 100, bodyTimeout: 100, maxReply: 4000 };
  await expect(send(listener, limits)).rejects.toMatchObject({ name: 'TransportError', kind });
});

test('says when nothing was sent', async () => {
  const { transport, close } = createHttpTransport();
  cleanups.push(close);
  const nobody = createServer();
  await new Promise<void>((resolve) => nobody.listen(0, '127.0.0.1', resolve));
  const { port } = nobody.address() as AddressInfo; // a TCP server's
  await new Promise((resolve) => nobody.close(resolve));
  const request = { method: 'GET', headers: {} } as const;
  const stop = new Stop();
  await expect(
    transport({ ...request, url: `http://127.0.0.1:${port}/` }, stop),
  ).rejects.toMatchObject({ kind: 'not-sent', message: 'ECONNREFUSED' });
  await expect(
    transport({ ...request, url: 'http://no-such-host.invalid/' }, stop),
  ).rejects.toMatchObject({ kind: 'not-sent' });
});

test('a connection that speaks no TLS got nothing', async () => {
  const server = createServer(() => {});
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // a TCP server's
  const { transport, close } = createHttpTransport();
  cleanups.push(close, () => server.close());
  await expect(
    transport(
      { method: 'POST', headers: {}, url: `https://127.0.0.1:${port}/`, body: '{}' },
      new Stop(),
    ),
  ).rejects.toMatchObject({ kind: 'not-sent' });
});

test('stops when told to', async () => {
  const stop = new Stop();
  const call = send(() => stop.stop(), {}, stop);
  await expect(call).rejects.toMatchObject({ kind: 'timeout' });
});

test('sends nothing any more when told to stop before there is a connection', async () => {
  const stop = new Stop();
  let received = 0;
  const call = send(() => void received++, {}, stop);
  stop.stop();
  await expect(call).rejects.toMatchObject({ kind: 'not-sent' });
  expect(received).toBe(0);
});
