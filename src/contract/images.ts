import * as z from 'zod';
import { clientToken, known, model, Nothing, regionId, resourceId } from './common.ts';
import { InstanceDiskAttachmentSpec } from './instance-create.ts';
import { ImageChargeInfo, InstanceDiskAttachment } from './instances.ts';
import { read, write } from './operation.ts';
import { copyName, description, imageName, resourceName } from './rules.ts';

export const CloudDiskSpec = z.strictObject({
  snapshotId: z.string().optional(),
  /** System disk: vda (must be present); data disk: vdb-vdz */
  deviceName: z.string().optional(),
  /** Default "ssd.gp1" */
  diskType: z.enum(['ssd.gp1', 'ssd.io1', 'hdd.std1', 'ssd.gp2', 'ssd.io2']).optional(),
  /** GiB; above the snapshot size, default = snapshot size; system 40-500, data 20-32000 */
  diskSizeGB: z.int().optional(),
  /** Delete with the instance; only for pay-by-configuration, non-shared cloud disks; default false */
  autoDelete: z.boolean().optional(),
});
export type CloudDiskSpec = z.infer<typeof CloudDiskSpec>;

export const CopyImage = model({
  /** New image */
  destinationImageId: z.string().optional(),
  sourceImageId: z.string().optional(),
});
export type CopyImage = z.infer<typeof CopyImage>;

export const DataDiskSpec = z.strictObject({
  /** Default "qcow2" */
  diskFormat: z.enum(['vhd', 'vmdk', 'qcow2', 'raw']).optional(),
  dataDiskSizeGB: z.int(),
  /** Object-storage link */
  imageUrl: z.string(),
});
export type DataDiskSpec = z.infer<typeof DataDiskSpec>;

export const Image = model({
  imageId: z.string(),
  name: z.string().optional(),
  platform: known([
    'Ubuntu',
    'CentOS',
    'Windows Server',
    'Other Linux',
    'Other Windows',
  ]).optional(),
  osVersion: z.string().optional(),
  architecture: known(['x86_64', 'arm64']).optional(),
  systemDiskSizeGB: z.number().optional(),
  /** Public = official, thirdparty = marketplace, shared = from another account */
  imageSource: known(['public', 'thirdparty', 'private', 'shared', 'community']).optional(),
  osType: known(['windows', 'linux']).optional(),
  status: known(['pending', 'ready', 'deleting', 'error']).optional(),
  /** YYYY-MM-DD HH:mm:ss */
  createTime: z.string().optional(),
  /** Actual file size */
  sizeMB: z.number().optional(),
  desc: z.string().optional(),
  ownerPin: z.string().optional(),
  loginName: z.string().optional(),
  launchPermission: known(['all', 'specifiedUsers', 'ownerOnly']).optional(),
  systemDisk: InstanceDiskAttachment.optional(),
  dataDisks: z.array(InstanceDiskAttachment).optional(),
  /** Empty for local-disk images */
  snapshotId: z.string().optional(),
  rootDeviceType: known(['localDisk', 'cloudDisk']).optional(),
  /** Percent as a bare number string, during copy or conversion */
  progress: z.string().optional(),
  /** True = can no longer create instances */
  offline: z.boolean().optional(),
  /** Deprecated */
  serviceCode: z.string().optional(),
  /** Came from importImage */
  imported: z.boolean().optional(),
  /** Empty = never */
  expiredTime: z.string().optional(),
  instanceId: z.string().optional(),
  bootMode: known(['bios', 'uefi']).optional(),
  chargeInfo: ImageChargeInfo.optional(),
});
export type Image = z.infer<typeof Image>;

export const ImageInstanceTypeConstraint = model({
  /** Public docs: only excludes occurs today */
  constraintsType: known(['excludes', 'includes']).optional(),
  instanceTypes: z.array(z.string()).optional(),
});
export type ImageInstanceTypeConstraint = z.infer<typeof ImageInstanceTypeConstraint>;

export const ImageConstraint = model({
  imageId: z.string().optional(),
  imageInstanceTypeConstraint: ImageInstanceTypeConstraint.optional(),
});
export type ImageConstraint = z.infer<typeof ImageConstraint>;

