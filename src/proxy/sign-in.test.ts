import { beforeEach, describe, expect, test } from 'vitest';
import { signInHeader, whoHeader } from '../contract/proxy-api.ts';
import { SignedIn } from '../contract/session.ts';
import type { AuditLine } from '../contract/audit.ts';
import type { CallLog } from './call-log.ts';
import { keyDigest } from './credentials.ts';
import type { ApiReply, Peer } from './exchange.ts';
import { defaultEndpoints } from './endpoints.ts';
import { createProxy } from './proxy.ts';
import { apiRequest, ok, planted, refused, type Script, textOf, upstreamReply } from './rig.ts';
import { createSealer, Session } from './seal.ts';
import { createSessions, type SessionOptions } from './sessions.ts';
import { createSignIn, type OneTimeLinks, renewing } from './sign-in.ts';

const instances = '/api/vm/v1/regions/cn-north-1/instances';
const minute = 60_000;
const pair = { accessKey: planted.accessKey, secretKey: planted.secretKey };
const wordOf = (reply: ApiReply) =>
  (JSON.parse(textOf(reply)) as { error?: { status: string } }).error?.status;

let time = 0;
beforeEach(() => {
  time = Date.UTC(2026, 0, 2);
});

/** A console and a browser that keeps its one cookie. */
function setUp(script: Script = () => ok, more: Partial<SessionOptions> = {}) {
  const lines: CallLog[] = [];
  const keys: string[] = [];
  const hosts: string[] = [];
  const replies: ApiReply[] = [];
  let links: OneTimeLinks | undefined;
  let link = 1;
  if (more.accounts) links = { current: () => `link-${link}`, next: () => void link++ };
  const now = () => time;
  const means = {
    endpoints: defaultEndpoints(),
    transport: async (...args: [Parameters<Script>[0], Parameters<Script>[2]]) => {
      const [, key = ''] = /Credential=([^/]+)/.exec(args[0].headers['authorization'] ?? '') ?? [];
      keys.push(key);
      hosts.push(new URL(args[0].url).host);
      return script(args[0], keys.length - 1, args[1]);
    },
    log: (line: CallLog) => lines.push(line),
    now,
  };
  const usual = { key: 'k'.repeat(32), idle: 60 * minute, longest: 12 * 60 * minute, now };
  const sessions = createSessions({ ...usual, ...more });
  const noted: AuditLine[] = [];
  const audit = (line: AuditLine) => noted.push(line);
  const proxy = renewing(sessions, createProxy({ ...means, caller: sessions.of, audit }));
  const signIn = createSignIn({ ...means, sessions, links });

  function browser(peer: Peer = { address: '192.0.2.7', secure: false }) {
    let cookie = '';
    const ask = async (line: string, body?: object, headers: Record<string, string> = {}) => {
      const [method = '', target = ''] = line.split(' ');
      const text = body && JSON.stringify(body);
      const all = {
        host: '127.0.0.1:8080',
        cookie: `other=1; ${cookie}`,
        ...(method !== 'GET' && { 'x-vm-console': '1', 'content-type': 'application/json' }),
        ...headers,
      };
      const request = apiRequest(method, target, all, text, undefined, peer);
      const reply = await (target.startsWith('/api/') ? proxy : signIn)(request);
      replies.push(reply);
      const [set] = reply.headers['set-cookie']?.split(';') ?? [];
      if (set !== undefined) cookie = set;
      return reply;
    };
    return { ask, cookie: () => cookie, signIn: () => ask('POST /session', { ...pair, regionId }) };
  }
  return { browser, lines, keys, hosts, noted, replies };
}

/** A cloud that holds back its answers until told, but for the first few. */
function holding(butFor: number) {
  let answer: () => void = () => undefined;
  const answered = new Promise<void>((resolve) => (answer = resolve));
  let arrive: () => void = () => undefined;
  const arrived = new Promise<void>((resolve) => (arrive = resolve));
  const script: Script = async (_, n) => {
    if (n < butFor) return ok;
    arrive();
    await answered;
    return ok;
  };
  return { script, arrived, answer };
}

const regionId = 'cn-north-1';
const masked = {
  who: `PLAN…0001 ${keyDigest(planted.accessKey)}`,
  account: 'PLAN…0001',
  accounts: [],
  readOnly: false,
};

