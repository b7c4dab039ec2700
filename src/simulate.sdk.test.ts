// The vendor's own SDK drives the simulator over HTTP: every operation the product must cover succeeds once and is
// refused once, and what the SDK reads is what the contract says. One world serves the whole file; the tests build
// what they need in it and move its clock.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadSdk, sdkClient, type SdkReply, type SdkService } from '../tools/referee/sdk.ts';
import { answerCloud } from './cloud-wire.ts';
import type { AnyOperation, InputOf, OutputOf, Service } from './contract/operation.ts';
import { services } from './contract/operation.ts';
import { operations } from './contract/operations.ts';
import { startSimulator } from './embedded.ts';

type Operations = typeof operations;
type Name = keyof Operations;
type Input<N extends Name> = Omit<InputOf<Operations[N]>, 'regionId'>;
type Result<N extends Name> = NonNullable<OutputOf<Operations[N]>>;

const key = { accessKey: 'SIMULATORKEY0001', secretKey: 'simulator-secret' };
const region = 'cn-north-1';
const elsewhere = 'cn-east-2';

const sdk = loadSdk();
const simulator = startSimulator(
  { seed: 'sdk', instances: 20, speed: 1, publicUrl: 'http://127.0.0.1/simulator' },
  key,
);
const server = createServer((request, response) => {
  void answerCloud(simulator, request, response);
});
const clients = new Map<Service, SdkService>();
let host = '';

beforeAll(async () => {
  // Nothing happens by itself: time moves when a test says so.
  simulator.clock.freeze(true);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  host = `127.0.0.1:${(server.address() as AddressInfo).port}`; // a TCP server's, once it listens
  for (const service of services) clients.set(service, sdkClient(sdk, service, { host, ...key }));
});
afterAll(() => {
  server.close();
});

const succeeded = new Set<string>();
const refused = new Set<string>();

/** @throws what the SDK rejects with: the reply's parsed body, or an Error when there was none */
async function send(name: Name, input: object, regionId: string): Promise<SdkReply> {
  const reply = await clients.get(operations[name].service)?.[name]?.(input, regionId);
  if (!reply) throw new Error(`The SDK has no ${name}.`);
  return reply;
}

/** Calls an operation through the SDK and reads its result by the contract. */
async function call<N extends Name>(name: N, input: Input<N>, from = region): Promise<Result<N>> {
  const reply = await send(name, input, from).catch((body: unknown) => {
    throw body instanceof Error ? body : new Error(`${name} was refused: ${JSON.stringify(body)}`);
  });
  expect(reply.requestId).toMatch(/^[a-z0-9]{32}$/);
  const operation: AnyOperation = operations[name];
  const result = operation.output.parse(reply.result ?? {});
  succeeded.add(name);
  return result as Result<N>; // parsed by the very schema the type comes from
}

/** Calls an operation that must be refused, and gives the refusal as `word: message`. */
async function refusal<N extends Name>(name: N, input: Input<N>, from = region): Promise<string> {
  const reply = await send(name, input, from).catch((body: SdkReply) => body);
  const { error } = reply;
  if (!error) throw new Error(`${name} was not refused: ${JSON.stringify(reply)}`);
  expect(error.code).toBeGreaterThanOrEqual(400);
  expect(reply.requestId).toMatch(/^[a-z0-9]{32}$/);
  refused.add(name);
  return `${error.status}: ${error.message}`;
}

/** Long enough for everything but an import or a lingering disk. */
const wait = (seconds = 95) => simulator.clock.advance(seconds * 1000);

const centos76 = 'img-c7m4q2x9vd';
const nothing = 'i-nothing0000';
const noInstance = `NOT_FOUND: Instance '${nothing}' not found.`;
const password = 'Zx9-horse_Battery';

async function aSubnet() {
  const { subnets = [] } = await call('describeSubnets', {});
  const subnet = subnets.find(({ az = '' }) => az === '' || az === `${region}a`);
  return { subnetId: subnet?.subnetId ?? '', vpcId: subnet?.vpcId ?? '' };
}

