import {
  describeImage,
  describeImageConstraints,
  describeImageConstraintsBatch,
  describeImages,
} from '../../contract/images.ts';
import type { InputOf } from '../../contract/operation.ts';
import type { Call } from '../api/client.ts';
import { readOptions, wholeOptions } from '../api/reads.ts';

/** Where an image comes from, in the words of a request. */
export const imageSources = ['public', 'thirdparty', 'private', 'shared', 'community'] as const;
export type ImageSource = (typeof imageSources)[number];

/** All images of one source; the filters of `describeImages` may narrow it. */
export function imagesOptions(
  call: Call,
  regionId: string,
  imageSource: ImageSource,
  filters: Omit<InputOf<typeof describeImages>, 'regionId' | 'imageSource' | 'ids'> = {},
) {
  return wholeOptions(
    call,
    describeImages,
    { regionId, imageSource, ...filters },
    ({ images }) => images,
  );
}

/** One image, for its own page. */
export function imageOptions(call: Call, regionId: string, imageId: string) {
  return readOptions(call, describeImage, { regionId, imageId });
}

/** What one official or third-party image excludes; other images have no constraints. */
export function imageConstraintsOptions(call: Call, regionId: string, imageId: string) {
  return readOptions(call, describeImageConstraints, { regionId, imageId });
}

/** The same for many at once. */
export function imagesConstraintsOptions(call: Call, regionId: string, ids: readonly string[]) {
  return {
    ...readOptions(call, describeImageConstraintsBatch, { regionId, ids: [...ids] }),
    enabled: ids.length > 0,
  };
}
