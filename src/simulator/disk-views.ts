import type { Disk } from '../contract/disk.ts';
import type { Snapshot } from '../contract/snapshots.ts';
import { chargeView } from './charge-view.ts';
import { localTime } from '../contract/times.ts';
import type { DiskRecord, InstanceRecord, RegionWorld, SnapshotRecord } from './world.ts';

/** The disk's entry on an instance, whether as system or as data disk. */
export function attachmentOf(instance: InstanceRecord | undefined, diskId: string) {
  if (instance?.systemDisk?.diskId === diskId) return instance.systemDisk;
  return instance?.dataDisks.find((disk) => disk.diskId === diskId);
}

export function diskView(region: RegionWorld, disk: DiskRecord): Disk {
  return {
    diskId: disk.id,
    az: disk.az,
    name: disk.name,
    description: disk.description,
    diskType: disk.diskType,
    diskSizeGB: disk.diskSizeGB,
    iops: disk.iops,
    status: disk.status,
    attachments: disk.instanceIds.map((instanceId) => {
      const status = attachmentOf(region.instances.get(instanceId), disk.id)?.status;
      return {
        attachmentId: `${disk.id}.${instanceId}`,
        diskId: disk.id,
        instanceType: 'vm',
        instanceId,
        status: status === 'attaching' || status === 'detaching' ? status : 'attached',
        attachTime: disk.attached === undefined ? undefined : localTime(disk.attached),
      };
    }),
    snapshotId: disk.snapshotId,
    multiAttachable: disk.multiAttachable,
    encrypted: disk.encrypted,
    enabled: disk.billing.status === 'normal',
    createTime: localTime(disk.created),
    charge: chargeView(disk.billing),
    tags: disk.tags,
  };
}

export function snapshotView(snapshot: SnapshotRecord): Snapshot {
  return {
    snapshotId: snapshot.id,
    snapshotSource: 'self',
    diskId: snapshot.diskId,
    snapshotSizeGB: snapshot.sizeGB,
    images: snapshot.imageIds,
    name: snapshot.name,
    description: snapshot.description,
    status: snapshot.status,
    createTime: localTime(snapshot.created),
    encrypted: snapshot.encrypted,
  };
}
