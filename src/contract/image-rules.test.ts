import { describe, expect, test } from 'vitest';
import { isTaskConflict } from './errors.ts';
import {
  type ImageAction,
  type ImageFacts,
  imageRefusalFor,
  imageRules,
  imageStatusWord,
  whyNotImage,
} from './image-rules.ts';

const image: ImageFacts = {
  imageId: 'img-1',
  imageSource: 'private',
  status: 'ready',
  rootDeviceType: 'cloudDisk',
  osType: 'linux',
  launchPermission: 'ownerOnly',
};
// Object.keys forgets which keys these are; nobody adds any to a constant.
const actions = Object.keys(imageRules) as ImageAction[];

const sealed: ImageFacts['dataDisks'] = [
  { cloudDisk: { snapshotId: 'snapshot-1', encrypted: true, diskSizeGB: 20, diskType: 'ssd.gp1' } },
];
const shared = { launchPermission: 'specifiedUsers' };
const local = { rootDeviceType: 'localDisk' };
const windows = { osType: 'windows' };
const official = { imageSource: 'public' };
const community = { imageSource: 'community' };
const copied = { task: { id: '7', operation: 'copyImages' } };

describe('what stands in the way of an action on an image', () => {
  test('of a plain private one: nothing, but for what only published ones have', () => {
    const refused = actions.filter((action) => whyNotImage(action, image) !== undefined);
    expect(refused).toEqual(['unReleaseImage']);
  });

  test.each<[ImageAction, Partial<ImageFacts>, string]>([
    ['deleteImage', official, "Can't delete protected image"],
    ['deleteImage', community, "Can't delete community image"],
    ['deleteImage', { ...community, own: false }, "Can't delete this image"],
    ['deleteImage', { imageSource: 'shared' }, "Can't delete this image"],
    ['deleteImage', shared, "Can't delete shared image"],
    ['deleteImage', copied, "The image 'img-1' is busy"],
    ['deleteImage', { instances: ['rebuilding'] }, "The image 'img-1' is busy"],
    [
      'deleteImage',
      { ...local, instances: ['running'] },
      'Local-System-Disk image cannot be deleted if it has been used to create instances',
    ],
    [
      'modifyImageAttribute',
      { task: { id: '7', operation: 'exportImage' } },
      "Conflict with underlay image task '7'",
    ],
    ['shareImage', { ...community, own: true }, "Community image can't be shared"],
    ['shareImage', { status: 'error' }, "Invalid image status 'error'"],
    ['shareImage', { dataDisks: sealed }, "Share encrypted snapshot 'snapshot-1' is not support."],
    ['releaseImage', official, "Can't use non-private image"],
    ['releaseImage', local, 'Only cloud disk can be released'],
    ['unReleaseImage', { ...community, own: false }, "Can't use this image"],
    ['copyImages', official, "Can't use this image"],
    ['copyImages', local, 'Only support cloudDisk image'],
    ['exportImage', local, "Invalid image type 'localDisk'"],
    ['exportImage', windows, "Windows image can't export"],
    ['createInstances', { offline: true }, "Image 'img-1' not ready"],
  ])('%s of %j: %s', (action, change, message) => {
    const facts = { ...image, ...change };
    expect(imageRefusalFor(action, facts)?.message).toBe(message);
    const why = whyNotImage(action, facts);
    expect(why?.['en-US']).toMatch(/\.$/);
    expect(why?.['zh-CN']).toMatch(/。$/);
  });

  test('a Windows image that was imported may be exported, one of another account copied', () => {
    expect(whyNotImage('exportImage', { ...image, ...windows, imported: true })).toBeUndefined();
    expect(whyNotImage('copyImages', { ...image, imageSource: 'shared' })).toBeUndefined();
    expect(whyNotImage('unReleaseImage', { ...image, ...community })).toBeUndefined();
  });

  test('an image at work says so in the words of its status', () => {
    const pending = { ...image, status: 'pending' };
    expect(whyNotImage('deleteImage', pending)?.['zh-CN']).toBe('创建中，完成后才能操作。');
    expect(imageStatusWord('ready', 'zh-CN')).toBe('可用');
    expect(imageStatusWord('converting', 'en-US')).toBe('converting');
  });

  test('a busy image is worth waiting for', () => {
    const refused = imageRefusalFor('deleteImage', { ...image, ...copied });
    expect(refused && isTaskConflict(refused)).toBe(true);
  });
});
