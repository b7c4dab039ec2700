import type { Snapshot } from './snapshots.ts';
import type { Sentence } from './words.ts';

/** How many snapshots an image is made of at most, the system disk's among them. */
export const mostSnapshots = 8;

const sizes = { system: { min: 40, max: 500 }, data: { min: 20, max: 32_000 } } as const;

/** What keeps a snapshot from becoming a disk of an image. A disk is at least as large as its snapshot. */
export function whyNotSnapshot(
  { status, snapshotSizeGB = 0 }: Pick<Snapshot, 'status' | 'snapshotSizeGB'>,
  use: keyof typeof sizes,
): Sentence | undefined {
  if (status !== 'available') {
    return { 'zh-CN': '快照当前不可用。', 'en-US': 'It is not available.' };
  }
  const { max } = sizes[use];
  if (snapshotSizeGB <= max) return undefined;
  return {
    'zh-CN': `超过 ${max} GB。`,
    'en-US': `It is larger than ${max} GB.`,
  };
}

/** The size of the disk made of a snapshot: its own, or the least a disk may have. In GiB. */
export function diskSizeFor(
  { snapshotSizeGB = 0 }: Pick<Snapshot, 'snapshotSizeGB'>,
  use: keyof typeof sizes,
): number {
  return Math.max(snapshotSizeGB, sizes[use].min);
}
