import { describe, expect, test } from 'vitest';
import type { Credentials } from './credentials.ts';
import { createSigner, fingerprint, type Unsigned } from './signer.ts';
import { type SignedRequest, verifySignature } from './verify.ts';

const now = Date.UTC(2026, 0, 2, 3, 4, 5);
const credentials: Credentials = { accessKey: 'AK', secretKey: 'SK' };
const unsigned: Unsigned = {
  method: 'POST',
  host: 'vm.example.com',
  path: '/v1/regions/cn-north-1/instances/i-1%3AstopInstance',
  query: '',
  body: '{"chargeOnStopped":"stopCharging"}',
  region: 'cn-north-1',
  service: 'vm',
};

function request(
  changes: { headers?: Record<string, string>; credentials?: Credentials } & Partial<
    Omit<SignedRequest, 'header'>
  > = {},
): SignedRequest {
  const headers = {
    ...createSigner().sign(unsigned, changes.credentials ?? credentials, now, 'a-nonce'),
    ...changes.headers,
  };
  return {
    ...unsigned,
    ...changes,
    // The object is made of plain strings; a missing name gives undefined.
    header: (name) => (headers as Record<string, string | undefined>)[name],
  };
}

const verify = (signed: SignedRequest, at = now) =>
  verifySignature(signed, { secretOf: (key) => (key === 'AK' ? 'SK' : undefined), now: at });

describe('a signature', () => {
  test('holds, and says whose it is and for what', () => {
    expect(verify(request())).toEqual({
      ok: true,
      accessKey: 'AK',
      scope: { date: '20260102', region: 'cn-north-1', service: 'vm' },
    });
  });

  test('holds when a proxy on the way wrote the path and the query in another way', () => {
    expect(verify(request({ path: unsigned.path.replace('%3A', ':') }))).toMatchObject({
      ok: true,
    });
  });

  test.each([
    ['another secret', request({ credentials: { accessKey: 'AK', secretKey: 'other' } })],
    ['another method', request({ method: 'GET' })],
    ['another path', request({ path: unsigned.path.replace('i-1', 'i-2') })],
    ['a query', request({ query: 'a=1' })],
    ['another body', request({ body: '{}' })],
    ['another host', request({ headers: { host: 'vpc.example.com' } })],
    ['another nonce', request({ headers: { 'x-jdcloud-nonce': 'b-nonce' } })],
    ['another time', request({ headers: { 'x-jdcloud-date': '20260102T030406Z' } })],
  ])('does not hold for %s', (_, signed) => {
    expect(verify(signed)).toMatchObject({ ok: false, reason: 'mismatch' });
  });

  test('of an unknown key is told from a wrong one', () => {
    const stranger = request({ credentials: { accessKey: 'WHO', secretKey: 'SK' } });
    expect(verify(stranger)).toMatchObject({ reason: 'unknown-key' });
  });

  test('grows stale after a quarter of an hour, either way', () => {
    const minutes = 60_000;
    expect(verify(request(), now + 14 * minutes)).toMatchObject({ ok: true });
    expect(verify(request(), now + 16 * minutes)).toMatchObject({ reason: 'stale' });
    expect(verify(request(), now - 16 * minutes)).toMatchObject({ reason: 'stale' });
  });

  test('that is absent or unreadable is named as such', () => {
    expect(verify(request({ headers: { authorization: '' } }))).toMatchObject({
      reason: 'missing',
    });
    const signature = 'Signature='.padEnd(74, '0');
    const scope = 'Credential=AK/20260102/cn-north-1/vm/jdcloud2_request';
    for (const authorization of [
      'Bearer abc',
      `JDCLOUD3-HMAC-SHA256 ${scope}, SignedHeaders=host, ${signature}`,
      // Date and nonce are not signed; then a signed header that is not there.
      `JDCLOUD2-HMAC-SHA256 ${scope}, SignedHeaders=host, ${signature}`,
      `JDCLOUD2-HMAC-SHA256 ${scope}, SignedHeaders=x-other, ${signature}`,
    ]) {
      expect(verify(request({ headers: { authorization } }))).toMatchObject({
        reason: 'malformed',
      });
    }
  });

  test('must be of the day that its scope names', () => {
    const other = request({ headers: { 'x-jdcloud-date': '20260103T030405Z' } });
    expect(verify(other)).toMatchObject({ reason: 'malformed' });
  });

  test('never repeats the secret in its refusal', () => {
    const wrong = request({ credentials: { accessKey: 'AK', secretKey: 'planted-secret' } });
    expect(JSON.stringify(verify(wrong))).not.toMatch(/planted-secret|SK"/);
  });
});

describe('the signer', () => {
  test('sends a session token in Base64, signed', () => {
    const temporary = { ...credentials, sessionToken: 'tōken' };
    const headers = createSigner().sign(unsigned, temporary, now, 'n');
    expect(headers['x-jdcloud-session-token']).toBe('dMWNa2Vu');
    expect(headers['authorization']).toContain('x-jdcloud-nonce;x-jdcloud-session-token,');
    expect(verify({ ...request(), header: (name) => headers[name] })).toMatchObject({ ok: true });
  });

  test('keeps apart what differs in one part only, whatever it remembers', () => {
    const signer = createSigner(2);
    const sign = (keys: Credentials, region: string) =>
      signer.sign({ ...unsigned, region }, keys, now, 'n')['authorization'];
    const first = sign(credentials, 'cn-north-1');
    expect(sign({ ...credentials, secretKey: 'other' }, 'cn-north-1')).not.toBe(first);
    expect(sign(credentials, 'cn-east-1')).not.toBe(first);
    expect(sign(credentials, 'cn-south-1')).not.toBe(first);
    expect(sign({ ...credentials }, 'cn-north-1')).toBe(first);
  });

  test('tells credentials apart without containing them', () => {
    // Long enough not to turn up by chance in what looks random.
    const keys: Credentials = { accessKey: 'PLANTEDACCESSKEY', secretKey: 'planted-secret' };
    const mark = fingerprint(keys);
    expect(fingerprint({ ...keys })).toBe(mark);
    expect(fingerprint({ ...keys, secretKey: 'other' })).not.toBe(mark);
    expect(fingerprint({ ...keys, sessionToken: 't' })).not.toBe(mark);
    expect(mark).not.toMatch(/PLANTED|planted/);
  });
});
