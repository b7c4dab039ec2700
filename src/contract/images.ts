import * as z from 'zod/mini';
import {
  clientToken,
  known,
  model,
  Nothing,
  paging,
  regionId,
  resourceId,
  secret,
} from './common.ts';
import { InstanceDiskAttachmentSpec } from './instance-create.ts';
import { ImageChargeInfo, InstanceDiskAttachment } from './instances.ts';
import { read, write } from './operation.ts';
import { copyName, description, imageName, resourceName } from './rules.ts';

export const CloudDiskSpec = z.strictObject({
  snapshotId: z.optional(z.string()),
  /** System disk: vda (must be present); data disk: vdb-vdz */
  deviceName: z.optional(z.string()),
  /** Default "ssd.gp1" */
  diskType: z.optional(z.enum(['ssd.gp1', 'ssd.io1', 'hdd.std1', 'ssd.gp2', 'ssd.io2'])),
  /** GiB; above the snapshot size, default = snapshot size; system 40-500, data 20-32000 */
  diskSizeGB: z.optional(z.int()),
  /** Delete with the instance; only for pay-by-configuration, non-shared cloud disks; default false */
  autoDelete: z.optional(z.boolean()),
});
export type CloudDiskSpec = z.infer<typeof CloudDiskSpec>;

export const CopyImage = model({
  /** New image */
  destinationImageId: z.optional(z.string()),
  sourceImageId: z.optional(z.string()),
});
export type CopyImage = z.infer<typeof CopyImage>;

export const DataDiskSpec = z.strictObject({
  /** Default "qcow2" */
  diskFormat: z.optional(z.enum(['vhd', 'vmdk', 'qcow2', 'raw'])),
  dataDiskSizeGB: z.int(),
  /** Object-storage link; its query may hold a signature */
  imageUrl: secret(z.string()),
});
export type DataDiskSpec = z.infer<typeof DataDiskSpec>;

export const Image = model({
  imageId: z.string(),
  name: z.optional(z.string()),
  platform: z.optional(
    known(['Ubuntu', 'CentOS', 'Windows Server', 'Other Linux', 'Other Windows']),
  ),
  osVersion: z.optional(z.string()),
  architecture: z.optional(known(['x86_64', 'arm64'])),
  systemDiskSizeGB: z.optional(z.number()),
  /** Public = official, thirdparty = marketplace, shared = from another account */
  imageSource: z.optional(known(['public', 'thirdparty', 'private', 'shared', 'community'])),
  osType: z.optional(known(['windows', 'linux'])),
  status: z.optional(known(['pending', 'ready', 'deleting', 'error'])),
  /** YYYY-MM-DD HH:mm:ss */
  createTime: z.optional(z.string()),
  /** Actual file size */
  sizeMB: z.optional(z.number()),
  desc: z.optional(z.string()),
  ownerPin: z.optional(z.string()),
  loginName: z.optional(z.string()),
  launchPermission: z.optional(known(['all', 'specifiedUsers', 'ownerOnly'])),
  systemDisk: z.optional(InstanceDiskAttachment),
  dataDisks: z.optional(z.array(InstanceDiskAttachment)),
  /** Empty for local-disk images */
  snapshotId: z.optional(z.string()),
  rootDeviceType: z.optional(known(['localDisk', 'cloudDisk'])),
  /** Percent as a bare number string, during copy or conversion */
  progress: z.optional(z.string()),
  /** True = can no longer create instances */
  offline: z.optional(z.boolean()),
  /** Deprecated */
  serviceCode: z.optional(z.string()),
  /** Came from importImage */
  imported: z.optional(z.boolean()),
  /** Empty = never */
  expiredTime: z.optional(z.string()),
  instanceId: z.optional(z.string()),
  bootMode: z.optional(known(['bios', 'uefi'])),
  chargeInfo: z.optional(ImageChargeInfo),
});
export type Image = z.infer<typeof Image>;

export const ImageInstanceTypeConstraint = model({
  /** Public docs: only excludes occurs today */
  constraintsType: z.optional(known(['excludes', 'includes'])),
  instanceTypes: z.optional(z.array(z.string())),
});
export type ImageInstanceTypeConstraint = z.infer<typeof ImageInstanceTypeConstraint>;

export const ImageConstraint = model({
  imageId: z.optional(z.string()),
  imageInstanceTypeConstraint: z.optional(ImageInstanceTypeConstraint),
});
export type ImageConstraint = z.infer<typeof ImageConstraint>;

