import { refusal } from '../contract/errors.ts';
import {
  importLimits,
  isOssAddress,
  nameFitsFormat,
  ossRegionOf,
} from '../contract/image-import.ts';
import type { TaskInfo } from '../contract/images.ts';
import { once } from './client-tokens.ts';
import { lasting } from './durations.ts';
import { page } from './filters.ts';
import { type HandlersOf, refuse } from './handlers.ts';
import { newImage, sizeOf } from './image-create.ts';
import { checkImageQuota, imageFor, takeSnapshot } from './image-rules.ts';
import { completeImage, progress } from './image-work.ts';
import { fails } from './sentinels.ts';
import { fromLocalTime, localTime } from '../contract/times.ts';
import type { ImageTaskRecord, RegionWorld, Task, World } from './world.ts';

export const imageTaskHandlers: HandlersOf<'exportImage' | 'imageTasks' | 'importImage'> = {
  /** The image is listed as pending from the start; if the import fails it is gone and only the task tells. */
  importImage({ world, region }, input) {
    return once(region, 'importImage', input.clientToken, () => {
      const { imageName: name, imageUrl, dataDisks = [], systemDiskSizeGB } = input;
      checkRegion(region, imageUrl, 'ImageUrl');
      for (const disk of dataDisks) checkRegion(region, disk.imageUrl, 'DataDisks.ImageUrl');
      const { min, max } = importLimits.dataDiskGB;
      if (dataDisks.some(({ dataDiskSizeGB: size }) => size < min || size > max))
        refuse(refusal('OUT_OF_RANGE', 'DataDisks.DataDiskSizeGB out of range'));
      checkImageQuota(region, 1, 1 + dataDisks.length);

      const image = newImage(world, region, {
        name,
        description: input.description ?? '',
        platform: input.platform,
        osVersion: input.osVersion ?? '',
        osType: input.osType,
        architecture: input.architecture,
        bootMode: input.bootMode ?? 'bios',
        rootDeviceType: 'cloudDisk',
        systemDiskSizeGB,
        imported: true,
      });
      const place = (deviceName: string, diskSizeGB: number) => {
        const device = { deviceName, diskType: 'ssd.gp1', diskSizeGB, encrypted: false };
        return {
          ...device,
          autoDelete: true,
          snapshotId: takeSnapshot(world, region, image, device),
        };
      };
      image.systemDisk = place('vda', systemDiskSizeGB);
      image.dataDisks = dataDisks.map(({ dataDiskSizeGB }, index) =>
        place(`vd${'bcdefghijklmnopqrstuvwxyz'.charAt(index)}`, dataDiskSizeGB),
      );
      const record = newTaskRecord(world, region, {
        action: 'ImportImage',
        imageId: image.id,
        imageName: name,
        imageUrl,
      });
      // The cloud looks into the file; this looks at its name.
      const wrongFile = input.forceImport !== true && !nameFitsFormat(imageUrl, input.diskFormat);
      completeImage(world, region, image, {
        task: lockOf(record, 'importImage'),
        milliseconds: lasting(world, 'import', name),
        sizeMB: sizeOf(world, image),
        fails: wrongFile || fails('import', name),
        moved: (percent) => move(record, percent),
        ended: (ready) => {
          const why = wrongFile
            ? `The image file is not a valid ${input.diskFormat} file.`
            : 'The image file could not be read.';
          end(world, record, ready ? undefined : why);
          if (!ready) region.images.delete(image.id);
        },
      });
      return { imageId: image.id, taskId: record.id };
    });
  },

  exportImage({ world, region }, input) {
    return once(region, 'exportImage', input.clientToken, () => {
      const { imageId, ossUrl, ossPrefix, isAllDisk = false } = input;
      const image = imageFor(region, 'exportImage', imageId);
      if (!ossUrl.startsWith('https://'))
        refuse(refusal('INVALID_ARGUMENT', 'Invalid OssUrl: must start with https://'));
      checkRegion(region, ossUrl, 'OssUrl');

      const object = `${ossPrefix === undefined ? '' : `${ossPrefix}_`}exportImage_${imageId}`;
      const disks = isAllDisk
        ? image.dataDisks.filter((disk) => disk.snapshotId !== undefined)
        : [];
      const record = newTaskRecord(world, region, {
        action: 'ExportImage',
        imageId,
        ossUrl,
        ossObjects: [object, ...disks.map(({ deviceName }) => `${object}_${deviceName}`)],
      });
      const task = lockOf(record, 'exportImage');
      image.task = task;
      progress(
        world,
        lasting(world, 'export', image.name),
        (percent) => move(record, percent),
        (finished) => {
          if (image.task === task) delete image.task;
          end(world, record, finished ? undefined : 'Access to the bucket was denied.');
        },
        fails('export', image.name) ? 60 : 100,
      );
      return { taskId: record.id };
    });
  },

  imageTasks({ region }, input) {
    const { taskAction, taskStatus, taskIds, pageNumber, pageSize = 10 } = input;
    const from = time(input.startTime, 'StartTime') ?? Number.NEGATIVE_INFINITY;
    const to = time(input.endTime, 'EndTime') ?? Number.POSITIVE_INFINITY;
    const found = [...region.imageTasks.values()].filter(
      (task) =>
        (taskAction === undefined || task.action === taskAction) &&
        (taskStatus === undefined || task.status === taskStatus) &&
        (!taskIds?.length || taskIds.includes(task.id)) &&
        task.created >= from &&
        task.created <= to,
    );
    return {
      taskSet: page(found, { pageNumber, pageSize }).map(taskView),
      totalCount: found.length,
    };
  },
};

