import { describe, expect, test } from 'vitest';
import { apiRequest, createRig, ok, planted, refused, textOf, upstreamReply } from './rig.ts';
import { CredentialsError } from './credentials.ts';
import { verifySignature } from './verify.ts';

const instances = '/api/vm/v1/regions/cn-north-1/instances';
const errorOf = (text: string) =>
  (JSON.parse(text) as { error: { status: string; message: string; details?: unknown } }).error;

describe('a call that fits', () => {
  test('reaches the service as a new, signed request, and its reply comes back as it is', async () => {
    const body = '{"requestId":"req-1", "result":{"instances":[{"odd":1}]}}';
    const rig = createRig(() => upstreamReply(200, body));
    const { headers, text } = await rig.call(
      `GET ${instances}?pageSize=20&filters.1.name=status&filters.1.values.1=running`,
      undefined,
      {
        headers: { cookie: 'a=b', authorization: 'Bearer x', 'x-jdcloud-pin': 'p', accept: '*/*' },
      },
    );
    expect(text).toBe(body);
    expect(headers).toMatchObject({
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'x-jdcloud-request-id': 'req-1',
    });
    const [request] = rig.sent;
    expect(request?.method).toBe('GET');
    expect(request?.url).toBe(
      'https://vm.jdcloud-api.com/v1/regions/cn-north-1/instances?pageSize=20&filters.1.name=status&filters.1.values.1=running',
    );
    expect(Object.keys(request?.headers ?? {}).sort()).toEqual([
      'accept',
      'authorization',
      'content-type',
      'host',
      'x-jdcloud-date',
      'x-jdcloud-nonce',
      'x-jdcloud-session-token',
    ]);
    const url = new URL(request?.url ?? '');
    expect(
      verifySignature(
        {
          method: 'GET',
          path: url.pathname,
          query: url.search.slice(1),
          header: (name) => request?.headers[name],
          body: '',
        },
        { secretOf: () => planted.secretKey, now: Date.UTC(2026, 0, 2, 3, 4, 5) },
      ),
    ).toMatchObject({ ok: true, scope: { region: 'cn-north-1', service: 'vm' } });
  });

  test('may write the colon of an action bare; the cloud gets it escaped', async () => {
    const rig = createRig(() => ok);
    await rig.call(`POST ${instances}/i-1:stopInstance`, { chargeOnStopped: 'stopCharging' });
    expect(rig.sent[0]?.url).toContain('/instances/i-1%3AstopInstance');
    expect(rig.sent[0]?.body).toBe('{"chargeOnStopped":"stopCharging"}');
  });

  test('an action without a body sends an empty object, and needs no reply body', async () => {
    const rig = createRig(() => upstreamReply(200, '', { 'x-jdcloud-request-id': 'from-header' }));
    const { status, text } = await rig.call(`POST ${instances}/i-1:startInstance`);
    expect(rig.sent[0]?.body).toBe('{}');
    expect([status, text]).toEqual([200, '{"requestId":"from-header"}']);
  });

  test('without a region is signed for the placeholder that the SDK uses', async () => {
    const rig = createRig(() => ok);
    await rig.call('GET /api/monitor/v2/metrics?serviceCode=vm');
    expect(rig.sent[0]?.headers['authorization']).toMatch(/\/20260102\/jdcloud\/monitor\//);
  });

  test('passes a refusal of the cloud on, word for word', async () => {
    const rig = createRig(() => refused(400, 'FAILED_PRECONDITION'));
    const { status, text } = await rig.call(`POST ${instances}/i-1:startInstance`);
    expect(status).toBe(400);
    expect(errorOf(text)).toMatchObject({ status: 'FAILED_PRECONDITION', message: 'no' });
    expect(rig.sent).toHaveLength(1);
  });

  test('creates with a token, its own or the one the caller gave', async () => {
    const rig = createRig(() => ok);
    const spec = { instanceSpec: { az: 'cn-north-1a', instanceType: 'g.n3.small', name: 'web-1' } };
    await rig.call(`POST ${instances}`, spec);
    await rig.call(`POST ${instances}`, { ...spec, clientToken: 'mine' });
    const tokens = rig.sent.map(
      ({ body }) => (JSON.parse(body ?? '') as { clientToken: string }).clientToken,
    );
    expect(tokens).toEqual([expect.stringMatching(/^nonce-/), 'mine']);
  });

  test('takes the MFA token along where the account may ask for one, in Base64 and signed', async () => {
    const rig = createRig(() => ok);
    const headers = { 'x-jdcloud-security-token': '123456' };
    await rig.call(`DELETE ${instances}/i-1`, undefined, { headers });
    await rig.call(`POST ${instances}/i-1:stopInstance`, {}, { headers });
    expect(rig.sent[0]?.headers['x-jdcloud-security-token']).toBe('MTIzNDU2');
    expect(rig.sent[0]?.headers['authorization']).toContain('x-jdcloud-security-token');
    expect(rig.sent[1]?.headers).not.toHaveProperty('x-jdcloud-security-token');
  });
});

describe('refused, and never signed:', () => {
  const cases: [
    what: string,
    line: string,
    more: { headers?: Record<string, string>; text?: string },
    status: number,
    word: string,
  ][] = [
    ['an unknown path', 'GET /api/vm/v1/regions/cn-north-1/nothing', {}, 404, 'UNKNOWN_OPERATION'],
    ['an unknown service', 'GET /api/iam/v1/regions/cn-north-1/instances', {}, 404, 'UNKNOWN_OPERATION'],
    ['a path of another service', 'GET /api/vpc/v1/regions/cn-north-1/instances', {}, 404, 'UNKNOWN_OPERATION'],
    ['a path outside the prefix', 'GET /v1/regions/cn-north-1/instances', {}, 404, 'UNKNOWN_OPERATION'],
    ['an absolute address as path', 'GET /api/vm/http://evil.example/', {}, 404, 'UNKNOWN_OPERATION'],
    ['an encoded slash in an id', `GET ${instances}/i-1%2F..%2Fi-2`, {}, 404, 'UNKNOWN_OPERATION'],
    ['the wrong method', `DELETE ${instances}`, {}, 405, 'METHOD_NOT_ALLOWED'],
    ['a preflight', `OPTIONS ${instances}`, {}, 405, 'METHOD_NOT_ALLOWED'],
    ['HEAD', `HEAD ${instances}`, {}, 405, 'METHOD_NOT_ALLOWED'],
    ['a foreign origin', `GET ${instances}`, { headers: { origin: 'http://evil.example' } }, 403, 'FOREIGN_ORIGIN'],
    ['a sandboxed frame', `GET ${instances}`, { headers: { origin: 'null' } }, 403, 'FOREIGN_ORIGIN'],
    ['another port of this machine', `GET ${instances}`, { headers: { origin: 'http://127.0.0.1:3000' } }, 403, 'FOREIGN_ORIGIN'],
    ['a cross-site request', `GET ${instances}`, { headers: { 'sec-fetch-site': 'cross-site' } }, 403, 'FOREIGN_ORIGIN'],
    ['a same-site request', `GET ${instances}`, { headers: { 'sec-fetch-site': 'same-site' } }, 403, 'FOREIGN_ORIGIN'],
    ['a host that is not ours', `GET ${instances}`, { headers: { host: 'evil.example:8080' } }, 421, 'UNKNOWN_HOST'],
    ['a write without its header', `POST ${instances}/i-1:startInstance`, { headers: { 'x-vm-console': '' } }, 403, 'MISSING_HEADER'],
    ['a form', `POST ${instances}/i-1:startInstance`, { text: 'a=1', headers: { 'content-type': 'text/plain' } }, 415, 'UNSUPPORTED_MEDIA_TYPE'],
    ['a compressed body', `POST ${instances}/i-1:startInstance`, { text: '{}', headers: { 'content-encoding': 'gzip' } }, 415, 'UNSUPPORTED_MEDIA_TYPE'],
    ['a large body', `POST ${instances}/i-1:startInstance`, { text: `{"a":"${'x'.repeat(1 << 20)}"}` }, 413, 'BODY_TOO_LARGE'],
    ['a deeply nested body', `POST ${instances}/i-1:startInstance`, { text: `{"a":${'['.repeat(40)}${']'.repeat(40)}}` }, 400, 'INVALID_ARGUMENT'],
    ['a body that is no JSON', `POST ${instances}/i-1:startInstance`, { text: '{"a":' }, 400, 'INVALID_ARGUMENT'],
    ['a body that is a list', `POST ${instances}/i-1:startInstance`, { text: '[]' }, 400, 'INVALID_ARGUMENT'],
    ['a body on a deletion', `DELETE ${instances}/i-1`, { text: '{}' }, 400, 'INVALID_ARGUMENT'],
    ['an MFA token that is none', `DELETE ${instances}/i-1`, { headers: { 'x-jdcloud-security-token': 'a b' } }, 400, 'INVALID_ARGUMENT'],
  ]; // prettier-ignore

  test.each(cases)('%s', async (_, line, more, status, word) => {
    const rig = createRig(() => ok, { allowedHosts: ['127.0.0.1', 'localhost'] });
    const { text, ...reply } = await rig.call(line, undefined, more);
    expect(reply.status).toBe(status);
    // The body of a reply to HEAD is dropped on the network only, so it is here to be read.
    expect(errorOf(text).status).toBe(word);
    expect(rig.sent).toEqual([]);
    expect(rig.lines).toMatchObject([{ status, word, attempts: 0 }]);
  });

  test('bytes that are not UTF-8', async () => {
    const rig = createRig(() => ok);
    const headers = { 'x-vm-console': '1', 'content-type': 'application/json' };
    const body = new Uint8Array([0x7b, 0xff, 0x7d]);
    const request = apiRequest('POST', `${instances}/i-1:startInstance`, headers, body);
    expect(errorOf(textOf(await rig.proxy(request))).message).toBe('body: is not valid UTF-8');
  });

  test('the method, with those that would do', async () => {
    const { headers } = await createRig(() => ok).call(`PATCH ${instances}/i-1`);
    expect(headers['allow']).toBe('GET, DELETE');
  });

  test('every write and the way to a screen, when the proxy is read-only; reads still pass', async () => {
    const rig = createRig(() => ok, { readOnly: true });
    for (const line of [`POST ${instances}/i-1:stopInstance`, `GET ${instances}/i-1/vnc`]) {
      const { status, text } = await rig.call(line);
      expect([status, errorOf(text).status]).toEqual([403, 'READ_ONLY']);
    }
    expect((await rig.call(`GET ${instances}`)).status).toBe(200);
    expect(rig.sent).toHaveLength(1);
  });

  test('a call for which there is no key, with what to do', async () => {
    const rig = createRig(() => ok, {
      caller: () => {
        throw new CredentialsError('Set JDCLOUD_ACCESS_KEY.');
      },
    });
    const { status, text } = await rig.call(`GET ${instances}`);
    expect(status).toBe(401);
    expect(errorOf(text)).toMatchObject({
      status: 'NO_CREDENTIALS',
      message: 'Set JDCLOUD_ACCESS_KEY.',
    });
  });
});

describe('an input that does not fit', () => {
  async function problems(line: string, body?: unknown) {
    const rig = createRig(() => ok);
    const { status, text } = await rig.call(line, body);
    expect([status, rig.sent.length]).toEqual([400, 0]);
    const { message, details } = errorOf(text);
    return { message, text, details: details as { field: string; problems: { field: string }[] } };
  }

  test('names its field, as it travels', async () => {
    const { message, details } = await problems(`GET ${instances}?pageSize=5`);
    expect(message).toMatch(/^pageSize: /);
    expect(details.field).toBe('pageSize');
  });

  test('is told with every problem, arrays of a query counted from 1', async () => {
    const query = 'pageNumber=x&filters.1.name=status&filters.1.values.1=a&filters.2.name=nothing';
    const { details } = await problems(`GET ${instances}?${query}&surplus=1`);
    expect(details.problems.map(({ field }) => field).sort()).toEqual([
      'filters.2.name',
      'filters.2.values',
      'pageNumber',
      'surplus',
    ]);
  });

  test('says which required field is missing, and which regions there may be', async () => {
    const missing = await problems(`POST ${instances}`, {});
    expect(missing.message).toBe('instanceSpec: is required');
    expect((await problems('GET /api/vm/v1/regions/CN_1/instances')).details.field).toBe(
      'regionId',
    );
  });

  test('given twice in a query is refused', async () => {
    const { message } = await problems(`GET ${instances}?pageSize=20&pageSize=30`);
    expect(message).toBe('pageSize: is given twice');
  });

  test('is not repeated, for it may be a secret', async () => {
    const { text } = await problems(`POST ${instances}/i-1:modifyInstancePassword`, {
      password: 'planted-password-that-is-far-too-long-to-be-one',
    });
    expect(text).toContain('password');
    expect(text).not.toContain('planted');
  });
});

describe('nothing secret leaves the proxy', () => {
  test('neither in its log nor in its replies, whatever happens', async () => {
    const secrets = /planted|PLANTEDACCESSKEY|vncUrl|BEGIN PRIVATE/;
    const replies: string[] = [];
    let calls = 0;
    const rig = createRig(
      (_, n) => {
        if (n === 0) return upstreamReply(200, { result: { vncUrl: 'https://planted.example' } });
        if (n === 1) throw new TypeError(`broken: ${planted.secretKey}`);
        return upstreamReply(502, `<html>${planted.secretKey}`, { 'content-type': 'text/html' });
      },
      {
        caller: () => {
          if (++calls === 1) throw new TypeError(`cannot unseal ${planted.secretKey}`);
          return { credentials: planted };
        },
      },
    );
    replies.push((await rig.call(`GET ${instances}`)).text);
    await rig.call(`GET ${instances}/i-1/vnc`);
    for (const [line, body] of [
      [`POST ${instances}/i-1:modifyInstancePassword`, { password: 'Planted-Pw-1!' }],
      [`POST ${instances}/i-1:modifyInstancePassword`, { password: 'planted' }],
      [`DELETE ${instances}/i-1`, undefined],
      [`GET ${instances}/i-1?token=planted`, undefined],
    ] as const) {
      const headers = { 'x-jdcloud-security-token': 'planted-mfa', cookie: 'planted' };
      replies.push((await rig.call(line, body, { headers })).text);
    }
    expect(JSON.stringify(rig.lines)).not.toMatch(/planted-|Planted-|PLANTEDACCESSKEY/);
    expect(JSON.stringify(rig.lines)).toContain('PLAN…0001');
    for (const reply of replies) expect(reply).not.toMatch(secrets);
    expect(rig.lines).toHaveLength(6);
    expect(rig.lines[0]).toMatchObject({ word: 'PROXY_FAULT', cause: 'TypeError' });
  });

  test('and a line says what an operator needs', async () => {
    const rig = createRig(() => ok);
    await rig.call(`POST ${instances}/i-1:stopInstance`, {});
    expect(rig.lines).toEqual([
      {
        time: Date.UTC(2026, 0, 2, 3, 4, 5),
        operation: 'stopInstance',
        service: 'vm',
        region: 'cn-north-1',
        resource: 'i-1',
        who: 'PLAN…0001',
        requestId: 'req-1',
        status: 200,
        attempts: 1,
        ms: 0,
      },
    ]);
  });
});
