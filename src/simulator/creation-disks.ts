import { freeDevice, isDataDevice } from '../contract/devices.ts';
import { refusal, refusals } from '../contract/errors.ts';
import type { InstanceTypeFacts } from './catalogue.ts';
import type { CreationWish, DiskAttachmentWish } from './creation-wish.ts';
import { checkDisk, checkDiskStock } from './disk-rules.ts';
import { refuse } from './handlers.ts';
import type { ImageRecord, RegionWorld } from './world.ts';

/** A cloud disk to be made together with an instance. */
export interface NewDisk {
  deviceName: string;
  autoDelete: boolean;
  name?: string | undefined;
  description?: string | undefined;
  diskType: string;
  diskSizeGB: number;
  iops?: number | undefined;
  snapshotId?: string | undefined;
  multiAttachable: boolean;
  encrypted: boolean;
}

export interface NewDisks {
  /** `local`: the free 40 GB disk of an image with a local system disk. */
  system: NewDisk | 'local';
  data: NewDisk[];
}

const failedPrecondition = (text: string): never => refuse(refusal('FAILED_PRECONDITION', text));

/**
 * The disks an instance gets: its system disk follows the image, its data disks are the image's and the request's
 * own. A device name of the image's with `noDevice` leaves that disk out, with a disk replaces it.
 * @throws Refused
 */
export function newDisks(
  region: RegionWorld,
  image: ImageRecord,
  type: InstanceTypeFacts,
  wish: CreationWish,
): NewDisks {
  const system = systemDisk(region, image, wish.systemDisk ?? {});
  const data = dataDisks(region, image, type, wish.dataDisks ?? []);
  const count = data.length + (system === 'local' ? 0 : 1);
  if (count > type.cloudDiskCountLimit) failedPrecondition('DataDisks out of range');
  for (const disk of system === 'local' ? data : [system, ...data]) {
    if (!type.cloudDiskTypes.includes(disk.diskType))
      failedPrecondition(`InstanceType constraints. Doesn't support disk type '${disk.diskType}'`);
    if (disk.encrypted && type.generation === 1)
      failedPrecondition("InstanceType constraints. Doesn't support encrypted disk");
    checkDiskStock(region, disk.diskType);
  }
  return { system, data };
}

function systemDisk(
  region: RegionWorld,
  image: ImageRecord,
  wish: DiskAttachmentWish,
): NewDisk | 'local' {
  const local = image.rootDeviceType === 'localDisk';
  if (wish.diskCategory === 'local' && !local)
    failedPrecondition('Image constraints. Only support cloud system disk');
  if (wish.diskCategory === 'cloud' && local)
    failedPrecondition('Image constraints. Only support local system disk');
  if (local) return 'local';
  const spec = wish.cloudDiskSpec ?? {};
  const diskType = spec.diskType ?? 'ssd.gp1';
  const diskSizeGB = spec.diskSizeGB ?? image.systemDiskSizeGB;
  const where = 'InstanceSpec.SystemDisk.CloudDiskSpec';
  const iops = checkDisk(
    region,
    'system',
    { ...spec, diskType, diskSizeGB },
    where,
    image.systemDiskSizeGB,
  );
  return {
    deviceName: 'vda',
    autoDelete: true,
    name: spec.name,
    description: spec.description,
    diskType,
    diskSizeGB,
    iops,
    snapshotId: spec.snapshotId ?? image.systemDisk?.snapshotId,
    multiAttachable: false,
    encrypted: spec.encrypt ?? image.systemDisk?.encrypted ?? false,
  };
}

function dataDisks(
  region: RegionWorld,
  image: ImageRecord,
  type: InstanceTypeFacts,
  wishes: readonly DiskAttachmentWish[],
): NewDisk[] {
  const disks = new Map<string, NewDisk>();
  for (const { deviceName, ...device } of image.dataDisks) {
    disks.set(deviceName, { ...device, deviceName, multiAttachable: false });
  }
  // Local disks of the type come first: vdb, vdc …
  const taken = new Set(disks.keys());
  for (let i = 0; i < type.localDisks.length; i++) taken.add(freeDevice(taken) ?? '');
  const named = new Set<string>();
  for (const wish of wishes) {
    const { deviceName } = wish;
    if (deviceName === undefined) continue;
    if (!isDataDevice(deviceName))
      refuse(refusal('INVALID_ARGUMENT', `Parameter InstanceSpec.DataDisks.DeviceName invalid`));
    if (named.has(deviceName) || (taken.has(deviceName) && !disks.has(deviceName)))
      failedPrecondition(`DeviceName '${deviceName}' has been used`);
    named.add(deviceName);
    taken.add(deviceName);
  }
  for (const wish of wishes) {
    if (wish.noDevice) {
      disks.delete(wish.deviceName ?? '');
      continue;
    }
    const deviceName = wish.deviceName ?? freeDevice(taken);
    if (deviceName === undefined) return failedPrecondition('DataDisks out of range');
    taken.add(deviceName);
    disks.set(deviceName, dataDisk(region, wish, deviceName));
  }
  return [...disks.values()];
}

function dataDisk(region: RegionWorld, wish: DiskAttachmentWish, deviceName: string): NewDisk {
  if (wish.diskCategory === 'local')
    refuse(refusal('INVALID_ARGUMENT', 'Parameter InstanceSpec.DataDisks.DiskCategory invalid'));
  const { diskType, diskSizeGB, ...spec } = wish.cloudDiskSpec ?? {};
  const where = 'InstanceSpec.DataDisks.CloudDiskSpec';
  if (diskType === undefined)
    return refuse(refusal('INVALID_ARGUMENT', `Parameter ${where}.DiskType missing`));
  const size = diskSizeGB ?? region.snapshots.get(spec.snapshotId ?? '')?.sizeGB;
  if (size === undefined) return refuse(refusals.outOfRange(`${where}.DiskSizeGB`));
  const iops = checkDisk(region, 'data', { ...spec, diskType, diskSizeGB: size }, where);
  return {
    deviceName,
    autoDelete: wish.autoDelete ?? false,
    name: spec.name,
    description: spec.description,
    diskType,
    diskSizeGB: size,
    iops,
    snapshotId: spec.snapshotId,
    multiAttachable: spec.multiAttachable ?? false,
    encrypted: spec.encrypt ?? region.snapshots.get(spec.snapshotId ?? '')?.encrypted ?? false,
  };
}
