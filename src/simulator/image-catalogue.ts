import type { ImageRecord } from './world.ts';

/** One line of the catalogue; `imageRecord` fills in what all images of a source have in common. */
interface CatalogueImage {
  id: string;
  name: string;
  source: 'public' | 'thirdparty' | 'community' | 'shared';
  platform: string;
  osVersion: string;
  osType: 'linux' | 'windows';
  /** Of its file. */
  sizeMB: number;
  ownerPin: string;
  description?: string;
  rootDeviceType?: 'localDisk';
  systemDiskSizeGB?: number;
  bootMode?: 'uefi';
  /** Can no longer create instances. */
  offline?: true;
  /** Instance types it may not run on. */
  excludedTypes?: readonly string[];
  /** `YYYY-MM-DD` */
  created: string;
}

/** Windows runs on at most 64 vCPU. */
const beyondWindows = [
  'g.n2.18xlarge',
  'g.n2.metal',
  'g.n4.24xlarge',
  'c.n4.24xlarge',
  'm.n2.18xlarge',
] as const;
/** Old kernels know neither NVMe disks nor the newest generation. */
const beyondOldKernels = [
  ...beyondWindows,
  'g.n4.large',
  'g.n4.xlarge',
  'g.n4.2xlarge',
  'g.n4.4xlarge',
  'c.n4.2xlarge',
  'm.n4.large',
  'm.n4.xlarge',
  'm.n4.8xlarge',
  's.i3.2xlarge',
  's.i3.4xlarge',
] as const;
/** A local system disk cannot be had by burstable types. */
const beyondLocalDisk = [
  't.e2.small',
  't.c2.large',
  't.g2.large',
  't.g2.xlarge',
  't.g2.2xlarge',
] as const;

const linux = { osType: 'linux', source: 'public', ownerPin: 'admin' } as const;
const windows = {
  osType: 'windows',
  source: 'public',
  ownerPin: 'admin',
  platform: 'Windows Server',
  excludedTypes: beyondWindows,
} as const;

/**
 * The official images, the same in every region. Old ids are UUIDs, new ones `img-` and ten characters; both occur.
 * Names follow the pattern of the vendor's samples; which id belongs to which image is not public, so ids are ours.
 */
export const publicImages = [
  {
    ...linux,
    id: 'img-h8ly274zg9',
    name: 'CentOS 8.2 64位',
    platform: 'CentOS',
    osVersion: '8.2',
    sizeMB: 2494,
    created: '2020-08-18',
  },
  {
    ...linux,
    id: 'img-c7m4q2x9vd',
    name: 'CentOS 7.6 64位',
    platform: 'CentOS',
    osVersion: '7.6',
    sizeMB: 1832,
    created: '2019-04-11',
  },
  {
    ...linux,
    id: '98d44a0f-88c1-451a-8971-f1f769073b6c',
    name: 'CentOS 7.4 64位',
    platform: 'CentOS',
    osVersion: '7.4',
    sizeMB: 1710,
    created: '2018-06-29',
  },
  {
    ...linux,
    id: 'bba85cab-dfdc-4359-9218-7a2de429dd80',
    name: 'CentOS 7.2 64位 NatGateway',
    platform: 'CentOS',
    osVersion: '7.2',
    sizeMB: 1655,
    rootDeviceType: 'localDisk',
    excludedTypes: beyondLocalDisk,
    created: '2018-01-19',
  },
  {
    ...linux,
    id: '3d7a1e52-60c4-4b8e-9d13-5f0c2ab9e871',
    name: 'CentOS 6.9 64位',
    platform: 'CentOS',
    osVersion: '6.9',
    sizeMB: 1402,
    excludedTypes: beyondOldKernels,
    created: '2018-03-08',
  },
  {
    ...linux,
    id: 'img-u2t0f8k5ra',
    name: 'Ubuntu 20.04 64位',
    platform: 'Ubuntu',
    osVersion: '20.04',
    sizeMB: 2216,
    created: '2020-09-24',
  },
  {
    ...linux,
    id: 'img-u1x8b4n6ws',
    name: 'Ubuntu 18.04 64位',
    platform: 'Ubuntu',
    osVersion: '18.04',
    sizeMB: 1968,
    created: '2019-05-27',
  },
  {
    ...linux,
    id: '6f2c9b04-1d5e-4a77-8c30-e94b7a15d2f6',
    name: 'Ubuntu 16.04 64位',
    platform: 'Ubuntu',
    osVersion: '16.04',
    sizeMB: 1544,
    created: '2018-08-30',
  },
  {
    ...windows,
    id: 'img-w6d3j9p1ze',
    name: 'Windows Server 2016 数据中心版 64位 中文版',
    osVersion: '2016',
    sizeMB: 14338,
    created: '2019-07-16',
  },
  {
    ...windows,
    id: 'a41f7d20-93be-4c68-b5a2-0d8e6c3f1b97',
    name: 'Windows Server 2012 R2标准版 64位 中文版',
    osVersion: '2012 R2',
    sizeMB: 11820,
    created: '2018-05-22',
  },
  {
    ...windows,
    id: 'img-w0r2s8e4ht',
    name: 'Windows Server 2008 R2数据中心版 64位 中文版',
    osVersion: '2008 R2',
    sizeMB: 9756,
    created: '2018-02-06',
  },
  {
    ...linux,
    id: '0b95e7c3-2f48-4e19-a6d7-71c3f80e5a2d',
    name: 'Ubuntu 14.04 64位',
    platform: 'Ubuntu',
    osVersion: '14.04',
    sizeMB: 1310,
    offline: true,
    excludedTypes: beyondOldKernels,
    created: '2018-01-19',
  },
] as const satisfies readonly CatalogueImage[];

