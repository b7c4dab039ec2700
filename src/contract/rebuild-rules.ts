import { refusal } from './errors.ts';
import { whyImageUnfit } from './image-fit.ts';
import type { Image } from './images.ts';
import type { InstanceType } from './instance-types.ts';
import type { Instance } from './instances.ts';
import { obstacle, type Obstacle } from './obstacle.ts';

type Machine = Pick<Instance, 'instanceType' | 'systemDisk'>;
type Size = Pick<InstanceType, 'cpu' | 'architecture' | 'burstInfo'>;
type Target = Pick<
  Image,
  | 'imageId'
  | 'status'
  | 'rootDeviceType'
  | 'systemDiskSizeGB'
  | 'systemDisk'
  | 'osType'
  | 'architecture'
>;

/**
 * What keeps an image from being put onto the system disk of an instance; nothing when it can be.
 * @param size of the instance's type, as far as it is known.
 * @param excluded the types that the constraints of the image exclude.
 */
export function rebuildObstacle(
  instance: Machine,
  image: Target,
  size: Size = {},
  excluded: readonly string[] = [],
): Obstacle | undefined {
  const { systemDisk, instanceType = '' } = instance;
  if (image.status !== undefined && image.status !== 'ready') {
    return obstacle('镜像不可用。', 'It is not available.', `Image '${image.imageId}' not ready`);
  }
  if (image.rootDeviceType === 'cloudDisk' && systemDisk?.diskCategory === 'local') {
    return obstacle(
      '系统盘为本地盘，需要本地盘镜像。',
      'The system disk is local, the image is for cloud disks.',
      'Image constraints. Only support cloud system disk',
    );
  }
  if (image.rootDeviceType === 'localDisk' && systemDisk?.diskCategory === 'cloud') {
    return obstacle(
      '系统盘为云硬盘，需要云盘镜像。',
      'The system disk is a cloud disk, the image is for local disks.',
      'Image constraints. Only support local system disk',
    );
  }
  const unfit = whyImageUnfit(image, { ...size, instanceType }, excluded);
  if (unfit) {
    return {
      why: unfit,
      refusal: refusal(
        'FAILED_PRECONDITION',
        `Image constraints. Doesn't support instanceType '${instanceType}'`,
      ),
    };
  }
  const disk = systemDisk?.cloudDisk;
  if (!disk) return undefined;
  if (image.systemDisk?.cloudDisk?.encrypted === true && disk.encrypted !== true) {
    return obstacle(
      '镜像已加密，系统盘未加密。',
      'The image is encrypted, the system disk is not.',
      'The image is not consistent with the system disk encryption properties.',
    );
  }
  // The vendor's prose has this the wrong way round; its error text is clear.
  const present = disk.diskSizeGB ?? Infinity;
  if (image.systemDiskSizeGB !== undefined && present < image.systemDiskSizeGB) {
    return {
      why: {
        'zh-CN': `镜像需要 ${image.systemDiskSizeGB} GB，系统盘只有 ${present} GB。`,
        'en-US': `It takes ${image.systemDiskSizeGB} GB, the system disk has ${present} GB.`,
      },
      refusal: refusal(
        'OUT_OF_RANGE',
        'NewSysDiskSizeGB out of range. Less than the image system disk capacity.',
      ),
    };
  }
  return undefined;
}
