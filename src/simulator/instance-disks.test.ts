import { beforeEach, describe, expect, test } from 'vitest';
import { type TestCloud, testCloud } from './test-cloud.ts';
import type { DiskRecord } from './world.ts';

let cloud: TestCloud;
beforeEach(() => {
  cloud = testCloud({ instances: 42 });
  cloud.pass(60_000);
});

const instanceId = (name: string): string => {
  for (const one of cloud.region.instances.values()) if (one.name === name) return one.id;
  throw new Error(`the seed has no instance ${name}`);
};
const diskNamed = (name: string): DiskRecord => {
  for (const disk of cloud.region.disks.values()) if (disk.name === name) return disk;
  throw new Error(`the seed has no disk ${name}`);
};
const dataDisks = async (name: string) =>
  (await cloud.call('describeInstance', { instanceId: instanceId(name) })).instance?.dataDisks;
const attach = async (machine: string, disk: string, rest: { deviceName?: string } = {}) => {
  await cloud.call('attachDisk', {
    instanceId: instanceId(machine),
    diskId: diskNamed(disk).id,
    ...rest,
  });
  cloud.pass(5000);
};
const detach = async (machine: string, disk: string) => {
  await cloud.call('detachDisk', {
    instanceId: instanceId(machine),
    diskId: diskNamed(disk).id,
  });
  cloud.pass(5000);
};

describe('a data disk', () => {
  test('is attaching, then attached, then detaching, and lingers as detached', async () => {
    const machine = { instanceId: instanceId('web-front-01') };
    const { id: diskId } = diskNamed('scratch-a');
    await cloud.call('attachDisk', { ...machine, diskId, autoDelete: true });
    expect(await dataDisks('web-front-01')).toMatchObject([
      { deviceName: 'vdb', status: 'attaching', autoDelete: true, cloudDisk: { diskId } },
    ]);
    cloud.pass(5000);
    expect(await dataDisks('web-front-01')).toMatchObject([
      { status: 'attached', cloudDisk: { status: 'in-use', attachments: [machine] } },
    ]);
    await cloud.call('detachDisk', { ...machine, diskId });
    expect(await dataDisks('web-front-01')).toMatchObject([{ status: 'detaching' }]);
    cloud.pass(5000);
    expect(await dataDisks('web-front-01')).toMatchObject([{ status: 'detached' }]);
    expect((await cloud.call('describeDisk', { diskId })).disk).toMatchObject({
      status: 'available',
      attachments: [],
    });
    cloud.pass(14 * 60_000);
    expect(await dataDisks('web-front-01')).toHaveLength(1);
    cloud.pass(2 * 60_000);
    expect(await dataDisks('web-front-01')).toEqual([]);
  });

  test('that lingers does not count, and gives way when it comes back', async () => {
    await attach('web-front-01', 'scratch-a');
    await detach('web-front-01', 'scratch-a');
    await attach('web-front-01', 'restore-a', { deviceName: 'vdb' });
    expect((await dataDisks('web-front-01'))?.map(({ status }) => status)).toEqual([
      'detached',
      'attached',
    ]);
    await attach('web-front-01', 'scratch-a');
    expect(await dataDisks('web-front-01')).toMatchObject([
      { deviceName: 'vdb', status: 'attached' },
      { deviceName: 'vdc', status: 'attached' },
    ]);
    // The entry that went away does not take the new one with it.
    cloud.pass(16 * 60_000);
    expect(await dataDisks('web-front-01')).toHaveLength(2);
  });

  test('may be shared by sixteen machines when it is made for that', async () => {
    const { id: diskId } = diskNamed('pg-shared-wal');
    const machines = [...cloud.region.instances.values()].filter(
      ({ az, status, dataDisks: disks, task }) =>
        az === 'cn-north-1a' && status === 'running' && !task && disks.length < 6,
    );
    let count = 0;
    for (const { id } of machines.slice(0, 3)) {
      await cloud.call('attachDisk', { instanceId: id, diskId });
      cloud.pass(5000);
      count++;
      const { disk } = await cloud.call('describeDisk', { diskId });
      expect(disk?.attachments).toHaveLength(count);
    }
    const record = diskNamed('pg-shared-wal');
    while (record.instanceIds.length < 16) record.instanceIds.push('i-elsewhere0');
    const refused = await cloud.refusal('attachDisk', {
      instanceId: machines[3]?.id ?? '',
      diskId,
    });
    expect(refused.message).toBe('Disk attachment limit exceeded');
  });

  test('is deleted with its machine only when told so, by configuration and not shared', async () => {
    await attach('web-front-01', 'scratch-a');
    const { id: diskId } = diskNamed('scratch-a');
    const machine = { instanceId: instanceId('web-front-01') };
    await cloud.call('modifyInstanceDiskAttribute', {
      ...machine,
      dataDisks: [{ diskId, autoDelete: true }],
    });
    expect(await dataDisks('web-front-01')).toMatchObject([{ autoDelete: true }]);

    await attach('k8s-node-01', 'archive-prepaid');
    await cloud.call('modifyInstanceDiskAttribute', {
      instanceId: instanceId('k8s-node-01'),
      dataDisks: [{ diskId: diskNamed('archive-prepaid').id, autoDelete: true }],
    });
    expect(await dataDisks('k8s-node-01')).toMatchObject([{}, { autoDelete: false }]);
  });
});

