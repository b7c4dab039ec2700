import { refusal } from '../contract/errors.ts';
import { account } from './account.ts';
import { once } from './client-tokens.ts';
import { lasting } from './durations.ts';
import { type HandlersOf, refuse } from './handlers.ts';
import { devicesOf, type DeviceWish } from './image-devices.ts';
import { checkImageQuota, takeSnapshot } from './image-rules.ts';
import { completeImage, newTask } from './image-work.ts';
import { fails } from './sentinels.ts';
import { instanceFor } from './tasks.ts';
import type { ImageDeviceRecord, ImageRecord, RegionWorld, World } from './world.ts';

export const imageCreateHandlers: HandlersOf<'createImage' | 'createImageFromSnapshots'> = {
  /** Takes the instance's lock and the new image's. Local data disks are never part of an image. */
  createImage(context, { instanceId, name, description = '', dataDisks }) {
    const { world, region } = context;
    const instance = instanceFor(context, 'createImage', instanceId);
    const { systemDisk } = instance;
    if (systemDisk?.status !== 'attached')
      refuse(refusal('FAILED_PRECONDITION', 'Invalid system disk mount state'));
    const wishes = devicesOf(region, instance, dataDisks ?? []);
    const disk = region.disks.get(systemDisk.diskId ?? '');
    const root = disk && { ...facts(disk), deviceName: 'vda', autoDelete: true };
    const taken = [...(root ? [root] : []), ...wishes].filter(({ diskId }) => diskId !== undefined);
    checkImageQuota(region, 1, taken.length);

    const task = newTask(world, 'createImage');
    const image = newImage(world, region, {
      ...instance.os,
      name,
      description,
      bootMode: instance.bootMode,
      rootDeviceType: systemDisk.category === 'local' ? 'localDisk' : 'cloudDisk',
      systemDiskSizeGB: disk?.diskSizeGB ?? systemDisk.local?.diskSizeGB ?? 40,
      instanceId,
    });
    const place = (wish: DeviceWish): ImageDeviceRecord => device(world, region, image, wish);
    if (root) image.systemDisk = place(root);
    image.dataDisks = wishes.map(place);
    instance.task = task;
    completeImage(world, region, image, {
      task,
      milliseconds: lasting(world, 'image', name),
      sizeMB: sizeOf(world, image),
      fails: fails('image', name),
      ended: () => {
        if (instance.task === task) delete instance.task;
      },
    });
    return { imageId: image.id };
  },

  createImageFromSnapshots({ world, region }, input) {
    return once(region, 'createImageFromSnapshots', input.clientToken, () => {
      const { cloudDisks = [], name, description = '', platform, osVersion = '' } = input;
      const names = cloudDisks.map(({ deviceName }) => deviceName ?? 'vda');
      if (cloudDisks.length < 1 || cloudDisks.length > 8)
        refuse(refusal('OUT_OF_RANGE', 'CloudDisks out of range'));
      if (new Set(names).size < names.length) refuse(refusal('DUPLICATE', 'Duplicate deviceName'));
      if (!names.includes('vda'))
        refuse(refusal('INVALID_ARGUMENT', 'Parameter CloudDisks.DeviceName must include vda'));
      const devices = cloudDisks.map((spec, index): ImageDeviceRecord => {
        const snapshot = region.snapshots.get(spec.snapshotId ?? '');
        if (!snapshot)
          refuse(refusal('NOT_FOUND', `Snapshot '${spec.snapshotId ?? ''}' not found`));
        if (snapshot.status !== 'available')
          refuse(refusal('FAILED_PRECONDITION', `Invalid snapshot status '${snapshot.status}'`));
        const diskSizeGB = spec.diskSizeGB ?? snapshot.sizeGB;
        const [low, high] = names[index] === 'vda' ? [40, 500] : [20, 32000];
        if (diskSizeGB < Math.max(low, snapshot.sizeGB) || diskSizeGB > high)
          refuse(refusal('OUT_OF_RANGE', 'CloudDisks.DiskSizeGB out of range'));
        return {
          deviceName: names[index] ?? 'vda',
          diskType: spec.diskType ?? 'ssd.gp1',
          diskSizeGB,
          snapshotId: snapshot.id,
          autoDelete: spec.autoDelete ?? false,
          encrypted: snapshot.encrypted,
        };
      });
      checkImageQuota(region, 1, 0);
      const root = devices.find(({ deviceName }) => deviceName === 'vda');
      const image = newImage(world, region, {
        name,
        description,
        platform,
        osVersion,
        osType: platform === 'Windows Server' ? 'windows' : 'linux',
        architecture: input.architecture,
        bootMode: input.bootMode,
        rootDeviceType: 'cloudDisk',
        systemDiskSizeGB: root?.diskSizeGB ?? 40,
      });
      if (root) image.systemDisk = root;
      image.dataDisks = devices.filter((one) => one !== root);
      for (const { snapshotId } of devices)
        region.snapshots.get(snapshotId ?? '')?.imageIds.push(image.id);
      completeImage(world, region, image, {
        task: newTask(world, 'createImageFromSnapshots'),
        milliseconds: lasting(world, 'image', name),
        sizeMB: sizeOf(world, image),
        fails: fails('image', name),
      });
      return { imageId: image.id };
    });
  },
};

