import * as fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Key } from './keys.ts';
import { draw, pixelsIn, serverFormat } from './pixels.ts';
import { RfbSession } from './rfb-session.ts';
import { colour, palette, Screen } from './screen.ts';
import { TestClient } from './test-client.ts';

let screen: Screen;
let sent: Uint8Array[];
let keys: Key[];
let errors: string[];
let session: RfbSession;

beforeEach(() => {
  screen = new Screen();
  sent = [];
  keys = [];
  errors = [];
  session = new RfbSession({
    screen,
    name: 'order-api-01 (i-abc)',
    send: (bytes) => sent.push(bytes),
    onKey: (key) => keys.push(key),
    onError: (reason) => errors.push(reason),
  });
});

const text = (value: string) => new TextEncoder().encode(value);
const receive = (...bytes: number[]) => session.receive(Uint8Array.from(bytes));
const take = () => sent.splice(0).flatMap((bytes) => [...bytes]);

function open(version = '003.008'): void {
  session.receive(text(`RFB ${version}\n`));
  if (version !== '003.003') receive(1);
  receive(1);
  sent = [];
}

describe('the handshake', () => {
  test('of RFB 3.8 offers no password, confirms, and tells size and name', () => {
    expect(take()).toEqual([...text('RFB 003.008\n')]);
    session.receive(text('RFB 003.008\n'));
    expect(take()).toEqual([1, 1]);
    receive(1);
    expect(take()).toEqual([0, 0, 0, 0]);
    receive(0);
    const init = Uint8Array.from(take());
    const view = new DataView(init.buffer);
    expect([view.getUint16(0), view.getUint16(2)]).toEqual([640, 400]);
    expect(new TextDecoder().decode(init.subarray(24))).toBe('order-api-01 (i-abc)');
  });

  test('of RFB 3.7 has no confirmation, that of 3.3 no choice', () => {
    session.receive(text('RFB 003.007\n'));
    sent = [];
    receive(1);
    expect(take()).toEqual([]);

    const old = new RfbSession({
      screen,
      name: '',
      send: (bytes) => sent.push(bytes),
      onKey: () => undefined,
      onError: () => undefined,
    });
    sent = [];
    old.receive(text('RFB 003.003\n'));
    expect(take()).toEqual([0, 0, 0, 1]);
  });

  test('may arrive byte by byte', () => {
    for (const byte of [...text('RFB 003.008\n'), 1, 1]) receive(byte);
    expect(sent.at(-1)?.length).toBe(24 + 'order-api-01 (i-abc)'.length);
  });

  test.each([
    ['another protocol', [...text('GET / HTTP/1')], 'That is not RFB 3.3, 3.7 or 3.8.'],
    ['a security type not offered', [...text('RFB 003.008\n'), 2], 'Only the security type None'],
  ])('ends with %s', (_, bytes, reason) => {
    receive(...bytes);
    expect(errors).toEqual([expect.stringContaining(reason)]);
    expect(session.closed).toBe(true);
  });
});