describe('attaching a disk is refused', () => {
  test.each([
    ['web-front-01', 'scratch-b', 'The instance and disk are not in the same az'],
    ['web-front-01', 'broken-create', "Invalid disk status 'error_create'"],
    ['order-api-01', 'order-api-02-data', "Disk '<id>' already attached"],
    ['order-api-01', 'order-api-01-data', "Disk '<id>' already attached"],
    ['search-es-data-03', 'scratch-b', 'Invalid instance status error'],
  ])('to %s: %s', async (machine, disk, message) => {
    const diskId = diskNamed(disk).id;
    const input = { instanceId: instanceId(machine), diskId };
    expect(await cloud.refusal('attachDisk', input)).toEqual({
      code: 400,
      status: 'FAILED_PRECONDITION',
      message: message.replace('<id>', diskId),
    });
  });

  test('on a device that is taken, or that is none', async () => {
    const input = {
      instanceId: instanceId('order-api-01'),
      diskId: diskNamed('scratch-a').id,
    };
    expect((await cloud.refusal('attachDisk', { ...input, deviceName: 'vdb' })).message).toBe(
      "DeviceName 'vdb' has been used",
    );
    expect(await cloud.refusal('attachDisk', { ...input, deviceName: 'sdb' })).toMatchObject({
      status: 'INVALID_ARGUMENT',
    });
  });

  test('when the disk or the machine is not there', async () => {
    const id = instanceId('order-api-01');
    expect(await cloud.refusal('attachDisk', { instanceId: id, diskId: 'vol-0' })).toEqual({
      code: 404,
      status: 'NOT_FOUND',
      message: "Disk 'vol-0' not found.",
    });
    const diskId = diskNamed('scratch-a').id;
    expect(await cloud.refusal('attachDisk', { instanceId: 'i-0', diskId })).toMatchObject({
      message: "Instance 'i-0' not found.",
    });
  });

  test('beyond what the type takes', async () => {
    const { diskIds = [] } = await cloud.call('createDisks', {
      diskSpec: { az: 'cn-north-1a', name: 'many', diskType: 'ssd.gp1', diskSizeGB: 20 },
      maxCount: 8,
      clientToken: 'many',
    });
    cloud.pass(5000);
    const machine = { instanceId: instanceId('web-front-01') };
    for (const diskId of diskIds.slice(0, 7)) {
      await cloud.call('attachDisk', { ...machine, diskId });
      cloud.pass(5000);
    }
    const refused = await cloud.refusal('attachDisk', { ...machine, diskId: diskIds[7] ?? '' });
    expect(refused.message).toBe('DataDisks out of range');
  });

  test('while another is being attached', async () => {
    const machine = { instanceId: instanceId('web-front-01') };
    await cloud.call('attachDisk', { ...machine, diskId: diskNamed('scratch-a').id });
    const refused = await cloud.refusal('attachDisk', {
      ...machine,
      diskId: diskNamed('restore-a').id,
    });
    expect(refused.message).toMatch(/^Conflict with underlay task \d+$/);
  });
});

