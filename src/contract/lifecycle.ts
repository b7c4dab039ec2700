import { type ErrorBody, refusal, refusals } from './errors.ts';
import type { Instance } from './instances.ts';
import { type InstanceStatus, isTransitional } from './statuses.ts';
import { type Language, type Sentence, statusWord, statusWords } from './words.ts';

/** As much of an instance as the rules look at: the full, the brief and the simulator's own record all fit. */
export type InstanceFacts = Pick<
  Instance,
  'status' | 'charge' | 'systemDisk' | 'instanceType' | 'osType'
>;

/** A condition beside the status: what breaks it, what to tell people, what the cloud answers. */
interface Precondition {
  broken: (instance: InstanceFacts) => boolean;
  why: (instance: InstanceFacts) => Sentence;
  refusal: (instance: InstanceFacts) => ErrorBody;
}

interface LifecycleRow {
  /** Statuses the operation may start from. */
  from: readonly InstanceStatus[];
  /** What an undocumented status that will do as well is called: any that is not known is taken for it. */
  fromUnknown?: Sentence;
  /** What it passes through, and where it ends; absent = the status does not change. */
  through?: InstanceStatus;
  to?: InstanceStatus | 'gone';
  /** Takes the per-instance task lock, so that a second one meanwhile is refused. */
  lock: boolean;
  /** "Only a running instance can be …" */
  can: Sentence;
  unless?: readonly Precondition[];
  /** Answered to a running instance in place of the plain "Invalid instance status". */
  whenRunning?: () => ErrorBody;
}

const charge = (instance: InstanceFacts) => instance.charge?.chargeStatus ?? 'normal';

const owes: Precondition = {
  broken: (instance) => charge(instance) !== 'normal',
  why: (instance) =>
    charge(instance) === 'overdue'
      ? { 'zh-CN': '已到期，请先续费。', 'en-US': 'Overdue: renew it first.' }
      : { 'zh-CN': '账户欠费，请先充值。', 'en-US': 'In arrears: top up the account first.' },
  refusal: refusals.chargeState,
};

const noSystemDisk: Precondition = {
  broken: (instance) =>
    instance.systemDisk === undefined || instance.systemDisk.status === 'detached',
  why: () => ({ 'zh-CN': '未挂载系统盘。', 'en-US': 'It has no system disk.' }),
  refusal: refusals.noSystemDisk,
};

/** The same condition with the answer that differs from page to page: two of them pair 404 with another word. */
const unmounted = (status: 'NOT_FOUND' | 'FAILED_PRECONDITION', code: 400 | 404): Precondition => ({
  broken: (instance) => (instance.systemDisk?.status ?? 'attached') !== 'attached',
  why: () => ({
    'zh-CN': '系统盘未挂载好。',
    'en-US': 'Its system disk is not properly attached.',
  }),
  refusal: () => refusal(status, 'Invalid system disk mount state', code),
});

const prepaidTerm: Precondition = {
  broken: (instance) =>
    instance.charge?.chargeMode === 'prepaid_by_duration' && charge(instance) !== 'overdue',
  why: () => ({
    'zh-CN': '包年包月实例到期后才能删除。',
    'en-US': 'Prepaid: it can be deleted once its term has ended.',
  }),
  refusal: () =>
    refusal(
      'FAILED_PRECONDITION',
      "Can't delete 'prepaid_by_duration' instance which isn't overdue",
    ),
};

const isBareMetal = (instance: InstanceFacts) => instance.instanceType?.endsWith('.metal') ?? false;

const bareMetalScreen: Precondition = {
  broken: isBareMetal,
  why: () => ({ 'zh-CN': '裸金属规格不支持 VNC。', 'en-US': 'Bare metal has no VNC console.' }),
  refusal: () => refusal('FAILED_PRECONDITION', "InstanceType constraints. Doesn't support VNC."),
};

const bareMetalSize: Precondition = {
  broken: isBareMetal,
  why: () => ({ 'zh-CN': '裸金属规格不能调整配置。', 'en-US': 'Bare metal cannot be resized.' }),
  refusal: () => refusal('FAILED_PRECONDITION', 'Resource is not enough'),
};

const localSystemDiskRunning: Precondition = {
  broken: (instance) =>
    instance.systemDisk?.diskCategory === 'local' && instance.status === 'running',
  why: () => ({
    'zh-CN': '系统盘为本地盘，请先停止实例。',
    'en-US': 'Its system disk is local: stop it first.',
  }),
  refusal: refusals.stopFirst,
};

