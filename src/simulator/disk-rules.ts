import { refusal, refusals } from '../contract/errors.ts';
import { refuse } from './handlers.ts';
import type { RegionWorld } from './world.ts';

const dataSizes: Readonly<Record<string, readonly [number, number]>> = {
  ssd: [20, 1000],
  'premium-hdd': [20, 3000],
  'ssd.gp1': [20, 16000],
  'ssd.io1': [20, 16000],
  'hdd.std1': [20, 16000],
  // Not stated for these; images from snapshots allow as much.
  'ssd.gp2': [20, 32000],
  'ssd.io2': [20, 32000],
};

export interface DiskWish {
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
  const [low, high] = use === 'system' ? [40, 500] : (dataSizes[diskType] ?? [20, 16000]);
  if (
    diskSizeGB < Math.max(low, least, snapshot?.sizeGB ?? 0) ||
    diskSizeGB > high ||
    diskSizeGB % 10 !== 0
  )
    refuse(refusals.outOfRange(`${where}.DiskSizeGB`));
  if (!/^ssd\.io\d$/.test(diskType)) {
    if (iops !== undefined)
      refuse(refusal('INVALID_ARGUMENT', `Parameter ${where}.Iops is for ssd.io1 only`));
    return undefined;
  }
  const most = Math.min(32000, diskSizeGB * 50);
  if (iops !== undefined && (iops < 200 || iops > most || iops % 10 !== 0))
    refuse(refusals.outOfRange(`${where}.Iops`));
  return iops ?? Math.max(200, Math.min(32000, diskSizeGB * 30));
}

/** Newer disks are not sold out of the main region yet: something for a form to meet. */
export function checkDiskStock(region: RegionWorld, diskType: string): void {
  if (diskType.endsWith('2') && region.id !== 'cn-north-1')
    refuse(refusal('FAILED_PRECONDITION', `Disk type '${diskType}' is out of stock`));
}