async function aMachine(
  name: string,
  more: Partial<InputOf<Operations['createInstances']>['instanceSpec']> = {},
) {
  const { subnetId } = await aSubnet();
  const { instanceIds = [] } = await call('createInstances', {
    instanceSpec: {
      az: `${region}a`,
      instanceType: 'g.n4.xlarge',
      imageId: centos76,
      name,
      password,
      primaryNetworkInterface: { networkInterface: { subnetId } },
      systemDisk: { diskCategory: 'cloud', cloudDiskSpec: { diskType: 'ssd.gp1', diskSizeGB: 40 } },
      charge: { chargeMode: 'postpaid_by_duration' },
      ...more,
    },
  });
  wait();
  return instanceIds[0] ?? '';
}

const machine = async (instanceId: string) =>
  (await call('describeInstance', { instanceId })).instance;

async function stopped(name: string) {
  const instanceId = await aMachine(name);
  await call('stopInstance', { instanceId });
  wait();
  return instanceId;
}

describe('reading the fleet', () => {
  test('lists it, whole and in part', async () => {
    const { instances = [], totalCount = 0 } = await call('describeInstances', { pageSize: 100 });
    expect(totalCount).toBeGreaterThanOrEqual(20);
    const running = await call('describeInstances', {
      pageSize: 100,
      filters: [{ name: 'status', values: ['running'] }],
    });
    const expected = instances.filter(({ status }) => status === 'running');
    expect(running.instances).toEqual(expected);
    expect(await refusal('describeInstances', { pageSize: 5 })).toBe(
      'OUT_OF_RANGE: PageSize out of range',
    );
  });

  test('asks for one machine, its state, its address and its screen', async () => {
    const { instances = [] } = await call('describeInstances', {
      filters: [{ name: 'status', values: ['running'] }],
    });
    const {
      instanceId = '',
      privateIpAddress,
      instanceName,
    } = instances.find(({ instanceType }) => !instanceType?.endsWith('.metal')) ?? {};
    const filters = [{ name: 'instanceId' as const, values: [instanceId] }];
    expect(await machine(instanceId)).toMatchObject({ instanceId, instanceName });
    expect(await call('describeBriefInstances', { filters })).toMatchObject({
      totalCount: 1,
      instances: [{ instanceId, instanceName, privateIpAddress }],
    });
    expect(await call('describeInstanceStatus', { filters })).toMatchObject({
      instanceStatuses: [{ instanceId, status: 'running' }],
    });
    expect(await call('describeInstancePrivateIpAddress', { filters })).toMatchObject({
      instancePrivateIpAddress: [{ instanceId, privateIpAddress }],
    });
    const { vncUrl } = await call('describeInstanceVncUrl', { instanceId });
    expect(vncUrl).toMatch(/^http:\/\/127\.0\.0\.1\/simulator\/vnc_auto\.html\?token=\S{10,}$/);

    expect(await refusal('describeInstance', { instanceId: nothing })).toBe(noInstance);
    expect(await refusal('describeInstanceVncUrl', { instanceId: nothing })).toBe(noInstance);
    for (const list of [
      'describeBriefInstances',
      'describeInstanceStatus',
      'describeInstancePrivateIpAddress',
    ] as const)
      expect(await refusal(list, { pageSize: 101 })).toBe('OUT_OF_RANGE: PageSize out of range');
  });

  test('asks what there is and how much one may have', async () => {
    const { instanceTypes } = await call('describeInstanceTypes', {
      filters: [{ name: 'instanceTypes', values: ['g.n4.xlarge'] }],
    });
    expect(instanceTypes).toMatchObject([{ cpu: 4, memoryMB: 16384 }]);
    expect(await refusal('describeInstanceTypes', {}, 'cn-west-9')).toBe(
      "INVALID_ARGUMENT: Invalid region 'cn-west-9'",
    );
    const { quotas = [] } = await call('describeQuotas', {
      filters: [{ name: 'resourceTypes', values: ['instance'] }],
    });
    expect(quotas[0]?.used).toBeGreaterThanOrEqual(20);
    expect(
      await refusal('describeQuotas', {
        filters: [{ name: 'resourceTypes', values: ['imageShare'] }],
      }),
    ).toBe('INVALID_ARGUMENT: Parameter ImageId missing');
  });
});

