import { once } from 'node:events';
import { IncomingMessage } from 'node:http';
import { connect, createServer, type AddressInfo } from 'node:net';
import { expect, it } from 'vitest';
import { UsageError } from './usage-error.ts';
import { peersBehind } from './peer.ts';

async function requestWith(headers: Record<string, string>): Promise<IncomingMessage> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo; // a TCP server's
  const socket = connect(port, '127.0.0.1');
  await once(socket, 'connect');
  server.close();
  socket.unref();
  const request = new IncomingMessage(socket);
  request.headers = headers;
  return request;
}

const forwarded = {
  'x-forwarded-for': '203.0.113.66, 198.51.100.7, 10.1.2.3',
  'x-forwarded-proto': 'https',
};

it('believes nobody about who asks unless told whom', async () => {
  const request = await requestWith(forwarded);
  expect(peersBehind([])(request)).toEqual({ address: '127.0.0.1', secure: false });
  expect(peersBehind(['192.0.2.1'])(request)).toEqual({ address: '127.0.0.1', secure: false });
});

it('takes the last address that no trusted proxy has', async () => {
  const request = await requestWith(forwarded);
  expect(peersBehind(['127.0.0.1', '10.0.0.0/8'])(request)).toEqual({
    address: '198.51.100.7',
    secure: true,
  });
  const bare = await requestWith({ 'x-forwarded-for': 'unknown' });
  expect(peersBehind(['127.0.0.0/8'])(bare)).toEqual({ address: '127.0.0.1', secure: false });
});

it.each(['example.com', '10.0.0.0/33', '10.0.0.0/x', '::1/129', ''])('refuses %j', (text) => {
  expect(() => peersBehind([text])).toThrow(UsageError);
});
