import { beforeEach, describe, expect, test } from 'vitest';
import { type TestCloud, testCloud } from './test-cloud.ts';

let cloud: TestCloud;
beforeEach(() => {
  cloud = testCloud({ instances: 20 });
  cloud.pass(60_000);
});

const diskId = (name: string): string => {
  for (const disk of cloud.region.disks.values()) if (disk.name === name) return disk.id;
  throw new Error(`the seed has no disk ${name}`);
};
const diskSpec = { az: 'cn-north-1a', name: 'new', diskType: 'ssd.gp1', diskSizeGB: 50 } as const;
const describeOne = async (id = '') => (await cloud.call('describeDisk', { diskId: id })).disk;

describe('disks', () => {
  test('are made, numbered, once per token', async () => {
    const input = { diskSpec, maxCount: 2, clientToken: 'two', userTags: [{ key: 'a' }] };
    const { diskIds = [] } = await cloud.call('createDisks', input);
    expect(await describeOne(diskIds[0])).toMatchObject({ name: 'new-1', status: 'creating' });
    cloud.pass(5000);
    expect(await describeOne(diskIds[1])).toMatchObject({
      name: 'new-2',
      status: 'available',
      diskSizeGB: 50,
      charge: { chargeMode: 'postpaid_by_duration' },
      tags: [{ key: 'a', value: '' }],
    });
    expect((await cloud.call('createDisks', input)).diskIds).toEqual(diskIds);
  });

  test('grow, and only grow, while nothing uses them', async () => {
    const id = diskId('scratch-a');
    await cloud.call('extendDisk', { diskId: id, diskSizeGB: 200 });
    expect((await describeOne(id))?.status).toBe('extending');
    cloud.pass(5000);
    expect(await describeOne(id)).toMatchObject({ status: 'available', diskSizeGB: 200 });
    expect(await cloud.refusal('extendDisk', { diskId: id, diskSizeGB: 200 })).toMatchObject({
      status: 'OUT_OF_RANGE',
    });
  });

  test('go, unless something uses them or they are prepaid', async () => {
    const id = diskId('scratch-a');
    await cloud.call('deleteDisk', { diskId: id });
    cloud.pass(5000);
    expect(await cloud.refusal('describeDisk', { diskId: id })).toMatchObject({ code: 404 });
    for (const name of ['order-api-01-data', 'archive-prepaid', 'broken-create']) {
      const refused = await cloud.refusal('deleteDisk', { diskId: diskId(name) });
      expect(refused).toMatchObject({ code: 400, status: 'FAILED_PRECONDITION' });
    }
  });

  test.each([
    ['diskType', 'nvme', 'INVALID_ARGUMENT'],
    ['diskSizeGB', 55, 'OUT_OF_RANGE'],
    ['diskSizeGB', 10, 'OUT_OF_RANGE'],
    ['iops', 5000, 'INVALID_ARGUMENT'],
    ['az', 'cn-north-1z', 'INVALID_ARGUMENT'],
    ['snapshotId', 'snapshot-0', 'NOT_FOUND'],
  ])('with %s %s are refused', async (key, value, status) => {
    const input = { diskSpec: { ...diskSpec, [key]: value }, maxCount: 1, clientToken: 'x' };
    expect(await cloud.refusal('createDisks', input)).toMatchObject({ status });
  });

  test('beyond the quota are refused', async () => {
    cloud.region.quotas.disk = cloud.region.disks.size;
    const input = { diskSpec, maxCount: 1, clientToken: 'x' };
    expect(await cloud.refusal('createDisks', input)).toEqual({
      code: 429,
      status: 'QUOTA_EXCEEDED',
      message: 'Disk quota limit exceeded',
    });
  });

  test('are listed free and in use, by what they are, and in order of time', async () => {
    const free = await cloud.call('describeDisks', {
      pageSize: 100,
      filters: [
        { name: 'status', values: ['available'] },
        { name: 'az', values: ['cn-north-1a'] },
        { name: 'multiAttach', values: ['false'] },
      ],
    });
    expect(free.disks?.map(({ name }) => name)).toContain('scratch-a');
    expect(free.disks?.map(({ name }) => name)).not.toContain('pg-shared-wal');
    const created = async (direction: 0 | 1, ...statuses: string[]) => {
      const orders = [{ name: 'create_time', direction }];
      const filters = [{ name: 'status' as const, values: statuses }];
      const query = { pageSize: 100, orders, ...(statuses.length > 0 && { filters }) };
      const { disks = [] } = await cloud.call('describeDisks', query);
      return disks.map(({ createTime = '' }) => createTime);
    };
    const ascending = await created(0);
    expect(ascending).toEqual(ascending.toSorted());
    expect(await created(1)).toEqual(ascending.toSorted().toReversed());
    const some = await created(0, 'available');
    expect(some.length).toBeLessThan(ascending.length);
    expect(some).toEqual(some.toSorted());
    expect(await created(1, 'available')).toEqual(some.toReversed());
  });
});

describe('snapshots', () => {
  test('are taken, listed, and make disks of at least their size', async () => {
    const from = diskId('restore-a');
    const { snapshotId = '' } = await cloud.call('createSnapshot', {
      snapshotSpec: { name: 'nightly', diskId: from },
      clientToken: 'nightly',
    });
    const list = async () => {
      const filters = [{ name: 'snapshotId' as const, values: [snapshotId] }];
      return (await cloud.call('describeSnapshots', { filters })).snapshots;
    };
    expect(await list()).toMatchObject([{ status: 'creating', snapshotSizeGB: 2000 }]);
    expect(await cloud.refusal('deleteDisk', { diskId: from })).toMatchObject({
      message: expect.stringContaining('snapshot'),
    });
    cloud.pass(16_000);
    expect(await list()).toMatchObject([{ status: 'available', diskId: from }]);
    expect(
      await cloud.refusal('createDisks', {
        diskSpec: { ...diskSpec, snapshotId },
        maxCount: 1,
        clientToken: 'x',
      }),
    ).toMatchObject({ status: 'OUT_OF_RANGE' });
  });

  test('of others there are none', async () => {
    expect(await cloud.call('describeSnapshots', { snapshotSource: 'shared' })).toEqual({
      snapshots: [],
      totalCount: 0,
    });
  });
});