/** Images of the marketplace, of other accounts and of the community. */
export const otherImages = [
  {
    id: 'img-m3k7w5q0xc',
    name: 'Windows Server 2012 R2标准版 64位 中文版 SQL Server 2014 标准版 SP2',
    source: 'thirdparty',
    platform: 'Windows Server',
    osVersion: '2012 R2',
    osType: 'windows',
    sizeMB: 21690,
    systemDiskSizeGB: 60,
    ownerPin: 'marketplace',
    excludedTypes: [...beyondWindows, 'g.s2.micro', 't.e2.small'],
    created: '2019-01-10',
  },
  {
    id: 'img-m8f1z4r7yb',
    name: 'LNMP CentOS 7.6 64位',
    source: 'thirdparty',
    platform: 'CentOS',
    osVersion: '7.6',
    osType: 'linux',
    sizeMB: 3120,
    ownerPin: 'marketplace',
    description: 'nginx 1.16, MariaDB 10.3, PHP 7.3',
    created: '2019-11-05',
  },
  {
    id: 'img-k5n2v9d8ja',
    name: 'cuda-ubuntu1804',
    source: 'community',
    platform: 'Ubuntu',
    osVersion: '18.04',
    osType: 'linux',
    sizeMB: 8804,
    ownerPin: 'ml-commons',
    description: 'CUDA 10.2 and cuDNN 7 on Ubuntu 18.04',
    created: '2020-06-12',
  },
  {
    id: 'img-k0s6g3t1le',
    name: 'centos76-docker',
    source: 'community',
    platform: 'CentOS',
    osVersion: '7.6',
    osType: 'linux',
    sizeMB: 2650,
    ownerPin: 'container-lab',
    created: '2020-02-27',
  },
  {
    id: 'img-s9p4c6m2hy',
    name: 'audit-agent-base',
    source: 'shared',
    platform: 'CentOS',
    osVersion: '7.6',
    osType: 'linux',
    sizeMB: 2088,
    ownerPin: 'group-security',
    description: 'Hardened by the group security team',
    created: '2026-03-03',
  },
] as const satisfies readonly CatalogueImage[];

/** The image as the world holds it: ready to use, with its system disk's snapshot. */
export function imageRecord(image: CatalogueImage): ImageRecord {
  const size = image.systemDiskSizeGB ?? 40;
  const rootDeviceType = image.rootDeviceType ?? 'cloudDisk';
  return {
    id: image.id,
    name: image.name,
    description: image.description ?? '',
    source: image.source,
    platform: image.platform,
    osVersion: image.osVersion,
    osType: image.osType,
    architecture: 'x86_64',
    bootMode: image.bootMode ?? 'bios',
    rootDeviceType,
    status: 'ready',
    progress: 100,
    systemDiskSizeGB: size,
    sizeMB: image.sizeMB,
    ownerPin: image.ownerPin,
    launchPermission: image.source === 'shared' ? 'specifiedUsers' : 'all',
    offline: image.offline ?? false,
    imported: false,
    created: Date.parse(`${image.created}T10:00:00+08:00`),
    ...(rootDeviceType === 'cloudDisk' && {
      systemDisk: {
        deviceName: 'vda',
        diskType: 'ssd.gp1',
        diskSizeGB: size,
        // Of another account, so not in this world's list of snapshots.
        snapshotId: `snapshot-${image.id.replace(/^img-|-/g, '').slice(0, 10)}`,
        autoDelete: true,
        encrypted: false,
      },
    }),
    dataDisks: [],
    pins: [],
    loginNames: [],
    excludedTypes: [...(image.excludedTypes ?? [])],
  };
}
