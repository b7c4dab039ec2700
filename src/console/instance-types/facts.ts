import type { InstanceType } from '../../contract/instance-types.ts';
import type { TypeWords } from './words.ts';

/** Memory in GiB. */
export function memoryOf({ memoryMB }: InstanceType): number | undefined {
  return memoryMB === undefined ? undefined : memoryMB / 1024;
}

/** GiB of memory to a vCPU: what tells the classes apart. */
export function perCpu(type: InstanceType): number | undefined {
  const memory = memoryOf(type);
  return memory === undefined || !type.cpu ? undefined : memory / type.cpu;
}

/** `4 × Nvidia Tesla V100`; nothing for a type without. */
export function gpuWord({ gpu }: InstanceType, { times }: TypeWords): string | undefined {
  if (!gpu) return undefined;
  const { number = 1, model = '' } = gpu;
  return number === 1 && model !== '' ? model : times(number, model);
}

/** `12 × 9,313 GB hdd.std1`, those that are alike together; nothing for a type without. */
export function localDisksWord(
  { localDisks = [] }: InstanceType,
  { times, disk }: TypeWords,
): string | undefined {
  const alike = new Map<string, number>();
  for (const { diskSizeGB = 0, diskType = '' } of localDisks) {
    const word = disk(diskSizeGB, diskType);
    alike.set(word, (alike.get(word) ?? 0) + 1);
  }
  const words = [...alike].map(([word, n]) => (n === 1 ? word : times(n, word)));
  return words.length > 0 ? words.join(' + ') : undefined;
}

/**
 * What a burstable type may use for good. How the cloud scales the share is not documented: 0.1 and 10 are read as
 * the same.
 */
export function burstWord(
  { burstInfo }: InstanceType,
  { baseline }: TypeWords,
): string | undefined {
  const { basePerformance: base, creditsEarnedPerHour } = burstInfo ?? {};
  if (base === undefined) return undefined;
  return baseline(Math.round(base <= 1 ? base * 100 : base), creditsEarnedPerHour);
}
