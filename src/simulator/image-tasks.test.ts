import { beforeEach, describe, expect, test } from 'vitest';
import { type TestCloud, testCloud } from './test-cloud.ts';

let cloud: TestCloud;
beforeEach(() => {
  cloud = testCloud();
});

const longEnough = 181_000;
const bucket = 'https://images-demo.s3.cn-north-1.jdcloud-oss.com';

const file = {
  architecture: 'x86_64',
  osType: 'linux',
  platform: 'Other Linux',
  diskFormat: 'qcow2',
  systemDiskSizeGB: 40,
  imageUrl: `${bucket}/rocky-94.qcow2?Expires=1`,
  imageName: 'rocky-94',
} as const;

function idOf(name: string): string {
  const image = [...cloud.region.images.values()].find((one) => one.name === name);
  if (!image) throw new Error(`the seed has no image ${name}`);
  return image.id;
}

async function task(taskId = '') {
  const { taskSet } = await cloud.call('imageTasks', { taskIds: [taskId] });
  return taskSet?.[0];
}

describe('importing', () => {
  test('goes from pending over running to finished and yields a private image', async () => {
    const { imageId = '', taskId } = await cloud.call('importImage', {
      ...file,
      bootMode: 'uefi',
      dataDisks: [{ dataDiskSizeGB: 100, imageUrl: `${bucket}/data.qcow2` }],
    });
    expect(await task(taskId)).toMatchObject({
      action: 'ImportImage',
      taskStatus: 'pending',
      progress: 0,
      imageId,
      imageName: 'rocky-94',
      createdTime: '2026-11-24 14:00:00',
    });
    cloud.pass(30_000);
    const running = await task(taskId);
    expect(running?.taskStatus).toBe('running');
    expect(running?.progress).toBeGreaterThan(0);

    cloud.pass(longEnough);
    const done = await task(taskId);
    expect(done).toMatchObject({ taskStatus: 'finished', progress: 100 });
    expect(done?.finishedTime).toMatch(/^2026-11-24 14:0\d:\d\d$/);
    const { image } = await cloud.call('describeImage', { imageId });
    expect(image).toMatchObject({
      status: 'ready',
      imported: true,
      imageSource: 'private',
      bootMode: 'uefi',
      dataDisks: [{ deviceName: 'vdb', cloudDisk: { diskSizeGB: 100 } }],
    });
  });

  test('a repeat with the same client token starts nothing', async () => {
    const input = { ...file, clientToken: 'one-click' };
    const first = await cloud.call('importImage', input);
    expect(await cloud.call('importImage', input)).toEqual(first);
    expect(cloud.region.imageTasks.size).toBe(2);
  });

  test('of the wrong kind of file fails, says why, and leaves neither image nor snapshots', async () => {
    const snapshots = cloud.region.snapshots.size;
    const imageUrl = `${bucket}/debian.iso`;
    const { imageId = '', taskId } = await cloud.call('importImage', { ...file, imageUrl });
    cloud.pass(longEnough);
    expect(await task(taskId)).toMatchObject({
      taskStatus: 'failed',
      errorInfo: 'The image file is not a valid qcow2 file.',
    });
    expect(await cloud.refusal('describeImage', { imageId })).toMatchObject({ code: 404 });
    expect(cloud.region.snapshots.size).toBe(snapshots);
  });

  test('skips the check of the file when forced', async () => {
    const imageUrl = `${bucket}/debian.iso`;
    const input = { ...file, imageUrl, forceImport: true };
    const { taskId } = await cloud.call('importImage', input);
    cloud.pass(longEnough);
    expect((await task(taskId))?.taskStatus).toBe('finished');
  });

  test.each([
    [
      { imageUrl: 'https://b.s3.cn-east-2.jdcloud-oss.com/a.qcow2' },
      'CONFLICT',
      "OssRegion 'cn-east-2' not match current region 'cn-north-1'",
    ],
    [{ imageUrl: 'a.qcow2' }, 'INVALID_ARGUMENT', 'Invalid ImageUrl'],
    [{ systemDiskSizeGB: 45 }, 'OUT_OF_RANGE', 'SystemDiskSizeGB must be multiple of 10'],
    [{ systemDiskSizeGB: 30 }, 'OUT_OF_RANGE', 'SystemDiskSizeGB out of range'],
  ])('is refused with %j', async (change, status, message) => {
    const answer = await cloud.refusal('importImage', { ...file, ...change });
    expect(answer).toEqual({ code: 400, status, message });
  });

  test('counts against the image quota', async () => {
    cloud.region.quotas.image = 1;
    expect(await cloud.refusal('importImage', file)).toMatchObject({
      status: 'QUOTA_EXCEEDED',
      message: 'Image quota limit exceeded',
    });
  });
});

