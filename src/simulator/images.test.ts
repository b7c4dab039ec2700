import { describe, expect, test } from 'vitest';
import { testCloud } from './test-cloud.ts';
import type { ImageRecord, RegionWorld } from './world.ts';

const named = (region: RegionWorld, name: string): ImageRecord => {
  const image = [...region.images.values()].find((one) => one.name === name);
  if (!image) throw new Error(`the seed has no image ${name}`);
  return image;
};
const idOf = (region: RegionWorld, name: string): string => named(region, name).id;

describe('listing', () => {
  test('wants a source unless ids are given', async () => {
    const { call, refusal } = testCloud();
    expect(await refusal('describeImages', {})).toEqual({
      code: 400,
      status: 'FAILED_PRECONDITION',
      message: 'Parameter ImageSource missing',
    });
    const { images } = await call('describeImages', { ids: ['img-h8ly274zg9'] });
    expect(images?.map(({ name }) => name)).toEqual(['CentOS 8.2 64位']);
  });

  test('refuses a page of less than ten', async () => {
    const { refusal } = testCloud();
    const answer = await refusal('describeImages', { imageSource: 'public', pageSize: 9 });
    expect(answer).toMatchObject({ status: 'OUT_OF_RANGE', message: 'PageSize out of range' });
  });

  test('official images have ids of both shapes, and those taken offline are asked for', async () => {
    const { call } = testCloud();
    const { images = [], totalCount } = await call('describeImages', { imageSource: 'public' });
    expect(totalCount).toBe(11);
    expect(images.some(({ imageId }) => /^img-[a-z0-9]{10}$/.test(imageId))).toBe(true);
    expect(images.some(({ imageId }) => /^[0-9a-f]{8}-[0-9a-f]{4}-/.test(imageId))).toBe(true);
    const offline = await call('describeImages', { imageSource: 'public', offline: true });
    expect(offline.images?.map(({ name }) => name)).toEqual(['Ubuntu 14.04 64位']);
  });

  test.each([
    [{ platform: 'Ubuntu' }, ['golden-ubuntu-2004']],
    [{ imageName: 'GOLDEN' }, ['golden-ubuntu-2004', 'golden-centos-82']],
    [{ rootDeviceType: 'localDisk' }, ['legacy-erp-export', 'nat-gw-2025']],
    [{ launchPermission: 'specifiedUsers' }, ['golden-ubuntu-2004', 'golden-centos-82']],
    [{ status: 'error' }, ['legacy-erp-export']],
    [{ imageName: 'golden', platform: 'CentOS' }, ['golden-centos-82']],
    [{ architecture: 'arm64' }, []],
  ] as const)('private images by %j are %j', async (conditions, names) => {
    const { call } = testCloud();
    const { images } = await call('describeImages', { imageSource: 'private', ...conditions });
    expect(images?.map(({ name }) => name)).toEqual(names);
  });

  test.each(['thirdparty', 'shared', 'community'] as const)('%s images are there', async (from) => {
    const { call } = testCloud();
    const { images = [] } = await call('describeImages', { imageSource: from });
    expect(images.length).toBeGreaterThan(0);
    expect(new Set(images.map(({ imageSource }) => imageSource))).toEqual(new Set([from]));
  });

  test('one image, or none', async () => {
    const { call, refusal, region } = testCloud();
    const imageId = idOf(region, 'pg-main-2026-10');
    const { image } = await call('describeImage', { imageId });
    expect(image).toMatchObject({
      imageId,
      status: 'ready',
      progress: '100',
      rootDeviceType: 'cloudDisk',
      systemDisk: { deviceName: 'vda', cloudDisk: { diskSizeGB: 80 } },
      dataDisks: [{ deviceName: 'vdb', cloudDisk: { diskType: 'ssd.io1', diskSizeGB: 500 } }],
    });
    expect(await refusal('describeImage', { imageId: 'img-nothing000' })).toEqual({
      code: 404,
      status: 'NOT_FOUND',
      message: "Image 'img-nothing000' not found",
    });
  });
});

