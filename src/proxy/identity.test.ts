import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createIdentityDoors, faultOf } from './identity-doors.ts';
import { createIdentity, type IdentityOptions } from './identity.ts';
import type { CallLog } from './call-log.ts';
import { apiRequest } from './rig.ts';
import { createSessions } from './sessions.ts';

let provider = { issuer: new URL('http://127.0.0.1:9'), stop: async () => {} };

beforeAll(async () => {
  const child = spawn(process.execPath, ['tools/identity/provider.mjs']);
  const exit = once(child, 'exit');
  for await (const line of createInterface({ input: child.stdout })) {
    const [, address] = /^Provider {2}(http:\S+)$/.exec(line) ?? [];
    if (address === undefined) continue;
    const stop = async () => {
      child.kill();
      await exit;
    };
    provider = { issuer: new URL(address), stop };
    break;
  }
});
afterAll(() => provider.stop());

const home = new URL('http://127.0.0.1:8080');
const accounts = [
  { name: 'work', credentials: { accessKey: 'WORKACCESSKEY001', secretKey: 's' } },
  { name: 'spare', credentials: { accessKey: 'SPAREACCESSKEY01', secretKey: 's' } },
];
const grants = [
  { group: 'vm-admins', profile: 'work', readOnly: false },
  { group: 'vm-admins', profile: 'spare', readOnly: true },
  { group: 'vm-viewers', profile: 'work', readOnly: true },
];

/** A console whose clock is `off` milliseconds wrong, and a browser at it. */
function setUp(off = 0, more: Partial<IdentityOptions> = {}) {
  const now = () => Date.now() + off;
  const key = 'k'.repeat(32);
  const usual = {
    issuer: provider.issuer,
    clientId: 'vm-console',
    clientSecret: 'secret-of-the-client',
    redirect: new URL('/session/callback', home),
    home,
    scope: 'openid profile groups',
    groupsClaim: 'groups',
    now,
  };
  const identity = createIdentity({ ...usual, ...more });
  const sessions = createSessions({
    key,
    idle: 3_600_000,
    longest: 3_600_000,
    now,
    accounts,
    grants,
  });
  const doors = createIdentityDoors({ identity, sessions, key, now });
  const line: CallLog = { time: 0, status: 0, ms: 0, attempts: 0 };

  async function ask(target: string, cookie: string) {
    const request = apiRequest('GET', target, { host: home.host, cookie });
    const replied = await doors(request, line);
    const [kept = ''] = replied?.headers['set-cookie']?.split(';') ?? [];
    return { replied, kept, whose: apiRequest('GET', '/', { host: home.host, cookie: kept }) };
  }

  /** From the console to the provider, signing in there, and what the provider sends back with. */
  async function journey(name: string, to = '/') {
    const { replied, kept } = await ask(`/session/begin?${new URLSearchParams({ to })}`, '');
    const back = await signInAt(replied?.headers['location'] ?? '', name);
    return { cookie: kept, back, come: () => ask(back, kept) };
  }
  return { identity, sessions, line, ask, journey };
}

