import { diskSizes, iopsRange } from '../contract/disk-sizes.ts';
import { refusal, refusals } from '../contract/errors.ts';
import { refuse } from './handlers.ts';
import type { RegionWorld } from './world.ts';

interface DiskWish {
  diskType: string;
  diskSizeGB: number;
  iops?: number | undefined;
  snapshotId?: string | undefined;
}

/**
 * Checks a disk that is to be made and answers its effective iops.
 * @param least GiB; the image's or the snapshot's own size is looked at besides
 * @param where how the vendor's messages name the block, such as `InstanceSpec.DataDisks.CloudDiskSpec`
 * @throws Refused
 */
export function checkDisk(
  region: RegionWorld,
  use: 'system' | 'data',
  wish: DiskWish,
  where: string,
  least = 0,
): number | undefined {
  const { diskType, diskSizeGB, iops, snapshotId } = wish;
  const snapshot = snapshotId === undefined ? undefined : region.snapshots.get(snapshotId);
  if (snapshotId !== undefined && !snapshot) refuse(refusals.notFoundPlain('Snapshot', snapshotId));
  const { least: low, most, step } = diskSizes(use, diskType);
  if (
    diskSizeGB < Math.max(low, least, snapshot?.sizeGB ?? 0) ||
    diskSizeGB > most ||
    diskSizeGB % step !== 0
  )
    refuse(refusals.outOfRange(`${where}.DiskSizeGB`));
  const range = iopsRange(diskType, diskSizeGB);
  if (!range) {
    if (iops !== undefined)
      refuse(refusal('INVALID_ARGUMENT', `Parameter ${where}.Iops is for ssd.io1 only`));
    return undefined;
  }
  if (iops !== undefined && (iops < range.least || iops > range.most || iops % range.step !== 0))
    refuse(refusals.outOfRange(`${where}.Iops`));
  return iops ?? range.usual;
}

/** Newer disks are not sold out of the main region yet: something for a form to meet. */
export function checkDiskStock(region: RegionWorld, diskType: string): void {
  if (diskType.endsWith('2') && region.id !== 'cn-north-1')
    refuse(refusal('FAILED_PRECONDITION', `Disk type '${diskType}' is out of stock`));
}