describe('the life of a machine', () => {
  test('created twice with one token is created once', async () => {
    const { subnetId } = await aSubnet();
    const input = {
      clientToken: 'one-click',
      maxCount: 2,
      instanceSpec: {
        az: `${region}a`,
        instanceType: 'g.n4.large',
        imageId: centos76,
        name: 'batch-[08]',
        password,
        primaryNetworkInterface: { networkInterface: { subnetId } },
        userTags: [{ key: 'team', value: 'sdk' }],
      },
    };
    const { instanceIds = [] } = await call('createInstances', input);
    expect(instanceIds).toHaveLength(2);
    expect((await call('createInstances', input)).instanceIds).toEqual(instanceIds);
    expect((await machine(instanceIds[0] ?? ''))?.status).toBe('pending');
    wait();
    const { instances } = await call('describeInstances', {
      tags: [{ key: 'team', values: ['sdk'] }],
    });
    expect(instances?.map(({ instanceName, status }) => [instanceName, status])).toEqual([
      ['batch-08', 'running'],
      ['batch-09', 'running'],
    ]);
    const bad = { ...input.instanceSpec, password: 'password1' };
    expect(await refusal('createInstances', { instanceSpec: bad })).toBe(
      'INVALID_ARGUMENT: Invalid password',
    );
  });

  test('stops, starts, reboots', async () => {
    const instanceId = await aMachine('power');
    expect(await refusal('startInstance', { instanceId })).toBe(
      'FAILED_PRECONDITION: Invalid instance status running',
    );
    await call('stopInstance', { instanceId, chargeOnStopped: 'stopCharging' });
    expect((await machine(instanceId))?.status).toBe('stopping');
    expect(await refusal('rebootInstance', { instanceId })).toMatch(
      /^FAILED_PRECONDITION: Conflict with underlay task \d+$/,
    );
    wait();
    expect((await machine(instanceId))?.status).toBe('stopped');
    expect(await refusal('stopInstance', { instanceId })).toBe(
      'FAILED_PRECONDITION: Invalid instance status stopped',
    );
    await call('startInstance', { instanceId });
    wait();
    await call('rebootInstance', { instanceId });
    expect((await machine(instanceId))?.status).toBe('rebooting');
    wait();
    expect((await machine(instanceId))?.status).toBe('running');
  });

  test('is renamed and gets a new password', async () => {
    const instanceId = await aMachine('names');
    await call('modifyInstanceAttribute', { instanceId, name: '测试主机-01', description: '<主>' });
    expect(await machine(instanceId)).toMatchObject({
      instanceName: '测试主机-01',
      description: '<主>',
    });
    expect(await refusal('modifyInstanceAttribute', { instanceId })).toBe(
      'INVALID_ARGUMENT: There are no modifiable properties in the parameter',
    );
    await call('modifyInstancePassword', { instanceId, password });
    wait();
    expect(await refusal('modifyInstancePassword', { instanceId, password: 'root-Qz7!ab' })).toBe(
      'INVALID_ARGUMENT: Invalid password',
    );
  });

  test('is resized and rebuilt while stopped', async () => {
    const instanceId = await stopped('change');
    await call('resizeInstance', { instanceId, instanceType: 'g.n4.2xlarge' });
    expect((await machine(instanceId))?.status).toBe('resizing');
    wait();
    expect(await machine(instanceId)).toMatchObject({
      instanceType: 'g.n4.2xlarge',
      status: 'stopped',
    });
    expect(await refusal('resizeInstance', { instanceId, instanceType: 'r.n9.huge' })).toMatch(
      /^NOT_FOUND: InstanceType 'r\.n9\.huge' not found/,
    );
    await call('rebuildInstance', { instanceId, imageId: 'img-u2t0f8k5ra', password });
    expect((await machine(instanceId))?.status).toBe('rebuilding');
    wait();
    expect(await machine(instanceId)).toMatchObject({
      imageId: 'img-u2t0f8k5ra',
      status: 'stopped',
    });
    await call('startInstance', { instanceId });
    wait();
    expect(await refusal('rebuildInstance', { instanceId, password })).toBe(
      'FAILED_PRECONDITION: Please stop the instance first.',
    );
  });

  test('ends, and is gone', async () => {
    const instanceId = await aMachine('short-lived');
    await call('deleteInstance', { instanceId });
    expect((await machine(instanceId))?.status).toBe('deleting');
    wait();
    expect(await refusal('describeInstance', { instanceId })).toMatch(/^NOT_FOUND: /);
    expect(await refusal('deleteInstance', { instanceId })).toMatch(/^NOT_FOUND: /);
  });
});

