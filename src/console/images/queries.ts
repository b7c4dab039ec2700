import { queryOptions } from '@tanstack/react-query';
import { sourceOf } from '../../contract/image-rules.ts';
import {
  describeImage,
  describeImageConstraints,
  describeImageConstraintsBatch,
  describeImageMembers,
  describeImages,
  imageTasks,
} from '../../contract/images.ts';
import type { InputOf } from '../../contract/operation.ts';
import { describeQuotas } from '../../contract/quotas.ts';
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

/** How many images of a source there are: the smallest page tells. */
export function imageCountOptions(call: Call, regionId: string, imageSource: ImageSource) {
  return {
    ...readOptions(call, describeImages, { regionId, imageSource, pageSize: 10 }),
    staleTime: 5 * 60_000,
  };
}

/** One image, for its own page. */
export function imageOptions(call: Call, regionId: string, imageId: string) {
  return readOptions(call, describeImage, { regionId, imageId });
}

/** The named images of any source, as far as they are there: at most 100. */
export function imagesByIdOptions(call: Call, regionId: string, ids: readonly string[]) {
  return {
    ...readOptions(call, describeImages, { regionId, pageSize: 100, ids: [...ids].sort() }),
    enabled: ids.length > 0,
  };
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

/** The accounts an image of one's own is shared with. */
export function imageMembersOptions(call: Call, regionId: string, imageId: string) {
  return readOptions(call, describeImageMembers, { regionId, imageId });
}

/** Imports and exports, the latest first; read in pages of ten, which is what every description of it allows. */
export function imageTasksOptions(call: Call, regionId: string) {
  return wholeOptions(call, imageTasks, { regionId }, ({ taskSet }) => taskSet, {
    limit: 200,
    pageSize: 10,
  });
}

/** With how many accounts an image can be shared. */
export function imageShareQuotaOptions(call: Call, regionId: string, imageId: string) {
  return readOptions(call, describeQuotas, {
    regionId,
    imageId,
    filters: [{ name: 'resourceTypes', values: ['imageShare'] }],
  });
}

/** Official and third-party images are the only ones that name types they do not run on. */
export function hasConstraints(source: string): boolean {
  return source === 'public' || source === 'thirdparty';
}

/** The types that each of these images excludes, by its id, wherever it comes from. */
export function excludedTypesOptions(call: Call, regionId: string, imageIds: readonly string[]) {
  return queryOptions<ReadonlyMap<string, readonly string[]>>({
    queryKey: [describeImageConstraintsBatch.name, { regionId, ofAny: [...imageIds].sort() }],
    queryFn: async ({ signal }) => {
      const ids = [...imageIds].slice(0, 100);
      if (ids.length === 0) return new Map();
      const found = await call(describeImages, { regionId, ids, pageSize: 100 }, { signal });
      const constrained = (found.result.images ?? [])
        .filter((image) => hasConstraints(sourceOf(image)))
        .map(({ imageId }) => imageId);
      if (constrained.length === 0) return new Map();
      const { result } = await call(
        describeImageConstraintsBatch,
        { regionId, ids: constrained },
        { signal },
      );
      return new Map(
        result.imageConstraints?.map(({ imageId = '', imageInstanceTypeConstraint }) => [
          imageId,
          imageInstanceTypeConstraint?.instanceTypes ?? [],
        ]),
      );
    },
  });
}