describe('signing in with a key pair', () => {
  test('opens the console for whoever the cloud knows, and signs with that key', async () => {
    const { browser, keys } = setUp();
    const { ask, signIn } = browser();
    const before = await ask(`GET ${instances}`);
    expect([before.status, wordOf(before)]).toEqual([401, 'SIGN_IN_NEEDED']);
    expect(before.headers[signInHeader]).toBe('SIGN_IN_NEEDED');
    expect(keys).toEqual([]);

    const reply = await signIn();
    expect([reply.status, JSON.parse(textOf(reply))]).toEqual([200, masked]);
    expect(reply.headers['set-cookie']).toMatch(
      /^vm-console-8080=[\w.-]+; Path=\/; HttpOnly; SameSite=Strict; Max-Age=43200$/,
    );
    expect((await ask(`GET ${instances}`)).status).toBe(200);
    expect(JSON.parse(textOf(await ask('GET /session')))).toEqual(masked);
    expect(keys).toEqual([planted.accessKey, planted.accessKey]);
  });

  test('is refused in the cloud’s own words when it does not know the key', async () => {
    const { browser } = setUp(() => refused(401, 'UNAUTHENTICATED'));
    const { ask, signIn, cookie } = browser();
    const reply = await signIn();
    expect([reply.status, wordOf(reply), cookie()]).toEqual([401, 'UNAUTHENTICATED', '']);
    // Only what the console itself refuses asks for a sign-in.
    expect(reply.headers).not.toHaveProperty(signInHeader);
    expect((await ask(`GET ${instances}`)).status).toBe(401);
  });

  test('needs no right to anything: what a key may do, the cloud says call by call', async () => {
    const { browser } = setUp(() => refused(403, 'HTTP_FORBIDDEN'));
    expect((await browser().signIn()).status).toBe(200);
  });

  test('says so when the cloud cannot be asked', async () => {
    const { browser } = setUp(() => upstreamReply(200, '<html>'));
    expect(wordOf(await browser().signIn())).toBe('BAD_REPLY');
  });

  test('takes the session token along', async () => {
    const tokens: (string | undefined)[] = [];
    const { browser } = setUp(({ headers }) => {
      tokens.push(headers['x-jdcloud-session-token']);
      return ok;
    });
    const { ask } = browser();
    const sessionToken = 't'.repeat(1500);
    expect((await ask('POST /session', { ...pair, sessionToken, regionId })).status).toBe(200);
    await ask(`GET ${instances}`);
    expect(tokens).toEqual([btoa(sessionToken), btoa(sessionToken)]);
    // A browser would drop a cookie that is too long, without a word.
    const long = await ask('POST /session', { ...pair, sessionToken: 't'.repeat(3000), regionId });
    expect([long.status, textOf(long)]).toEqual([400, expect.stringContaining('too long')]);
  });

  test('is looked at ten times a minute from one address', async () => {
    const { browser, keys } = setUp(() => refused(401, 'UNAUTHENTICATED'));
    const here = browser();
    for (let n = 0; n < 10; n++) expect((await here.signIn()).status).toBe(401);
    const reply = await here.signIn();
    expect([reply.status, wordOf(reply), reply.headers['retry-after']]).toEqual([
      429,
      'TOO_MANY_ATTEMPTS',
      '60',
    ]);
    expect(keys).toHaveLength(10);
    expect((await browser({ address: '192.0.2.8', secure: false }).signIn()).status).toBe(401);
  });

  test.each([
    ['a page elsewhere', {}, { origin: 'https://evil.example' }, 'FOREIGN_ORIGIN'],
    ['a form', {}, { 'x-vm-console': '' }, 'MISSING_HEADER'],
    ['half a key pair', { accessKey: 'A' }, {}, 'INVALID_ARGUMENT'],
    ['a key with a space', { accessKey: 'A B', secretKey: 'S', regionId }, {}, 'INVALID_ARGUMENT'],
    ['no address of a region', { ...pair, regionId: 'x/../y' }, {}, 'INVALID_ARGUMENT'],
  ])('refuses %s', async (_, body, headers, word) => {
    const { browser, keys } = setUp();
    const { ask, cookie } = browser();
    expect(wordOf(await ask('POST /session', body, headers))).toBe(word);
    expect([keys, cookie()]).toEqual([[], '']);
  });
});