const facts = (disk: { id: string; diskType: string; diskSizeGB: number; encrypted: boolean }) => ({
  diskId: disk.id,
  diskType: disk.diskType,
  diskSizeGB: disk.diskSizeGB,
  encrypted: disk.encrypted,
});

function device(
  world: World,
  region: RegionWorld,
  image: ImageRecord,
  wish: DeviceWish,
): ImageDeviceRecord {
  const { deviceName, diskType, diskSizeGB, autoDelete, encrypted } = wish;
  const snapshotId =
    wish.diskId === undefined ? wish.snapshotId : takeSnapshot(world, region, image, wish);
  // A snapshot that was there before serves this image too.
  if (wish.diskId === undefined && snapshotId !== undefined)
    region.snapshots.get(snapshotId)?.imageIds.push(image.id);
  return {
    deviceName,
    diskType,
    diskSizeGB,
    autoDelete,
    encrypted,
    ...(snapshotId !== undefined && { snapshotId }),
  };
}

/** A private image of this account, pending and empty, already in its region. */
export function newImage(
  world: World,
  region: RegionWorld,
  of: Pick<
    ImageRecord,
    | 'name'
    | 'description'
    | 'platform'
    | 'osVersion'
    | 'osType'
    | 'architecture'
    | 'bootMode'
    | 'rootDeviceType'
    | 'systemDiskSizeGB'
  > &
    Partial<Pick<ImageRecord, 'instanceId' | 'imported'>>,
): ImageRecord {
  // Named one by one: an instance's facts about its system may be a whole image's record.
  const image: ImageRecord = {
    name: of.name,
    description: of.description,
    platform: of.platform,
    osVersion: of.osVersion,
    osType: of.osType,
    architecture: of.architecture,
    bootMode: of.bootMode,
    rootDeviceType: of.rootDeviceType,
    systemDiskSizeGB: of.systemDiskSizeGB,
    imported: of.imported ?? false,
    ...(of.instanceId !== undefined && { instanceId: of.instanceId }),
    id: `img-${world.random.letters(10)}`,
    source: 'private',
    status: 'pending',
    progress: 0,
    sizeMB: 0,
    ownerPin: account.pin,
    launchPermission: 'ownerOnly',
    offline: false,
    created: world.scheduler.now(),
    dataDisks: [],
    pins: [],
    loginNames: [],
    excludedTypes: [],
  };
  region.images.set(image.id, image);
  return image;
}

/** A plausible file size: part of each disk is in use. */
export function sizeOf(world: World, image: ImageRecord): number {
  const gigabytes = [image.systemDisk, ...image.dataDisks].reduce(
    (sum, one) => sum + (one?.snapshotId === undefined ? 0 : one.diskSizeGB),
    0,
  );
  return (
    world.random.between(1400, 1900) + Math.round(gigabytes * 1024 * world.random.next() * 0.2)
  );
}
