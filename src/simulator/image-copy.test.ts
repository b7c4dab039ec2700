import { beforeEach, describe, expect, test } from 'vitest';
import { type TestCloud, testCloud } from './test-cloud.ts';
import type { RegionWorld } from './world.ts';

let cloud: TestCloud;
beforeEach(() => {
  cloud = testCloud();
});

const destinationRegion = 'cn-east-2';
const longEnough = 91_000;

function idOf(name: string): string {
  const image = [...cloud.region.images.values()].find((one) => one.name === name);
  if (!image) throw new Error(`the seed has no image ${name}`);
  return image.id;
}

function target(): RegionWorld {
  const region = cloud.simulator.world.regions.get(destinationRegion);
  if (!region) throw new Error(`there is no ${destinationRegion}`);
  return region;
}

const there = async (imageId = '') =>
  (await cloud.call('describeImage', { regionId: destinationRegion, imageId })).image;

describe('a copy', () => {
  test('appears in the other region as pending and becomes ready with snapshots of its own', async () => {
    const sourceImageId = idOf('pg-main-2026-10');
    const { copyImages } = await cloud.call('copyImages', {
      sourceImageIds: [sourceImageId],
      destinationRegion,
    });
    const [copied] = copyImages ?? [];
    expect(copied?.sourceImageId).toBe(sourceImageId);
    const pending = await there(copied?.destinationImageId);
    expect(pending).toMatchObject({
      name: 'pg-main-2026-10',
      desc: `Copied from cn-north-1 ${sourceImageId}`,
      status: 'pending',
      progress: '0',
      imageSource: 'private',
    });

    cloud.pass(longEnough);
    const ready = await there(copied?.destinationImageId);
    expect(ready).toMatchObject({ status: 'ready', progress: '100' });
    for (const device of [ready?.systemDisk, ...(ready?.dataDisks ?? [])]) {
      const id = device?.cloudDisk?.snapshotId ?? '';
      expect(target().snapshots.get(id)?.status).toBe('available');
      expect(cloud.region.snapshots.has(id)).toBe(false);
    }
  });

  test('takes one name and description for all, if given', async () => {
    const sourceImageIds = ['pg-main-2026-10', 'golden-centos-82'].map(idOf);
    const { copyImages = [] } = await cloud.call('copyImages', {
      sourceImageIds,
      destinationRegion,
      name: 'x',
      description: 'both',
    });
    expect(copyImages).toHaveLength(2);
    for (const { destinationImageId } of copyImages)
      expect(await there(destinationImageId)).toMatchObject({ name: 'x', desc: 'both' });
  });

  test('of a share becomes a private image, even in the same region', async () => {
    const { copyImages } = await cloud.call('copyImages', {
      sourceImageIds: [idOf('audit-agent-base')],
      destinationRegion: 'cn-north-1',
    });
    const imageId = copyImages?.[0]?.destinationImageId ?? '';
    const { image } = await cloud.call('describeImage', { imageId });
    expect(image).toMatchObject({ imageSource: 'private', ownerPin: 'vm-console-demo' });
  });

  test('keeps its source from being deleted or copied again until it is done', async () => {
    const imageId = idOf('golden-centos-82');
    const copy = { sourceImageIds: [imageId], destinationRegion };
    await cloud.call('copyImages', copy);
    const { image } = await cloud.call('describeImage', { imageId });
    expect(image?.status).toBe('ready');
    const message = `The image '${imageId}' is busy`;
    expect(await cloud.refusal('copyImages', copy)).toMatchObject({ message });
    await expect(
      cloud.refusal('modifyImageAttribute', { imageId, name: 'other' }),
    ).resolves.toMatchObject({ message });

    cloud.pass(longEnough);
    await cloud.call('modifyImageAttribute', { imageId, name: 'other' });
  });

  test('named fail-copy ends as an error and frees its source', async () => {
    const imageId = idOf('golden-centos-82');
    const before = target().snapshots.size;
    const { copyImages } = await cloud.call('copyImages', {
      sourceImageIds: [imageId],
      destinationRegion,
      name: 'fail-copy-1',
    });
    cloud.pass(longEnough);
    expect((await there(copyImages?.[0]?.destinationImageId))?.status).toBe('error');
    expect(target().snapshots.size).toBe(before);
    expect(cloud.region.images.get(imageId)?.task).toBeUndefined();
  });
});

describe('copying is refused', () => {
  test.each([
    ['an official image', 'CentOS 8.2 64位', "Can't use this image"],
    ['a community image', 'cuda-ubuntu1804', "Can't use this image"],
    ['a local-disk image', 'nat-gw-2025', 'Only support cloudDisk image'],
  ])('for %s', async (_, name, message) => {
    const input = { sourceImageIds: [idOf(name)], destinationRegion };
    expect(await cloud.refusal('copyImages', input)).toEqual({
      code: 400,
      status: 'FAILED_PRECONDITION',
      message,
    });
  });

  test('for an encrypted snapshot', async () => {
    const input = { sourceImageIds: [idOf('vault-sealed')], destinationRegion };
    expect((await cloud.refusal('copyImages', input)).message).toMatch(
      /^Copy encrypted snapshot 'snapshot-\w{10}' is not support\.$/,
    );
  });

  test.each([
    [{ destinationRegion: 'cn-west-9' }, 'INVALID_ARGUMENT', "Invalid region 'cn-west-9'"],
    [{ sourceImageIds: [] }, 'INVALID_ARGUMENT', 'Parameter SourceImageIds missing'],
    [{ sourceImageIds: ['img-none'] }, 'NOT_FOUND', "Image 'img-none' not found"],
  ])('for %j', async (change, status, message) => {
    const input = { sourceImageIds: [idOf('golden-centos-82')], destinationRegion, ...change };
    expect(await cloud.refusal('copyImages', input)).toMatchObject({ status, message });
  });

  test('for more than ten at a time', async () => {
    const sourceImageIds = Array.from({ length: 11 }, (_, i) => `img-${i}`);
    const answer = await cloud.refusal('copyImages', { sourceImageIds, destinationRegion });
    expect(answer.status).toBe('INVALID_ARGUMENT');
  });

  test.each([
    ['image', 'Image quota limit exceeded'],
    ['snapshot', 'Snapshot quota limit exceeded'],
  ] as const)(
    'by the %s quota of the target region, and nothing is copied',
    async (kind, message) => {
      target().quotas[kind] = 0;
      const images = target().images.size;
      const input = { sourceImageIds: [idOf('golden-centos-82')], destinationRegion };
      expect(await cloud.refusal('copyImages', input)).toMatchObject({ code: 429, message });
      expect(target().images.size).toBe(images);
      expect(cloud.region.images.get(idOf('golden-centos-82'))?.task).toBeUndefined();
    },
  );
});
