// The vendor's SDK keeps templates and key pairs.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { centos76, region, sdkCloud } from './sdk-cloud.ts';
import { sdkMachines } from './sdk-machines.ts';
import { shares } from './sdk-shares.ts';

const cloud = sdkCloud();
const { call, refusal, wait } = cloud;
const { aSubnet, machine } = sdkMachines(cloud);

beforeAll(cloud.start);
afterAll(cloud.stop);

test('templates are written, checked, changed and used', async () => {
  const { subnetId, vpcId } = await aSubnet();
  const instanceTemplateData = {
    instanceType: 'g.n4.large',
    imageId: centos76,
    keyNames: ['ops-2026'],
    metadata: [{ key: 'role', value: 'web' }],
    elasticIp: { bandwidthMbps: 5, provider: 'BGP', chargeMode: 'bandwith' },
    primaryNetworkInterface: { networkInterface: { subnetId } },
  } as const;
  const { instanceTemplateId = '' } = await call('createInstanceTemplate', {
    name: 'sdk-web',
    instanceTemplateData: { ...instanceTemplateData, keyNames: ['ops-2026'], metadata: [] },
  });
  await call('verifyInstanceTemplate', { instanceTemplateId });
  await call('updateInstanceTemplate', {
    instanceTemplateId,
    name: 'sdk-web-2',
    instanceTemplateData: { instanceType: 'g.n4.xlarge', noElasticIp: true },
  });
  const { instanceTemplate } = await call('describeInstanceTemplate', { instanceTemplateId });
  expect(instanceTemplate).toMatchObject({
    name: 'sdk-web-2',
    instanceTemplateData: { instanceType: 'g.n4.xlarge', vpcId, keyNames: ['ops-2026'] },
  });
  const { instanceTemplates } = await call('describeInstanceTemplates', {
    filters: [{ name: 'name', values: ['sdk-web'] }],
  });
  expect(instanceTemplates).toEqual([instanceTemplate]);
  const { instanceIds = [] } = await call('createInstances', {
    instanceSpec: { az: `${region}a`, instanceTemplateId, name: 'from-template' },
  });
  await wait();
  expect(await machine(instanceIds[0] ?? '')).toMatchObject({
    instanceType: 'g.n4.xlarge',
    keyNames: ['ops-2026'],
    status: 'running',
  });

  expect(
    await refusal('createInstanceTemplate', {
      name: 'never',
      instanceTemplateData: {
        instanceType: 'r.n9.huge',
        imageId: centos76,
        primaryNetworkInterface: { networkInterface: { subnetId } },
      },
    }),
  ).toBe("NOT_FOUND: InstanceType 'r.n9.huge' not found");
  expect(await refusal('updateInstanceTemplate', { instanceTemplateId })).toBe(
    'INVALID_ARGUMENT: Parameter name and description missing',
  );
  expect(await refusal('describeInstanceTemplates', { pageSize: 5 })).toBe(
    'OUT_OF_RANGE: PageSize out of range',
  );
  await call('deleteInstanceTemplate', { instanceTemplateId });
  for (const name of [
    'deleteInstanceTemplate',
    'describeInstanceTemplate',
    'verifyInstanceTemplate',
  ] as const) {
    expect(await refusal(name, { instanceTemplateId })).toBe(
      `NOT_FOUND: Instance Template '${instanceTemplateId}' not found`,
    );
  }
});

test('key pairs are made, brought along, listed and deleted', async () => {
  const { privateKey, keyFingerprint } = await call('createKeypair', { keyName: 'sdk-key' });
  expect(privateKey).toMatch(
    /^-----BEGIN RSA PRIVATE KEY-----\n[\s\S]+-----END RSA PRIVATE KEY-----/,
  );
  const publicKey =
    'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIHWJDNZp0BJdsXLvVYLRcuq3rHzCSnNEhgKlmTzkoWTc ops@example';
  await call('importKeypair', { keyName: 'sdk-import', publicKey });
  const { keypairs } = await call('describeKeypairs', {
    filters: [{ name: 'keyNames', values: ['sdk-key', 'sdk-import'] }],
  });
  expect(keypairs?.map(({ keyName }) => keyName)).toEqual(['sdk-key', 'sdk-import']);
  expect(keypairs?.[0]?.keyFingerprint).toBe(keyFingerprint);

  expect(await refusal('createKeypair', { keyName: 'sdk-key' })).toBe(
    "FAILED_PRECONDITION: KeyName 'sdk-key' already in use",
  );
  expect(await refusal('importKeypair', { keyName: 'sdk-bad', publicKey: 'ssh-rsa AAAA' })).toMatch(
    /^FAILED_PRECONDITION: Malformed PublicKey/,
  );
  expect(await refusal('describeKeypairs', { pageSize: 5 })).toBe(
    'OUT_OF_RANGE: PageSize out of range',
  );
  await call('deleteKeypair', { keyName: 'sdk-key' });
  expect(await refusal('deleteKeypair', { keyName: 'sdk-key' })).toBe(
    "NOT_FOUND: Keypair 'sdk-key' not found",
  );
});

test('each operation of these was carried out and refused', () => {
  expect(cloud.missing(shares.logins)).toEqual([]);
});
