import { beforeEach, describe, expect, test } from 'vitest';
import { type TestCloud, testCloud } from './test-cloud.ts';
import type { InstanceRecord } from './world.ts';

let cloud: TestCloud;
beforeEach(() => {
  cloud = testCloud();
});

const aMinute = 61_000;

/** A running machine with a cloud system disk and at least one cloud data disk, idle. */
function machine(): InstanceRecord {
  const found = [...cloud.region.instances.values()].find(
    ({ status, task, systemDisk, dataDisks }) =>
      status === 'running' &&
      !task &&
      systemDisk?.category === 'cloud' &&
      dataDisks.some(({ category, status }) => category === 'cloud' && status === 'attached'),
  );
  if (!found) throw new Error('the seed has no such machine');
  return found;
}

/** The size of a data disk, and its device. */
function dataDisk(instance: InstanceRecord) {
  const attachment = instance.dataDisks.find(({ category }) => category === 'cloud');
  const disk = cloud.region.disks.get(attachment?.diskId ?? '');
  return { deviceName: attachment?.deviceName ?? '', size: disk?.diskSizeGB ?? 0, disk };
}

const imageOf = async (imageId = '') => (await cloud.call('describeImage', { imageId })).image;

describe('an image of an instance', () => {
  test('is pending with moving progress, then ready, and has a snapshot of every cloud disk', async () => {
    const instance = machine();
    const { imageId } = await cloud.call('createImage', {
      instanceId: instance.id,
      name: 'before-upgrade',
      description: '升级前',
    });
    expect(await imageOf(imageId)).toMatchObject({
      status: 'pending',
      progress: '0',
      imageSource: 'private',
      desc: '升级前',
      platform: instance.os.platform,
      instanceId: instance.id,
      rootDeviceType: 'cloudDisk',
    });
    cloud.pass(12_000);
    const moving = await imageOf(imageId);
    expect(moving?.status).toBe('pending');
    expect(Number(moving?.progress)).toBeGreaterThan(0);
    expect(Number(moving?.progress)).toBeLessThan(100);

    cloud.pass(aMinute);
    const done = await imageOf(imageId);
    expect(done).toMatchObject({ status: 'ready', progress: '100' });
    expect(done?.sizeMB).toBeGreaterThan(0);
    const devices = [done?.systemDisk, ...(done?.dataDisks ?? [])];
    const cloudDisks = instance.dataDisks.filter(({ category }) => category === 'cloud');
    expect(devices).toHaveLength(1 + cloudDisks.length);
    for (const device of devices) {
      const snapshot = cloud.region.snapshots.get(device?.cloudDisk?.snapshotId ?? '');
      expect(snapshot).toMatchObject({ status: 'available', imageIds: [imageId] });
    }
  });

  test('holds the lock of the machine and its own until it is done', async () => {
    const { id: instanceId } = machine();
    const { imageId = '' } = await cloud.call('createImage', { instanceId, name: 'locked' });
    const again = await cloud.refusal('createImage', { instanceId, name: 'again' });
    expect(again.message).toMatch(/^Conflict with underlay task \d+$/);
    const stop = await cloud.refusal('stopInstance', { instanceId });
    expect(stop.message).toMatch(/^Conflict with underlay task/);
    const end = await cloud.refusal('deleteInstance', { instanceId });
    expect(end.message).toMatch(/^Conflict with underlay image task '\d+'$/);
    const remove = await cloud.refusal('deleteImage', { imageId });
    expect(remove.message).toMatch(/^Conflict with underlay image task '\d+'$/);

    cloud.pass(aMinute);
    await cloud.call('stopInstance', { instanceId });
    await cloud.call('deleteImage', { imageId });
  });

  test('named fail-image ends as an error without snapshots', async () => {
    const before = cloud.region.snapshots.size;
    const { id: instanceId } = machine();
    const { imageId } = await cloud.call('createImage', { instanceId, name: 'fail-image-1' });
    cloud.pass(aMinute);
    expect((await imageOf(imageId))?.status).toBe('error');
    expect(cloud.region.snapshots.size).toBe(before);
    expect(cloud.region.instances.get(instanceId)?.task).toBeUndefined();
  });

  test('of a machine with a local system disk is a localDisk image, and only when it is stopped', async () => {
    const instance = machine();
    instance.systemDisk = {
      category: 'local',
      deviceName: 'vda',
      autoDelete: true,
      status: 'attached',
      local: { diskType: 'ssd', diskSizeGB: 40 },
    };
    const input = { instanceId: instance.id, name: 'local' };
    expect((await cloud.refusal('createImage', input)).message).toMatch(
      /^Please stop the instance first/,
    );
    instance.status = 'stopped';
    const { imageId } = await cloud.call('createImage', input);
    const image = await imageOf(imageId);
    expect(image).toMatchObject({ rootDeviceType: 'localDisk', systemDiskSizeGB: 40 });
    expect(image?.systemDisk).toBeUndefined();
  });
});

