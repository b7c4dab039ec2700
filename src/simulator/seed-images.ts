import { account } from './account.ts';
import { imageRecord, otherImages, publicImages } from './image-catalogue.ts';
import type { ImageRecord, RegionWorld, World } from './world.ts';

const day = 24 * 60 * 60 * 1000;

interface PrivateImage {
  name: string;
  /** Name of the official image it came from. */
  from: (typeof publicImages)[number]['name'];
  description?: string;
  systemDiskSizeGB: number;
  dataDisks?: readonly { diskType: string; diskSizeGB: number; encrypted?: true }[];
  rootDeviceType?: 'localDisk';
  status?: 'error';
  offline?: true;
  imported?: true;
  pins?: readonly string[];
  /** Of its creation, before the world begins. */
  daysAgo: number;
}

const privateImages: readonly PrivateImage[] = [
  {
    name: 'order-api-20261120',
    from: 'CentOS 7.6 64位',
    description: 'Before the autumn release',
    systemDiskSizeGB: 40,
    daysAgo: 4,
  },
  {
    name: 'golden-ubuntu-2004',
    from: 'Ubuntu 20.04 64位',
    description: 'Base of every Ubuntu machine',
    systemDiskSizeGB: 40,
    pins: ['team-data', 'team-search', 'partner-fengtai'],
    daysAgo: 6,
  },
  {
    name: 'golden-centos-82',
    from: 'CentOS 8.2 64位',
    systemDiskSizeGB: 40,
    pins: ['team-data'],
    daysAgo: 13,
  },
  {
    name: 'pg-main-2026-10',
    from: 'CentOS 7.6 64位',
    description: 'PostgreSQL 13 with its data disk',
    systemDiskSizeGB: 80,
    dataDisks: [{ diskType: 'ssd.io1', diskSizeGB: 500 }],
    daysAgo: 26,
  },
  {
    name: 'vault-sealed',
    from: 'CentOS 7.6 64位',
    description: 'Encrypted data disk: cannot be shared, copied or published',
    systemDiskSizeGB: 40,
    dataDisks: [{ diskType: 'ssd.gp1', diskSizeGB: 100, encrypted: true }],
    daysAgo: 31,
  },
  {
    name: 'win-build-base',
    from: 'Windows Server 2016 数据中心版 64位 中文版',
    systemDiskSizeGB: 60,
    daysAgo: 38,
  },
  {
    name: 'legacy-erp-export',
    from: 'Windows Server 2012 R2标准版 64位 中文版',
    systemDiskSizeGB: 40,
    rootDeviceType: 'localDisk',
    status: 'error',
    daysAgo: 53,
  },
  {
    name: 'nat-gw-2025',
    from: 'CentOS 7.2 64位 NatGateway',
    systemDiskSizeGB: 40,
    rootDeviceType: 'localDisk',
    offline: true,
    daysAgo: 329,
  },
];

/** Puts a region's images in place: the official and other accounts' ones everywhere, the private ones mostly in cn-north-1. */
export function seedImages(world: World, region: RegionWorld): void {
  for (const image of publicImages) region.images.set(image.id, imageRecord(image));
  for (const image of otherImages) region.images.set(image.id, imageRecord(image));
  const mine = region.id === 'cn-north-1' ? privateImages : privateImages.slice(1, 3);
  for (const image of mine) {
    const record = privateImage(world, region, image);
    region.images.set(record.id, record);
  }
  if (region.id === 'cn-north-1') seedImageTasks(world, region);
}

function privateImage(world: World, region: RegionWorld, image: PrivateImage): ImageRecord {
  const { random, scheduler } = world;
  const original = publicImages.find(({ name }) => name === image.from) ?? publicImages[0];
  const id = `img-${random.letters(10)}`;
  const created =
    scheduler.now() - image.daysAgo * day + random.between(-5 * 60, 5 * 60) * 60 * 1000;
  const { systemDisk: _, ...base } = imageRecord(original);
  const cloud = image.rootDeviceType === undefined && image.status !== 'error';
  const snapshot = (diskType: string, diskSizeGB: number, encrypted: boolean) => {
    const snapshotId = `snapshot-${random.letters(10)}`;
    region.snapshots.set(snapshotId, {
      id: snapshotId,
      name: image.name,
      description: '',
      sizeGB: diskSizeGB,
      status: 'available',
      created,
      imageIds: [id],
      encrypted,
    });
    return { diskType, diskSizeGB, snapshotId, autoDelete: true, encrypted };
  };
  return {
    ...base,
    id,
    name: image.name,
    description: image.description ?? '',
    source: 'private',
    rootDeviceType: image.rootDeviceType ?? 'cloudDisk',
    status: image.status ?? 'ready',
    progress: image.status ? 0 : 100,
    systemDiskSizeGB: image.systemDiskSizeGB,
    sizeMB: base.sizeMB + random.between(200, 6000),
    ownerPin: account.pin,
    launchPermission: image.pins ? 'specifiedUsers' : 'ownerOnly',
    offline: image.offline ?? false,
    imported: image.imported ?? false,
    created,
    ...(cloud && {
      systemDisk: { deviceName: 'vda', ...snapshot('ssd.gp1', image.systemDiskSizeGB, false) },
    }),
    dataDisks: cloud
      ? (image.dataDisks ?? []).map((disk, index) => ({
          deviceName: `vd${'bcdefgh'.charAt(index)}`,
          ...snapshot(disk.diskType, disk.diskSizeGB, disk.encrypted ?? false),
        }))
      : [],
    pins: [...(image.pins ?? [])],
    loginNames: [],
    excludedTypes: [],
  };
}

/** One import that went wrong last week, so that the task list is not empty. */
function seedImageTasks(world: World, region: RegionWorld): void {
  const created = world.scheduler.now() - 6 * day;
  region.imageTasks.set('211', {
    id: '211',
    action: 'ImportImage',
    status: 'failed',
    progress: 35,
    errorInfo: 'The image file is not a valid qcow2 file.',
    imageId: `img-${world.random.letters(10)}`,
    imageName: 'debian-12-base',
    imageUrl: `https://images-demo.s3.${region.id}.jdcloud-oss.com/debian-12-base.img`,
    created,
    finished: created + 95 * 1000,
  });
}
