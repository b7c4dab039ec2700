import { snapshotDevices } from './image-rules.ts';
import type { ImageRecord, RegionWorld, Task, World } from './world.ts';

/** Task ids are short decimal numbers. */
export function newTask(world: World, operation: string): Task {
  return { id: String(world.random.between(10000, 99999)), operation };
}

/**
 * Lets `milliseconds` of simulated time pass in steps of five percent.
 * @param stopAt percent at which the work breaks off; `done` is then told `false`
 */
export function progress(
  world: World,
  milliseconds: number,
  moved: (percent: number) => void,
  done: (finished: boolean) => void,
  stopAt = 100,
): void {
  const step = (percent: number): void => {
    moved(percent);
    if (percent >= stopAt) done(percent >= 100);
    else world.scheduler.after(milliseconds / 20, () => step(percent + 5));
  };
  world.scheduler.after(milliseconds / 20, () => step(5));
}

/**
 * Makes a pending image ready, or an `error` whose snapshots are gone, once the work on it is through. The image
 * holds its own lock meanwhile.
 */
export function completeImage(
  world: World,
  region: RegionWorld,
  image: ImageRecord,
  work: {
    task: Task;
    milliseconds: number;
    sizeMB: number;
    fails: boolean;
    moved?: (percent: number) => void;
    /** Told how it ended, after the image has been changed. */
    ended?: (ready: boolean) => void;
  },
): void {
  image.task = work.task;
  progress(
    world,
    work.milliseconds,
    (percent) => {
      image.progress = percent;
      work.moved?.(percent);
    },
    (ready) => {
      delete image.task;
      image.status = ready ? 'ready' : 'error';
      if (ready) {
        image.sizeMB = work.sizeMB;
        setSnapshots(region, image);
      } else {
        dropSnapshots(region, image);
      }
      work.ended?.(ready);
    },
    work.fails ? 60 : 100,
  );
}

function setSnapshots(region: RegionWorld, image: ImageRecord): void {
  for (const { snapshotId } of snapshotDevices(image)) {
    const snapshot = region.snapshots.get(snapshotId);
    if (snapshot?.status === 'creating') snapshot.status = 'available';
  }
}

/** Removes the snapshots that were made for this image alone. */
export function dropSnapshots(region: RegionWorld, image: ImageRecord): void {
  for (const { snapshotId } of snapshotDevices(image)) {
    const snapshot = region.snapshots.get(snapshotId);
    if (!snapshot) continue;
    snapshot.imageIds = snapshot.imageIds.filter((id) => id !== image.id);
    if (snapshot.imageIds.length === 0) region.snapshots.delete(snapshotId);
  }
  for (const device of [image.systemDisk, ...image.dataDisks]) delete device?.snapshotId;
}