describe('data disks of an image', () => {
  const devices = async (imageId?: string) =>
    (await imageOf(imageId))?.dataDisks?.map(({ deviceName, cloudDisk }) => [
      deviceName,
      cloudDisk?.diskType,
      cloudDisk?.diskSizeGB,
      cloudDisk?.snapshotId !== undefined,
    ]);

  test('noDevice leaves one out', async () => {
    const instance = machine();
    const { deviceName } = dataDisk(instance);
    const { imageId } = await cloud.call('createImage', {
      instanceId: instance.id,
      name: 'without-data',
      dataDisks: [{ deviceName, noDevice: true }],
    });
    expect((await devices(imageId))?.map(([name]) => name)).not.toContain(deviceName);
  });

  test('a described disk takes the place of the real one', async () => {
    const instance = machine();
    const { deviceName, size } = dataDisk(instance);
    const cloudDiskSpec = { diskType: 'hdd.std1', diskSizeGB: size + 10 } as const;
    const { imageId } = await cloud.call('createImage', {
      instanceId: instance.id,
      name: 'replaced-data',
      dataDisks: [{ deviceName, cloudDiskSpec }],
    });
    expect(await devices(imageId)).toContainEqual([deviceName, 'hdd.std1', size + 10, false]);
  });

  test('a new name adds a disk, from a snapshot or blank', async () => {
    const instance = machine();
    const snapshot = [...cloud.region.snapshots.values()].find(({ sizeGB }) => sizeGB <= 100);
    const { imageId } = await cloud.call('createImage', {
      instanceId: instance.id,
      name: 'more-data',
      dataDisks: [
        {
          deviceName: 'vdx',
          cloudDiskSpec: { diskType: 'ssd.gp1', diskSizeGB: 100, snapshotId: snapshot?.id ?? '' },
        },
        { cloudDiskSpec: { diskType: 'ssd.gp1', diskSizeGB: 20 } },
      ],
    });
    const found = await devices(imageId);
    expect(found).toContainEqual(['vdx', 'ssd.gp1', 100, true]);
    expect(found).toContainEqual([expect.stringMatching(/^vd[c-z]$/), 'ssd.gp1', 20, false]);
  });

  const gp1 = (diskSizeGB: number) => ({ diskType: 'ssd.gp1', diskSizeGB }) as const;
  test.each([
    [
      'one name twice',
      [
        { deviceName: 'vdx', cloudDiskSpec: gp1(20) },
        { deviceName: 'vdx', noDevice: true },
      ],
      { status: 'DUPLICATE', message: 'Duplicate deviceName' },
    ],
    [
      'a new name without a disk',
      [{ deviceName: 'vdx' }],
      {
        status: 'INVALID_ARGUMENT',
        message: 'Parameter DataDisks.CloudDiskSpec.DiskType missing',
      },
    ],
    [
      'a disk that is too small',
      [{ deviceName: 'vdx', cloudDiskSpec: gp1(10) }],
      {
        status: 'OUT_OF_RANGE',
        message: 'DataDisks.CloudDiskSpec.DiskSizeGB out of range',
      },
    ],
    [
      'operations beyond fifty per GB',
      [
        {
          deviceName: 'vdx',
          cloudDiskSpec: { diskType: 'ssd.io1', diskSizeGB: 20, iops: 1010 },
        } as const,
      ],
      { status: 'OUT_OF_RANGE', message: 'DataDisks.CloudDiskSpec.Iops out of range.' },
    ],
    [
      'a snapshot that is not there',
      [{ deviceName: 'vdx', cloudDiskSpec: { ...gp1(20), snapshotId: 'snapshot-none' } }],
      { code: 404, status: 'NOT_FOUND', message: "Snapshot 'snapshot-none' not found" },
    ],
  ])('%s is refused', async (_, dataDisks, expected) => {
    const input = { instanceId: machine().id, name: 'never', dataDisks };
    expect(await cloud.refusal('createImage', input)).toMatchObject(expected);
  });

  test('the place of a disk cannot be taken by a smaller one', async () => {
    const instance = machine();
    const { deviceName, disk } = dataDisk(instance);
    if (disk) disk.diskSizeGB = 100;
    const answer = await cloud.refusal('createImage', {
      instanceId: instance.id,
      name: 'never',
      dataDisks: [{ deviceName, cloudDiskSpec: gp1(90) }],
    });
    expect(answer).toMatchObject({
      status: 'OUT_OF_RANGE',
      message: `Device '${deviceName}' size can only be larger than the original size`,
    });
  });
});