describe('a session', () => {
  test('ends after a while without a call, and lives on with them until its longest', async () => {
    const { browser } = setUp();
    const { ask, signIn } = browser();
    await signIn();
    time += 61 * minute;
    expect((await ask(`GET ${instances}`)).status).toBe(401);
    await signIn();
    for (let hour = 0; hour < 12; hour++) {
      time += 59 * minute;
      expect((await ask(`GET ${instances}`)).status).toBe(200);
    }
    time += 13 * minute;
    expect((await ask(`GET ${instances}`)).status).toBe(401);
  });

  test('is sealed anew now and then, not with every call', async () => {
    const { browser } = setUp();
    const { ask, signIn } = browser();
    await signIn();
    time += 5 * minute;
    expect((await ask(`GET ${instances}`)).headers).not.toHaveProperty('set-cookie');
    time += 5 * minute;
    expect((await ask(`GET ${instances}`)).headers['set-cookie']).toMatch(/Max-Age=42600$/);
  });

  test('is known to every process with the same key, and to none with another', async () => {
    const { browser } = setUp();
    const first = browser();
    await first.signIn();
    const cookie = first.cookie();
    const replica = setUp();
    expect((await replica.browser().ask(`GET ${instances}`, undefined, { cookie })).status).toBe(
      200,
    );
    const changed = setUp(() => ok, { key: 'other key, as long as it must be' });
    expect((await changed.browser().ask(`GET ${instances}`, undefined, { cookie })).status).toBe(
      401,
    );
  });

  test('cannot be made up, changed, or taken from one of the past', async () => {
    const { browser } = setUp();
    const { ask, signIn, cookie } = browser();
    await signIn();
    const good = cookie();
    const foreign = await createSealer('x'.repeat(32), Session, 'session').seal({
      credentials: pair,
      startedAt: time,
      seenAt: time,
    });
    // The last character but one: of the last, not every bit counts.
    const other = good.at(-2) === 'A' ? 'B' : 'A';
    for (const bad of [
      `${good.slice(0, -2)}${other}${good.at(-1)}`,
      `vm-console-8080=${foreign}`,
      'vm-console-8080=x.y.z',
      'vm-console-8080=',
    ]) {
      const reply = await ask(`GET ${instances}`, undefined, { cookie: bad });
      expect([bad, wordOf(reply)]).toEqual([bad, 'SIGN_IN_NEEDED']);
    }
  });

  test('ends when its owner signs out', async () => {
    const { browser } = setUp();
    const { ask, signIn, cookie } = browser();
    await signIn();
    const before = cookie();
    expect(wordOf(await ask('DELETE /session', undefined, { 'x-vm-console': '' }))).toBe(
      'MISSING_HEADER',
    );
    const reply = await ask('DELETE /session');
    expect(reply.headers['set-cookie']).toMatch(/^vm-console-8080=; .*Max-Age=0/);
    expect((await ask(`GET ${instances}`)).status).toBe(401);
    // Nobody remembers who has signed out. What was copied before ends when the session would have.
    const copied = () => ask(`GET ${instances}`, undefined, { cookie: before });
    expect((await copied()).status).toBe(200);
    time += 61 * minute;
    expect((await copied()).status).toBe(401);
  });

  test('is not brought back by a call that was under way when its owner signed out', async () => {
    const held = holding(1);
    const { ask, signIn, cookie } = setUp(held.script).browser();
    await signIn();
    time += 30 * minute;
    const slow = ask(`GET ${instances}`);
    await held.arrived;
    await ask('DELETE /session');
    held.answer();
    expect((await slow).headers).not.toHaveProperty('set-cookie');
    expect(cookie()).toBe('vm-console-8080=');
  });

  test('of somebody else does nothing for a page', async () => {
    const { browser, keys } = setUp();
    const { ask, signIn } = browser();
    await signIn();
    const of = (who: string) => ({ [whoHeader]: encodeURIComponent(who) });
    const stop = `POST ${instances}/i-1:stopInstance`;
    const alike = browser();
    const another = { ...pair, accessKey: planted.accessKey.replace('ACCESS', 'ANOTHER') };
    const start = await alike.ask('POST /session', { ...another, regionId });
    const { who, account } = SignedIn.parse(JSON.parse(textOf(start)));
    expect(account).toBe(masked.account);
    const reply = await ask(stop, {}, of(who));
    expect([reply.status, reply.headers[signInHeader]]).toEqual([401, 'SIGNED_IN_AS_ANOTHER']);
    expect(keys).toHaveLength(2);
    expect((await ask(stop, {}, of(masked.who))).status).toBe(200);
  });

  test('over TLS has a cookie that no other host and no plain connection sees', async () => {
    const { browser } = setUp();
    const { signIn, ask } = browser({ address: '192.0.2.7', secure: true });
    expect((await signIn()).headers['set-cookie']).toMatch(/^__Host-vm-console=.*; Secure$/);
    expect((await ask(`GET ${instances}`)).status).toBe(200);
  });
});

