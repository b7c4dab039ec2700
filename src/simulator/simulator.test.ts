import { beforeEach, describe, expect, test } from 'vitest';
import { readReply } from '../contract/envelope.ts';
import { operations } from '../contract/operations.ts';
import { encode } from '../contract/wire.ts';
import { handlers } from './all-handlers.ts';
import type { OperationName } from './handlers.ts';
import type { CloudRequest, Simulator, SimulatorOptions } from './simulator.ts';
import { testCloud } from './test-cloud.ts';

let simulator: Simulator;
let verdict: ReturnType<SimulatorOptions['verify']>;
beforeEach(() => {
  verdict = { ok: true, scope: { service: 'vm' } };
  ({ simulator } = testCloud({ verify: () => verdict }));
});

const instances = '/v1/regions/cn-north-1/instances';
/** A request as it comes over the wire; nobody signs here. */
const ask = async (request: Partial<CloudRequest>) => {
  const reply = await simulator.answer({
    method: 'GET',
    path: instances,
    query: '',
    header: () => undefined,
    body: '',
    ...request,
  });
  return { ...reply, json: JSON.parse(reply.body) as Record<string, unknown> }; // an object, always
};

describe('a reply', () => {
  test('has the envelope, and the request id in body and header', async () => {
    const { status, headers, json } = await ask({});
    expect(status).toBe(200);
    expect(json).toEqual({
      requestId: expect.stringMatching(/^[a-z0-9]{32}$/),
      result: expect.any(Object),
    });
    expect(headers).toEqual({
      'content-type': 'application/json; charset=utf-8',
      'x-jdcloud-request-id': json['requestId'],
    });
  });

  test('of an action is the request id alone', async () => {
    const [one] = simulator.world.regions.get('cn-north-1')?.instances.keys() ?? [];
    const { json } = await ask({ method: 'POST', path: `${instances}/${one}%3ArebootInstance` });
    expect(Object.keys(json)).toEqual(['requestId']);
  });

  test('of a failure repeats its code as HTTP status', async () => {
    const { status, json } = await ask({ path: `${instances}/i-0` });
    expect(status).toBe(404);
    expect(json).toEqual({
      requestId: expect.any(String),
      error: { code: 404, status: 'NOT_FOUND', message: "Instance 'i-0' not found." },
    });
  });

  test('comes as a Response just the same', async () => {
    const request = new Request(`https://vm.example${instances}?pageSize=10`);
    const response = await simulator.handle(request);
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ result: { totalCount: 30 } });
  });
});

describe('a request is refused', () => {
  test('when its signature does not hold, with the reason', async () => {
    verdict = { ok: false, message: 'The access key does not exist.' };
    const { status, json } = await ask({});
    expect(status).toBe(401);
    expect(json['error']).toEqual({
      code: 401,
      status: 'UNAUTHENTICATED',
      message: 'The access key does not exist.',
    });
  });

  test('when it was signed for another service', async () => {
    verdict = { ok: true, scope: { service: 'disk' } };
    expect((await ask({})).status).toBe(404);
    verdict = { ok: true, scope: { service: 'toaster' } };
    expect((await ask({})).status).toBe(404);
  });

  test.each<[Partial<CloudRequest>, number, string, string]>([
    [{ path: '/v1/regions/cn-north-1/nothing' }, 404, 'NOT_FOUND', 'The API does not exist'],
    [{ method: 'PUT' }, 404, 'NOT_FOUND', 'The API does not exist'],
    [
      { path: '/v1/regions/cn-west-9/instances' },
      400,
      'INVALID_ARGUMENT',
      "Invalid region 'cn-west-9'",
    ],
    [{ query: 'pageSize=many' }, 400, 'OUT_OF_RANGE', 'PageSize out of range'],
    [{ query: 'pageSize=5' }, 400, 'OUT_OF_RANGE', 'PageSize out of range'],
    [
      { query: 'colour=red' },
      400,
      'INVALID_ARGUMENT',
      'Parameter Colour is not known to describeInstances',
    ],
    [
      { query: 'filters.1.name=colour&filters.1.values.1=red' },
      400,
      'INVALID_ARGUMENT',
      'Parameter Filters.Name invalid',
    ],
    [
      { query: 'pageSize=10&pageSize=20' },
      400,
      'INVALID_ARGUMENT',
      'Parameter pageSize is given twice',
    ],
    [
      { path: '/v1/regions/cn-north-1/images' },
      400,
      'FAILED_PRECONDITION',
      'Parameter ImageSource missing',
    ],
    [{ method: 'POST', body: '{' }, 400, 'INVALID_ARGUMENT', 'Parameter body is not valid JSON'],
    [
      { method: 'POST', body: '[]' },
      400,
      'INVALID_ARGUMENT',
      'Parameter body must be a JSON object',
    ],
    [{ method: 'POST', body: '{}' }, 400, 'INVALID_ARGUMENT', 'Parameter InstanceSpec missing'],
  ])('%j', async (request, code, status, message) => {
    const { json } = await ask(request);
    expect(json['error']).toMatchObject({
      code,
      status,
      message: expect.stringContaining(message),
    });
  });
});

