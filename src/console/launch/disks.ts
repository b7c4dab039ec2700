import { freeDevice } from '../../contract/devices.ts';
import { diskSizes, iopsRange, type Range } from '../../contract/disk-sizes.ts';
import type { InstanceDiskAttachment } from '../../contract/instances.ts';
import type { LaunchFacts } from './facts.ts';
import type { DiskDraft, LaunchValues } from './values.ts';
import { numberOf } from '../kit/form/TextField.tsx';

type Values = Pick<LaunchValues, 'leftOut' | 'disks'>;
type Facts = Pick<LaunchFacts, 'image' | 'type' | 'snapshots'>;

/** The image's system disk is of the machine itself: 40 GB, free, not to be chosen. */
export function isLocal({ image }: Pick<LaunchFacts, 'image'>): boolean {
  return image?.rootDeviceType === 'localDisk';
}

/** Data disks the image brings along. */
export function imageDisks({
  image,
}: Pick<LaunchFacts, 'image'>): readonly InstanceDiskAttachment[] {
  return image?.dataDisks ?? [];
}

export function keptImageDisks(
  { leftOut }: Pick<Values, 'leftOut'>,
  facts: Facts,
): readonly InstanceDiskAttachment[] {
  return imageDisks(facts).filter(({ deviceName = '' }) => !leftOut.includes(deviceName));
}

/** How many cloud disks each instance gets, which its type limits. */
export function cloudDisks(values: Values, facts: Facts): number {
  return (isLocal(facts) ? 0 : 1) + keptImageDisks(values, facts).length + values.disks.length;
}

/** GB the system disk may have: never less than the image. */
export function systemRange(systemType: string, { image }: Pick<LaunchFacts, 'image'>): Range {
  const range = diskSizes('system', systemType);
  return { ...range, least: Math.max(range.least, image?.systemDiskSizeGB ?? 0) };
}

/** GB of the system disk: what was typed, or what the image wants. */
export function systemSize(
  { systemType, systemGB }: Pick<LaunchValues, 'systemType' | 'systemGB'>,
  facts: Pick<LaunchFacts, 'image'>,
): number | undefined {
  return systemGB === '' ? systemRange(systemType, facts).least : numberOf(systemGB);
}

/** GB a data disk may have: never less than its snapshot. */
export function dataRange(
  { type, snapshotId }: Pick<DiskDraft, 'type' | 'snapshotId'>,
  { snapshots }: Pick<LaunchFacts, 'snapshots'>,
): Range {
  const range = diskSizes('data', type);
  const snapshot = snapshots?.find((one) => one.snapshotId === snapshotId);
  return { ...range, least: Math.max(range.least, snapshot?.snapshotSizeGB ?? 0) };
}

export function fits(value: number | undefined, { least, most, step }: Range): boolean {
  return value !== undefined && value >= least && value <= most && value % step === 0;
}

/** Operations a second it may be given, where its kind has such a setting and its size is right. */
export function iopsOf(type: string, sizeGB: number | undefined) {
  return sizeGB === undefined ? undefined : iopsRange(type, sizeGB);
}

/** Kinds of disks the chosen instance type takes; before one is chosen, those every type takes. */
export function diskTypesFor({ type }: Pick<LaunchFacts, 'type'>): readonly string[] {
  return type?.cloudDiskTypes ?? ['ssd.gp1', 'ssd.io1', 'hdd.std1'];
}

/** First-generation types take no encrypted disks. */
export function mayEncrypt({ type }: Pick<LaunchFacts, 'type'>): boolean {
  return type?.generation !== 1;
}

/** The next device name that neither the image, the type's local disks nor another disk has. */
export function nextDevice({ disks }: Pick<Values, 'disks'>, facts: Facts): string {
  const taken = new Set(disks.map(({ device }) => device));
  for (const { deviceName = '' } of imageDisks(facts)) taken.add(deviceName);
  // Local disks of the type come first.
  for (const _ of facts.type?.localDisks ?? []) taken.add(freeDevice(taken) ?? '');
  return freeDevice(taken) ?? '';
}