describe('exporting', () => {
  const target = { roleName: 'export-role', ossUrl: bucket } as const;

  test('writes the system disk under its prefix, and the data disks when asked', async () => {
    const imageId = idOf('pg-main-2026-10');
    const { taskId } = await cloud.call('exportImage', {
      imageId,
      ...target,
      ossPrefix: 'weekly',
      isAllDisk: true,
    });
    cloud.pass(longEnough);
    expect(await task(taskId)).toMatchObject({
      action: 'ExportImage',
      taskStatus: 'finished',
      ossUrl: bucket,
      ossObject: `weekly_exportImage_${imageId}`,
      ossObjects: [`weekly_exportImage_${imageId}`, `weekly_exportImage_${imageId}_vdb`],
    });
  });

  test('holds the image meanwhile', async () => {
    const imageId = idOf('order-api-20261120');
    const { taskId } = await cloud.call('exportImage', { imageId, ...target });
    const message = `Conflict with underlay image task '${taskId}'`;
    expect(await cloud.refusal('exportImage', { imageId, ...target })).toMatchObject({ message });
    expect(await cloud.refusal('deleteImage', { imageId })).toMatchObject({ message });
    cloud.pass(longEnough);
    await cloud.call('deleteImage', { imageId });
  });

  test('of an image named fail-export fails, and leaves the image as it was', async () => {
    const imageId = idOf('order-api-20261120');
    await cloud.call('modifyImageAttribute', { imageId, name: 'fail-export-1' });
    const { taskId } = await cloud.call('exportImage', { imageId, ...target });
    cloud.pass(longEnough);
    expect(await task(taskId)).toMatchObject({ taskStatus: 'failed' });
    const { image } = await cloud.call('describeImage', { imageId });
    expect(image?.status).toBe('ready');
  });

  test.each([
    ['CentOS 8.2 64位', {}, 'FAILED_PRECONDITION', "Can't use this image"],
    ['nat-gw-2025', {}, 'FAILED_PRECONDITION', "Invalid image type 'localDisk'"],
    ['win-build-base', {}, 'FAILED_PRECONDITION', "Windows image can't export"],
    [
      'order-api-20261120',
      { ossUrl: 'https://b.s3.cn-south-1.jdcloud-oss.com' },
      'CONFLICT',
      "OssRegion 'cn-south-1' not match current region 'cn-north-1'",
    ],
    [
      'order-api-20261120',
      { ossUrl: 'http://b.s3.cn-north-1.jdcloud-oss.com' },
      'INVALID_ARGUMENT',
      'Invalid OssUrl: must start with https://',
    ],
  ])('%s with %j is refused', async (name, change, status, message) => {
    const input = { imageId: idOf(name), ...target, ...change };
    expect(await cloud.refusal('exportImage', input)).toEqual({ code: 400, status, message });
  });
});

describe('the task list', () => {
  test('filters by action, status, id and time', async () => {
    await cloud.call('importImage', file);
    const ids = async (input: Parameters<typeof cloud.call<'imageTasks'>>[1]) =>
      (await cloud.call('imageTasks', input)).taskSet?.map(({ taskId }) => taskId);
    expect(await ids({})).toEqual(['211', '212']);
    expect(await ids({ taskAction: 'ExportImage' })).toEqual([]);
    expect(await ids({ taskStatus: 'failed' })).toEqual(['211']);
    expect(await ids({ taskIds: ['212', '999'] })).toEqual(['212']);
    expect(await ids({ startTime: '2026-11-24 00:00:00' })).toEqual(['212']);
    expect(await ids({ endTime: '2026-11-24 00:00:00' })).toEqual(['211']);
  });

  test('refuses a page of less than ten, and a time of another shape', async () => {
    expect(await cloud.refusal('imageTasks', { pageSize: 5 })).toMatchObject({
      status: 'OUT_OF_RANGE',
      message: 'PageSize out of range',
    });
    expect(await cloud.refusal('imageTasks', { startTime: 'yesterday' })).toMatchObject({
      status: 'INVALID_ARGUMENT',
      message: 'Invalid StartTime',
    });
  });
});