describe('the system disk', () => {
  const system = async (name: string) =>
    (await cloud.call('describeInstance', { instanceId: instanceId(name) })).instance?.systemDisk;

  test('is changed while the machine is stopped', async () => {
    const machine = { instanceId: instanceId('batch-etl-07') };
    const old = (await system('batch-etl-07'))?.cloudDisk?.diskId ?? '';
    await cloud.call('detachDisk', { ...machine, diskId: old });
    cloud.pass(5000);
    expect(await system('batch-etl-07')).toBeUndefined();
    expect(await cloud.refusal('startInstance', machine)).toEqual({
      code: 404,
      status: 'NOT_FOUND',
      message: 'System disk not found',
    });
    await attach('batch-etl-07', 'rescue-system', { deviceName: 'vda' });
    expect(await system('batch-etl-07')).toMatchObject({ deviceName: 'vda', status: 'attached' });
    await cloud.call('startInstance', machine);
  });

  test('cannot be detached from a running machine', async () => {
    const diskId = (await system('order-api-01'))?.cloudDisk?.diskId ?? '';
    const input = { instanceId: instanceId('order-api-01'), diskId };
    expect((await cloud.refusal('detachDisk', input)).message).toBe(
      'Please stop the instance first',
    );
  });

  test.each([
    ['web-front-01', 'rescue-system', 'Invalid instance status running'],
    ['batch-etl-07', 'rescue-system', 'Duplicated system disk'],
  ])('of %s is not %s', async (name, disk, message) => {
    const input = { instanceId: instanceId(name), diskId: diskNamed(disk).id, deviceName: 'vda' };
    expect((await cloud.refusal('attachDisk', input)).message).toBe(message);
  });

  test.each([
    ['pg-shared-wal', 'The system disk does not support shared disk'],
    ['restore-a', 'System disk size constraints'],
  ])('cannot be %s', async (disk, message) => {
    const machine = { instanceId: instanceId('batch-etl-07') };
    const old = (await system('batch-etl-07'))?.cloudDisk?.diskId ?? '';
    await cloud.call('detachDisk', { ...machine, diskId: old });
    cloud.pass(5000);
    const input = { ...machine, diskId: diskNamed(disk).id, deviceName: 'vda' };
    expect((await cloud.refusal('attachDisk', input)).message).toBe(message);
  });
});

describe('refused as well', () => {
  test('detaching what is not attached', async () => {
    const input = { instanceId: instanceId('web-front-01'), diskId: diskNamed('scratch-a').id };
    expect((await cloud.refusal('detachDisk', input)).message).toBe(
      "Invalid disk status 'available'",
    );
  });

  test('changing a disk that is not there: none of the others is changed either', async () => {
    const id = instanceId('order-api-01');
    const [first] = (await dataDisks('order-api-01')) ?? [];
    const refused = await cloud.refusal('modifyInstanceDiskAttribute', {
      instanceId: id,
      dataDisks: [
        { diskId: first?.cloudDisk?.diskId, autoDelete: true },
        { diskId: 'vol-0', autoDelete: true },
      ],
    });
    expect(refused.message).toBe("disk 'vol-0' not mounted on instance");
    expect((await dataDisks('order-api-01'))?.[0]?.autoDelete).toBe(false);
  });
});