describe('a one-time link', () => {
  const accounts = [
    { name: 'work', credentials: { accessKey: 'OWNACCESSKEY0001', secretKey: 's' } },
  ];

  test('starts a session of the process’s own key, once', async () => {
    const { browser, keys } = setUp(() => ok, { accounts });
    const { ask, cookie } = browser();
    const reply = await ask('GET /session/link-1');
    expect([reply.status, reply.headers['location']]).toEqual([303, '/']);
    expect((await ask(`GET ${instances}`)).status).toBe(200);
    expect(keys).toEqual(['OWNACCESSKEY0001']);
    // The browser keeps no key, not even a sealed one.
    expect(cookie().length).toBeLessThan(220);

    const other = browser();
    expect((await other.ask('GET /session/link-1')).headers).not.toHaveProperty('set-cookie');
    expect((await other.ask(`GET ${instances}`)).status).toBe(401);
    await other.ask('GET /session/link-2');
    expect((await other.ask(`GET ${instances}`)).status).toBe(200);
  });

  test('is not used up by a browser that looks ahead, nor by a guess', async () => {
    const { browser } = setUp(() => ok, { accounts });
    const { ask, cookie } = browser();
    await ask('GET /session/link-1', undefined, { 'sec-purpose': 'prefetch;prerender' });
    await ask('HEAD /session/link-1');
    await ask('GET /session/link-2');
    await ask('GET /session/');
    expect(cookie()).toBe('');
    await ask('GET /session/link-1');
    expect(cookie()).not.toBe('');
  });

  test('is the only way in where there is one', async () => {
    const { browser } = setUp(() => ok, { accounts });
    expect((await browser().signIn()).status).toBe(405);
  });

  test('of a process with another profile opens nothing here', async () => {
    const { browser } = setUp(() => ok, {
      accounts: accounts.map((own) => ({ ...own, name: 'home' })),
    });
    const { ask, cookie } = browser();
    await ask('GET /session/link-1');
    const now = setUp(() => ok, { accounts });
    const reply = await now.browser().ask(`GET ${instances}`, undefined, { cookie: cookie() });
    expect(wordOf(reply)).toBe('SIGN_IN_NEEDED');
  });
});

