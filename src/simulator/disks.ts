import { whyNotDeleteDisk } from '../contract/disk-rules.ts';
import { disksFilters } from '../contract/disks.ts';
import { refusal, refusals } from '../contract/errors.ts';
import { snapshotsFilters } from '../contract/snapshots.ts';
import { bought } from './billing.ts';
import { once } from './client-tokens.ts';
import { addDisk } from './disk-making.ts';
import { checkDisk, checkDiskStock } from './disk-rules.ts';
import { diskView, snapshotView } from './disk-views.ts';
import { lasting } from './durations.ts';
import { type HandlersOf, refuse, stopAt } from './handlers.ts';
import { lister } from './lister.ts';
import type { DiskRecord, RegionWorld, SnapshotRecord } from './world.ts';

const failedPrecondition = (text: string): never => refuse(refusal('FAILED_PRECONDITION', text));

const list = lister<DiskRecord, keyof typeof disksFilters>({
  table: disksFilters,
  key: 'diskId',
  fields: {
    diskId: ({ id }) => id,
    diskType: ({ diskType }) => diskType,
    instanceId: ({ instanceIds }) => (instanceIds.length > 1 ? instanceIds : instanceIds[0]),
    instanceType: ({ instanceIds }) => (instanceIds.length > 0 ? 'vm' : undefined),
    status: ({ status }) => status,
    az: ({ az }) => az,
    name: ({ name }) => name,
    multiAttach: ({ multiAttachable }) => String(multiAttachable),
    encrypted: ({ encrypted }) => String(encrypted),
    // Snapshot policies are another service: no disk has one.
    policyId: () => [],
    notPolicyId: () => [],
  },
  tags: ({ tags }) => tags,
  // Of when it was thrown away, the other choice, there is nothing: the recycle bin is empty.
  order: ({ created }) => created,
});

const listSnapshots = lister<SnapshotRecord, keyof typeof snapshotsFilters>({
  table: snapshotsFilters,
  key: 'snapshotId',
  fields: {
    snapshotId: ({ id }) => id,
    diskId: ({ diskId }) => diskId,
    status: ({ status }) => status,
    name: ({ name }) => name,
  },
});

export const diskHandlers: HandlersOf<
  | 'createDisks'
  | 'deleteDisk'
  | 'describeDisk'
  | 'describeDisks'
  | 'extendDisk'
  | 'createSnapshot'
  | 'describeSnapshots'