describe('what a machine is joined with', () => {
  test('a disk', async () => {
    const instanceId = await aMachine('disks');
    const { diskIds = [] } = await call('createDisks', {
      diskSpec: { az: `${region}a`, name: 'extra', diskType: 'ssd.gp1', diskSizeGB: 100 },
      maxCount: 1,
      clientToken: 'extra-disk',
    });
    const [diskId = ''] = diskIds;
    wait();
    await call('attachDisk', { instanceId, diskId, deviceName: 'vdc', autoDelete: false });
    wait();
    const disks = async () =>
      (await machine(instanceId))?.dataDisks?.map(({ deviceName, status, autoDelete }) => [
        deviceName,
        status,
        autoDelete,
      ]);
    expect(await disks()).toEqual([['vdc', 'attached', false]]);
    expect(await refusal('attachDisk', { instanceId, diskId })).toBe(
      `FAILED_PRECONDITION: Disk '${diskId}' already attached`,
    );
    await call('modifyInstanceDiskAttribute', {
      instanceId,
      dataDisks: [{ diskId, autoDelete: true }],
    });
    expect(await disks()).toEqual([['vdc', 'attached', true]]);
    expect(
      await refusal('modifyInstanceDiskAttribute', {
        instanceId,
        dataDisks: [{ diskId: 'vol-none', autoDelete: true }],
      }),
    ).toBe("FAILED_PRECONDITION: disk 'vol-none' not mounted on instance");
    await call('detachDisk', { instanceId, diskId });
    wait();
    expect(await disks()).toEqual([['vdc', 'detached', true]]);
    wait(15 * 60);
    expect(await disks()).toEqual([]);
    expect(await refusal('detachDisk', { instanceId, diskId: 'vol-none' })).toBe(
      "NOT_FOUND: Disk 'vol-none' not found.",
    );
  });

  test('an interface', async () => {
    const instanceId = await aMachine('interfaces');
    const { subnetId = '' } = (await machine(instanceId)) ?? {};
    const { networkInterfaceId = '' } = await call('createNetworkInterface', { subnetId });
    await call('attachNetworkInterface', { instanceId, networkInterfaceId, autoDelete: true });
    wait();
    const secondary = async () =>
      (await machine(instanceId))?.secondaryNetworkInterfaces?.map(
        ({ networkInterface, autoDelete }) => [networkInterface?.networkInterfaceId, autoDelete],
      );
    expect(await secondary()).toEqual([[networkInterfaceId, true]]);
    expect(await refusal('attachNetworkInterface', { instanceId, networkInterfaceId })).toBe(
      'FAILED_PRECONDITION: NetworkInterface has been attached on other device',
    );
    await call('modifyInstanceNetworkAttribute', {
      instanceId,
      networks: [{ networkInterfaceId, autoDelete: false }],
    });
    expect(await secondary()).toEqual([[networkInterfaceId, false]]);
    const primary = (await machine(instanceId))?.primaryNetworkInterface?.networkInterface;
    expect(
      await refusal('modifyInstanceNetworkAttribute', {
        instanceId,
        networks: [{ networkInterfaceId: primary?.networkInterfaceId ?? '', autoDelete: false }],
      }),
    ).toBe("FAILED_PRECONDITION: Can't modify primaryNetworkInterface");
    await call('detachNetworkInterface', { instanceId, networkInterfaceId });
    wait();
    expect(await secondary()).toEqual([]);
    expect(await refusal('detachNetworkInterface', { instanceId, networkInterfaceId })).toBe(
      `FAILED_PRECONDITION: NetworkInterface '${networkInterfaceId}' not mounted on instance`,
    );
  });

  test('a public address', async () => {
    const instanceId = await aMachine('public');
    const { elasticIpIds = [] } = await call('createElasticIps', {
      maxCount: 1,
      elasticIpSpec: { bandwidthMbps: 5, provider: 'bgp' },
    });
    const [elasticIpId = ''] = elasticIpIds;
    await call('associateElasticIp', { instanceId, elasticIpId });
    expect((await machine(instanceId))?.elasticIpId).toBe(elasticIpId);
    expect(await refusal('associateElasticIp', { instanceId, elasticIpId })).toBe(
      `FAILED_PRECONDITION: ElasticIp ${elasticIpId} already in use`,
    );
    await call('disassociateElasticIp', { instanceId, elasticIpId });
    expect((await machine(instanceId))?.elasticIpId).toBeUndefined();
    expect(await refusal('disassociateElasticIp', { instanceId, elasticIpId })).toBe(
      "FAILED_PRECONDITION: Elastic ip isn't associated to this instance's primary network interface",
    );
  });
});

