import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { WebSocket } from 'ws';
import { type TestCloud, testCloud } from './simulator/test-cloud.ts';
import { answerWeb } from './simulator/web.ts';
import { attachVncSocket } from './vnc-socket.ts';

let cloud: TestCloud;
let server: Server;
let host: string;
let endAll: () => void;

beforeEach(async () => {
  cloud = testCloud();
  server = createServer((_, response) => response.writeHead(404).end());
  endAll = attachVncSocket(server, cloud.simulator, ['127.0.0.1']);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A listening TCP server's address is never a string or null.
  host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterEach(async () => {
  endAll();
  await new Promise((resolve) => {
    server.close(resolve);
    server.closeAllConnections();
  });
});

function linuxInstance() {
  const found = [...cloud.region.instances.values()].find(
    ({ status, os, task }) => status === 'running' && os.osType === 'linux' && !task,
  );
  if (!found) throw new Error('The seed has a running Linux instance in cn-north-1.');
  return found;
}

/** The address the cloud gives out, as the page behind it makes a WebSocket's of it. */
async function addressOf(instanceId: string): Promise<string> {
  const { vncUrl } = await cloud.call('describeInstanceVncUrl', { instanceId });
  return `ws://${host}/simulator/vnc${new URL(vncUrl ?? '').search}`;
}

/** A viewer that has said hello and waits in front of the screen. */
async function sitDown(address: string) {
  const socket = new WebSocket(address, ['binary'], { origin: `http://${host}` });
  const closed = new Promise<string>((resolve) => {
    socket.on('close', (code, reason) => resolve(`${code} ${reason.toString()}`));
  });
  const received: { bytes: number; last: Buffer } = { bytes: 0, last: Buffer.alloc(0) };
  socket.on('message', (data: Buffer) => {
    received.bytes += data.length;
    received.last = data;
  });
  await new Promise((resolve, reject) => socket.on('open', resolve).on('error', reject));
  socket.send(Buffer.from('RFB 003.008\n\x01\x01', 'latin1'));
  const key = (keysym: number, down: boolean) => {
    const message = Buffer.from([4, down ? 1 : 0, 0, 0, 0, 0, 0, 0]);
    message.writeUInt32BE(keysym, 4);
    socket.send(message);
  };
  return {
    socket,
    closed,
    received,
    hold: (keysym: number) => key(keysym, true),
    type: (text: string) => {
      for (const character of text) {
        const keysym = character === '\n' ? 0xff0d : character.charCodeAt(0);
        key(keysym, true);
        key(keysym, false);
      }
    },
  };
}

async function screenOf(instanceId: string): Promise<string> {
  const address = `http://simulator.test/simulator/vnc-screen?instanceId=${instanceId}`;
  const reply = await answerWeb(cloud.simulator, new Request(address));
  if (!reply) throw new Error('The simulator has no such address.');
  // As the control interface says: a list of lines.
  const { lines } = (await reply.json()) as { lines: string[] };
  expect(lines.map((line) => line.length)).toEqual(Array<number>(25).fill(80));
  return lines
    .map((line) => line.trimEnd())
    .join('\n')
    .trimEnd();
}

describe('a viewer with a fresh address', () => {
  test('types, and sees it on the screen', async () => {
    const { id, hostname } = linuxInstance();
    const viewer = await sitDown(await addressOf(id));
    expect(viewer.socket.protocol).toBe('binary');
    viewer.type('root');
    await vi.waitFor(async () => expect(await screenOf(id)).toMatch(/login: root$/));
    viewer.type('\nsecret\nhostname\n');
    await vi.waitFor(async () => expect(await screenOf(id)).toMatch(/# hostname\n\S+\n.*#$/));
    const screen = await screenOf(id);
    expect(screen).toContain(`\n${hostname}\n`);
    expect(screen).not.toContain('secret');
  });

  test('sees what another one types', async () => {
    const { id } = linuxInstance();
    const [one, other] = [await sitDown(await addressOf(id)), await sitDown(await addressOf(id))];
    // The first update, once, and then nothing until something changes.
    other.socket.send(Buffer.from([3, 0, 0, 0, 0, 0, 2, 128, 1, 144]));
    await vi.waitFor(() => expect(other.received.bytes).toBeGreaterThan(640 * 400 * 4));
    const before = other.received.bytes;
    other.socket.send(Buffer.from([3, 1, 0, 0, 0, 0, 2, 128, 1, 144]));
    one.type('x');
    await vi.waitFor(() => expect(other.received.bytes).toBeGreaterThan(before));
    // the letter and the cursor: two cells
    expect(other.received.bytes - before).toBe(4 + 12 + 16 * 16 * 4);
  });

  test('reboots the machine with Ctrl-Alt-Del and sees it come back', async () => {
    const instance = linuxInstance();
    const viewer = await sitDown(await addressOf(instance.id));
    for (const keysym of [0xffe3, 0xffe9, 0xffff]) viewer.hold(keysym);
    await vi.waitFor(() => expect(instance.status).toBe('rebooting'));
    expect(await screenOf(instance.id)).toMatch(/reboot: Restarting system$/);
    const refused = await cloud.refusal('stopInstance', { instanceId: instance.id });
    expect(refused.message).toContain('Conflict with underlay task');
    cloud.pass(5 * 60_000);
    expect(instance.status).toBe('running');
    await vi.waitFor(async () => expect(await screenOf(instance.id)).toMatch(/login:$/));
    expect(viewer.socket.readyState).toBe(WebSocket.OPEN);
  });

  test('is sent away when the instance stops', async () => {
    const { id } = linuxInstance();
    const viewer = await sitDown(await addressOf(id));
    await cloud.call('stopInstance', { instanceId: id });
    await vi.waitFor(async () => expect(await screenOf(id)).toMatch(/reboot: Power down$/));
    cloud.pass(5 * 60_000);
    expect(await viewer.closed).toBe('4000 stopped');
  });

  test('is sent away when it breaks the protocol', async () => {
    const viewer = await sitDown(await addressOf(linuxInstance().id));
    viewer.socket.send('nonsense');
    expect(await viewer.closed).toBe('4000 protocol');
  });

  test('is sent away when the world begins anew', async () => {
    const viewer = await sitDown(await addressOf(linuxInstance().id));
    cloud.simulator.reset();
    expect(await viewer.closed).toBe('4000 gone');
  });

  test('sees the new name when the instance is renamed', async () => {
    const { id } = linuxInstance();
    const viewer = await sitDown(await addressOf(id));
    // understands names, and asks for the screen twice
    const ask = (incremental: number) => [3, incremental, 0, 0, 0, 0, 2, 128, 1, 144];
    viewer.socket.send(Buffer.from([2, 0, 0, 2, 255, 255, 254, 205, 0, 0, 0, 5, ...ask(0)]));
    await vi.waitFor(() => expect(viewer.received.bytes).toBeGreaterThan(1000));
    const before = viewer.received.bytes;
    viewer.socket.send(Buffer.from(ask(1)));
    await cloud.call('modifyInstanceAttribute', { instanceId: id, name: 'renamed' });
    await vi.waitFor(() => expect(viewer.received.bytes).toBeGreaterThan(before));
    expect(viewer.received.last.toString('utf8', 20)).toBe(`renamed (${id})`);
  });

  test('stays when its token runs out meanwhile', async () => {
    const { id } = linuxInstance();
    const viewer = await sitDown(await addressOf(id));
    cloud.pass(2 * 60 * 60_000);
    viewer.type('root');
    await vi.waitFor(async () => expect(await screenOf(id)).toMatch(/login: root$/));
  });
});

describe('nobody gets in', () => {
  test('when sixteen are looking already', async () => {
    const address = await addressOf(linuxInstance().id);
    await Promise.all(Array.from({ length: 16 }, () => sitDown(address)));
    expect(await (await sitDown(address)).closed).toBe('4000 too-many');
  });

  test('with an unknown token', async () => {
    const viewer = await sitDown(`ws://${host}/simulator/vnc?token=made-up`);
    expect(await viewer.closed).toBe('4000 unknown');
  });

  test('with a token that nobody used for an hour', async () => {
    const address = await addressOf(linuxInstance().id);
    cloud.pass(60 * 60_000);
    expect(await (await sitDown(address)).closed).toBe('4000 expired');
  });

  test('to a machine that is off', async () => {
    const { id } = linuxInstance();
    const address = await addressOf(id);
    await cloud.call('stopInstance', { instanceId: id });
    cloud.pass(5 * 60_000);
    expect(await (await sitDown(address)).closed).toBe('4000 not-running');
    expect(await screenOf(id)).toBe('No signal: the instance is stopped.');
  });

  const statusOf = (address: string, options: object) =>
    new Promise((resolve) => {
      new WebSocket(address, options)
        .on('unexpected-response', (_, response) => resolve(response.statusCode))
        .on('error', (error) => resolve(error.message));
    });

  test('from a page of another site', async () => {
    const address = await addressOf(linuxInstance().id);
    expect(await statusOf(address, { origin: 'https://evil.example' })).toBe(403);
  });

  test('under a foreign name of this server', async () => {
    const address = await addressOf(linuxInstance().id);
    expect(await statusOf(address, { headers: { host: 'evil.example' } })).toBe(421);
  });

  test.each(['/simulator/other', '//', '/'])('at %s', async (path) => {
    expect(await statusOf(`ws://${host}${path}`, {})).toBe(404);
  });
});