> = {
  describeDisk({ region }, { diskId }) {
    return { disk: diskView(region, findDisk(region, diskId)) };
  },

  describeDisks({ region }, query) {
    const { page, totalCount } = list(region, region.disks, query);
    return { disks: page.map((disk) => diskView(region, disk)), totalCount };
  },

  createDisks({ world, region }, { diskSpec, maxCount, userTags = [], clientToken }) {
    return once(region, 'createDisks', clientToken, () => {
      const { az, name, charge, encrypt, policyId: _, ...spec } = diskSpec;
      if (!region.zones.includes(az))
        refuse(refusal('INVALID_ARGUMENT', 'Parameter DiskSpec.Az invalid'));
      const iops = checkDisk(region, 'data', spec, 'DiskSpec');
      checkDiskStock(region, spec.diskType);
      if (region.disks.size + maxCount > region.quotas.disk) refuse(refusals.quota('Disk'));
      const billing = bought(charge, world.scheduler.now(), 'DiskSpec.Charge');
      if (billing.mode === 'postpaid_by_usage')
        refuse(refusal('INVALID_ARGUMENT', 'Parameter DiskSpec.Charge.ChargeMode invalid'));
      const encrypted = encrypt ?? region.snapshots.get(spec.snapshotId ?? '')?.encrypted;
      const diskIds = Array.from({ length: maxCount }, (_unused, index) => {
        const disk = addDisk(world, region, {
          ...spec,
          az,
          iops,
          encrypted,
          billing,
          name: maxCount === 1 ? name : `${name.slice(0, 28)}-${index + 1}`,
          tags: userTags.map(({ key, value = '' }) => ({ key, value })),
          status: 'creating',
        });
        world.scheduler.after(lasting(world, 'disk', name), () => {
          if (disk.status === 'creating') disk.status = 'available';
        });
        return disk.id;
      });
      return { diskIds };
    });
  },

  deleteDisk({ world, region }, { diskId }) {
    const disk = findDisk(region, diskId);
    stopAt(whyNotDeleteDisk(diskView(region, disk)));
    unlessCopied(region, diskId);
    disk.status = 'deleting';
    world.scheduler.after(lasting(world, 'disk', disk.name), () => region.disks.delete(diskId));
    return {};
  },

  extendDisk({ world, region }, { diskId, diskSizeGB, iops }) {
    const disk = freeDisk(region, diskId);
    if (diskSizeGB <= disk.diskSizeGB) refuse(refusals.outOfRange('DiskSizeGB'));
    const { diskType, iops: old } = disk;
    const kept = iops ?? old;
    const wish = { diskType, diskSizeGB, ...(kept !== undefined && { iops: kept }) };
    const effective = checkDisk(region, 'data', wish, 'Disk');
    disk.status = 'extending';
    world.scheduler.after(lasting(world, 'disk', disk.name), () => {
      disk.status = 'available';
      disk.diskSizeGB = diskSizeGB;
      if (effective !== undefined) disk.iops = effective;
    });
    return {};
  },

  createSnapshot({ world, region }, { snapshotSpec, clientToken }) {
    return once(region, 'createSnapshot', clientToken, () => {
      const { name, description = '', diskId } = snapshotSpec;
      const disk = findDisk(region, diskId);
      if (disk.status !== 'available' && disk.status !== 'in-use')
        failedPrecondition(`Invalid disk status '${disk.status}'`);
      if (region.snapshots.size >= region.quotas.snapshot) refuse(refusals.quota('Snapshot'));
      const snapshot: SnapshotRecord = {
        id: `snapshot-${world.random.letters(10)}`,
        name,
        description,
        diskId,
        sizeGB: disk.diskSizeGB,
        status: 'creating',
        created: world.scheduler.now(),
        imageIds: [],
        encrypted: disk.encrypted,
      };
      region.snapshots.set(snapshot.id, snapshot);
      world.scheduler.after(lasting(world, 'snapshot', name), () => {
        snapshot.status = 'available';
      });
      return { snapshotId: snapshot.id };
    });
  },

  describeSnapshots({ region }, { snapshotSource = 'private', ...query }) {
    // Snapshots that other accounts share are not simulated.
    const source = snapshotSource === 'private' ? region.snapshots : new Map<string, never>();
    const { page, totalCount } = listSnapshots(region, source, query);
    return { snapshots: page.map(snapshotView), totalCount };
  },
};

/** @throws Refused 404 */
function findDisk(region: RegionWorld, id: string): DiskRecord {
  return region.disks.get(id) ?? refuse(refusals.notFound('Disk', id));
}

/** @throws Refused unless nothing uses the disk and nothing is being done to it */
function freeDisk(region: RegionWorld, id: string): DiskRecord {
  const disk = findDisk(region, id);
  if (disk.instanceIds.length > 0) failedPrecondition(`Disk '${id}' is in use`);
  if (disk.status !== 'available') failedPrecondition(`Invalid disk status '${disk.status}'`);
  unlessCopied(region, id);
  return disk;
}

/** @throws Refused while a snapshot of the disk is being taken */
function unlessCopied(region: RegionWorld, id: string): void {
  const busy = [...region.snapshots.values()].some(
    ({ diskId, status }) => diskId === id && status === 'creating',
  );
  if (busy) failedPrecondition(`A snapshot of disk '${id}' is being taken`);
}
