import { describe, expect, test } from 'vitest';
import { readReply } from '../contract/envelope.ts';
import { operations } from '../contract/operations.ts';
import { createRig, ok, refused, type Script, upstreamReply } from './rig.ts';
import { TransportError, type TransportFailure } from './transport.ts';

const instances = '/api/vm/v1/regions/cn-north-1/instances';
const list = `GET ${instances}`;
const start = `POST ${instances}/i-1:startInstance`;
const create = `POST ${instances}`;
const spec = { instanceSpec: { az: 'cn-north-1a', instanceType: 'g.n3.small', name: 'web-1' } };

const fail = (kind: TransportFailure) => () => {
  throw new TransportError(kind, 'ECONNRESET');
};
const html = (status: number) => () =>
  upstreamReply(status, '<html>', { 'content-type': 'text/html' });
/** Does one thing after the other; the last for ever. */
const inTurn =
  (...steps: Script[]): Script =>
  (request, n, stop) =>
    (steps[n] ?? steps.at(-1) ?? (() => ok))(request, n, stop);

async function ask(script: Script, line: string, body?: unknown) {
  const rig = createRig(script);
  const { status, text } = await rig.call(line, body);
  const { error } = JSON.parse(text) as { error?: { status: string; message: string } };
  return { rig, status, word: error?.status, message: error?.message, sent: rig.sent.length };
}

describe('a read is asked again', () => {
  test.each([
    ['after 429 RATE_LIMIT', () => refused(429, 'RATE_LIMIT')],
    ['after 500', () => refused(500, 'INTERNAL')],
    ['after 503', () => refused(503, 'UNAVAILABLE')],
    ['after a gateway page with 502', html(502)],
    ['after half a reply', () => upstreamReply(200, '{"requestId":"r","result":{"ins')],
    ['after a refused connection', fail('not-sent')],
    ['after a broken connection', fail('no-reply')],
  ])('%s', async (_, first) => {
    const { status, sent, rig } = await ask(
      inTurn(first, () => ok),
      list,
    );
    expect([status, sent]).toEqual([200, 2]);
    expect(rig.lines[0]).toMatchObject({ status: 200, attempts: 2 });
  });

  test('with a new date and nonce, after pauses that grow', async () => {
    const { rig, status } = await ask(() => refused(503, 'UNAVAILABLE'), list);
    expect([status, rig.sent.length]).toEqual([503, 3]);
    expect(rig.pauses).toEqual([250, 500]);
    const nonces = rig.sent.map(({ headers }) => headers['x-jdcloud-nonce']);
    expect(new Set(nonces).size).toBe(3);
  });

  test('no sooner than the cloud asks for', async () => {
    const slow = upstreamReply(
      429,
      { error: { code: 429, status: 'RATE_LIMIT' } },
      { 'retry-after': '2' },
    );
    const { rig } = await ask(
      inTurn(
        () => slow,
        () => ok,
      ),
      list,
    );
    expect(rig.pauses).toEqual([2000]);
  });
});

describe('a read is not asked again', () => {
  test.each([
    [
      'after QUOTA_EXCEEDED, although it is a 429',
      () => refused(429, 'QUOTA_EXCEEDED'),
      429,
      'QUOTA_EXCEEDED',
    ],
    ['after 404', () => refused(404, 'NOT_FOUND'), 404, 'NOT_FOUND'],
    ['after 501', () => refused(501, 'NOT_IMPLEMENTED'), 501, 'NOT_IMPLEMENTED'],
    ['after a time-out', fail('timeout'), 504, 'TIMEOUT'],
    ['when the reply is too large', fail('too-large'), 502, 'BAD_REPLY'],
    ['when a gateway forbids it', html(403), 502, 'BAD_REPLY'],
    ['when it is sent elsewhere', html(302), 502, 'BAD_REPLY'],
  ])('%s', async (_, script, status, word) => {
    expect(await ask(script, list)).toMatchObject({ status, word, sent: 1 });
  });

  test('once the next pause would pass the deadline', async () => {
    const patient = upstreamReply(
      429,
      { error: { code: 429, status: 'RATE_LIMIT' } },
      { 'retry-after': '40' },
    );
    expect(await ask(() => patient, list)).toMatchObject({ status: 429, sent: 1 });
  });
});

