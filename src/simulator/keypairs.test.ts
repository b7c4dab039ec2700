import { createHash, generateKeyPairSync } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { testCloud } from './test-cloud.ts';

// Made up for this test; nobody holds its private half.
const ed25519 =
  'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIHWJDNZp0BJdsXLvVYLRcuq3rHzCSnNEhgKlmTzkoWTc ops@example';

const blob = (line: string) => Buffer.from(line.split(' ')[1] ?? '', 'base64');

describe('creating', () => {
  test('hands out the private key once, and lists the pair without it', async () => {
    const { call } = testCloud();
    const { privateKey, keyFingerprint } = await call('createKeypair', { keyName: 'deploy' });
    expect(privateKey).toMatch(/^-----BEGIN RSA PRIVATE KEY-----/);
    expect(keyFingerprint).toMatch(/^([0-9a-f]{2}:){15}[0-9a-f]{2}$/);

    const { keypairs } = await call('describeKeypairs', {
      filters: [{ name: 'keyNames', values: ['deploy'] }],
    });
    expect(keypairs).toEqual([
      {
        keyName: 'deploy',
        keyFingerprint,
        createTime: '2026-11-24 14:00:00',
        instanceIds: [],
      },
    ]);
  });

  test('keeps the private key out of the world', async () => {
    const { call, region } = testCloud();
    await call('createKeypair', { keyName: 'deploy' });
    expect(JSON.stringify([...region.keypairs.values()])).not.toContain('PRIVATE');
  });

  test('counts against the quota', async () => {
    const { call, refusal, region } = testCloud();
    region.quotas.keypair = region.keypairs.size + 1;
    await call('createKeypair', { keyName: 'last' });
    expect(await refusal('createKeypair', { keyName: 'more' })).toEqual({
      code: 429,
      status: 'QUOTA_EXCEEDED',
      message: 'KeyPair quota limit exceeded',
    });
  });
});

describe('importing', () => {
  test.each(['rsa', 'ed25519'])('gives the MD5 fingerprint of a real %s key', async (kind) => {
    const line = kind === 'rsa' ? rsaLine() : ed25519;
    const { call } = testCloud();
    const { keyFingerprint } = await call('importKeypair', { keyName: 'mine', publicKey: line });
    const md5 = createHash('md5').update(blob(line)).digest('hex');
    expect(keyFingerprint?.replaceAll(':', '')).toBe(md5);
  });

  test.each([
    ['an empty line', ''],
    ['a word', 'hello'],
    ['another type in front', ed25519.replace('ssh-ed25519', 'ssh-rsa')],
    ['a cut blob', ed25519.slice(0, 60)],
    ['a broken blob', ed25519.replace('AAAAC3', 'AAAA!3')],
    ['a private key', '-----BEGIN RSA PRIVATE KEY-----\nMIIE\n-----END RSA PRIVATE KEY-----'],
  ])('refuses %s', async (_, publicKey) => {
    const { refusal } = testCloud();
    const answer = await refusal('importKeypair', { keyName: 'mine', publicKey });
    expect(answer).toEqual({
      code: 400,
      status: 'FAILED_PRECONDITION',
      message: 'Malformed PublicKey mine',
    });
  });
});

test.each(['createKeypair', 'importKeypair'] as const)(
  '%s refuses a name in use with 400, not 409',
  async (name) => {
    const { refusal } = testCloud();
    const input = { keyName: 'ops-2026', publicKey: ed25519 };
    const answer =
      name === 'createKeypair'
        ? await refusal(name, { keyName: input.keyName })
        : await refusal(name, input);
    expect(answer).toEqual({
      code: 400,
      status: 'FAILED_PRECONDITION',
      message: "KeyName 'ops-2026' already in use",
    });
  },
);

describe('deleting', () => {
  test('leaves the name on instances and breaks templates that use it', async () => {
    const { call, refusal, region } = testCloud();
    const user = [...region.instances.values()].find(({ keyNames }) =>
      keyNames.includes('ops-2026'),
    );
    const template = [...region.templates.values()].find(
      ({ data }) => data.keyNames?.[0] === 'ops-2026',
    );
    await call('verifyInstanceTemplate', { instanceTemplateId: template?.id ?? '' });

    await call('deleteKeypair', { keyName: 'ops-2026' });

    const { instance } = await call('describeInstance', { instanceId: user?.id ?? '' });
    expect(instance?.keyNames).toEqual(['ops-2026']);
    expect(
      await refusal('verifyInstanceTemplate', { instanceTemplateId: template?.id ?? '' }),
    ).toEqual({ code: 404, status: 'NOT_FOUND', message: "KeyPair 'ops-2026' not found" });
  });

  test('refuses a name that is not there', async () => {
    const { refusal } = testCloud();
    expect(await refusal('deleteKeypair', { keyName: 'nobody' })).toMatchObject({
      code: 404,
      message: "Keypair 'nobody' not found",
    });
  });
});

test('the list tells who uses a key', async () => {
  const { call, region } = testCloud();
  const { keypairs, totalCount } = await call('describeKeypairs', {});
  expect(totalCount).toBe(4);
  const users = [...region.instances.values()]
    .filter(({ keyNames }) => keyNames.includes('ops-2026'))
    .map(({ id }) => id);
  expect(keypairs?.find(({ keyName }) => keyName === 'ops-2026')?.instanceIds).toEqual(users);
  expect(users.length).toBeGreaterThan(0);
});

describe('attaching', () => {
  test('refuses Windows, and a second key until the first is deleted', async () => {
    const { call, refusal, region } = testCloud();
    const machines = [...region.instances.values()].filter(({ task }) => task === undefined);
    const windows = machines.find(({ os }) => os.osType === 'windows')?.id ?? '';
    const keyed = machines.find(({ keyNames }) => keyNames[0] === 'ops-2026')?.id ?? '';
    const passWordAuth = 'no' as const;
    const attach = { keyName: 'ci-runners', passWordAuth };
    expect(await refusal('attachKeypair', { ...attach, instanceIds: [windows] })).toMatchObject({
      message: "Windows OS doesn't support attach keypair.",
    });
    expect(await refusal('attachKeypair', { ...attach, instanceIds: [keyed] })).toMatchObject({
      message: `Already attached key pair. instance id ${keyed}`,
    });

    await call('deleteKeypair', { keyName: 'ops-2026' });
    expect(await call('attachKeypair', { ...attach, instanceIds: [keyed] })).toEqual({
      successInstanceId: [keyed],
      failInstanceId: [],
    });
    expect(region.instances.get(keyed)?.keyNames).toEqual(['ci-runners']);
    expect(
      await call('detachKeypair', { keyName: 'ci-runners', instanceIds: [keyed] }),
    ).toMatchObject({ successInstanceId: [keyed] });
    expect(region.instances.get(keyed)?.keyNames).toEqual([]);
  });
});

function rsaLine(): string {
  const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const { n = '', e = '' } = publicKey.export({ format: 'jwk' });
  const field = (bytes: Buffer) => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(bytes.length);
    return Buffer.concat([length, bytes]);
  };
  const parts = [
    Buffer.from('ssh-rsa'),
    Buffer.from(e, 'base64url'),
    Buffer.concat([Buffer.of(0), Buffer.from(n, 'base64url')]),
  ];
  return `ssh-rsa ${Buffer.concat(parts.map(field)).toString('base64')} rsa@example`;
}