function checkRegion(region: RegionWorld, address: string, parameter: string): void {
  if (!isOssAddress(address)) refuse(refusal('INVALID_ARGUMENT', `Invalid ${parameter}`));
  const found = ossRegionOf(address);
  if (found !== undefined && found !== region.id) {
    refuse(refusal('CONFLICT', `OssRegion '${found}' not match current region '${region.id}'`));
  }
}

function newTaskRecord(
  world: World,
  region: RegionWorld,
  of: Pick<ImageTaskRecord, 'action' | 'imageId'> & Partial<ImageTaskRecord>,
): ImageTaskRecord {
  const last = Math.max(210, ...[...region.imageTasks.keys()].map(Number));
  const record: ImageTaskRecord = {
    ...of,
    id: String(last + 1),
    status: 'pending',
    progress: 0,
    created: world.scheduler.now(),
  };
  region.imageTasks.set(record.id, record);
  return record;
}

const lockOf = (record: ImageTaskRecord, operation: string): Task => ({
  id: record.id,
  operation,
});

function move(record: ImageTaskRecord, percent: number): void {
  // The first steps are spent in the queue.
  record.status = percent <= 10 ? 'pending' : 'running';
  record.progress = percent <= 10 ? 0 : percent;
}

function end(world: World, record: ImageTaskRecord, errorInfo: string | undefined): void {
  record.status = errorInfo === undefined ? 'finished' : 'failed';
  record.finished = world.scheduler.now();
  if (errorInfo !== undefined) record.errorInfo = errorInfo;
}

function taskView(task: ImageTaskRecord): TaskInfo {
  const [ossObject] = task.ossObjects ?? [];
  return {
    taskId: task.id,
    action: task.action,
    taskStatus: task.status,
    progress: task.progress,
    createdTime: localTime(task.created),
    imageId: task.imageId,
    ...(task.finished !== undefined && { finishedTime: localTime(task.finished) }),
    ...(task.errorInfo !== undefined && { errorInfo: task.errorInfo }),
    ...(task.imageName !== undefined && { imageName: task.imageName }),
    ...(task.imageUrl !== undefined && { imageUrl: task.imageUrl }),
    ...(task.ossUrl !== undefined && { ossUrl: task.ossUrl }),
    ...(task.ossObjects && { ossObject, ossObjects: task.ossObjects }),
  };
}

function time(text: string | undefined, parameter: string): number | undefined {
  if (text === undefined) return undefined;
  return fromLocalTime(text) ?? refuse(refusal('INVALID_ARGUMENT', `Invalid ${parameter}`));
}
