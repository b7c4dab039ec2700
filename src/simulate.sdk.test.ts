// The vendor's SDK drives the simulator over HTTP: every operation the product must cover succeeds once and is
// refused once, and what the SDK reads is what the contract says. The files beside this one do so, each for its part.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SdkReply } from '../tools/referee/sdk.ts';
import type { AnyOperation } from './contract/operation.ts';
import { operations } from './contract/operations.ts';
import { key, region, sdkCloud } from './sdk-cloud.ts';
import { shares } from './sdk-shares.ts';

const cloud = sdkCloud();

beforeAll(cloud.start);
afterAll(cloud.stop);

const read = { vm: 'describeInstances', vpc: 'describeVpcs', disk: 'describeDisks' } as const;

test.each(['vm', 'vpc', 'disk'] as const)(
  'a request signed with a wrong secret gets 401 from %s',
  async (service) => {
    const client = cloud.client(service, { ...key, secretKey: 'guessed' });
    const reply = await client[read[service]]?.({}, region).catch((body: SdkReply) => body);
    expect(reply?.error).toMatchObject({ code: 401, status: 'UNAUTHENTICATED' });
    expect(reply?.result).toBeUndefined();
  },
);

test('a request with an unknown access key gets 401', async () => {
  const client = cloud.client('vm', { ...key, accessKey: 'NOBODY' });
  const reply = await client['describeQuotas']?.({}, region).catch((body: SdkReply) => body);
  expect(reply?.error).toMatchObject({ code: 401, status: 'UNAUTHENTICATED' });
});

test('the 51 operations are shared out among these files', () => {
  const mission = Object.values<AnyOperation>(operations)
    .filter(({ service, extra }) => service === 'vm' && !extra)
    .map(({ name }) => name);
  expect(mission).toHaveLength(51);
  expect(Object.values(shares).flat().sort()).toEqual(mission.sort());
});
