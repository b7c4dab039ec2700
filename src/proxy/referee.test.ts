// The proxy and the vendor's own SDK are given the same inputs, and both talk to a plain server that writes down
// what it gets. For every operation the two must send the same.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { legalInput } from '../../tools/referee/legal-input.ts';
import { loadSdk, sdkClient } from '../../tools/referee/sdk.ts';
import { type AnyOperation, type InputOf, services } from '../contract/operation.ts';
import { operations } from '../contract/operations.ts';
import { apiPrefix, writeHeader } from '../contract/proxy-api.ts';
import { encode } from '../contract/wire.ts';
import { createHttpTransport } from '../upstream.ts';
import { defaultEndpoints, parseEndpoint } from './endpoints.ts';
import { createProxy } from './proxy.ts';
import { apiRequest, textOf } from './rig.ts';
import { verifySignature } from './verify.ts';

interface Recorded {
  method: string;
  path: string;
  query: string;
  headers: Record<string, string | string[] | undefined>;
  body: string;
}

/** What SDK 1.2.202 does not know yet and silently drops; the rest of the input it must send as we do. */
const newerParameters: Record<string, readonly string[]> = {
  copyImages: ['name', 'description'],
  deleteInstance: ['deletePrimaryNetworkInterfaceAllElasticIp'],
  describeImages: ['instanceIds', 'bootMode'],
  describeInstanceTypes: ['chargeMode'],
  exportImage: ['isAllDisk'],
  importImage: ['dataDisks', 'bootMode'],
  modifyInstancePlacement: ['isManaged'],
  modifyInstanceVpcAttribute: ['ipv6Address'],
  shareImage: ['loginNames'],
  unShareImage: ['loginNames'],
  createElasticIps: ['elasticIpName', 'elasticIpPoolId', 'resourceTag'],
  createNetworkInterface: [
    'secondaryIpSubnetId',
    'ipv6Addresses',
    'userTags',
    'resourceGroupId',
    'connectionTrackingConfiguration',
  ],
  describeNetworkInterfaces: ['tags', 'resourceGroupIds'],
  describeSubnets: ['tags', 'resourceGroupIds'],
  describeVpcs: ['tags', 'resourceGroupIds'],
  createDisks: ['resourceGroupId'],
  deleteDisk: ['putInRecycleBin'],
  describeDisks: ['orders', 'resourceGroupIds'],
};
const newerOperations = [
  'createImageFromSnapshots',
  'modifyInstanceReleaseTime',
  'redeployInstance',
  'resumeInstance',
  'suspendInstance',
];

const key = { accessKey: 'REFEREEKEY000001', secretKey: 'referee-secret' };
const recorded: Recorded[] = [];
const recorder = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const [path = '', query = ''] = (request.url ?? '').split('?');
    const body = Buffer.concat(chunks).toString();
    recorded.push({ method: request.method ?? '', path, query, headers: request.headers, body });
    response.setHeader('content-type', 'application/json');
    response.end('{"requestId":"recorded","result":{}}');
  });
});
const { transport, close } = createHttpTransport();
const sdk = loadSdk();
let host = '';
let proxy: ReturnType<typeof createProxy>;

beforeAll(async () => {
  await new Promise<void>((resolve) => recorder.listen(0, '127.0.0.1', resolve));
  host = `127.0.0.1:${(recorder.address() as AddressInfo).port}`; // a TCP server's, once it listens
  proxy = createProxy({
    endpoints: defaultEndpoints(
      Object.fromEntries(services.map((name) => [name, parseEndpoint(name, `http://${host}`)])),
    ),
    caller: () => ({ credentials: key }),
    transport,
    log: () => {},
  });
});
afterAll(async () => {
  await close();
  recorder.close();
});

type Input = Record<string, unknown>;

async function last(send: () => Promise<unknown>): Promise<Recorded> {
  recorded.length = 0;
  await send();
  expect(recorded).toHaveLength(1);
  const [request] = recorded;
  if (!request) throw new Error('Nothing was recorded.');
  return request;
}

function viaProxy(operation: AnyOperation, input: Input): Promise<Recorded> {
  const { method, path, query, body } = encode(operation, input);
  return last(async () => {
    const target = `${apiPrefix}${operation.service}${path}?${query}`;
    const headers = {
      [writeHeader.name]: writeHeader.value,
      ...(body !== undefined && { 'content-type': 'application/json' }),
    };
    const reply = await proxy(apiRequest(method, target, headers, body));
    expect(textOf(reply)).toBe('{"requestId":"recorded","result":{}}');
  });
}

function viaSdk(operation: AnyOperation, input: Input): Promise<Recorded> {
  const client = sdkClient(sdk, operation.service, { host, ...key });
  const { regionId, ...rest } = input;
  return last(async () => {
    await client[operation.name]?.(rest, regionId as string | undefined); // a text wherever there is one
  });
}

/** A request without what is fresh in each. */
function essence({ method, path, query, body }: Recorded) {
  return {
    method,
    path: decodeURIComponent(path),
    query: [...new URLSearchParams(query)].map(([name, value]) => `${name}=${value}`).sort(),
    body: body === '' ? undefined : (JSON.parse(body) as unknown),
  };
}

function expectSigned(operation: AnyOperation, request: Recorded, input: Input): void {
  const verdict = verifySignature(
    {
      ...request,
      header: (name) => request.headers[name]?.toString(),
    },
    { secretOf: (name) => (name === key.accessKey ? key.secretKey : undefined), now: Date.now() },
  );
  const region = input['regionId'] ?? 'jdcloud';
  expect(verdict).toMatchObject({ ok: true, scope: { service: operation.service, region } });
}