describe('an update', () => {
  const request = (incremental: number) => receive(3, incremental, 0, 0, 0, 0, 2, 128, 1, 144);
  const encodings = (...list: number[]) =>
    receive(2, 0, 0, list.length, ...list.flatMap((n) => [n >> 24, n >> 16, n >> 8, n]));

  test('shows the whole screen first, then only what changes', () => {
    const client = new TestClient();
    open();
    screen.write('hello');
    request(0);
    session.flush();
    client.update(sent.splice(0));
    expect(client.differences(draw(screen.picture(), everything).dots)).toBe(0);

    request(1);
    session.flush();
    expect(sent).toEqual([]);

    screen.write('!');
    session.flush();
    // the new letter, and the cursor behind it
    expect(client.update(sent.splice(0))).toEqual([[40, 0, 16, 16]]);
    expect(client.differences(draw(screen.picture(), everything).dots)).toBe(0);

    screen.write('?');
    session.flush();
    expect(sent).toEqual([]);
  });

  test.each([
    ['raw', [0]],
    ['hextile', [5, 0]],
    ['hextile with copies', [1, 5, 0]],
  ])('in %s shows what the screen shows, whatever happens on it', (_, list) => {
    const client = new TestClient();
    open();
    encodings(...list);
    request(0);
    const look = () => {
      session.flush();
      client.update(sent.splice(0));
      request(1);
      expect(client.differences(draw(screen.picture(), everything).dots)).toBe(0);
    };
    look();
    for (let line = 0; line < 24; line++) screen.writeLine(`line ${line} of some text`, 2);
    look();
    screen.write('│ ░▒▓ 中文 │', colour.brightRed);
    screen.background = colour.blue;
    screen.write(' on blue ', colour.white);
    screen.background = colour.black;
    look();
    screen.writeLine();
    screen.writeLine('scrolled');
    look();
    for (let line = 0; line < 30; line++) screen.writeLine('all new');
    look();
    screen.clear();
    screen.cursorShown = false;
    look();
  });

  test('of a scrolled screen is a copy and the new line', () => {
    open();
    encodings(1, 5, 0);
    for (let line = 0; line < 25; line++) screen.write(`${line === 0 ? '' : '\n'}line ${line}`);
    request(0);
    session.flush();
    const full = sent.splice(0).reduce((sum, bytes) => sum + bytes.length, 0);
    screen.write('\nthe last');
    request(1);
    session.flush();
    const [scrolled] = sent;
    expect(scrolled?.length).toBeLessThan(full / 4);
    expect(Array.from(scrolled?.slice(12, 16) ?? [])).toEqual([0, 0, 0, 1]);
  });

  test('comes in the pixels that the client asks for', () => {
    open();
    // 16 bits, big end first, 5-6-5
    receive(0, 0, 0, 0, 16, 16, 1, 1, 0, 31, 0, 63, 0, 31, 11, 5, 0, 0, 0, 0);
    screen.background = colour.white;
    screen.clear();
    screen.cursorShown = false;
    request(0);
    session.flush();
    const [red, green, blue] = palette[15] ?? [0, 0, 0];
    const white =
      (Math.round((red * 31) / 255) << 11) |
      (Math.round((green * 63) / 255) << 5) |
      Math.round((blue * 31) / 255);
    expect(Array.from(sent[0]?.slice(16, 18) ?? [])).toEqual([white >> 8, white & 255]);
  });

  test('with a colour map names the colours first', () => {
    open();
    receive(0, 0, 0, 0, 8, 8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    expect([...(sent[0] ?? [])].slice(0, 6)).toEqual([1, 0, 0, 0, 0, 16]);
    request(0);
    session.flush();
    expect(sent[1]?.length).toBe(4 + 25 * 12 + 640 * 400);
  });

  test('brings a new name to a client that understands it', () => {
    open();
    encodings(-307, 0);
    request(0);
    session.flush();
    sent = [];
    session.rename('order-api-02 (i-abc)');
    request(1);
    session.flush();
    const bytes = sent[0] ?? new Uint8Array();
    expect(new TextDecoder().decode(bytes.subarray(20))).toBe('order-api-02 (i-abc)');
  });
});

describe('what a client sends', () => {
  const key = (keysym: number, down = 1) =>
    receive(4, down, 0, 0, keysym >>> 24, keysym >>> 16, keysym >>> 8, keysym);

  test('becomes keys', () => {
    open();
    for (const keysym of [0x61, 0x41, 0xffb5, 0x01004e2d, 0xff0d, 0xff08, 0xff52]) key(keysym);
    expect(keys).toEqual([
      { type: 'text', text: 'a' },
      { type: 'text', text: 'A' },
      { type: 'text', text: '5' },
      { type: 'text', text: '中' },
      { type: 'enter' },
      { type: 'backspace' },
      { type: 'up' },
    ]);
  });

  test('becomes combinations while the modifiers are held', () => {
    open();
    key(0xffe3);
    key(0x63);
    key(0xffe9);
    key(0xffff);
    key(0xffe9, 0);
    key(0xffe3, 0);
    key(0x63);
    expect(keys).toEqual([
      { type: 'control', letter: 'c' },
      { type: 'ctrl-alt-del' },
      { type: 'text', text: 'c' },
    ]);
  });

  test('is ignored when it is a pointer or a clipboard', () => {
    open();
    receive(5, 1, 0, 9, 0, 9, 6, 0, 0, 0, 0, 0, 0, 2, 65, 66);
    key(0x61);
    expect(keys).toEqual([{ type: 'text', text: 'a' }]);
    expect(errors).toEqual([]);
  });

  test.each([
    ['an unknown message', [99], 'Message type 99'],
    ['an endless clipboard', [6, 0, 0, 0, 255, 255, 255, 255], 'too long'],
    ['a pixel of 7 bits', [0, 0, 0, 0, 7, ...Array<number>(15).fill(0)], 'pixel format'],
  ])('ends the session when it is %s', (_, bytes, reason) => {
    open();
    receive(...bytes);
    receive(4, 1, 0, 0, 0, 0, 0, 97);
    expect(errors).toEqual([expect.stringContaining(reason)]);
    expect(keys).toEqual([]);
    session.flush();
    expect(sent).toEqual([]);
  });

  test('never breaks the server, whatever it is and however it is cut', () => {
    const piece = fc.oneof(
      fc.uint8Array({ maxLength: 40 }),
      // A start that makes sense leads deeper than noise alone.
      fc
        .tuple(fc.constantFrom(0, 2, 3, 4, 5, 6), fc.uint8Array({ maxLength: 20 }))
        .map(([type, rest]) => Uint8Array.from([type, ...rest])),
    );
    fc.assert(
      fc.property(fc.boolean(), fc.array(piece, { maxLength: 20 }), (opened, pieces) => {
        const ends: string[] = [];
        const victim = new RfbSession({
          screen,
          name: '',
          send: () => undefined,
          onKey: () => undefined,
          onError: (reason) => ends.push(reason),
        });
        if (opened) victim.receive(text('RFB 003.008\n\x01\x01'));
        for (const bytes of pieces) {
          victim.receive(bytes);
          victim.flush();
        }
        expect(ends.length).toBe(victim.closed ? 1 : 0);
      }),
    );
  });

  test('asks for nothing when the area is off the screen', () => {
    open();
    receive(3, 0, 255, 0, 255, 0, 0, 9, 0, 9);
    receive(3, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    session.flush();
    expect(sent).toEqual([]);
  });
});

const everything = { row: 0, column: 0, width: 80, height: 25 };

test('colours survive the way into the server’s own format', () => {
  expect(pixelsIn(serverFormat).map((bytes) => [bytes[2], bytes[1], bytes[0]])).toEqual(palette);
});