describe('images', () => {
  const imageNamed = async (name: string) => {
    const { images } = await call('describeImages', { imageSource: 'private', imageName: name });
    return images?.[0]?.imageId ?? '';
  };

  test('are made of a machine, renamed, and deleted', async () => {
    const instanceId = await aMachine('model');
    const { imageId = '' } = await call('createImage', { instanceId, name: 'model-1' });
    expect(await refusal('createImage', { instanceId, name: 'model-2' })).toMatch(
      /^FAILED_PRECONDITION: Conflict with underlay task/,
    );
    expect(await refusal('deleteImage', { imageId })).toMatch(
      /^FAILED_PRECONDITION: Conflict with underlay image task/,
    );
    wait();
    expect((await call('describeImage', { imageId })).image).toMatchObject({
      status: 'ready',
      progress: '100',
      instanceId,
    });
    await call('modifyImageAttribute', { imageId, name: 'model-final' });
    expect(await imageNamed('model-final')).toBe(imageId);
    expect(await refusal('modifyImageAttribute', { imageId })).toBe(
      'INVALID_ARGUMENT: Parameter name、description missing',
    );
    await call('deleteImage', { imageId, deleteSnapshot: true });
    wait();
    expect(await refusal('describeImage', { imageId })).toBe(
      `NOT_FOUND: Image '${imageId}' not found`,
    );
    expect(await refusal('describeImages', {})).toBe(
      'FAILED_PRECONDITION: Parameter ImageSource missing',
    );
  });

  test('tell what they cannot run on', async () => {
    const { imageConstraints } = await call('describeImageConstraints', {
      imageId: 'img-w6d3j9p1ze',
    });
    expect(imageConstraints?.imageInstanceTypeConstraint?.instanceTypes).toContain('g.n4.24xlarge');
    const batch = await call('describeImageConstraintsBatch', { ids: [centos76] });
    expect(batch.imageConstraints).toHaveLength(1);
    expect(await refusal('describeImageConstraints', { imageId: 'img-none' })).toBe(
      "NOT_FOUND: Image 'img-none' not found",
    );
    expect(await refusal('describeImageConstraintsBatch', {}, 'cn-west-9')).toBe(
      "INVALID_ARGUMENT: Invalid region 'cn-west-9'",
    );
  });

  test('are shared and published, and withdrawn again', async () => {
    const imageId = await imageNamed('order-api');
    await call('shareImage', { imageId, pins: ['team-data', 'team-search'] });
    await call('unShareImage', { imageId, pins: ['team-search'] });
    expect(await call('describeImageMembers', { imageId })).toMatchObject({ pins: ['team-data'] });
    expect(await refusal('shareImage', { imageId, pins: ['no-such-account'] })).toBe(
      "FAILED_PRECONDITION: Pin 'no-such-account' not found",
    );
    expect(await refusal('unShareImage', { imageId, pins: ['stranger'] })).toBe(
      "FAILED_PRECONDITION: Pin 'stranger' not found",
    );
    expect(await refusal('describeImageMembers', { imageId: 'img-none' })).toMatch(/^NOT_FOUND/);

    await call('releaseImage', { imageId });
    expect((await call('describeImage', { imageId })).image?.imageSource).toBe('community');
    expect(await refusal('releaseImage', { imageId })).toBe(
      "FAILED_PRECONDITION: Can't use non-private image",
    );
    await call('unReleaseImage', { imageId });
    expect(await refusal('unReleaseImage', { imageId })).toBe(
      "FAILED_PRECONDITION: Can't use this image",
    );
  });

  test('are copied to another region', async () => {
    const imageId = await imageNamed('golden-centos-82');
    const { copyImages } = await call('copyImages', {
      sourceImageIds: [imageId],
      destinationRegion: elsewhere,
    });
    const copied = { imageId: copyImages?.[0]?.destinationImageId ?? '' };
    expect((await call('describeImage', copied, elsewhere)).image?.status).toBe('pending');
    wait();
    expect((await call('describeImage', copied, elsewhere)).image?.status).toBe('ready');
    expect(
      await refusal('copyImages', { sourceImageIds: [centos76], destinationRegion: elsewhere }),
    ).toBe("FAILED_PRECONDITION: Can't use this image");
  });

  test('come from files and go to files', async () => {
    const bucket = `https://images.s3.${region}.jdcloud-oss.com`;
    const file = {
      architecture: 'x86_64',
      osType: 'linux',
      platform: 'Other Linux',
      diskFormat: 'qcow2',
      systemDiskSizeGB: 40,
      imageUrl: `${bucket}/rocky.qcow2`,
      imageName: 'rocky',
      clientToken: 'rocky-once',
    } as const;
    const { imageId = '', taskId = '' } = await call('importImage', file);
    expect(await call('importImage', file)).toEqual({ imageId, taskId });
    wait(185);
    const exported = await call('exportImage', { imageId, roleName: 'exporter', ossUrl: bucket });
    wait(185);
    const { taskSet } = await call('imageTasks', { taskIds: [taskId, exported.taskId ?? ''] });
    expect(taskSet?.map(({ action, taskStatus }) => [action, taskStatus])).toEqual([
      ['ImportImage', 'finished'],
      ['ExportImage', 'finished'],
    ]);
    expect(await refusal('importImage', { ...file, clientToken: 'other', imageUrl: 'rocky' })).toBe(
      'INVALID_ARGUMENT: Invalid ImageUrl',
    );
    const abroad = `https://images.s3.${elsewhere}.jdcloud-oss.com`;
    expect(await refusal('exportImage', { imageId, roleName: 'exporter', ossUrl: abroad })).toBe(
      `CONFLICT: OssRegion '${elsewhere}' not match current region '${region}'`,
    );
    expect(await refusal('imageTasks', { pageSize: 5 })).toBe(
      'OUT_OF_RANGE: PageSize out of range',
    );
  });
});

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
  wait();
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

