/** What a whole number may be. */
export interface Range {
  least: number;
  most: number;
  step: number;
}

const dataSizes: Readonly<Record<string, readonly [number, number]>> = {
  ssd: [20, 1000],
  'premium-hdd': [20, 3000],
  'ssd.gp1': [20, 16000],
  'ssd.io1': [20, 16000],
  'hdd.std1': [20, 16000],
  // Not stated for these; images from snapshots allow as much.
  'ssd.gp2': [20, 32000],
  'ssd.io2': [20, 32000],
};

/** Operations a second an `ssd.io…` disk may be given, and how many it gets when nobody says; others have none. */
export function iopsRange(
  diskType: string,
  diskSizeGB: number,
): (Range & { usual: number }) | undefined {
  if (!/^ssd\.io\d$/.test(diskType)) return undefined;
  const most = Math.min(32_000, diskSizeGB * 50);
  return { least: 200, most, step: 10, usual: Math.max(200, Math.min(32_000, diskSizeGB * 30)) };
}

/** GiB a cloud disk of a type may have, as the reference pages allow it; the image's or the snapshot's own size is the least besides. */
export function diskSizes(use: 'system' | 'data', diskType: string): Range {
  const [least, most] = use === 'system' ? [40, 500] : (dataSizes[diskType] ?? [20, 16000]);
  return { least, most, step: 10 };
}
