import { expect, test } from 'vitest';
import { workOf } from './work.ts';

const regionId = 'cn-north-1';

test.each([
  [
    'createInstances',
    { regionId, maxCount: 2 },
    { instanceIds: ['i-1', 'i-2'] },
    { kind: 'instance', region: regionId, ids: ['i-1', 'i-2'] },
  ],
  ['createInstances', { regionId }, { instanceIds: [] }, undefined],
  [
    'copyImages',
    { regionId, destinationRegion: 'cn-east-2' },
    { copyImages: [{ sourceImageId: 'img-1', destinationImageId: 'img-2' }] },
    { kind: 'image', region: 'cn-east-2', ids: ['img-2'] },
  ],
  [
    'createImage',
    { regionId, instanceId: 'i-1' },
    { imageId: 'img-3' },
    { kind: 'image', region: regionId, ids: ['img-3'] },
  ],
  [
    'deleteImage',
    { regionId, imageId: 'img-1' },
    undefined,
    { kind: 'image', region: regionId, ids: ['img-1'] },
  ],
  [
    'importImage',
    { regionId },
    { imageId: 'img-4', taskId: '212' },
    { kind: 'imageTask', region: regionId, ids: ['212'] },
  ],
  ['exportImage', { regionId, imageId: 'img-1' }, {}, undefined],
  ['shareImage', { regionId, imageId: 'img-1' }, {}, undefined],
])('the end of %s shows where it says', (operation, input, result, work) => {
  expect(workOf(operation, input, result)).toEqual(work);
});