describe('a write', () => {
  test('is repeated when the cloud says it did not look at it', async () => {
    const script = inTurn(
      () => refused(429, 'RATE_LIMIT'),
      () => ok,
    );
    expect(await ask(script, start)).toMatchObject({ status: 200, sent: 2 });
  });

  test.each([
    ['a broken connection', fail('no-reply')],
    ['a time-out', fail('timeout')],
    ['a reply that is too large', fail('too-large')],
    ['a gateway page with 504', html(504)],
    ['a gateway page with 408', html(408)],
    ['a gateway page with 499', html(499)],
    ['a page with 200', html(200)],
    ['half a reply', () => upstreamReply(200, '{"requestId":"r","resu')],
    [
      'an error of the transport nobody foresaw',
      () => {
        throw new TypeError('?');
      },
    ],
  ])('has an unknown outcome after %s, and is never repeated', async (_, script) => {
    const { status, word, message, sent } = await ask(script, start);
    expect({ status, word, sent }).toEqual({ status: 504, word: 'OUTCOME_UNKNOWN', sent: 1 });
    expect(message).toMatch(/^startInstance was sent, but .* may have happened/);
  });

  test.each([
    ['no connection could be made', fail('not-sent'), 502, 'UNREACHABLE'],
    ['a gateway refused it', html(403), 502, 'BAD_REPLY'],
  ])('surely did not happen when %s', async (_, script, status, word) => {
    expect(await ask(script, start)).toMatchObject({ status, word, sent: 1 });
  });

  test('that got 500 from the cloud is passed on, not repeated', async () => {
    expect(await ask(() => refused(500, 'INTERNAL'), start)).toMatchObject({
      status: 500,
      sent: 1,
    });
  });

  test('with a token is asked for again after a lost reply, with the same token', async () => {
    const { rig, status } = await ask(
      inTurn(fail('no-reply'), () => ok),
      create,
      spec,
    );
    expect(status).toBe(200);
    expect(rig.sent).toHaveLength(2);
    expect(rig.sent[1]?.body).toBe(rig.sent[0]?.body);
    expect(rig.sent[0]?.body).toContain('clientToken');
  });

  test('that may have happened stays in doubt when the repeat gets no connection', async () => {
    const script = inTurn(fail('timeout'), fail('not-sent'));
    expect(await ask(script, create, spec)).toMatchObject({ word: 'OUTCOME_UNKNOWN', sent: 3 });
    const limited = inTurn(fail('timeout'), () => refused(429, 'RATE_LIMIT'));
    expect(await ask(limited, create, spec)).toMatchObject({ word: 'OUTCOME_UNKNOWN', sent: 3 });
  });

  test('whose repeat is refused was refused', async () => {
    const script = inTurn(fail('timeout'), () => refused(429, 'QUOTA_EXCEEDED'));
    expect(await ask(script, create, spec)).toMatchObject({ word: 'QUOTA_EXCEEDED', sent: 2 });
  });

  test('is understood by the reader of the contract', async () => {
    const outcome = async (script: Script) => {
      const { status, text } = await createRig(script).call(start);
      try {
        return readReply(operations.startInstance, { status, text }).requestId;
      } catch (error) {
        return (error as { outcome: string }).outcome;
      }
    };
    expect(await outcome(fail('no-reply'))).toBe('unknown');
    expect(await outcome(fail('not-sent'))).toBe('refused');
    expect(await outcome(html(403))).toBe('refused');
    expect(await outcome(() => refused(500, 'INTERNAL'))).toBe('unknown');
    expect(await outcome(() => ok)).toBe('req-1');
  });
});

describe('the deadline', () => {
  // Deaf to being stopped, too.
  const silent: Script = () => new Promise(() => {});

  test.each([
    [list, 'TIMEOUT'],
    [start, 'OUTCOME_UNKNOWN'],
  ])('ends %s', async (line, word) => {
    const rig = createRig(silent);
    const call = rig.call(line);
    await expect.poll(() => rig.sent.length).toBe(1);
    rig.passDeadline();
    const { status, text } = await call;
    expect(status).toBe(504);
    expect(text).toContain(word);
  });

  test('leaves nothing running after a call', async () => {
    const rig = createRig(() => ok);
    await rig.call(list);
    expect(rig.pending()).toBe(0);
  });
});

describe('what comes back', () => {
  test('is half a reply when a result is missing, and no empty list', async () => {
    const nothing = () => upstreamReply(200, '');
    expect(await ask(nothing, list)).toMatchObject({ status: 502, word: 'BAD_REPLY', sent: 3 });
    expect(await ask(nothing, create, spec)).toMatchObject({ word: 'OUTCOME_UNKNOWN', sent: 3 });
    expect(await ask(nothing, start)).toMatchObject({ status: 200, sent: 1 });
  });

  test('may be an error with status 200', async () => {
    const rig = createRig(() =>
      upstreamReply(200, { requestId: 'r', error: { code: 404, status: 'NOT_FOUND' } }),
    );
    const { status, text } = await rig.call(list);
    expect([status, text]).toEqual([
      200,
      '{"requestId":"r","error":{"code":404,"status":"NOT_FOUND"}}',
    ]);
    expect(rig.lines[0]).toMatchObject({ word: 'NOT_FOUND', requestId: 'r' });
  });

  test('may hold its request id in the body alone', async () => {
    const big = { result: { text: 'x'.repeat(5000) }, requestId: 'at-the-end' };
    const { headers } = await createRig(() => upstreamReply(200, big)).call(list);
    expect(headers['x-jdcloud-request-id']).toBe('at-the-end');
  });

  test('cannot put anything else into a header or the log', async () => {
    const odd = upstreamReply(403, '<html>', {
      'content-type': 'text/html;x="<b>',
      'x-jdcloud-request-id': 'a b"',
    });
    const { rig, message } = await ask(() => odd, list);
    expect(message).toBe(
      'describeInstances: what came back is not a reply of the cloud (HTTP 403, text/html).',
    );
    expect(rig.lines[0]).not.toHaveProperty('requestId');
  });
});