describe('constraints', () => {
  test('exclude types of official images; private ones have none', async () => {
    const { call, region } = testCloud();
    const windows = idOf(region, 'Windows Server 2016 数据中心版 64位 中文版');
    const { imageConstraints } = await call('describeImageConstraints', { imageId: windows });
    expect(imageConstraints?.imageInstanceTypeConstraint).toMatchObject({
      constraintsType: 'excludes',
      instanceTypes: expect.arrayContaining(['g.n4.24xlarge']),
    });
    const mine = await call('describeImageConstraints', {
      imageId: idOf(region, 'win-build-base'),
    });
    expect(mine.imageConstraints?.imageInstanceTypeConstraint?.instanceTypes).toEqual([]);
  });

  test('in one call for many, or for all', async () => {
    const { call } = testCloud();
    const ids = ['img-h8ly274zg9', 'img-nothing000'];
    const some = await call('describeImageConstraintsBatch', { ids });
    expect(some.imageConstraints?.map(({ imageId }) => imageId)).toEqual(['img-h8ly274zg9']);
    const all = await call('describeImageConstraintsBatch', {});
    expect(all.imageConstraints?.length).toBe(14);
  });
});

describe('renaming', () => {
  test('changes name and description', async () => {
    const { call, region } = testCloud();
    const imageId = idOf(region, 'order-api-20261120');
    await call('modifyImageAttribute', { imageId, name: 'order-api-base', description: '基线' });
    const { image } = await call('describeImage', { imageId });
    expect(image).toMatchObject({ name: 'order-api-base', desc: '基线' });
  });

  test('is refused without a change, and for images of others', async () => {
    const { refusal, region } = testCloud();
    const imageId = idOf(region, 'order-api-20261120');
    expect(await refusal('modifyImageAttribute', { imageId })).toEqual({
      code: 400,
      status: 'INVALID_ARGUMENT',
      message: 'Parameter name、description missing',
    });
    const official = await refusal('modifyImageAttribute', {
      imageId: 'img-h8ly274zg9',
      name: 'mine',
    });
    expect(official).toMatchObject({ message: "Can't use this image" });
  });
});

describe('deleting', () => {
  test('passes through deleting, and keeps the snapshots unless told otherwise', async () => {
    const { call, refusal, region, pass } = testCloud();
    const kept = named(region, 'pg-main-2026-10');
    const dropped = named(region, 'order-api-20261120');
    const before = region.snapshots.size;
    await call('deleteImage', { imageId: kept.id });
    await call('deleteImage', { imageId: dropped.id, deleteSnapshot: true });
    const { image } = await call('describeImage', { imageId: kept.id });
    expect(image?.status).toBe('deleting');

    pass(15_000);
    expect(await refusal('describeImage', { imageId: kept.id })).toMatchObject({ code: 404 });
    expect(region.snapshots.has(kept.systemDisk?.snapshotId ?? '')).toBe(true);
    expect(region.snapshots.size).toBe(before - 1);
  });

  test.each([
    ['CentOS 8.2 64位', "Can't delete protected image"],
    ['audit-agent-base', "Can't delete this image"],
    ['cuda-ubuntu1804', "Can't delete this image"],
    ['golden-centos-82', "Can't delete shared image"],
  ])('is refused for %s: %s', async (name, message) => {
    const { refusal, region } = testCloud();
    const answer = await refusal('deleteImage', { imageId: idOf(region, name) });
    expect(answer).toEqual({ code: 400, status: 'FAILED_PRECONDITION', message });
  });

  test('is refused twice over', async () => {
    const { call, refusal, region } = testCloud();
    const imageId = idOf(region, 'order-api-20261120');
    await call('deleteImage', { imageId });
    const again = await refusal('deleteImage', { imageId });
    expect(again.status).toBe('FAILED_PRECONDITION');
    expect(again.message).toMatch(/^Conflict with underlay image task '\d+'$/);
  });

  test('of a local-disk image waits until no instance is of it', async () => {
    const { refusal, region } = testCloud();
    const image = named(region, 'nat-gw-2025');
    const [instance] = region.instances.values();
    if (instance) instance.imageId = image.id;
    expect((await refusal('deleteImage', { imageId: image.id })).message).toBe(
      'Local-System-Disk image cannot be deleted if it has been used to create instances',
    );
  });
});

