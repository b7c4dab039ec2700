import type { Disk } from './disk.ts';
import { attachmentOf } from './attachment-work.ts';
import { refusals } from './errors.ts';
import type { InstanceType } from './instance-types.ts';
import type { Instance, InstanceDiskAttachment } from './instances.ts';
import { type Obstacle, obstacle } from './obstacle.ts';
import { isTransitional } from './statuses.ts';
import type { Sentence } from './words.ts';

/** A shared disk may sit on so many instances. */
const shareLimit = 16;

type DiskFacts = Pick<
  Disk,
  | 'diskId'
  | 'az'
  | 'diskType'
  | 'diskSizeGB'
  | 'status'
  | 'multiAttachable'
  | 'encrypted'
  | 'attachments'
  | 'charge'
>;
type Machine = Pick<Instance, 'instanceId' | 'status' | 'az' | 'systemDisk' | 'dataDisks'>;
type Limits = Pick<InstanceType, 'cloudDiskCountLimit' | 'generation'> & {
  cloudDiskTypes?: readonly string[] | undefined;
};

/** The instances a disk sits on. */
export function holdersOf({ attachments = [] }: Pick<Disk, 'attachments'>): string[] {
  return attachments.flatMap(({ instanceId, status }) =>
    instanceId && status !== 'detached' ? instanceId : [],
  );
}

/** How many cloud disks count towards the limit of the instance's type. */
export function cloudDisksOn({
  systemDisk,
  dataDisks = [],
}: Pick<Instance, 'systemDisk' | 'dataDisks'>): number {
  return [systemDisk, ...dataDisks].filter(
    (one) => one?.diskCategory === 'cloud' && one.status !== 'detached',
  ).length;
}

/** Device names that are taken. */
export function devicesOn({
  dataDisks = [],
}: Pick<Instance, 'dataDisks'>): ReadonlySet<string | undefined> {
  return new Set(
    dataDisks.flatMap(({ deviceName, status }) => (status === 'detached' ? [] : deviceName)),
  );
}

/**
 * What keeps a disk from being attached to an instance, apart from the instance's own status.
 * @param limits of the instance's type, where they are known.
 * @param asSystem as its system disk, `vda`.
 */
export function whyNotAttachDisk(
  instance: Machine,
  disk: DiskFacts,
  limits: Limits | undefined,
  asSystem = false,
): Obstacle | undefined {
  return (
    (asSystem ? systemObstacle(instance, disk) : undefined) ??
    stateObstacle(instance, disk) ??
    (limits && limitObstacle(instance, disk, limits))
  );
}

function systemObstacle(instance: Machine, disk: DiskFacts): Obstacle | undefined {
  const { status = '' } = instance;
  if (status !== 'stopped') {
    const why = { 'zh-CN': '请先停止实例。', 'en-US': 'Stop the instance first.' };
    return { why, refusal: refusals.badStatus(status) };
  }
  if (instance.systemDisk) {
    return obstacle('已有系统盘。', 'It has a system disk already.', 'Duplicated system disk');
  }
  if (disk.multiAttachable) {
    return obstacle(
      '共享型云硬盘不能作为系统盘。',
      'A shared disk cannot be a system disk.',
      'The system disk does not support shared disk',
    );
  }
  const { diskSizeGB = 0 } = disk;
  if (diskSizeGB < 40 || diskSizeGB > 500) {
    return obstacle(
      '系统盘容量须为 40–500 GB。',
      'A system disk has 40 to 500 GB.',
      'System disk size constraints',
    );
  }
  return undefined;
}

function stateObstacle(instance: Machine, disk: DiskFacts): Obstacle | undefined {
  const { diskId = '', status = '', multiAttachable = false } = disk;
  const present = attachmentOf(instance, diskId)?.status;
  if (present === 'attached') {
    return obstacle('已挂载在此实例。', 'Attached already.', `Disk '${diskId}' already attached`);
  }
  if (present !== undefined && present !== 'detached') {
    return obstacle(
      '正在挂载或卸载。',
      'It is being attached or detached.',
      `Disk busy in '${present}'`,
    );
  }
  const holders = holdersOf(disk).length;
  if (holders > 0 && !multiAttachable) {
    return obstacle(
      '已挂载在其他实例。',
      'Attached to another instance.',
      `Disk '${diskId}' already attached`,
    );
  }
  if (status !== 'available' && !(multiAttachable && status === 'in-use')) {
    return diskStatusObstacle(status);
  }
  if (holders >= shareLimit) {
    return obstacle(
      `共享型云硬盘最多挂载到 ${shareLimit} 台实例。`,
      `A shared disk sits on ${shareLimit} instances at most.`,
      'Disk attachment limit exceeded',
    );
  }
  if (disk.az !== instance.az) {
    return obstacle(
      `位于其他可用区（${disk.az}）。`,
      `In another zone (${disk.az}).`,
      'The instance and disk are not in the same az',
    );
  }
  return undefined;
}

