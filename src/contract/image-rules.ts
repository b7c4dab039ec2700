import { type ErrorBody, refusal, refusals } from './errors.ts';
import type { Image } from './images.ts';
import { isTransitional } from './statuses.ts';
import { type Language, type Sentence, statusWord } from './words.ts';

/** As much of an image as the rules look at. What the API does not tell of it is optional. */
export type ImageFacts = Pick<
  Image,
  | 'imageId'
  | 'imageSource'
  | 'status'
  | 'rootDeviceType'
  | 'osType'
  | 'imported'
  | 'offline'
  | 'launchPermission'
  | 'systemDisk'
  | 'dataDisks'
> & {
  /** Whether it is this account's; a private one always is. Not known of a community image before its owner is. */
  own?: boolean | undefined;
  /** What is being done with it. The API hides its tasks; whoever has started one remembers. */
  task?: { id: string; operation: string } | undefined;
  /** Statuses of the instances made from it, where they have been asked for. */
  instances?: readonly (string | undefined)[] | undefined;
};

/** What stands in the way of an action: when, what to tell people, what the cloud answers. */
interface Obstacle {
  broken: (image: ImageFacts) => boolean;
  why: (image: ImageFacts) => Sentence;
  refusal: (image: ImageFacts) => ErrorBody;
}

/** Older replies use other words than requests do. */
const olderSources: Readonly<Record<string, string>> = {
  jcloud: 'public',
  marketplace: 'thirdparty',
  self: 'private',
};

/** Where an image comes from, in the words of requests. */
export function sourceOf({ imageSource = '' }: Pick<Image, 'imageSource'>): string {
  return olderSources[imageSource] ?? imageSource;
}

const failed = (text: string) => () => refusal('FAILED_PRECONDITION', text);
const isPrivate = (image: ImageFacts) => sourceOf(image) === 'private';
/** Whether this account has published it. Where nobody knows whose it is, the cloud is left to say. */
const isOwnCommunity = (image: ImageFacts) =>
  sourceOf(image) === 'community' && image.own !== false;
const isShared = ({ launchPermission }: ImageFacts) => launchPermission === 'specifiedUsers';

const notPrivate = (text: string): Obstacle => ({
  broken: (image) => !isPrivate(image),
  why: () => ({
    'zh-CN': '只能用于自己的私有镜像。',
    'en-US': 'Only for private images of your own.',
  }),
  refusal: failed(text),
});
const notUsable = notPrivate("Can't use this image");

const busy: Obstacle = {
  broken: ({ task, status }) => task !== undefined || isTransitional(status),
  why: ({ task, status = '' }) =>
    task === undefined
      ? {
          'zh-CN': `${imageStatusWord(status, 'zh-CN')}，完成后才能操作。`,
          'en-US': `${imageStatusWord(status, 'en-US')}: possible when that is done.`,
        }
      : task.operation === 'copyImages'
        ? { 'zh-CN': '正在复制，完成后才能操作。', 'en-US': 'Being copied: possible after that.' }
        : task.operation === 'exportImage'
          ? {
              'zh-CN': '正在导出，完成后才能操作。',
              'en-US': 'Being exported: possible after that.',
            }
          : { 'zh-CN': '正在执行其他任务。', 'en-US': 'Another task is under way.' },
  // While it is copied the refusal is worded differently.
  refusal: ({ imageId, task }) =>
    task?.operation === 'copyImages'
      ? refusal('FAILED_PRECONDITION', `The image '${imageId}' is busy`)
      : refusals.conflictImageTask(task?.id ?? ''),
};

const notReady: Obstacle = {
  broken: ({ status }) => status !== 'ready',
  why: ({ status = '' }) => ({
    'zh-CN': `镜像状态为“${imageStatusWord(status, 'zh-CN')}”，不可用。`,
    'en-US': `Only an available image; this one is “${imageStatusWord(status, 'en-US')}”.`,
  }),
  refusal: ({ status }) => refusal('FAILED_PRECONDITION', `Invalid image status '${status}'`),
};

const notCloudDisk = (text: (image: ImageFacts) => string): Obstacle => ({
  broken: ({ rootDeviceType }) => rootDeviceType !== 'cloudDisk',
  why: () => ({
    'zh-CN': '只支持云盘系统盘镜像。',
    'en-US': 'Only images with a cloud system disk.',
  }),
  refusal: (image) => refusal('FAILED_PRECONDITION', text(image)),
});

/** The first encrypted snapshot of an image. */
function encryptedSnapshot({
  systemDisk,
  dataDisks = [],
}: Pick<ImageFacts, 'systemDisk' | 'dataDisks'>): string | undefined {
  return [systemDisk, ...dataDisks].find(
    (device) => device?.cloudDisk?.encrypted && device.cloudDisk.snapshotId !== undefined,
  )?.cloudDisk?.snapshotId;
}

const encrypted = (text: (snapshot: string) => string): Obstacle => ({
  broken: (image) => encryptedSnapshot(image) !== undefined,
  why: () => ({
    'zh-CN': '镜像包含加密快照，不支持此操作。',
    'en-US': 'It contains an encrypted snapshot.',
  }),
  refusal: (image) => refusal('FAILED_PRECONDITION', text(encryptedSnapshot(image) ?? '')),
});

/**
 * Per operation: what stands in its way, in the order the cloud looks. From the error table of each operation's
 * reference page.
 */
