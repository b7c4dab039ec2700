import { refusal } from '../contract/errors.ts';
import type { InstanceDiskAttachmentSpec } from '../contract/instance-create.ts';
import { refuse } from './handlers.ts';
import type { InstanceRecord, RegionWorld } from './world.ts';

/** A device the new image shall have: a disk to take a snapshot of (`diskId`), or one described in the request. */
export interface DeviceWish {
  deviceName: string;
  diskType: string;
  diskSizeGB: number;
  autoDelete: boolean;
  encrypted: boolean;
  diskId?: string;
  snapshotId?: string;
}

/**
 * The data disks of an image made from `instance`. Without instructions every attached cloud disk gets a snapshot.
 * Instructions go by device name: `noDevice` leaves that disk out, a described disk takes its place, and a name
 * the instance does not have adds a disk.
 * @throws Refused
 */
export function devicesOf(
  region: RegionWorld,
  instance: InstanceRecord,
  specs: readonly InstanceDiskAttachmentSpec[],
): DeviceWish[] {
  const named = specs.flatMap(({ deviceName }) => deviceName ?? []);
  if (new Set(named).size < named.length) refuse(refusal('DUPLICATE', 'Duplicate deviceName'));

  const wishes = new Map<string, DeviceWish>();
  for (const wish of attachedDisks(region, instance)) wishes.set(wish.deviceName, wish);
  const taken = new Set([...wishes.keys(), ...named]);
  for (const spec of specs) {
    const deviceName = spec.deviceName ?? freeName(taken);
    taken.add(deviceName);
    const present = wishes.get(deviceName);
    if (spec.noDevice) wishes.delete(deviceName);
    else if (spec.cloudDiskSpec)
      wishes.set(deviceName, described(region, deviceName, spec, present));
    else if (!present)
      refuse(refusal('INVALID_ARGUMENT', 'Parameter DataDisks.CloudDiskSpec.DiskType missing'));
  }
  return [...wishes.values()];
}

function attachedDisks(region: RegionWorld, instance: InstanceRecord): DeviceWish[] {
  return instance.dataDisks.flatMap((attachment) => {
    const disk = region.disks.get(attachment.diskId ?? '');
    if (!disk || attachment.status === 'detached') return [];
    if (attachment.status !== 'attached') {
      refuse(refusal('FAILED_PRECONDITION', `Disk '${disk.id}' busy in '${attachment.status}'`));
    }
    if (disk.status !== 'in-use') {
      refuse(refusal('FAILED_PRECONDITION', `Invalid Disk '${disk.id}' status '${disk.status}'`));
    }
    return {
      deviceName: attachment.deviceName,
      diskType: disk.diskType,
      diskSizeGB: disk.diskSizeGB,
      autoDelete: attachment.autoDelete,
      encrypted: disk.encrypted,
      diskId: disk.id,
    };
  });
}

function described(
  region: RegionWorld,
  deviceName: string,
  { cloudDiskSpec, autoDelete = false }: InstanceDiskAttachmentSpec,
  present: DeviceWish | undefined,
): DeviceWish {
  const { diskType = '', diskSizeGB = 0, iops, snapshotId, encrypt = false } = cloudDiskSpec ?? {};
  const snapshot = snapshotId === undefined ? undefined : region.snapshots.get(snapshotId);
  if (snapshotId !== undefined && !snapshot)
    refuse(refusal('NOT_FOUND', `Snapshot '${snapshotId}' not found`));
  if (diskSizeGB < 20 || diskSizeGB > 16000 || diskSizeGB < (snapshot?.sizeGB ?? 0))
    refuse(refusal('OUT_OF_RANGE', 'DataDisks.CloudDiskSpec.DiskSizeGB out of range'));
  if (present && diskSizeGB < present.diskSizeGB) {
    refuse(
      refusal(
        'OUT_OF_RANGE',
        `Device '${deviceName}' size can only be larger than the original size`,
      ),
    );
  }
  const highest = Math.min(32000, diskSizeGB * 50);
  if (iops !== undefined && (diskType !== 'ssd.io1' || iops < 200 || iops > highest))
    refuse(refusal('OUT_OF_RANGE', 'DataDisks.CloudDiskSpec.Iops out of range.'));
  return {
    deviceName,
    diskType,
    diskSizeGB,
    autoDelete,
    encrypted: snapshot?.encrypted ?? encrypt,
    ...(snapshotId !== undefined && { snapshotId }),
  };
}

function freeName(taken: ReadonlySet<string>): string {
  for (const letter of 'bcdefghijklmnopqrstuvwxyz') {
    if (!taken.has(`vd${letter}`)) return `vd${letter}`;
  }
  return refuse(refusal('OUT_OF_RANGE', 'DataDisks out of range'));
}
