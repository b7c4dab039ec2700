import { describe, expect, test } from 'vitest';
import type { AuditLine, AuditPage } from '../contract/audit.ts';
import { keyDigest } from './credentials.ts';
import { createAuditTrail } from './audit-trail.ts';
import { apiRequest, planted, textOf } from './rig.ts';

const line = (more: Partial<AuditLine> = {}): string =>
  JSON.stringify({
    time: '2026-01-02T03:04:05.000Z',
    key: keyDigest(planted.accessKey),
    who: 'PLAN…0001',
    from: '192.0.2.1',
    operation: 'stopInstance',
    region: 'cn-north-1',
    resource: 'i-1',
    outcome: 'done',
    status: 200,
    ms: 12,
    ...more,
  });

/** Asks for a page of a file with these lines, oldest first; a line begins at its number. */
async function ask(texts: readonly string[], query = '', headers = {}, method = 'GET') {
  const answer = createAuditTrail({
    caller: () => ({ credentials: planted }),
    log: () => undefined,
    allowedHosts: ['127.0.0.1'],
    now: () => 0,
    lines: async function* (before = texts.length) {
      for (let at = before - 1; at >= 0; at -= 1) yield { at, text: texts[at] ?? '' };
    },
  });
  const all = { host: '127.0.0.1:8080', ...headers };
  const reply = await answer(apiRequest(method, `/audit${query}`, all));
  const { result, error }: { result?: AuditPage; error?: { status: string } } = JSON.parse(
    textOf(reply),
  );
  return { status: reply.status, error: error?.status, ...result };
}

describe('what was written can be read:', () => {
  test('the newest first, and not whose key it was', async () => {
    const { entries } = await ask([line(), line({ operation: 'deleteInstance' })]);
    expect(entries?.map(({ at, operation }) => [at, operation])).toEqual([
      [1, 'deleteInstance'],
      [0, 'stopInstance'],
    ]);
    expect(entries?.[0]).not.toHaveProperty('key');
  });

  test('by nobody but whoever signs with the same key', async () => {
    // Its part that people are shown is the same.
    const twin = `PLAN${'X'.repeat(12)}0001`;
    const foreign = line({ key: keyDigest(twin) });
    const claimed = line({ key: keyDigest(twin), input: { key: keyDigest(planted.accessKey) } });
    const unsigned = JSON.stringify({ ...JSON.parse(line()), key: undefined });
    const { entries } = await ask([foreign, claimed, unsigned, line(), '{"key":"', 'null']);
    expect(entries?.map(({ at }) => at)).toEqual([3]);
  });

  test('in pages that end where the next begins', async () => {
    const texts = Array.from({ length: 1_200 }, (_, n) => line({ ms: n }));
    const first = await ask(texts);
    expect([first.entries?.length, first.entries?.at(-1)?.ms, first.older]).toEqual([
      500, 700, 700,
    ]);
    const last = await ask(texts, '?before=200');
    expect([last.entries?.length, last.entries?.[0]?.ms, last.older]).toEqual([
      200,
      199,
      undefined,
    ]);
  });

  test('by what is in it and how old it is, and the search ends somewhere', async () => {
    const many = Array.from({ length: 25_000 }, () => line());
    const texts = [line({ resource: 'i-2' }), ...many, line({ resource: 'a "b"' })];
    const has = (...words: string[]) =>
      `?${new URLSearchParams(words.map((word) => ['has', word]))}`;
    const found = await ask(texts, has('STOP', 'i-7\na "B"'));
    expect(found.entries?.map(({ resource }) => resource)).toEqual(['a "b"']);
    const older = await ask(texts, `${has('i-2')}&before=${found.older}`);
    expect([older.entries?.length, older.older]).toEqual([1, undefined]);
    const old = line({ time: '2026-01-01T03:04:05.000Z' });
    // Begun before what stands above it, and ended after.
    const long = line({ time: '2026-01-01T23:59:59.000Z', ms: 30_000 });
    const { entries } = await ask([old, line(), long], '?since=2026-01-02T00:00:00.000Z');
    expect(entries?.map(({ at }) => at)).toEqual([1]);
  });
});

test('what does not fit, a foreign page and a write are refused', async () => {
  expect(await ask([], '?before=x')).toMatchObject({ status: 400, error: 'INVALID_ARGUMENT' });
  expect(await ask([], '?since=yesterday')).toMatchObject({ status: 400 });
  expect(await ask([], '', { origin: 'https://example.org' })).toMatchObject({ status: 403 });
  expect(await ask([], '', {}, 'POST')).toMatchObject({ status: 405 });
});