describe('creating is refused', () => {
  test.each([
    ['no instance', { instanceId: 'i-nothing0000' }, 404, "Instance 'i-nothing0000' not found."],
    ['a name of one letter', { name: 'x' }, 400, /^Parameter Name invalid/],
  ])('for %s', async (_, change, code, message) => {
    const input = { instanceId: machine().id, name: 'fine', ...change };
    const answer = await cloud.refusal('createImage', input);
    expect(answer.code).toBe(code);
    expect(answer.message).toMatch(message);
  });

  test('while a disk is on its way', async () => {
    const instance = machine();
    const attachment = instance.dataDisks.find(({ category }) => category === 'cloud');
    if (attachment) attachment.status = 'attaching';
    const answer = await cloud.refusal('createImage', { instanceId: instance.id, name: 'busy' });
    expect(answer.message).toBe(`Disk '${attachment?.diskId}' busy in 'attaching'`);
  });

  test('without a system disk', async () => {
    const instance = machine();
    delete instance.systemDisk;
    const answer = await cloud.refusal('createImage', { instanceId: instance.id, name: 'none' });
    expect(answer).toMatchObject({ message: 'System disk not found' });
  });

  test.each([
    ['image', 'Image quota limit exceeded'],
    ['snapshot', 'Snapshot quota limit exceeded'],
  ] as const)('when the %s quota is used up', async (kind, message) => {
    cloud.region.quotas[kind] = 1;
    const answer = await cloud.refusal('createImage', { instanceId: machine().id, name: 'much' });
    expect(answer).toEqual({ code: 429, status: 'QUOTA_EXCEEDED', message });
  });
});

describe('an image of snapshots', () => {
  const base = {
    platform: 'CentOS',
    osVersion: '7.9',
    architecture: 'x86_64',
    bootMode: 'bios',
  } as const;
  const small = () =>
    [...cloud.region.snapshots.values()].find(({ sizeGB, encrypted }) => sizeGB <= 40 && !encrypted)
      ?.id ?? '';

  test('is made of them, once per client token', async () => {
    const input = {
      ...base,
      name: 'from-snapshots',
      clientToken: 'once',
      cloudDisks: [{ deviceName: 'vda', snapshotId: small() }],
    };
    const { imageId } = await cloud.call('createImageFromSnapshots', input);
    expect(await cloud.call('createImageFromSnapshots', input)).toEqual({ imageId });
    cloud.pass(aMinute);
    expect(await imageOf(imageId)).toMatchObject({
      status: 'ready',
      osVersion: '7.9',
      snapshotId: small(),
    });
    expect(cloud.region.snapshots.get(small())?.imageIds).toContain(imageId);
  });

  test.each([
    ['without any', [], 'CloudDisks out of range'],
    ['without vda', [{ deviceName: 'vdb' }], 'Parameter CloudDisks.DeviceName must include vda'],
    ['of nothing', [{ snapshotId: 'snapshot-none' }], "Snapshot 'snapshot-none' not found"],
  ])('%s is refused', async (_, cloudDisks, message) => {
    const input = { ...base, name: 'never', cloudDisks };
    expect((await cloud.refusal('createImageFromSnapshots', input)).message).toBe(message);
  });
});