/** Follows the provider's redirects as a browser does. @returns path and query of the way back */
async function signInAt(start: string, name: string): Promise<string> {
  const cookies = new Map<string, string>();
  let next = new URL(start);
  let body: URLSearchParams | undefined;
  while (next.origin !== home.origin) {
    const response = await fetch(next, {
      redirect: 'manual',
      headers: { cookie: [...cookies].map((pair) => pair.join('=')).join('; ') },
      ...(body && { method: 'POST', body }),
    });
    for (const set of response.headers.getSetCookie()) {
      const [, key = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      cookies.set(key, value);
    }
    const location = response.headers.get('location');
    body = location === null ? new URLSearchParams({ login: name }) : undefined;
    if (location !== null) next = new URL(location, next);
  }
  return `${next.pathname}${next.search}`;
}

describe('an identity provider', () => {
  test('lets in whom a group gives something, as far as it gives it', async () => {
    const { journey, sessions, line } = setUp();
    const writer = await (await journey('writer', '/cn-north-1/images?q=a')).come();
    expect(writer.replied?.headers['refresh']).toBe('0;url=/cn-north-1/images?q=a');
    expect(await sessions.of(writer.whose)).toMatchObject({
      person: { subject: 'writer', name: 'Wang Wei', groups: ['vm-admins'] },
      readOnly: false,
      signedIn: { who: 'writer work', accounts: ['work', 'spare'], readOnly: false },
    });
    expect(line).toMatchObject({ subject: 'writer', person: 'Wang Wei', profile: 'work' });

    const reader = await (await journey('reader')).come();
    // Of his other groups nothing is kept: they mean nothing here.
    expect(await sessions.of(reader.whose)).toMatchObject({
      person: { groups: ['vm-viewers'] },
      readOnly: true,
      signedIn: { who: 'reader work', accounts: ['work'], readOnly: true },
    });
    await expect(sessions.change(reader.whose, 'spare')).rejects.toThrow('none of yours');
  });

  test('lets in nobody whose groups give nothing', async () => {
    const { journey, sessions, line } = setUp();
    const { whose } = await (await journey('nobody')).come();
    await expect(sessions.of(whose)).rejects.toThrow('Sign in first');
    expect([faultOf(whose), line.word]).toEqual(['NO_RIGHTS', 'NO_RIGHTS']);
  });

  test('and the console may not have clocks that differ', async () => {
    const { journey, line } = setUp(2 * 3_600_000);
    const { whose } = await (await journey('writer')).come();
    expect(faultOf(whose)).toBe('CLOCKS_DIFFER');
    expect(line.cause).toBe('OAUTH_JWT_TIMESTAMP_CHECK_FAILED');
  });

  test('that says no is believed', async () => {
    const { journey } = setUp();
    const { whose } = await (await journey('a stranger')).come();
    expect(faultOf(whose)).toBe('PROVIDER_REFUSED');
    const wrong = await (await setUp(0, { clientSecret: 'guessed' }).journey('writer')).come();
    expect(faultOf(wrong.whose)).toBe('PROVIDER_REFUSED');
  });

  test('that does not answer, or is none, is said to be out of reach', async () => {
    const off = setUp(0, { issuer: new URL('http://127.0.0.1:9') });
    expect(faultOf((await off.ask('/session/begin', '')).whose)).toBe('PROVIDER_UNREACHABLE');
    expect(await off.identity.end()).toBeUndefined();
    const none = setUp(0, { issuer: new URL('/nothing/here', provider.issuer) });
    expect(faultOf((await none.ask('/session/begin', '')).whose)).toBe('PROVIDER_UNREACHABLE');
  });

  test('is told where to go after signing out', async () => {
    const url = await setUp().identity.end();
    expect(url?.origin).toBe(provider.issuer.origin);
    expect(url?.searchParams.get('post_logout_redirect_uri')).toBe(home.href);
  });
});

describe('the way back', () => {
  test('is for the browser that set out, once, and soon', async () => {
    const { journey, ask } = setUp();
    const mine = await journey('writer');
    const theirs = await journey('reader');
    for (const cookie of ['', theirs.cookie, `${mine.cookie.slice(0, -4)}AAAA`]) {
      expect(faultOf((await ask(mine.back, cookie)).whose)).toBe('SIGN_IN_STALE');
    }
    expect(faultOf((await mine.come()).whose)).toBeUndefined();
    expect(faultOf((await mine.come()).whose)).toBe('PROVIDER_REFUSED');
  });

  test.each([
    ['/cn-north-1/instances', '/cn-north-1/instances'],
    ['//evil.example/', '/'],
    ['/\\evil.example', '/'],
    ['https://evil.example/', '/'],
    ['javascript:alert(1)', '/'],
  ])('to %s leads to %s', async (to, expected) => {
    const { come } = await setUp().journey('writer', to);
    expect((await come()).replied?.headers['refresh']).toBe(`0;url=${expected}`);
  });
});
