import { refusal, refusals } from '../contract/errors.ts';
import { account } from './account.ts';
import { refuse } from './handlers.ts';
import type { ImageDeviceRecord, ImageRecord, RegionWorld, World } from './world.ts';

/** @throws Refused 404 */
export function findImage(region: RegionWorld, id: string): ImageRecord {
  return region.images.get(id) ?? refuse(refusal('NOT_FOUND', `Image '${id}' not found`));
}

export const isOwn = (image: ImageRecord): boolean => image.ownerPin === account.pin;

/**
 * The image, if it is a private one of this account.
 * @param otherwise the text of the refusal, which differs between operations
 * @throws Refused
 */
export function ownPrivateImage(
  region: RegionWorld,
  id: string,
  otherwise = "Can't use this image",
): ImageRecord {
  const image = findImage(region, id);
  if (image.source !== 'private' || !isOwn(image))
    refuse(refusal('FAILED_PRECONDITION', otherwise));
  return image;
}

/** An image has a lock of its own, as an instance has. While it is copied the refusal is worded differently. */
export function checkIdle(image: ImageRecord): void {
  if (image.task?.operation === 'copyImages')
    refuse(refusal('FAILED_PRECONDITION', `The image '${image.id}' is busy`));
  if (image.task) refuse(refusals.conflictImageTask(image.task.id));
}

export function checkReady(image: ImageRecord): void {
  if (image.status !== 'ready')
    refuse(refusal('FAILED_PRECONDITION', `Invalid image status '${image.status}'`));
}

/** The devices of an image that hold a snapshot. */
export function snapshotDevices(
  image: ImageRecord,
): (ImageDeviceRecord & { snapshotId: string })[] {
  return [image.systemDisk, ...image.dataDisks].flatMap((device) =>
    device?.snapshotId === undefined ? [] : [{ ...device, snapshotId: device.snapshotId }],
  );
}

/** The first encrypted snapshot of an image: such an image is neither shared, copied nor published. */
export function encryptedSnapshot(image: ImageRecord): string | undefined {
  return snapshotDevices(image).find(({ encrypted }) => encrypted)?.snapshotId;
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
