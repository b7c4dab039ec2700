import { expect, test } from 'vitest';
import { sessionPath, signInHeader, whoHeader } from '../../contract/proxy-api.ts';
import type { SignedIn } from '../../contract/session.ts';
import { createGate } from './gate.ts';

const as = (who: string): SignedIn => ({ who, account: who, accounts: [], readOnly: false });

/** A page, and its browser's session: whose it is, or why it is none. */
function setUp(whose?: SignedIn) {
  const sent: { body: string; who: string | null }[] = [];
  let session: SignedIn | 'SIGN_IN_NEEDED' | 'SIGNED_IN_AS_ANOTHER' = 'SIGN_IN_NEEDED';
  const gate = createGate(whose);
  const send = gate.through(async (request) => {
    const isAsked = new URL(request.url).pathname === sessionPath;
    if (!isAsked) sent.push({ body: await request.text(), who: request.headers.get(whoHeader) });
    if (typeof session === 'string') {
      return new Response('{}', { status: 401, headers: { [signInHeader]: session } });
    }
    return new Response(isAsked ? JSON.stringify(session) : 'done');
  });
  const post = (body: string) => send(new Request('http://c/api', { method: 'POST', body }));
  return { gate, sent, post, be: (now: typeof session) => (session = now) };
}

test('calls that find nobody signed in wait, and are sent as they were', async () => {
  const { gate, sent, post, be } = setUp();
  const calls = [post('one'), post('two')];
  await expect.poll(() => gate.closed()).toBe('SIGN_IN_NEEDED');
  be(as('me'));
  gate.open(as('me'));
  const texts = (await Promise.all(calls)).map((response) => response.text());
  expect(await Promise.all(texts)).toEqual(['done', 'done']);
  expect(sent).toEqual([
    { body: 'one', who: 'me' },
    { body: 'two', who: 'me' },
  ]);
  expect([gate.closed(), gate.session()]).toEqual([undefined, as('me')]);
});

test('a page that was made for nobody asks for whom it is before it sends anything', async () => {
  const { gate, sent, post, be } = setUp();
  be(as('me'));
  await Promise.all([post('one'), post('two')]);
  expect(sent.map(({ who }) => who)).toEqual(['me', 'me']);
  expect([gate.closed(), gate.session()]).toEqual([undefined, as('me')]);
});

test('nothing is sent for another than the page belongs to', async () => {
  const { gate, sent, post, be } = setUp(as('me'));
  be(as('me'));
  await post('before');
  be('SIGN_IN_NEEDED');
  void post('mine');
  await expect.poll(() => gate.closed()).toBe('SIGN_IN_NEEDED');
  be(as('me'));
  gate.open(as('you'));
  expect([gate.closed(), gate.session()]).toEqual(['SIGNED_IN_AS_ANOTHER', as('me')]);
  expect(sent).toHaveLength(2);
  gate.open(as('me'));
  await expect.poll(() => sent.length).toBe(3);
});

test('a page that has shown nothing yet is of whoever signs in', async () => {
  const { gate, post, be } = setUp(as('who was here a moment ago'));
  const call = post('first');
  await expect.poll(() => gate.closed()).toBe('SIGN_IN_NEEDED');
  be(as('me'));
  gate.open(as('me'));
  expect((await call).ok).toBe(true);
  expect(gate.session()).toEqual(as('me'));
});

test('the cloud’s own refusal of a key is an answer like any other', async () => {
  const gate = createGate(as('me'));
  const send = gate.through(async () => new Response('{}', { status: 401 }));
  expect((await send(new Request('http://c/api'))).status).toBe(401);
  expect(gate.closed()).toBeUndefined();
});

test('another account, chosen in another tab, closes the gate', async () => {
  const { gate, post, be } = setUp(as('me'));
  be('SIGNED_IN_AS_ANOTHER');
  void post('mine');
  await expect.poll(() => gate.closed()).toBe('SIGNED_IN_AS_ANOTHER');
});