describe('sharing', () => {
  const pins = ['team-data'];

  test('goes to accounts and comes back', async () => {
    const { call, region } = testCloud();
    const imageId = idOf(region, 'order-api-20261120');
    await call('shareImage', { imageId, pins, loginNames: ['li.wei'] });
    await call('shareImage', { imageId, pins });
    expect(await call('describeImageMembers', { imageId })).toEqual({
      pins,
      loginNames: ['li.wei'],
    });
    const shared = await call('describeImage', { imageId });
    expect(shared.image?.launchPermission).toBe('specifiedUsers');

    await call('unShareImage', { imageId, pins, loginNames: ['li.wei'] });
    const back = await call('describeImage', { imageId });
    expect(back.image?.launchPermission).toBe('ownerOnly');
  });

  test.each([
    ['CentOS 8.2 64位', pins, "Can't use this image"],
    ['legacy-erp-export', pins, "Invalid image status 'error'"],
    ['order-api-20261120', ['a b'], "Invalid pin 'a b'"],
    ['order-api-20261120', ['vm-console-demo'], "Invalid pin 'vm-console-demo'"],
    ['order-api-20261120', ['no-such-account'], "Pin 'no-such-account' not found"],
  ])('%s with %j is refused: %s', async (name, accounts, message) => {
    const { refusal, region } = testCloud();
    const answer = await refusal('shareImage', { imageId: idOf(region, name), pins: accounts });
    expect(answer).toEqual({ code: 400, status: 'FAILED_PRECONDITION', message });
  });

  test('never takes an encrypted snapshot along', async () => {
    const { refusal, region } = testCloud();
    const image = named(region, 'vault-sealed');
    const answer = await refusal('shareImage', { imageId: image.id, pins });
    expect(answer.message).toBe(
      `Share encrypted snapshot '${image.dataDisks[0]?.snapshotId}' is not support.`,
    );
  });

  test('stops at twenty accounts', async () => {
    const { call, refusal, region } = testCloud();
    const imageId = idOf(region, 'order-api-20261120');
    const many = Array.from({ length: 20 }, (_, i) => `partner-${i}`);
    await call('shareImage', { imageId, pins: many });
    expect(await refusal('shareImage', { imageId, pins: ['one-more'] })).toEqual({
      code: 429,
      status: 'QUOTA_EXCEEDED',
      message: 'Image share quota limit exceeded',
    });
  });

  test('ends only for accounts that have it', async () => {
    const { refusal, region } = testCloud();
    const imageId = idOf(region, 'golden-centos-82');
    const answer = await refusal('unShareImage', { imageId, pins: ['stranger'] });
    expect(answer.message).toBe("Pin 'stranger' not found");
  });
});

describe('publishing', () => {
  test('ends the shares and shows the image to the community, until it is withdrawn', async () => {
    const { call, refusal, region } = testCloud();
    const imageId = idOf(region, 'golden-ubuntu-2004');
    await call('releaseImage', { imageId });
    const { image } = await call('describeImage', { imageId });
    expect(image).toMatchObject({ imageSource: 'community', launchPermission: 'all' });
    expect((await refusal('deleteImage', { imageId })).message).toBe(
      "Can't delete community image",
    );
    expect((await refusal('shareImage', { imageId, pins: ['team-data'] })).message).toBe(
      "Community image can't be shared",
    );

    await call('unReleaseImage', { imageId });
    expect(await call('describeImageMembers', { imageId })).toEqual({ pins: [], loginNames: [] });
    const back = await call('describeImage', { imageId });
    expect(back.image).toMatchObject({ imageSource: 'private', launchPermission: 'ownerOnly' });
  });

  test.each([
    ['CentOS 8.2 64位', "Can't use non-private image"],
    ['nat-gw-2025', 'Only cloud disk can be released'],
    ['vault-sealed', 'Release encrypted snapshot is not support.'],
  ])('%s is refused: %s', async (name, message) => {
    const { refusal, region } = testCloud();
    const answer = await refusal('releaseImage', { imageId: idOf(region, name) });
    expect(answer).toEqual({ code: 400, status: 'FAILED_PRECONDITION', message });
  });

  test.each(['cuda-ubuntu1804', 'golden-ubuntu-2004'])(
    'withdrawing %s, which is not ours to withdraw, is refused',
    async (name) => {
      const { refusal, region } = testCloud();
      const answer = await refusal('unReleaseImage', { imageId: idOf(region, name) });
      expect(answer.message).toBe("Can't use this image");
    },
  );
});

test.each([
  'deleteImage',
  'releaseImage',
  'unReleaseImage',
  'describeImageMembers',
  'describeImageConstraints',
] as const)('%s answers 404 for an image that is not there', async (operation) => {
  const { refusal } = testCloud();
  expect(await refusal(operation, { imageId: 'img-nothing000' })).toEqual({
    code: 404,
    status: 'NOT_FOUND',
    message: "Image 'img-nothing000' not found",
  });
});
