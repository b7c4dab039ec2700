import type { Image } from './images.ts';
import type { InstanceType } from './instance-types.ts';
import type { Sentence } from './words.ts';

type ImageFacts = Pick<Image, 'osType' | 'rootDeviceType' | 'architecture'>;
type TypeFacts = Pick<InstanceType, 'instanceType' | 'cpu' | 'burstInfo' | 'architecture'>;

/**
 * Why an image cannot run on an instance type; nothing when it can.
 * @param excluded the types its constraints exclude, from `describeImageConstraints`.
 */
export function whyImageUnfit(
  image: ImageFacts,
  type: TypeFacts,
  excluded: readonly string[] = [],
): Sentence | undefined {
  if (
    image.architecture !== undefined &&
    type.architecture !== undefined &&
    image.architecture !== type.architecture
  ) {
    return {
      'zh-CN': `镜像架构为 ${image.architecture}，规格为 ${type.architecture}。`,
      'en-US': `The image is for ${image.architecture}, the type is ${type.architecture}.`,
    };
  }
  if (excluded.includes(type.instanceType)) {
    return { 'zh-CN': '镜像不支持此规格。', 'en-US': 'The image does not support this type.' };
  }
  if (image.osType === 'windows' && (type.cpu ?? 0) > 64) {
    return {
      'zh-CN': 'Windows 最多支持 64 个 vCPU。',
      'en-US': 'Windows takes at most 64 vCPU.',
    };
  }
  if (image.rootDeviceType === 'localDisk' && type.burstInfo !== undefined) {
    return {
      'zh-CN': '突发性能规格不支持本地系统盘的镜像。',
      'en-US': 'Burstable types take no image with a local system disk.',
    };
  }
  return undefined;
}