describe('the oldest clients', () => {
  test('may post describeBriefInstances', async () => {
    const path = `${instances}:describeBriefInstances`;
    expect((await ask({ path })).status).toBe(200);
    const posted = await ask({ path, method: 'POST', body: '{"pageSize":10}' });
    expect(posted.json['result']).toMatchObject({ totalCount: 30 });
  });

  test('may repeat path parameters and send nulls in the body', async () => {
    const [one] = simulator.world.regions.get('cn-north-1')?.instances.keys() ?? [];
    const body = JSON.stringify({ regionId: 'cn-north-1', instanceId: one, chargeOnStopped: null });
    const { status } = await ask({
      method: 'POST',
      path: `${instances}/${one}:stopInstance`,
      body,
    });
    expect(status).toBe(200);
  });
});

describe('the log', () => {
  test('says what was asked, without secrets, and how it ended', async () => {
    const [one = ''] = simulator.world.regions.get('cn-north-1')?.instances.keys() ?? [];
    await ask({
      method: 'POST',
      path: `${instances}/${one}:modifyInstancePassword`,
      body: '{"password":"Tr0ub4dor&Zx"}',
    });
    await ask({ path: `${instances}/i-0` });
    expect(simulator.log.since(0)).toEqual([
      {
        n: 1,
        operation: 'modifyInstancePassword',
        region: 'cn-north-1',
        resourceId: one,
        input: { regionId: 'cn-north-1', instanceId: one },
        code: 200,
        status: '',
        requestId: expect.any(String),
      },
      expect.objectContaining({
        n: 2,
        operation: 'describeInstance',
        code: 404,
        status: 'NOT_FOUND',
      }),
    ]);
    expect(JSON.stringify(simulator.log.since(0))).not.toContain('Tr0ub4dor');
    expect(simulator.log.since(1)).toHaveLength(1);
  });

  test('drops a password however deep it lies', async () => {
    const body = JSON.stringify({ instanceSpec: { name: 'x1', password: 'Tr0ub4dor&Zx' } });
    await ask({ method: 'POST', body });
    expect(simulator.log.since(0)[0]?.input).toEqual({
      regionId: 'cn-north-1',
      instanceSpec: { name: 'x1' },
    });
  });

  test('keeps the last ten thousand', async () => {
    for (let i = 0; i < 10_003; i++) await ask({ path: `${instances}/i-0` });
    const calls = simulator.log.since(0);
    expect(calls).toHaveLength(10_000);
    expect(calls[0]?.n).toBe(4);
    expect(calls.at(-1)?.n).toBe(10_003);
  });
});

describe('every operation', () => {
  test('has a handler', () => {
    expect(Object.keys(handlers).sort()).toEqual(Object.keys(operations).sort());
  });

  const region = () => simulator.world.regions.get('cn-north-1');
  /** The ids a read needs, from the world itself. */
  const anIdOf: Readonly<Record<string, () => string | undefined>> = {
    instanceId: () => [...(region()?.instances.keys() ?? [])][0],
    imageId: () =>
      [...(region()?.images.values() ?? [])].find(({ source }) => source === 'private')?.id,
    instanceTemplateId: () => [...(region()?.templates.keys() ?? [])][0],
    diskId: () => [...(region()?.disks.keys() ?? [])][0],
    elasticIpId: () => [...(region()?.elasticIps.keys() ?? [])][0],
    networkInterfaceId: () => [...(region()?.interfaces.keys() ?? [])][0],
  };
  const extras = (): Partial<Record<OperationName, object>> => ({
    describeImages: { imageSource: 'public' },
    describeImageConstraintsBatch: { ids: ['img-h8ly274zg9'] },
    describeQuotas: { imageId: anIdOf['imageId']?.() },
    describeMetrics: { serviceCode: 'vm' },
    describeMetricData: {
      metric: 'cpu_util',
      serviceCode: 'vm',
      resourceId: anIdOf['instanceId']?.(),
      timeInterval: '1h',
    },
    describeTagValues: {
      metric: 'vm.disk.dev.used',
      serviceCode: 'vm',
      resourceId: anIdOf['instanceId']?.(),
      tagKey: 'devName',
    },
    lastDownsample: {
      metric: 'cpu_util',
      serviceCode: 'vm',
      resourceId: anIdOf['instanceId']?.(),
    },
  });
  const reads = Object.values(operations).filter(({ kind }) => kind === 'read');

  test.each(reads.map(({ name }) => name))('%s answers as its row says', async (name) => {
    const ids = Object.keys(operations[name].input.shape).flatMap((key) => {
      if (key === 'regionId') return [[key, 'cn-north-1']];
      const inPath = operations[name].path.includes(`{${key}}`);
      return inPath && anIdOf[key] ? [[key, anIdOf[key]()]] : [];
    });
    const input = { ...Object.fromEntries(ids), ...extras()[name] };
    const { query, path } = encode(operations[name], input as never); // its row's schema judges it on arrival
    verdict = { ok: true, scope: { service: operations[name].service } };
    const { body, status } = await ask({ path, query });
    expect([status, body]).toEqual([200, expect.any(String)]);
    expect(body).not.toContain(':null');
    // Throws when the reply does not fit.
    readReply(operations[name], { status, text: body });
  });
});
