import { cloudDisksOn } from './disk-rules.ts';
import { refusals } from './errors.ts';
import { whyImageUnfit } from './image-fit.ts';
import type { Image } from './images.ts';
import type { InstanceType } from './instance-types.ts';
import type { Instance } from './instances.ts';
import { obstacle, type Obstacle } from './obstacle.ts';
import { attachedDataDisks } from './on-delete.ts';
import { isSoldOut } from './stock.ts';

type Machine = Pick<
  Instance,
  | 'instanceType'
  | 'az'
  | 'systemDisk'
  | 'dataDisks'
  | 'primaryNetworkInterface'
  | 'secondaryNetworkInterfaces'
  | 'ag'
  | 'osType'
  | 'architecture'
>;
type Target = Pick<
  InstanceType,
  | 'instanceType'
  | 'cpu'
  | 'generation'
  | 'nicLimit'
  | 'cloudDiskCountLimit'
  | 'architecture'
  | 'burstInfo'
  | 'state'
>;

interface Surroundings {
  /** The type it has now, where it is known. */
  current?: Pick<InstanceType, 'generation'> | undefined;
  image?: Pick<Image, 'rootDeviceType'> | undefined;
  /** The types that the constraints of its image exclude. */
  excluded?: readonly string[] | undefined;
}

/** Local data disks of a machine, which a resize wipes: they belong to its type. */
export function localDataDisks(instance: Pick<Instance, 'dataDisks'>) {
  return attachedDataDisks(instance).filter(({ diskCategory }) => diskCategory === 'local');
}

/**
 * What keeps an instance from becoming of another type; nothing when it can. In the order the cloud looks; from the
 * page of `resizeInstance`, whose rules of 2016 nobody can check any more.
 */
export function resizeObstacle(
  instance: Machine,
  target: Target,
  { current, image = {}, excluded = [] }: Surroundings,
): Obstacle | undefined {
  const { instanceType, generation } = target;
  if (instanceType.endsWith('.metal')) {
    return obstacle(
      '不能调整为裸金属规格。',
      'Nothing can be resized to bare metal.',
      'Resource is not enough',
    );
  }
  if (instance.systemDisk?.diskCategory === 'local') {
    const crosses = current !== undefined && current.generation !== generation;
    if (crosses || instanceType.startsWith('s.d')) {
      return obstacle(
        crosses ? '系统盘为本地盘，不能跨代调整。' : '系统盘为本地盘，不能调整为此规格。',
        crosses
          ? 'A local system disk cannot change the generation.'
          : 'A local system disk cannot go to this type.',
        'Image constraints. Only support cloud system disk',
      );
    }
  }
  if (instance.ag?.id !== undefined && generation === 1 && !instanceType.startsWith('p.')) {
    return obstacle(
      '高可用组内的实例不能调整为第一代规格。',
      'In an availability group generation 1 is out.',
      'Resource is not enough',
    );
  }
  const { osType, architecture } = instance;
  const unfit = whyImageUnfit(
    {
      osType,
      rootDeviceType: image.rootDeviceType,
      // Of the machine, whose image is the same; the words of the two fields are.
      architecture,
    },
    target,
    excluded,
  );
  if (unfit) {
    const { refusal } = obstacle(
      '',
      '',
      `Image constraints. Doesn't support instanceType '${instanceType}'`,
    );
    return { why: unfit, refusal };
  }
  const interfaces =
    (instance.primaryNetworkInterface ? 1 : 0) + (instance.secondaryNetworkInterfaces ?? []).length;
  if (target.nicLimit !== undefined && interfaces > target.nicLimit) {
    return obstacle(
      `弹性网卡 ${interfaces} 个，上限 ${target.nicLimit} 个。`,
      `It has ${interfaces} interfaces, this takes ${target.nicLimit}.`,
      'InstanceType constraints. NetworkInterface limit exceeded',
    );
  }
  const disks = cloudDisksOn(instance);
  if (target.cloudDiskCountLimit !== undefined && disks > target.cloudDiskCountLimit) {
    return obstacle(
      `云硬盘 ${disks} 块，上限 ${target.cloudDiskCountLimit} 块。`,
      `It has ${disks} cloud disks, this takes ${target.cloudDiskCountLimit}.`,
      'InstanceType constraints. CloudDisk limit exceeded',
    );
  }
  const encrypted = [instance.systemDisk, ...attachedDataDisks(instance)].some(
    (one) => one?.cloudDisk?.encrypted,
  );
  if (generation === 1 && encrypted) {
    return obstacle(
      '挂载了加密云硬盘，不能调整为第一代规格。',
      'With an encrypted disk generation 1 is out.',
      "InstanceType constraints. Doesn't support encrypted disk",
    );
  }
  if (isSoldOut(target, instance.az)) {
    return {
      why: { 'zh-CN': '当前可用区售罄。', 'en-US': 'Sold out in its zone.' },
      refusal: refusals.typeSoldOut(instanceType),
    };
  }
  return undefined;
}
