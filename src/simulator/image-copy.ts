import { refusal } from '../contract/errors.ts';
import { lasting } from './durations.ts';
import { type HandlersOf, refuse } from './handlers.ts';
import { newImage } from './image-create.ts';
import { checkImageQuota, imageFor, snapshotDevices, takeSnapshot } from './image-rules.ts';
import { completeImage, newTask } from './image-work.ts';
import { fails } from './sentinels.ts';
import type { ImageDeviceRecord, ImageRecord, RegionWorld, World } from './world.ts';

export const imageCopyHandlers: HandlersOf<'copyImages'> = {
  /**
   * All or nothing: every source is checked before the first copy begins. A source keeps its status, but can
   * neither be deleted nor copied again meanwhile; the quota that counts is the target region's.
   */
  copyImages({ world, region }, { sourceImageIds, destinationRegion, name, description }) {
    const target = world.regions.get(destinationRegion);
    if (!target) refuse(refusal('INVALID_ARGUMENT', `Invalid region '${destinationRegion}'`));
    if (sourceImageIds.length === 0)
      refuse(refusal('INVALID_ARGUMENT', 'Parameter SourceImageIds missing'));
    if (new Set(sourceImageIds).size < sourceImageIds.length)
      refuse(refusal('DUPLICATE', 'Duplicate sourceImageIds'));
    const sources = sourceImageIds.map((id) => imageFor(region, 'copyImages', id));
    const snapshots = sources.reduce((sum, image) => sum + snapshotDevices(image).length, 0);
    checkImageQuota(target, sources.length, snapshots);
    return {
      copyImages: sources.map((source) => ({
        sourceImageId: source.id,
        destinationImageId: copy(world, target, source, {
          name: name ?? source.name,
          description: description ?? `Copied from ${region.id} ${source.id}`,
        }).id,
      })),
    };
  },
};

/** A copied share becomes a private image of one's own. */
function copy(
  world: World,
  target: RegionWorld,
  source: ImageRecord,
  naming: { name: string; description: string },
): ImageRecord {
  // The instance it was made from stays behind.
  const { instanceId: _, ...kept } = source;
  const image = newImage(world, target, { ...kept, ...naming });
  const device = (from: ImageDeviceRecord): ImageDeviceRecord => ({
    ...from,
    snapshotId: takeSnapshot(world, target, image, from),
  });
  if (source.systemDisk) image.systemDisk = device(source.systemDisk);
  image.dataDisks = source.dataDisks.map((from) =>
    // A blank disk of the source stays a blank disk.
    from.snapshotId === undefined ? { ...from } : device(from),
  );
  const task = newTask(world, 'copyImages');
  source.task = task;
  completeImage(world, target, image, {
    task,
    milliseconds: lasting(world, 'copy', image.name),
    sizeMB: source.sizeMB,
    fails: fails('copy', image.name),
    ended: () => {
      if (source.task === task) delete source.task;
    },
  });
  return image;
}