describe('a request', () => {
  const read = { vm: 'describeInstances', vpc: 'describeVpcs', disk: 'describeDisks' } as const;

  test.each(['vm', 'vpc', 'disk'] as const)(
    'signed with a wrong secret gets 401 from %s',
    async (service) => {
      const client = sdkClient(sdk, service, { host, ...key, secretKey: 'guessed' });
      const reply = await client[read[service]]?.({}, region).catch((body: SdkReply) => body);
      expect(reply?.error).toMatchObject({ code: 401, status: 'UNAUTHENTICATED' });
      expect(reply?.result).toBeUndefined();
    },
  );

  test('with an unknown access key gets 401', async () => {
    const client = sdkClient(sdk, 'vm', { host, ...key, accessKey: 'NOBODY' });
    const reply = await client['describeQuotas']?.({}, region).catch((body: SdkReply) => body);
    expect(reply?.error).toMatchObject({ code: 401, status: 'UNAUTHENTICATED' });
  });
});

test('each of the 51 operations was carried out and refused', () => {
  const mission = Object.values<AnyOperation>(operations)
    .filter(({ service, beyondMission }) => service === 'vm' && !beyondMission)
    .map(({ name }) => name);
  expect(mission).toHaveLength(51);
  expect(mission.filter((name) => !succeeded.has(name))).toEqual([]);
  expect(mission.filter((name) => !refused.has(name))).toEqual([]);
});
