import { refusal, refusals } from '../contract/errors.ts';
import { type ImageAction, imageRefusalFor } from '../contract/image-rules.ts';
import { account } from './account.ts';
import { refuse } from './handlers.ts';
import { imageView } from './image-views.ts';
import type { ImageDeviceRecord, ImageRecord, RegionWorld, World } from './world.ts';

/** @throws Refused 404 */
export function findImage(region: RegionWorld, id: string): ImageRecord {
  return region.images.get(id) ?? refuse(refusal('NOT_FOUND', `Image '${id}' not found`));
}

export const isOwn = (image: ImageRecord): boolean => image.ownerPin === account.pin;

/**
 * The image, if the action may be done with it now.
 * @throws Refused
 */
export function imageFor(region: RegionWorld, action: ImageAction, id: string): ImageRecord {
  const image = findImage(region, id);
  const refused = imageRefusalFor(action, {
    ...imageView(image),
    own: isOwn(image),
    task: image.task,
    instances:
      action === 'deleteImage'
        ? [...region.instances.values()]
            .filter(({ imageId }) => imageId === id)
            .map(({ status }) => status)
        : undefined,
  });
  if (refused) refuse(refused);
  return image;
}

/** The devices of an image that hold a snapshot. */
export function snapshotDevices(
  image: ImageRecord,
): (ImageDeviceRecord & { snapshotId: string })[] {
  return [image.systemDisk, ...image.dataDisks].flatMap((device) =>
    device?.snapshotId === undefined ? [] : [{ ...device, snapshotId: device.snapshotId }],
  );
}

/** @throws Refused 429 when the region cannot hold so many more private images or snapshots. */
export function checkImageQuota(region: RegionWorld, images: number, snapshots: number): void {
  if (ownImages(region) + images > region.quotas.image) refuse(refusals.quota('Image'));
  if (region.snapshots.size + snapshots > region.quotas.snapshot)
    refuse(refusals.quota('Snapshot'));
}

export function ownImages(region: RegionWorld): number {
  let count = 0;
  for (const image of region.images.values()) if (isOwn(image)) count++;
  return count;
}

/** A new snapshot of a disk that an image will hold; it becomes available when the image is ready. */
export function takeSnapshot(
  world: World,
  region: RegionWorld,
  image: { id: string; name: string },
  device: { diskType: string; diskSizeGB: number; encrypted: boolean; diskId?: string },
): string {
  const id = `snapshot-${world.random.letters(10)}`;
  region.snapshots.set(id, {
    id,
    name: image.name,
    description: '',
    ...(device.diskId !== undefined && { diskId: device.diskId }),
    sizeGB: device.diskSizeGB,
    status: 'creating',
    created: world.scheduler.now(),
    imageIds: [image.id],
    encrypted: device.encrypted,
  });
  return id;
}