export const TaskInfo = model({
  taskId: z.string(),
  /** A docs sample shows ImportImageTask */
  action: known(['ImportImage', 'ExportImage']).optional(),
  taskStatus: known(['pending', 'running', 'failed', 'finished']).optional(),
  progress: z.number().optional(),
  /** Failure reason */
  errorInfo: z.string().optional(),
  message: z.string().optional(),
  /** YYYY-MM-DD HH:mm:ss */
  createdTime: z.string().optional(),
  /** YYYY-MM-DD HH:mm:ss */
  finishedTime: z.string().optional(),
  imageId: z.string().optional(),
  /** Export only: target bucket */
  ossUrl: z.string().optional(),
  /** Export only: system disk object */
  ossObject: z.string().optional(),
  /** Export only: system and data disk objects */
  ossObjects: z.array(z.string()).optional(),
  /** Import only */
  imageName: z.string().optional(),
  /** Import only: source link */
  imageUrl: z.string().optional(),
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
    regionId: regionId,
    sourceImageIds: z.array(z.string()).max(10),
    /** May equal the source region */
    destinationRegion: regionId,
    /** Applied to every copy; absent = source names */
    name: copyName.optional(),
    /** Applied to every copy; absent = generated text */
    description: description.optional(),
  }),
  output: model({
    copyImages: z.array(CopyImage).optional(),
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
    regionId: regionId,
    instanceId: resourceId,
    name: imageName,
    description: description.optional(),
    /** Absent = snapshot every cloud data disk; deviceName+noDevice=true excludes one; unknown deviceName adds a new disk (with or without snapshot); existing deviceName replaces that disk's snapshot */
    dataDisks: z.array(InstanceDiskAttachmentSpec).optional(),
  }),
  output: model({
    imageId: z.string().optional(),
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
    regionId: regionId,
    name: imageName,
    description: description.optional(),
    platform: z.enum([
      'CentOS',
      'Ubuntu',
      'Windows Server',
      'OpenEuler',
      'Rocky Linux',
      'Others Linux',
    ]),
    /** E.g. 7.9 */
    osVersion: z.string().optional(),
    architecture: z.enum(['x86_64', 'arm64']),
    /** 1-8 snapshots */
    cloudDisks: z.array(CloudDiskSpec).optional(),
    clientToken: clientToken.optional(),
    bootMode: z.enum(['bios', 'uefi']),
  }),
  output: model({
    imageId: z.string().optional(),
  }),
  touches: ['describeImages', 'describeImage', 'describeQuotas', 'describeSnapshots'],
  repeat: 'token',
  beyondMission: true,
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
    regionId: regionId,
    imageId: resourceId,
    /** True also deletes the image's snapshots; default false */
    deleteSnapshot: z.boolean().optional(),
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
    regionId: regionId,
    imageId: resourceId,
  }),
  output: model({
    image: Image.optional(),
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
    regionId: regionId,
    imageId: resourceId,
  }),
  output: model({
    imageConstraints: ImageConstraint.optional(),
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
    regionId: regionId,
    /** Public and thirdparty image ids only */
    ids: z.array(z.string()).optional(),
  }),
  output: model({
    imageConstraints: z.array(ImageConstraint).optional(),
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
    regionId: regionId,
    imageId: resourceId,
  }),
  output: model({
    /** User pins */
    pins: z.array(z.string()).optional(),
    /** Account login names */
    loginNames: z.array(z.string()).optional(),
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
    regionId: regionId,
    /** Required unless ids is given */
    imageSource: z.enum(['public', 'thirdparty', 'private', 'shared', 'community']).optional(),
    /** Query taken-offline images; only for public or thirdparty; ignored with ids */
    offline: z.boolean().optional(),
    platform: z.enum(['Ubuntu', 'CentOS', 'Windows Server']).optional(),
    /** When given, other parameters may be omitted */
    ids: z.array(z.string()).optional(),
    /** Fuzzy match */
    imageName: z.string().optional(),
    rootDeviceType: z.enum(['localDisk', 'cloudDisk']).optional(),
    /** Only effective with imageSource=private */
    launchPermission: z.enum(['all', 'specifiedUsers', 'ownerOnly']).optional(),
    status: z.enum(['pending', 'ready', 'deleting', 'error']).optional(),
    /** Deprecated */
    serviceCode: z.string().optional(),
    architecture: z.enum(['x86_64', 'arm64']).optional(),
    /** Default 1 */
    pageNumber: z.int().min(1).optional(),
    /** Default 20 */
    pageSize: z.int().min(10).max(100).optional(),
    /** Exact match */
    instanceIds: z.array(z.string()).optional(),
    /** Default "bios" */
    bootMode: z.enum(['bios', 'uefi']).optional(),
  }),
  output: model({
    images: z.array(Image).optional(),
    totalCount: z.number().optional(),
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
    regionId: regionId,
    imageId: resourceId,
    /** Service role created by the user that grants bucket access */
    roleName: z.string(),
    /** Bucket domain URL, starts with https://; same region as the image */
    ossUrl: z.string(),
    /** File name prefix */
    ossPrefix: z
      .string()
      .max(32)
      .regex(/^[A-Za-z0-9]{1,32}$/u)
      .optional(),
    clientToken: clientToken.optional(),
    /** True also exports data disks; default false */
    isAllDisk: z.boolean().optional(),
  }),
  output: model({
    taskId: z.string().optional(),
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
    regionId: regionId,
    /** Optional in the SDK, required in the public docs */
    taskAction: z.enum(['ImportImage', 'ExportImage']).optional(),
    taskIds: z.array(z.string()).optional(),
    taskStatus: z.enum(['pending', 'running', 'failed', 'finished']).optional(),
    /** Format in docs samples: YYYY-MM-DD HH:mm:ss */
    startTime: z.string().optional(),
    /** Format in docs samples: YYYY-MM-DD HH:mm:ss */
    endTime: z.string().optional(),
    /** Default 1 */
    pageNumber: z.int().min(1).optional(),
    /** SDK range; the public docs say 1-10, default 10; 10 satisfies both */
    pageSize: z.int().min(10).max(100).optional(),
  }),
  output: model({
    taskSet: z.array(TaskInfo).optional(),
    totalCount: z.number().optional(),
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
    regionId: regionId,
    architecture: z.enum(['x86_64', 'arm64']),
    osType: z.enum(['windows', 'linux']),
    platform: z.enum(['Ubuntu', 'CentOS', 'Windows Server', 'Other Linux', 'Other Windows']),
    diskFormat: z.enum(['qcow2', 'vhd', 'vmdk', 'raw']),
    systemDiskSizeGB: z.int().min(40).max(500).multipleOf(10),
    /** Object-storage link, same region */
    imageUrl: z.string(),
    osVersion: z.string().optional(),
    imageName: resourceName,
    description: description.optional(),
    /** True skips the compliance check; default false */
    forceImport: z.boolean().optional(),
    dataDisks: z.array(DataDiskSpec).optional(),
    clientToken: clientToken.optional(),
    /** Default "bios" */
    bootMode: z.enum(['bios', 'uefi']).optional(),
  }),
  output: model({
    imageId: z.string().optional(),
    taskId: z.string().optional(),
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
    regionId: regionId,
    imageId: resourceId,
    name: resourceName.optional(),
    description: description.optional(),
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
    regionId: regionId,
    imageId: resourceId,
  }),
  output: Nothing,
  touches: ['describeImages', 'describeImage', 'describeImageMembers', 'describeQuotas'],
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
    regionId: regionId,
    imageId: resourceId,
    /** User pins */
    pins: z.array(z.string()).optional(),
    /** Account login names */
    loginNames: z.array(z.string()).optional(),
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
    regionId: regionId,
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
    regionId: regionId,
    imageId: resourceId,
    /** User pins */
    pins: z.array(z.string()).optional(),
    /** Account login names */
    loginNames: z.array(z.string()).optional(),
  }),
  output: Nothing,
  touches: ['describeImages', 'describeImage', 'describeImageMembers', 'describeQuotas'],
});