const anyStable = ['running', 'stopped', 'error'] as const;
const onOrOff = ['running', 'stopped'] as const;

/**
 * Per operation: where it may start, what it passes, where it ends. From the vendor's lifecycle page and the
 * error table of each operation's reference page.
 */
export const lifecycle = {
  startInstance: {
    from: ['stopped'],
    through: 'starting',
    to: 'running',
    lock: true,
    can: { 'zh-CN': '启动', 'en-US': 'started' },
    unless: [owes, noSystemDisk, unmounted('NOT_FOUND', 404)],
  },
  stopInstance: {
    from: ['running'],
    through: 'stopping',
    to: 'stopped',
    lock: true,
    can: { 'zh-CN': '停止', 'en-US': 'stopped' },
  },
  rebootInstance: {
    from: ['running'],
    through: 'rebooting',
    to: 'running',
    lock: true,
    can: { 'zh-CN': '重启', 'en-US': 'rebooted' },
    unless: [owes],
  },
  rebuildInstance: {
    from: ['stopped'],
    through: 'rebuilding',
    to: 'stopped',
    lock: true,
    can: { 'zh-CN': '重置', 'en-US': 'rebuilt' },
    unless: [noSystemDisk, unmounted('FAILED_PRECONDITION', 404)],
    whenRunning: refusals.stopFirst,
  },
  resizeInstance: {
    from: ['stopped'],
    through: 'resizing',
    to: 'stopped',
    lock: true,
    can: { 'zh-CN': '调整配置', 'en-US': 'resized' },
    unless: [owes, noSystemDisk, unmounted('FAILED_PRECONDITION', 400), bareMetalSize],
    whenRunning: refusals.stopFirst,
  },
  deleteInstance: {
    from: anyStable,
    through: 'deleting',
    to: 'gone',
    lock: true,
    can: { 'zh-CN': '删除', 'en-US': 'deleted' },
    unless: [prepaidTerm],
  },
  modifyInstancePassword: {
    // Documented only as "no task running"; the console guide wants it running, Terraform does it stopped.
    from: onOrOff,
    lock: true,
    can: { 'zh-CN': '重置密码', 'en-US': 'given a new password' },
    unless: [noSystemDisk, unmounted('FAILED_PRECONDITION', 404)],
  },
  createImage: {
    from: onOrOff,
    lock: true,
    can: { 'zh-CN': '制作镜像', 'en-US': 'made into an image' },
    unless: [noSystemDisk, localSystemDiskRunning],
  },
  attachDisk: {
    from: onOrOff,
    lock: true,
    can: { 'zh-CN': '挂载云硬盘', 'en-US': 'given a disk' },
  },
  detachDisk: {
    from: onOrOff,
    lock: true,
    can: { 'zh-CN': '卸载云硬盘', 'en-US': 'parted from a disk' },
  },
  attachNetworkInterface: {
    from: onOrOff,
    lock: true,
    can: { 'zh-CN': '绑定弹性网卡', 'en-US': 'given a network interface' },
  },
  detachNetworkInterface: {
    from: onOrOff,
    lock: true,
    can: { 'zh-CN': '解绑弹性网卡', 'en-US': 'parted from a network interface' },
  },
  associateElasticIp: {
    // No status rule is documented for the rest of these; changing states are left alone.
    from: anyStable,
    lock: false,
    can: { 'zh-CN': '绑定弹性公网IP', 'en-US': 'given an elastic IP' },
  },
  disassociateElasticIp: {
    from: anyStable,
    lock: false,
    can: { 'zh-CN': '解绑弹性公网IP', 'en-US': 'parted from its elastic IP' },
  },
  modifyInstanceAttribute: {
    from: anyStable,
    lock: false,
    can: { 'zh-CN': '修改', 'en-US': 'changed' },
  },
  modifyInstanceDiskAttribute: {
    from: anyStable,
    lock: false,
    can: { 'zh-CN': '修改', 'en-US': 'changed' },
  },
  modifyInstanceNetworkAttribute: {
    from: anyStable,
    lock: false,
    can: { 'zh-CN': '修改', 'en-US': 'changed' },
  },
  // Of the next three the documents name neither the statuses nor an end. Nothing is ruled out that may be possible.
  suspendInstance: {
    from: ['running'],
    lock: true,
    can: { 'zh-CN': '挂起', 'en-US': 'suspended' },
  },
  resumeInstance: {
    from: [],
    fromUnknown: { 'zh-CN': '已挂起', 'en-US': 'suspended' },
    lock: true,
    can: { 'zh-CN': '恢复', 'en-US': 'resumed' },
  },
  redeployInstance: {
    // It has to be isolated, and how that shows is not told; to stop it first is recommended.
    from: anyStable,
    fromUnknown: { 'zh-CN': '已隔离', 'en-US': 'isolated' },
    lock: true,
    can: { 'zh-CN': '重新部署', 'en-US': 'redeployed' },
  },
  modifyInstanceReleaseTime: {
    from: anyStable,
    lock: false,
    can: { 'zh-CN': '设置定时删除', 'en-US': 'given a release time' },
  },
  modifyInstanceVpcAttribute: {
    from: ['stopped'],
    lock: true,
    can: { 'zh-CN': '修改网络', 'en-US': 'moved to another network' },
    whenRunning: refusals.stopFirst,
  },
  modifyInstancePlacement: {
    from: onOrOff,
    lock: true,
    can: { 'zh-CN': '加入高可用组', 'en-US': 'put into an availability group' },
  },
  describeInstanceVncUrl: {
    from: ['running'],
    lock: false,
    can: { 'zh-CN': '打开 VNC', 'en-US': 'opened over VNC' },
    unless: [bareMetalScreen],
  },
} as const satisfies Record<string, LifecycleRow>;

