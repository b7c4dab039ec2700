/** GiB that a cloud disk of a type may have. */
export interface DiskSizes {
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

/** What the reference pages allow; the image's or the snapshot's own size is the least besides. */
export function diskSizes(use: 'system' | 'data', diskType: string): DiskSizes {
  const [least, most] = use === 'system' ? [40, 500] : (dataSizes[diskType] ?? [20, 16000]);
  return { least, most, step: 10 };
}
