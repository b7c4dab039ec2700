import type { Billing, DiskRecord, RegionWorld, TagRecord, World } from './world.ts';

export interface DiskPlan {
  az: string;
  name: string;
  description?: string | undefined;
  diskType: string;
  diskSizeGB: number;
  iops?: number | undefined;
  snapshotId?: string | undefined;
  multiAttachable?: boolean | undefined;
  encrypted?: boolean | undefined;
  billing: Billing;
  tags?: TagRecord[];
  status: 'creating' | 'in-use' | 'available';
  /** The instance it is made for. */
  instanceId?: string;
}

export function addDisk(world: World, region: RegionWorld, plan: DiskPlan): DiskRecord {
  const { instanceId, iops, snapshotId } = plan;
  const disk: DiskRecord = {
    id: `vol-${world.random.letters(10)}`,
    az: plan.az,
    name: plan.name.slice(0, 32),
    description: plan.description ?? '',
    diskType: plan.diskType,
    diskSizeGB: plan.diskSizeGB,
    status: plan.status,
    instanceIds: instanceId === undefined ? [] : [instanceId],
    multiAttachable: plan.multiAttachable ?? false,
    encrypted: plan.encrypted ?? false,
    created: plan.billing.start,
    billing: plan.billing,
    tags: plan.tags ?? [],
  };
  if (iops !== undefined) disk.iops = iops;
  if (snapshotId !== undefined) disk.snapshotId = snapshotId;
  if (instanceId !== undefined) disk.attached = plan.billing.start;
  region.disks.set(disk.id, disk);
  return disk;
}