export type InstanceAction = keyof typeof lifecycle;

// Object.keys forgets which keys these are; nobody adds any to a constant.
export const instanceActions = Object.keys(lifecycle) as InstanceAction[];

const rowOf = (action: InstanceAction): LifecycleRow => lifecycle[action];

/** Whether the cloud would take this action on the instance as it is known here. */
export function can(action: InstanceAction, instance: InstanceFacts): boolean {
  return whyNot(action, instance) === undefined;
}

/** Why the cloud would refuse, as a sentence to act on; nothing when it would not. */
export function whyNot(action: InstanceAction, instance: InstanceFacts): Sentence | undefined {
  const row = rowOf(action);
  if (!startsFrom(row, instance)) return wrongStatus(row, instance);
  return row.unless?.find((condition) => condition.broken(instance))?.why(instance);
}

/** The same for what may be stopped first: a running instance counts as one that is stopped. */
export function whyNotEvenStopped(
  action: InstanceAction,
  instance: InstanceFacts,
): Sentence | undefined {
  const stopped = instance.status === 'running' ? { ...instance, status: 'stopped' } : instance;
  return whyNot(action, stopped);
}

function startsFrom({ from, fromUnknown }: LifecycleRow, { status = '' }: InstanceFacts): boolean {
  if (from.some((one) => one === status)) return true;
  return fromUnknown !== undefined && !Object.hasOwn(statusWords, status);
}

function wrongStatus(row: LifecycleRow, instance: InstanceFacts): Sentence {
  const { status = '' } = instance;
  const word = (language: Language) => statusWord(status, language);
  const verb = row.can;
  if (isTransitional(status)) {
    return {
      'zh-CN': `${word('zh-CN')}，完成后才能${verb['zh-CN']}。`,
      'en-US': `${word('en-US')}: it can be ${verb['en-US']} when that is done.`,
    };
  }
  if (status === row.to && charge(instance) !== 'normal') {
    return {
      'zh-CN': '到期或欠费停机，已不在运行。',
      'en-US': 'Shut down for payment: not running any more.',
    };
  }
  if (status === row.to) {
    return {
      'zh-CN': `已处于“${word('zh-CN')}”状态。`,
      'en-US': `Already ${word('en-US').toLowerCase()}.`,
    };
  }
  const list = (language: Language, or: string) =>
    [...row.from.map((from) => statusWord(from, language)), row.fromUnknown?.[language]]
      .filter(Boolean)
      .join(or);
  return {
    'zh-CN': `只有${list('zh-CN', '或')}的实例才能${verb['zh-CN']}。`,
    'en-US': `Only a ${list('en-US', ' or ').toLowerCase()} instance can be ${verb['en-US']}.`,
  };
}

/** What the cloud answers to this action on this instance, by the same rows as `whyNot`. */
export function refusalFor(action: InstanceAction, instance: InstanceFacts): ErrorBody | undefined {
  const row = rowOf(action);
  if (!startsFrom(row, instance)) {
    if (instance.status === 'running' && row.whenRunning) return row.whenRunning();
    return refusals.badStatus(instance.status ?? '');
  }
  return row.unless?.find((condition) => condition.broken(instance))?.refusal(instance);
}
