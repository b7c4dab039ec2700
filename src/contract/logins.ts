import type { Image } from './images.ts';
import { sourceOf } from './image-rules.ts';
import type { Sentence } from './words.ts';

type Facts = Pick<Image, 'osType' | 'imageSource'>;

/** The user a password is for. */
export function loginUser(osType: string | undefined): 'root' | 'Administrator' {
  return osType === 'windows' ? 'Administrator' : 'root';
}

/** Why an instance made from an image cannot be given a key pair: keys are for Linux. */
export function whyNoKey(image: Facts | undefined): Sentence | undefined {
  return image?.osType === 'windows'
    ? { 'zh-CN': 'Windows 不支持密钥对。', 'en-US': 'Windows takes no key pair.' }
    : undefined;
}

/** Why the credentials baked into an image cannot be used: the API offers that for images of one's own or shared ones. */
export function whyNotInherit(image: Facts | undefined): Sentence | undefined {
  return image && !['private', 'shared'].includes(sourceOf(image))
    ? {
        'zh-CN': '仅私有镜像和共享镜像可沿用镜像内的登录凭证。',
        'en-US': 'Only private and shared images bring credentials of their own.',
      }
    : undefined;
}