describe('several profiles', () => {
  const accounts = ['work', 'test'].map((name) => ({
    name,
    credentials: { accessKey: `${name.toUpperCase()}ACCESSKEY001`, secretKey: 's' },
    endpoints: defaultEndpoints({ vm: new URL(`https://${name}.example.com`) }),
    region: `cn-${name}-1`,
  }));
  const signedIn = (name: string) => ({
    who: name,
    account: name,
    accounts: ['work', 'test'],
    region: `cn-${name}-1`,
    readOnly: false,
  });
  const stop = `POST ${instances}/i-1:stopInstance`;

  test('serve a session one at a time: each with its own key, at its own place', async () => {
    const { browser, keys, hosts, noted } = setUp(() => ok, { accounts });
    const { ask, cookie } = browser();
    await ask('GET /session/link-1');
    expect(JSON.parse(textOf(await ask('GET /session')))).toEqual(signedIn('work'));
    await ask(stop, {});
    const before = cookie();
    const reply = await ask('PUT /session', { account: 'test' });
    expect([reply.status, JSON.parse(textOf(reply))]).toEqual([200, signedIn('test')]);
    await ask(stop, {});
    expect(keys).toEqual(['WORKACCESSKEY001', 'TESTACCESSKEY001']);
    expect(hosts).toEqual(['work.example.com', 'test.example.com']);
    expect(noted.map(({ who, profile }) => [who, profile])).toEqual([
      ['WORK…Y001', 'work'],
      ['TEST…Y001', 'test'],
    ]);

    // Another browser has chosen for itself, and a page of the account before gets nothing of this one.
    const elsewhere = await ask('GET /session', undefined, { cookie: before });
    expect(JSON.parse(textOf(elsewhere))).toEqual(signedIn('work'));
    const stale = await ask(`GET ${instances}`, undefined, { [whoHeader]: 'work' });
    expect(wordOf(stale)).toBe('SIGNED_IN_AS_ANOTHER');
    expect(keys).toHaveLength(2);
  });

  test('are not changed back by a call that was under way', async () => {
    const held = holding(0);
    const { ask } = setUp(held.script, { accounts }).browser();
    await ask('GET /session/link-1');
    time += 30 * minute;
    const slow = ask(`GET ${instances}`);
    await held.arrived;
    await ask('PUT /session', { account: 'test' });
    held.answer();
    expect((await slow).headers).not.toHaveProperty('set-cookie');
    expect(JSON.parse(textOf(await ask('GET /session')))).toEqual(signedIn('test'));
  });

  test('never share a reply, though the key be the same', async () => {
    const same = accounts.map((one) => ({ ...one, credentials: pair }));
    const { browser, hosts } = setUp(() => ok, { accounts: same });
    const [here, there] = [browser(), browser()];
    await here.ask('GET /session/link-1');
    await there.ask('GET /session/link-2');
    await there.ask('PUT /session', { account: 'test' });
    await Promise.all([here.ask(`GET ${instances}`), there.ask(`GET ${instances}`)]);
    expect(hosts.sort()).toEqual(['test.example.com', 'work.example.com']);
  });

  test.each([
    ['is not among them', { account: 'root' }, {}, 'INVALID_ARGUMENT'],
    ['is none', {}, {}, 'INVALID_ARGUMENT'],
    ['a form asks for', { account: 'test' }, { 'x-vm-console': '' }, 'MISSING_HEADER'],
    ['a stranger asks for', { account: 'test' }, { cookie: '' }, 'SIGN_IN_NEEDED'],
  ])('do not change to one that %s', async (_, body, headers, word) => {
    const { browser } = setUp(() => ok, { accounts });
    const { ask } = browser();
    await ask('GET /session/link-1');
    expect(wordOf(await ask('PUT /session', body, headers))).toBe(word);
    expect(JSON.parse(textOf(await ask('GET /session')))).toEqual(signedIn('work'));
  });

  test('are nothing to whoever brings a key', async () => {
    const { browser } = setUp();
    const { ask, signIn } = browser();
    await signIn();
    expect(wordOf(await ask('PUT /session', { account: 'work' }))).toBe('INVALID_ARGUMENT');
  });
});

test('no key is in any reply or log line, whatever happens', async () => {
  const scripts: Script[] = [
    () => ok,
    () => refused(401, 'UNAUTHENTICATED'),
    () => upstreamReply(500, 'x'),
    () => {
      throw new Error(`${planted.secretKey} ${planted.sessionToken}`);
    },
  ];
  for (const script of scripts) {
    const { browser, lines, replies } = setUp(script);
    const { ask } = browser();
    await ask('POST /session', { ...planted, regionId });
    await ask('POST /session', { ...planted, regionId: planted.secretKey });
    await ask('POST /session', { ...planted, [planted.secretKey]: planted.sessionToken });
    await ask(`GET ${instances}`);
    await ask('DELETE /session');
    const seen = JSON.stringify([lines, replies.map((reply) => [reply.headers, textOf(reply)])]);
    for (const secret of Object.values(planted)) {
      expect(seen).not.toContain(secret);
      expect(seen).not.toContain(btoa(secret).replaceAll('=', ''));
    }
  }
});