export const TaskInfo = model({
  taskId: z.string(),
  /** A docs sample shows ImportImageTask */
  action: z.optional(known(['ImportImage', 'ExportImage'])),
  taskStatus: z.optional(known(['pending', 'running', 'failed', 'finished'])),
  progress: z.optional(z.number()),
  /** Failure reason */
  errorInfo: z.optional(z.string()),
  message: z.optional(z.string()),
  /** YYYY-MM-DD HH:mm:ss */
  createdTime: z.optional(z.string()),
  /** YYYY-MM-DD HH:mm:ss */
  finishedTime: z.optional(z.string()),
  imageId: z.optional(z.string()),
  /** Export only: target bucket */
  ossUrl: z.optional(z.string()),
  /** Export only: system disk object */
  ossObject: z.optional(z.string()),
  /** Export only: system and data disk objects */
  ossObjects: z.optional(z.array(z.string())),
  /** Import only */
  imageName: z.optional(z.string()),
  /** Import only: source link */
  imageUrl: z.optional(z.string()),
});
export type TaskInfo = z.infer<typeof TaskInfo>;

/**
 * - Private image (owner) or image shared to the caller; a copied shared image becomes private
 * - Cloud-disk system images only
 * - No encrypted snapshot in the image
 */
export const copyImages = write({
  name: 'copyImages',
  service: 'vm',
  method: 'POST',
  path: '/v1/regions/{regionId}/images:copyImages',
  input: z.strictObject({
    regionId,
    sourceImageIds: z.array(z.string()).check(z.maxLength(10)),
    /** May equal the source region */
    destinationRegion: regionId,
    /** Applied to every copy; absent = source names */
    name: z.optional(copyName),
    /** Applied to every copy; absent = generated text */
    description: z.optional(description),
  }),
  output: model({
    copyImages: z.optional(z.array(CopyImage)),
  }),
  touches: ['describeImages', 'describeImage', 'describeQuotas', 'describeSnapshots'],
});

/**
 * - No task in progress on the instance
 * - Local system disk: instance stopped; cloud system disk: running or stopped
 * - Image usable only after its status becomes ready
 * - Image root device type follows the instance's system disk
 * - Local data disks are never included
 */
export const createImage = write({
  name: 'createImage',
  service: 'vm',
  method: 'POST',
  path: '/v1/regions/{regionId}/instances/{instanceId}:createImage',
  input: z.strictObject({
    regionId,
    instanceId: resourceId,
    name: imageName,
    description: z.optional(description),
    /** Absent = snapshot every cloud data disk; deviceName+noDevice=true excludes one; unknown deviceName adds a new disk (with or without snapshot); existing deviceName replaces that disk's snapshot */
    dataDisks: z.optional(z.array(InstanceDiskAttachmentSpec)),
  }),
  output: model({
    imageId: z.optional(z.string()),
  }),
  touches: ['describeImages', 'describeImage', 'describeQuotas', 'describeSnapshots'],
});

/**
 * - 1-8 snapshots, each available and accessible to the caller
 * - Single snapshot: deviceName must be vda; several: one must be vda
 * - Disk size larger than its snapshot
 * - Image usable only after its status becomes ready
 */
export const createImageFromSnapshots = write({
  name: 'createImageFromSnapshots',
  service: 'vm',
  method: 'POST',
  path: '/v1/regions/{regionId}/images:createImageFromSnapshots',
  input: z.strictObject({
    regionId,
    name: imageName,
    description: z.optional(description),
    platform: z.enum([
      'CentOS',
      'Ubuntu',
      'Windows Server',
      'OpenEuler',
      'Rocky Linux',
      'Others Linux',
    ]),
    /** E.g. 7.9 */
    osVersion: z.optional(z.string()),
    architecture: z.enum(['x86_64', 'arm64']),
    /** 1-8 snapshots */
    cloudDisks: z.optional(z.array(CloudDiskSpec)),
    clientToken: z.optional(clientToken),
    bootMode: z.enum(['bios', 'uefi']),
  }),
  output: model({
    imageId: z.optional(z.string()),
  }),
  touches: ['describeImages', 'describeImage', 'describeQuotas', 'describeSnapshots'],
  repeat: 'token',
  extra: true,
});

/**
 * - Own private image only
 * - Not currently shared (unshare first)
 * - No task in progress on the image
 * - Local-disk image: no instance created from it may remain
 */
export const deleteImage = write({
  name: 'deleteImage',
  service: 'vm',
  method: 'DELETE',
  path: '/v1/regions/{regionId}/images/{imageId}',
  input: z.strictObject({
    regionId,
    imageId: resourceId,
    /** True also deletes the image's snapshots; default false */
    deleteSnapshot: z.optional(z.boolean()),
  }),
  output: Nothing,
  touches: ['describeImages', 'describeImage', 'describeQuotas', 'describeSnapshots'],
});

export const describeImage = read({
  name: 'describeImage',
  service: 'vm',
  method: 'GET',
  path: '/v1/regions/{regionId}/images/{imageId}',
  input: z.strictObject({
    regionId,
    imageId: resourceId,
  }),
  output: model({
    image: z.optional(Image),
  }),
});

