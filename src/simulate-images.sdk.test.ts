// The vendor's SDK makes, shares, copies, imports and exports images.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { centos76, elsewhere, region, sdkCloud } from './sdk-cloud.ts';
import { sdkMachines } from './sdk-machines.ts';
import { shares } from './sdk-shares.ts';

const cloud = sdkCloud();
const { call, refusal, wait } = cloud;
const { aMachine } = sdkMachines(cloud);

beforeAll(cloud.start);
afterAll(cloud.stop);

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
    await wait();
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
    await wait();
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
    await wait();
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
    await wait(185);
    const exported = await call('exportImage', { imageId, roleName: 'exporter', ossUrl: bucket });
    await wait(185);
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

test('each operation of these was carried out and refused', () => {
  expect(cloud.missing(shares.images)).toEqual([]);
});