export const imageRules = {
  modifyImageAttribute: [notUsable, busy],
  deleteImage: [
    {
      broken: (image) => sourceOf(image) === 'public',
      why: () => ({
        'zh-CN': '官方镜像不能删除。',
        'en-US': 'Official images cannot be deleted.',
      }),
      refusal: failed("Can't delete protected image"),
    },
    {
      broken: isOwnCommunity,
      why: () => ({
        'zh-CN': '已发布为社区镜像，请先取消发布。',
        'en-US': 'Published as a community image: withdraw it first.',
      }),
      refusal: failed("Can't delete community image"),
    },
    notPrivate("Can't delete this image"),
    {
      broken: isShared,
      why: () => ({
        'zh-CN': '已共享给其他账号，请先取消共享。',
        'en-US': 'Shared with other accounts: stop sharing it first.',
      }),
      refusal: failed("Can't delete shared image"),
    },
    busy,
    {
      broken: ({ rootDeviceType, instances = [] }) =>
        rootDeviceType === 'localDisk' && instances.length > 0,
      why: () => ({
        'zh-CN': '有实例使用此本地盘镜像创建，不能删除。',
        'en-US': 'A local-disk image that instances were made from cannot be deleted.',
      }),
      refusal: failed(
        'Local-System-Disk image cannot be deleted if it has been used to create instances',
      ),
    },
    {
      broken: ({ instances = [] }) =>
        instances.some((status) => status === 'pending' || status === 'rebuilding'),
      why: () => ({
        'zh-CN': '正有实例使用它创建或重置。',
        'en-US': 'An instance is being made from it.',
      }),
      refusal: ({ imageId }) => refusal('FAILED_PRECONDITION', `The image '${imageId}' is busy`),
    },
  ],
  shareImage: [
    {
      broken: isOwnCommunity,
      why: () => ({
        'zh-CN': '社区镜像已对所有账号开放，无需共享。',
        'en-US': 'A community image: everybody may use it.',
      }),
      refusal: failed("Community image can't be shared"),
    },
    notUsable,
    busy,
    notReady,
    encrypted((snapshot) => `Share encrypted snapshot '${snapshot}' is not support.`),
  ],
  unShareImage: [notUsable, busy],
  releaseImage: [
    notPrivate("Can't use non-private image"),
    notCloudDisk(() => 'Only cloud disk can be released'),
    busy,
    notReady,
    encrypted(() => 'Release encrypted snapshot is not support.'),
  ],
  unReleaseImage: [
    {
      broken: (image) => !isOwnCommunity(image),
      why: () => ({
        'zh-CN': '只能用于自己发布的社区镜像。',
        'en-US': 'Only for community images you have published.',
      }),
      refusal: failed("Can't use this image"),
    },
    busy,
  ],
  copyImages: [
    {
      broken: (image) => !isPrivate(image) && sourceOf(image) !== 'shared',
      why: () => ({
        'zh-CN': '只能复制私有镜像或共享给我的镜像。',
        'en-US': 'Only private images and those shared with you.',
      }),
      refusal: failed("Can't use this image"),
    },
    notCloudDisk(() => 'Only support cloudDisk image'),
    busy,
    notReady,
    encrypted((snapshot) => `Copy encrypted snapshot '${snapshot}' is not support.`),
  ],
  exportImage: [
    notUsable,
    notCloudDisk(({ rootDeviceType }) => `Invalid image type '${rootDeviceType}'`),
    busy,
    notReady,
    {
      broken: ({ osType, imported }) => osType === 'windows' && imported !== true,
      why: () => ({
        'zh-CN': 'Windows 镜像只有导入的才能导出。',
        'en-US': 'Windows images can be exported only if they were imported.',
      }),
      refusal: failed("Windows image can't export"),
    },
  ],
  createInstances: [
    {
      broken: ({ status, offline }) => status !== 'ready' || offline === true,
      why: (image) =>
        image.offline
          ? { 'zh-CN': '镜像已下线。', 'en-US': 'Taken offline.' }
          : notReady.why(image),
      refusal: ({ imageId }) => refusal('FAILED_PRECONDITION', `Image '${imageId}' not ready`),
    },
  ],
} as const satisfies Record<string, readonly Obstacle[]>;

export type ImageAction = keyof typeof imageRules;

const obstacleTo = (action: ImageAction, image: ImageFacts): Obstacle | undefined =>
  imageRules[action].find((obstacle: Obstacle) => obstacle.broken(image));

/** Why the cloud would refuse this action on an image, as a sentence to act on; nothing when it would not. */
export function whyNotImage(action: ImageAction, image: ImageFacts): Sentence | undefined {
  return obstacleTo(action, image)?.why(image);
}

/** What the cloud answers to this action on this image, by the same rows as `whyNotImage`. */
export function imageRefusalFor(action: ImageAction, image: ImageFacts): ErrorBody | undefined {
  return obstacleTo(action, image)?.refusal(image);
}

/** Accounts an image can be shared with, unless `describeQuotas` says otherwise. */
export const mostMembers = 20;
/** Images that one `copyImages` takes. */
export const mostCopies = 10;

const imageStatusWords: Readonly<Record<string, Sentence>> = {
  ready: { 'zh-CN': '可用', 'en-US': 'Available' },
};

/** An image status for people; one that is not documented is shown as it came. */
export function imageStatusWord(status: string, language: Language): string {
  return imageStatusWords[status]?.[language] ?? statusWord(status, language);
}
