import { imageStatusWord } from '../../contract/image-rules.ts';
import type { Image } from '../../contract/images.ts';
import { isTransitional } from '../../contract/statuses.ts';
import type { Language } from '../../contract/words.ts';
import type { Look } from '../kit/Status.tsx';
import type { ImageWords } from './words.ts';

/** How an image stands. One that was taken offline makes no instances any more, which is what people must know. */
export function lookOf({ status, offline }: Pick<Image, 'status' | 'offline'>): Look {
  if (status === 'ready') return offline ? 'off' : 'ok';
  if (status === 'error') return 'bad';
  return isTransitional(status) ? 'changing' : 'unknown';
}

/** How it stands, in words; while it is being made, how far that is. */
export function stateWord(
  { status = '', offline, progress }: Pick<Image, 'status' | 'offline' | 'progress'>,
  words: ImageWords,
  language: Language,
): string {
  if (status === 'ready' && offline) return words.offline;
  const word = imageStatusWord(status, language);
  return status === 'pending' && progress ? words.progress(word, Number(progress)) : word;
}

/** The operating system for people. */
export function systemOf({ platform, osVersion, osType }: Image): string {
  return [platform, osVersion].filter(Boolean).join(' ') || (osType ?? '');
}

/** Sizes of its disks in GB, the system disk first; a blank or local one may be unknown. */
export function sizesOf({ systemDiskSizeGB, systemDisk, dataDisks = [] }: Image): number[] {
  const system = systemDiskSizeGB ?? systemDisk?.cloudDisk?.diskSizeGB;
  const data = dataDisks.flatMap(({ cloudDisk }) => cloudDisk?.diskSizeGB ?? []);
  return system === undefined ? data : [system, ...data];
}
