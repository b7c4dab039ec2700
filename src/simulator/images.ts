import { refusal } from '../contract/errors.ts';
import { page } from './filters.ts';
import { type HandlersOf, refuse } from './handlers.ts';
import { findImage, imageFor, snapshotDevices } from './image-rules.ts';
import { constraintView, hasConstraints, imageView } from './image-views.ts';
import { dropSnapshots, newTask } from './image-work.ts';
import { lasting } from './durations.ts';
import type { ImageRecord, RegionWorld } from './world.ts';

export const imageHandlers: HandlersOf<
  | 'deleteImage'
  | 'describeImage'
  | 'describeImageConstraints'
  | 'describeImageConstraintsBatch'
  | 'describeImages'
  | 'modifyImageAttribute'
> = {
  describeImages({ region }, input) {
    const { ids, imageSource, offline = false } = input;
    // Not INVALID_ARGUMENT, although that is what it is.
    if (imageSource === undefined && !ids?.length)
      refuse(refusal('FAILED_PRECONDITION', 'Parameter ImageSource missing'));
    const byId = ids?.length ? new Set(ids) : undefined;
    const instanceIds = input.instanceIds?.length ? new Set(input.instanceIds) : undefined;
    const fits = (image: ImageRecord): boolean =>
      (byId ? byId.has(image.id) : !hasConstraints(image) || image.offline === offline) &&
      same(imageSource, image.source) &&
      same(input.platform, image.platform) &&
      same(input.rootDeviceType, image.rootDeviceType) &&
      same(input.status, image.status) &&
      same(input.architecture, image.architecture) &&
      // The documented default "bios" would hide imported UEFI images; whether the cloud does so is not known.
      same(input.bootMode, image.bootMode) &&
      (imageSource !== 'private' || same(input.launchPermission, image.launchPermission)) &&
      (instanceIds === undefined || instanceIds.has(image.instanceId ?? '')) &&
      image.name.toLowerCase().includes((input.imageName ?? '').toLowerCase());
    const found = [...region.images.values()].filter(fits);
    return { images: page(found, input).map(imageView), totalCount: found.length };
  },

  describeImage({ region }, { imageId }) {
    return { image: imageView(findImage(region, imageId)) };
  },

  describeImageConstraints({ region }, { imageId }) {
    return { imageConstraints: constraintView(findImage(region, imageId)) };
  },

  describeImageConstraintsBatch({ region }, { ids }) {
    const wanted = ids?.length ? new Set(ids) : undefined;
    const found = [...region.images.values()].filter(
      (image) => hasConstraints(image) && (wanted === undefined || wanted.has(image.id)),
    );
    return { imageConstraints: found.map(constraintView) };
  },

  modifyImageAttribute({ region }, { imageId, name, description }) {
    // The comma is the vendor's.
    if (name === undefined && description === undefined)
      refuse(refusal('INVALID_ARGUMENT', 'Parameter name、description missing'));
    const image = imageFor(region, 'modifyImageAttribute', imageId);
    if (name !== undefined) image.name = name;
    if (description !== undefined) image.description = description;
    return {};
  },

  deleteImage({ world, region }, { imageId, deleteSnapshot = false }) {
    const image = imageFor(region, 'deleteImage', imageId);
    image.status = 'deleting';
    image.task = newTask(world, 'deleteImage');
    world.scheduler.after(lasting(world, 'delete', image.name), () => {
      if (deleteSnapshot) dropSnapshots(region, image);
      else releaseSnapshots(region, image);
      region.images.delete(image.id);
    });
    return {};
  },
};

const same = (wanted: string | undefined, value: string): boolean =>
  wanted === undefined || wanted === value;

/** Snapshots outlive their image by default, and go on costing. */
function releaseSnapshots(region: RegionWorld, image: ImageRecord): void {
  for (const { snapshotId } of snapshotDevices(image)) {
    const snapshot = region.snapshots.get(snapshotId);
    if (snapshot) snapshot.imageIds = snapshot.imageIds.filter((id) => id !== image.id);
  }
}