/**
 * - Only public and thirdparty images carry constraints; private ones have none
 */
export const describeImageConstraints = read({
  name: 'describeImageConstraints',
  service: 'vm',
  method: 'GET',
  path: '/v1/regions/{regionId}/images/{imageId}/constraints',
  input: z.strictObject({
    regionId,
    imageId: resourceId,
  }),
  output: model({
    imageConstraints: z.optional(ImageConstraint),
  }),
});

/**
 * - Only public and thirdparty images carry constraints; private ones have none
 */
export const describeImageConstraintsBatch = read({
  name: 'describeImageConstraintsBatch',
  service: 'vm',
  method: 'GET',
  path: '/v1/regions/{regionId}/imageConstraints',
  input: z.strictObject({
    regionId,
    /** Public and thirdparty image ids only */
    ids: z.optional(z.array(z.string())),
  }),
  output: model({
    imageConstraints: z.optional(z.array(ImageConstraint)),
  }),
});

/**
 * - Own private image only
 */
export const describeImageMembers = read({
  name: 'describeImageMembers',
  service: 'vm',
  method: 'GET',
  path: '/v1/regions/{regionId}/images/{imageId}/members',
  input: z.strictObject({
    regionId,
    imageId: resourceId,
  }),
  output: model({
    /** User pins */
    pins: z.optional(z.array(z.string())),
    /** Account login names */
    loginNames: z.optional(z.array(z.string())),
  }),
});

/**
 * - No filters array: each query parameter is a condition, combined with AND
 * - Sub-accounts see only what they may access
 * - GET URL length limits apply
 */
export const describeImages = read({
  name: 'describeImages',
  service: 'vm',
  method: 'GET',
  path: '/v1/regions/{regionId}/images',
  input: z.strictObject({
    regionId,
    /** Required unless ids is given */
    imageSource: z.optional(z.enum(['public', 'thirdparty', 'private', 'shared', 'community'])),
    /** Query taken-offline images; only for public or thirdparty; ignored with ids */
    offline: z.optional(z.boolean()),
    platform: z.optional(z.enum(['Ubuntu', 'CentOS', 'Windows Server'])),
    /** When given, other parameters may be omitted */
    ids: z.optional(z.array(z.string())),
    /** Fuzzy match */
    imageName: z.optional(z.string()),
    rootDeviceType: z.optional(z.enum(['localDisk', 'cloudDisk'])),
    /** Only effective with imageSource=private */
    launchPermission: z.optional(z.enum(['all', 'specifiedUsers', 'ownerOnly'])),
    status: z.optional(z.enum(['pending', 'ready', 'deleting', 'error'])),
    /** Deprecated */
    serviceCode: z.optional(z.string()),
    architecture: z.optional(z.enum(['x86_64', 'arm64'])),
    ...paging,
    /** Exact match */
    instanceIds: z.optional(z.array(z.string())),
    /** Default "bios" */
    bootMode: z.optional(z.enum(['bios', 'uefi'])),
  }),
  output: model({
    images: z.optional(z.array(Image)),
    totalCount: z.optional(z.number()),
  }),
});

/**
 * - Own private image with status ready
 * - Cloud-disk system image only
 * - No Windows Server image unless it was itself imported
 * - Output is qcow2 in object storage
 * - Operation text says system disk only, yet isAllDisk covers data disks
 */
export const exportImage = write({
  name: 'exportImage',
  service: 'vm',
  method: 'POST',
  path: '/v1/regions/{regionId}/images/{imageId}:exportImage',
  input: z.strictObject({
    regionId,
    imageId: resourceId,
    /** Service role created by the user that grants bucket access */
    roleName: z.string(),
    /** Bucket domain URL, starts with https://; same region as the image */
    ossUrl: z.string(),
    /** File name prefix */
    ossPrefix: z.optional(z.string().check(z.maxLength(32), z.regex(/^[A-Za-z0-9]{1,32}$/u))),
    clientToken: z.optional(clientToken),
    /** True also exports data disks; default false */
    isAllDisk: z.optional(z.boolean()),
  }),
  output: model({
    taskId: z.optional(z.string()),
  }),
  touches: ['describeImages', 'describeImage', 'imageTasks'],
  repeat: 'token',
});