function inputs(operation: AnyOperation): Input[] {
  const some = { seed: 2, numRuns: 5 };
  return [
    ...fc.sample(legalInput(operation.input, 'every', operation.name), { seed: 1, numRuns: 3 }),
    ...fc.sample(legalInput(operation.input, 'some', operation.name), some),
  ] as Input[]; // each row's input is an object
}

function without(input: Input, names: readonly string[]): Input {
  return Object.fromEntries(Object.entries(input).filter(([name]) => !names.includes(name)));
}

const all = Object.values<AnyOperation>(operations);
const judged = all.filter(({ name }) => !newerOperations.includes(name));

describe('the proxy sends what the SDK sends', () => {
  test.each(judged.map((operation) => [operation.name, operation] as const))(
    '%s',
    async (name, operation) => {
      for (const full of inputs(operation)) {
        const input = without(full, newerParameters[name] ?? []);
        // The proxy adds a token where the caller has none; the SDK does not.
        if (name === 'createInstances') input['clientToken'] ??= 'a-token';
        const ours = await viaProxy(operation, input);
        const theirs = await viaSdk(operation, input);
        const expected = essence(theirs);
        // The wire rules leave the default operator out; the SDK sends it to whoever names it.
        expected.query = expected.query.filter((pair) => !pair.endsWith('.operator=eq'));
        expect(essence(ours)).toEqual(expected);
        expect(ours.path).toBe(theirs.path);
        expect(ours.headers['content-type']).toBe(theirs.headers['content-type']);
        expectSigned(operation, ours, input);
        expectSigned(operation, theirs, input);
      }
    },
  );

  test('and the list of what the SDK lacks is right', async () => {
    for (const name of newerOperations) {
      const client = sdkClient(sdk, 'vm', { host, ...key });
      expect(client[name]).toBeUndefined();
    }
    for (const [name, parameters] of Object.entries(newerParameters)) {
      const operation = all.find((candidate) => candidate.name === name);
      if (!operation) throw new Error(`There is no operation ${name}.`);
      const [full = {}] = inputs(operation);
      const theirs = essence(await viaSdk(operation, full));
      for (const parameter of parameters) {
        expect(full).toHaveProperty(parameter);
        expect(theirs.body ?? {}).not.toHaveProperty(parameter);
        expect(theirs.query.filter((pair) => pair.startsWith(parameter))).toEqual([]);
      }
    }
  });
});

describe('what the SDK lacks is sent as the contract says:', () => {
  const cn = { regionId: 'cn-north-1' };
  const region = '/v1/regions/cn-north-1';
  const id = { ...cn, instanceId: 'i-1' };
  const image = {
    name: 'base',
    platform: 'CentOS',
    architecture: 'x86_64',
    bootMode: 'uefi',
    clientToken: 'a-token',
  } as const;
  const release = { instanceIds: ['i-1', 'i-2'], autoReleaseTime: '2026-12-31 08:00:00' };

  function sample<O extends AnyOperation>(
    operation: O,
    input: InputOf<O>,
    line: string,
    body?: unknown,
  ) {
    return { operation, input: input as Input, line, body }; // every row's input is an object
  }

  test.each([
    sample(
      operations.createImageFromSnapshots,
      { ...cn, ...image },
      `POST ${region}/images%3AcreateImageFromSnapshots`,
      image,
    ),
    sample(
      operations.modifyInstanceReleaseTime,
      { ...cn, ...release },
      `POST ${region}/instances%3AmodifyInstanceReleaseTime`,
      release,
    ),
    sample(operations.redeployInstance, id, `POST ${region}/instances/i-1%3AredeployInstance`, {}),
    sample(operations.suspendInstance, id, `POST ${region}/instances/i-1%3AsuspendInstance`, {}),
    sample(operations.resumeInstance, id, `POST ${region}/instances/i-1%3AresumeInstance`, {}),
    sample(
      operations.deleteInstance,
      { ...id, deletePrimaryNetworkInterfaceAllElasticIp: true },
      `DELETE ${region}/instances/i-1?deletePrimaryNetworkInterfaceAllElasticIp=true`,
    ),
    sample(
      operations.describeVpcs,
      {
        ...cn,
        tags: [{ key: 'env', values: ['prod', 'test'] }],
        resourceGroupIds: ['rg-1', 'rg-2'],
      },
      `GET ${region}/vpcs/?tags.1.key=env&tags.1.values.1=prod&tags.1.values.2=test&resourceGroupIds.1=rg-1&resourceGroupIds.2=rg-2`,
    ),
    sample(
      operations.describeDisks,
      { ...cn, orders: [{ name: 'create_time', direction: 0 }] },
      `GET ${region}/disks?orders.1.name=create_time&orders.1.direction=0`,
    ),
    sample(
      operations.shareImage,
      { ...cn, imageId: 'img-1', loginNames: ['one', 'two'] },
      `POST ${region}/images/img-1%3Ashare`,
      { loginNames: ['one', 'two'] },
    ),
  ])('$line', async ({ operation, input, line, body }) => {
    const ours = await viaProxy(operation, input);
    const query = ours.query === '' ? '' : `?${decodeURIComponent(ours.query)}`;
    expect(`${ours.method} ${ours.path}${query}`).toBe(line);
    expect(essence(ours).body).toEqual(body);
    expectSigned(operation, ours, input);
  });
});
