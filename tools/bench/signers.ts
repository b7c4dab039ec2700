// Signatures per second, ours and the vendor SDK's, of the same requests with the same headers signed.
import { encode } from '../../src/contract/wire.ts';
import { operations } from '../../src/contract/operations.ts';
import type { AnyOperation } from '../../src/contract/operation.ts';
import { createSigner } from '../../src/proxy/signer.ts';
import { loadSdk, type SdkRequest, sdkClient } from '../referee/sdk.ts';
import { ratioOf, type Result } from './result.ts';

const key = { accessKey: 'BENCHACCESSKEY01', secretKey: 'bench-secret' };
const region = 'cn-north-1';
const perRound = 2_000;
const rounds = 9;

const list = {
  pageNumber: 1,
  pageSize: 100,
  filters: [
    { name: 'status', values: ['running', 'stopped'] },
    { name: 'name', values: ['web (a)* 测试'] },
  ],
  tags: [{ key: 'env', values: ['prod'] }],
};
const change = { instanceId: 'i-abcdef1234', name: '测试主机-01', description: 'Drain first' };

const sdk = loadSdk();
const client = sdkClient(sdk, 'vm', { host: 'vm.jdcloud-api.com', protocol: 'https', ...key });
const signer = createSigner();

/** @throws Error when the two do not sign alike: then their speeds would not compare */
export function compareSigners(): Result[] {
  return [
    compare('Signer, a list with filters', operations.describeInstances, list),
    compare('Signer, a change with a body', operations.modifyInstanceAttribute, change),
  ];
}

function compare(what: string, operation: AnyOperation, input: object): Result {
  const wire = encode(operation, { regionId: region, ...input });
  const unsigned = {
    ...wire,
    body: wire.body ?? '',
    host: 'vm.jdcloud-api.com',
    region,
    service: 'vm',
    // The SDK signs this one too.
    headers: { accept: 'application/json' },
  };
  const ours = (now = Date.now(), nonce: string = crypto.randomUUID()) =>
    signer.sign(unsigned, key, now, nonce)['authorization'];
  const theirs = (request: SdkRequest) => new sdk.SignerV2(request, 'vm').addAuthorization(sdkKey);

  const sample = sdkRequest(wire);
  const now = Date.now();
  sdk.core.util.date.getDate = () => new Date(now);
  theirs(sample);
  const signed: Record<string, string> = {};
  sample.request.headers.forEach((value, name) => (signed[name.toLowerCase()] = value));
  if (ours(now, signed['x-jdcloud-nonce']) !== signed['authorization'])
    throw new Error(`${what}: the two sign differently`);
  sdk.core.util.date.getDate = () => new Date();

  const measured = Array.from({ length: rounds }, () => {
    // The SDK signs a request in place, so each needs a fresh one; making it is not counted.
    const requests = Array.from({ length: perRound }, () => sdkRequest(wire));
    return {
      theirs: perSecond(() => requests.forEach(theirs)),
      ours: perSecond(() => requests.forEach(() => ours())),
    };
  });
  return ratioOf(what, measured, 3);
}

const sdkKey = { accessKeyId: key.accessKey, secretAccessKey: key.secretKey };

/** A request of the SDK's own making; its paths begin after the version, and are encoded by it. */
function sdkRequest({ method, path, query, body }: ReturnType<typeof encode>): SdkRequest {
  return new sdk.core.JCRequest(
    client,
    decodeURIComponent(path).replace('/v1', ''),
    method,
    { regionId: region },
    Object.fromEntries(new URLSearchParams(query)),
    {},
    {},
    body === undefined ? null : JSON.parse(body),
    ['application/json'],
    ['application/json'],
    null,
  );
}

function perSecond(sign: () => void): number {
  const started = performance.now();
  sign();
  return (perRound * 1000) / (performance.now() - started);
}
