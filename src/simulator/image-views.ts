import type { Image, ImageConstraint } from '../contract/images.ts';
import type { InstanceDiskAttachment } from '../contract/instances.ts';
import { account } from './account.ts';
import { localTime } from '../contract/times.ts';
import type { ImageDeviceRecord, ImageRecord } from './world.ts';

/** An image as `describeImage` and `describeImages` show it. */
export function imageView(image: ImageRecord): Image {
  return {
    imageId: image.id,
    name: image.name,
    platform: image.platform,
    osVersion: image.osVersion,
    architecture: image.architecture,
    systemDiskSizeGB: image.systemDiskSizeGB,
    imageSource: image.source,
    osType: image.osType,
    status: image.status,
    createTime: localTime(image.created),
    sizeMB: image.sizeMB,
    desc: image.description,
    ownerPin: image.ownerPin,
    ...(image.ownerPin === account.pin && {
      loginName: account.loginName,
      progress: String(image.progress),
    }),
    launchPermission: image.launchPermission,
    ...(image.systemDisk && { systemDisk: deviceView(image.systemDisk) }),
    dataDisks: image.dataDisks.map(deviceView),
    ...(image.systemDisk?.snapshotId !== undefined && { snapshotId: image.systemDisk.snapshotId }),
    rootDeviceType: image.rootDeviceType,
    offline: image.offline,
    imported: image.imported,
    ...(image.instanceId !== undefined && { instanceId: image.instanceId }),
    bootMode: image.bootMode,
  };
}

function deviceView(device: ImageDeviceRecord): InstanceDiskAttachment {
  return {
    diskCategory: 'cloud',
    autoDelete: device.autoDelete,
    cloudDisk: {
      diskType: device.diskType,
      diskSizeGB: device.diskSizeGB,
      ...(device.snapshotId !== undefined && { snapshotId: device.snapshotId }),
      encrypted: device.encrypted,
    },
    deviceName: device.deviceName,
  };
}

/** Only official and marketplace images carry constraints, and of the two kinds only `excludes` is in use. */
export function constraintView(image: ImageRecord): ImageConstraint {
  return {
    imageId: image.id,
    imageInstanceTypeConstraint: {
      constraintsType: 'excludes',
      instanceTypes: hasConstraints(image) ? image.excludedTypes : [],
    },
  };
}

export const hasConstraints = (image: ImageRecord): boolean =>
  image.source === 'public' || image.source === 'thirdparty';