function limitObstacle(instance: Machine, disk: DiskFacts, limits: Limits): Obstacle | undefined {
  const { cloudDiskCountLimit = Infinity, cloudDiskTypes, generation } = limits;
  if (cloudDisksOn(instance) >= cloudDiskCountLimit) return tooManyDisks(cloudDiskCountLimit);
  const { diskType = '' } = disk;
  if (cloudDiskTypes && !cloudDiskTypes.includes(diskType)) {
    return obstacle(
      `实例规格不支持 ${diskType}。`,
      `The instance type takes no ${diskType}.`,
      `InstanceType constraints. Doesn't support disk type '${diskType}'`,
    );
  }
  if (disk.encrypted && generation === 1) {
    return obstacle(
      '第一代实例规格不支持加密云硬盘。',
      'First-generation types take no encrypted disks.',
      "InstanceType constraints. Doesn't support encrypted disk",
    );
  }
  return undefined;
}

/** The instance's type takes so many cloud disks, the system disk among them. */
export function tooManyDisks(limit: number): Obstacle {
  return obstacle(
    `实例规格最多挂载 ${limit} 块云硬盘（含系统盘）。`,
    `Its type takes ${limit} cloud disks, the system disk among them.`,
    'DataDisks out of range',
  );
}

function diskStatusObstacle(status: string): Obstacle {
  const message = `Invalid disk status '${status}'`;
  return isTransitional(status) || status === 'deleting'
    ? obstacle(
        '云硬盘正在变更，完成后才能操作。',
        'The disk is changing: possible after that.',
        message,
      )
    : obstacle(`云硬盘状态为 ${status}。`, `The disk is ${status}.`, message);
}

/** What keeps a disk from being taken off an instance, apart from the instance's own status. */
export function whyNotDetachDisk(
  instance: Machine,
  disk: Pick<Disk, 'diskId' | 'status'>,
): Obstacle | undefined {
  const attachment = attachmentOf(instance, disk.diskId);
  const { status = 'attached' } = attachment ?? {};
  if (!attachment || status === 'detached') {
    return obstacle(
      '未挂载在此实例。',
      'It is not attached.',
      `Invalid disk status '${disk.status ?? ''}'`,
    );
  }
  if (status !== 'attached') {
    return obstacle(
      '正在挂载或卸载。',
      'It is being attached or detached.',
      `Disk busy in '${status}'`,
    );
  }
  if (attachment === instance.systemDisk && instance.status !== 'stopped') {
    return obstacle(
      '系统盘须先停止实例才能卸载。',
      'The system disk: stop the instance first.',
      'Please stop the instance first',
    );
  }
  return undefined;
}

/**
 * Why what becomes of a disk on the delete of its instance is not for anybody to choose. The cloud takes the change
 * and does nothing.
 */
export function whyNotAutoDelete(
  disk: InstanceDiskAttachment,
  isSystemDisk: boolean,
): Sentence | undefined {
  if (isSystemDisk) {
    return {
      'zh-CN': '系统盘随实例一起删除。',
      'en-US': 'The system disk always goes with its instance.',
    };
  }
  if (disk.diskCategory === 'local') {
    return { 'zh-CN': '本地盘随实例一起删除。', 'en-US': 'A local disk goes with its instance.' };
  }
  const { charge, multiAttachable } = disk.cloudDisk ?? {};
  if (charge?.chargeMode === 'prepaid_by_duration') {
    return { 'zh-CN': '包年包月云硬盘始终保留。', 'en-US': 'A prepaid disk is always kept.' };
  }
  if (multiAttachable) {
    return { 'zh-CN': '共享型云硬盘始终保留。', 'en-US': 'A shared disk is always kept.' };
  }
  return undefined;
}

/** What keeps a disk from being deleted. */
export function whyNotDeleteDisk(disk: DiskFacts): Obstacle | undefined {
  const { diskId = '', status = '' } = disk;
  if (holdersOf(disk).length > 0) {
    return obstacle('请先卸载。', 'Detach it first.', `Disk '${diskId}' is in use`);
  }
  if (status !== 'available') return diskStatusObstacle(status);
  if (disk.charge?.chargeMode === 'prepaid_by_duration') {
    return obstacle(
      '包年包月云硬盘不能提前删除。',
      'A prepaid disk cannot be deleted.',
      `Disk '${diskId}' is prepaid, it can't be deleted`,
    );
  }
  return undefined;
}
