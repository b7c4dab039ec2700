import { once } from 'node:events';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, expect, test } from 'vitest';
import { isAddressedTo, listen } from './http-server.ts';

const { origin, server, handle } = await listen({ host: '127.0.0.1', port: 0 });
handle((request, response) => response.end(String(isAddressedTo(request, ['a.example']))));
afterAll(() => void server.close());

test.each([
  ['its name', ['Host: a.example'], 'true'],
  ['its name in capitals, with a port', ['HOST: A.Example:8080'], 'true'],
  ['another name', ['Host: b.example'], 'false'],
  ['a name that begins alike', ['Host: a.example.b.example'], 'false'],
  ['a second name', ['Host: a.example', 'host: b.example'], 'false'],
  ['its name twice', ['Host: a.example', 'hOsT: a.example'], 'false'],
])('a request to %s', async (_, hosts, answer) => {
  const socket = connect(Number(new URL(origin).port), '127.0.0.1');
  await once(socket, 'connect');
  socket.write(`GET / HTTP/1.1\r\n${hosts.join('\r\n')}\r\nConnection: close\r\n\r\n`);
  const [, body] = (await text(socket)).split('\r\n\r\n');
  expect(body).toContain(answer);
});
