import { expect, test } from 'vitest';
import { signInHeader, whoHeader } from '../../contract/proxy-api.ts';
import { createGate } from './gate.ts';

const refusal = (word: string) =>
  new Response('{}', { status: 401, headers: { [signInHeader]: word } });

function setUp(whose = '') {
  const sent: { body: string; who: string | null }[] = [];
  const remembered: string[] = [];
  const session: { word?: string | undefined } = { word: 'SIGN_IN_NEEDED' };
  const gate = createGate(whose, (who) => remembered.push(who));
  const send = gate.through(async (request) => {
    sent.push({ body: await request.text(), who: request.headers.get(whoHeader) });
    return session.word === undefined ? new Response('done') : refusal(session.word);
  });
  const post = (body: string) => send(new Request('http://c/api', { method: 'POST', body }));
  return { gate, sent, remembered, session, post };
}

test('calls that find nobody signed in wait, and are sent again as they were', async () => {
  const { gate, sent, remembered, session, post } = setUp();
  const calls = [post('one'), post('two')];
  await expect.poll(() => gate.closed()).toBe('SIGN_IN_NEEDED');
  session.word = undefined;
  gate.open('me');
  const texts = (await Promise.all(calls)).map((response) => response.text());
  expect(await Promise.all(texts)).toEqual(['done', 'done']);
  expect(sent.slice(2)).toEqual([
    { body: 'one', who: 'me' },
    { body: 'two', who: 'me' },
  ]);
  expect([gate.closed(), gate.who(), remembered]).toEqual([undefined, 'me', ['me']]);
});

test('nothing is sent for somebody else than the page belongs to', async () => {
  const { gate, sent, remembered, session, post } = setUp('me');
  session.word = undefined;
  await post('before');
  session.word = 'SIGN_IN_NEEDED';
  void post('mine');
  await expect.poll(() => gate.closed()).toBe('SIGN_IN_NEEDED');
  session.word = undefined;
  gate.open('you');
  // A page that is loaded now is theirs.
  expect([gate.closed(), gate.who(), remembered]).toEqual(['SIGNED_IN_AS_ANOTHER', 'me', ['you']]);
  expect(sent).toHaveLength(2);
  gate.open('me');
  await expect.poll(() => sent.length).toBe(3);
});

test('a page that has shown nothing yet is of whoever signs in', async () => {
  const { gate, session, post } = setUp('who was here yesterday');
  const call = post('first');
  await expect.poll(() => gate.closed()).toBe('SIGN_IN_NEEDED');
  session.word = undefined;
  gate.open('me');
  expect((await call).ok).toBe(true);
  expect(gate.who()).toBe('me');
});

test('the cloud’s own refusal of a key is an answer like any other', async () => {
  const gate = createGate('me', () => undefined);
  const send = gate.through(async () => new Response('{}', { status: 401 }));
  expect((await send(new Request('http://c/api'))).status).toBe(401);
  expect(gate.closed()).toBeUndefined();
});

test('a session of another, in another tab, closes the gate', async () => {
  const { gate, session, post } = setUp('me');
  session.word = 'SIGNED_IN_AS_ANOTHER';
  void post('mine');
  await expect.poll(() => gate.closed()).toBe('SIGNED_IN_AS_ANOTHER');
});