export const imageTasks = read({
  name: 'imageTasks',
  service: 'vm',
  method: 'GET',
  path: '/v1/regions/{regionId}/imageTasks',
  input: z.strictObject({
    regionId,
    /** Optional in the SDK, required in the public docs */
    taskAction: z.optional(z.enum(['ImportImage', 'ExportImage'])),
    taskIds: z.optional(z.array(z.string())),
    taskStatus: z.optional(z.enum(['pending', 'running', 'failed', 'finished'])),
    /** Format in docs samples: YYYY-MM-DD HH:mm:ss */
    startTime: z.optional(z.string()),
    /** Format in docs samples: YYYY-MM-DD HH:mm:ss */
    endTime: z.optional(z.string()),
    /** Default 1 */
    pageNumber: z.optional(z.int().check(z.gte(1))),
    /** SDK range; the public docs say 1-10, default 10; 10 satisfies both */
    pageSize: z.optional(z.int().check(z.gte(10), z.lte(100))),
  }),
  output: model({
    taskSet: z.optional(z.array(TaskInfo)),
    totalCount: z.optional(z.number()),
  }),
});

/**
 * - Result is a private cloud-disk system image plus its snapshot
 */
export const importImage = write({
  name: 'importImage',
  service: 'vm',
  method: 'POST',
  path: '/v1/regions/{regionId}/images:import',
  input: z.strictObject({
    regionId,
    architecture: z.enum(['x86_64', 'arm64']),
    osType: z.enum(['windows', 'linux']),
    platform: z.enum(['Ubuntu', 'CentOS', 'Windows Server', 'Other Linux', 'Other Windows']),
    diskFormat: z.enum(['qcow2', 'vhd', 'vmdk', 'raw']),
    systemDiskSizeGB: z.int().check(z.gte(40), z.lte(500), z.multipleOf(10)),
    /** Object-storage link, same region; its query may hold a signature */
    imageUrl: secret(z.string()),
    osVersion: z.optional(z.string()),
    imageName: resourceName,
    description: z.optional(description),
    /** True skips the compliance check; default false */
    forceImport: z.optional(z.boolean()),
    dataDisks: z.optional(z.array(DataDiskSpec)),
    clientToken: z.optional(clientToken),
    /** Default "bios" */
    bootMode: z.optional(z.enum(['bios', 'uefi'])),
  }),
  output: model({
    imageId: z.optional(z.string()),
    taskId: z.optional(z.string()),
  }),
  touches: ['describeImages', 'describeImage', 'describeQuotas', 'imageTasks'],
  repeat: 'token',
});

/**
 * - Own private image only
 */
export const modifyImageAttribute = write({
  name: 'modifyImageAttribute',
  service: 'vm',
  method: 'POST',
  path: '/v1/regions/{regionId}/images/{imageId}:modifyImageAttribute',
  input: z.strictObject({
    regionId,
    imageId: resourceId,
    name: z.optional(resourceName),
    description: z.optional(description),
  }),
  output: Nothing,
  touches: ['describeImages', 'describeImage'],
});

/**
 * - Own private image only
 * - Cloud-disk system image only
 * - No encrypted snapshot
 * - Ends all existing shares
 */
export const releaseImage = write({
  name: 'releaseImage',
  service: 'vm',
  method: 'POST',
  path: '/v1/regions/{regionId}/images/{imageId}:release',
  input: z.strictObject({
    regionId,
    imageId: resourceId,
  }),
  output: Nothing,
  // Not its members: there are none any more, and of a community image they may not be asked for.
  touches: ['describeImages', 'describeImage', 'describeQuotas'],
});

/**
 * - Own private image only
 * - Up to 20 accounts per image; not to oneself
 * - No encrypted snapshot
 */
export const shareImage = write({
  name: 'shareImage',
  service: 'vm',
  method: 'POST',
  path: '/v1/regions/{regionId}/images/{imageId}:share',
  input: z.strictObject({
    regionId,
    imageId: resourceId,
    /** User pins */
    pins: z.optional(z.array(z.string())),
    /** Account login names */
    loginNames: z.optional(z.array(z.string())),
  }),
  output: Nothing,
  touches: ['describeImages', 'describeImage', 'describeImageMembers', 'describeQuotas'],
});

/**
 * - Own private image only
 */
export const unReleaseImage = write({
  name: 'unReleaseImage',
  service: 'vm',
  method: 'POST',
  path: '/v1/regions/{regionId}/images/{imageId}:unrelease',
  input: z.strictObject({
    regionId,
    imageId: resourceId,
  }),
  output: Nothing,
  touches: ['describeImages', 'describeImage', 'describeImageMembers', 'describeQuotas'],
});

/**
 * - Own private image only
 * - Ex-members can no longer create from it nor rebuild to it
 */
export const unShareImage = write({
  name: 'unShareImage',
  service: 'vm',
  method: 'POST',
  path: '/v1/regions/{regionId}/images/{imageId}:unshare',
  input: z.strictObject({
    regionId,
    imageId: resourceId,
    /** User pins */
    pins: z.optional(z.array(z.string())),
    /** Account login names */
    loginNames: z.optional(z.array(z.string())),
  }),
  output: Nothing,
  touches: ['describeImages', 'describeImage', 'describeImageMembers', 'describeQuotas'],
});
