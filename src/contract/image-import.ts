/** What an image file to be imported may be; from the vendor's guide to importing private images. */
export const importLimits = {
  systemDiskGB: { min: 40, max: 500, step: 10 },
  dataDiskGB: { min: 20, max: 16000 },
  sourceGB: 500,
  /** A link should be valid for so long, in hours. */
  linkHours: 24,
} as const;

/**
 * The region that an object-storage address names in its host, if it names one. Both import and export want it to be
 * the region of the call.
 */
export function ossRegionOf(address: string): string | undefined {
  const host = /^https?:\/\/([^/?#\s]+)/.exec(address)?.[1] ?? '';
  return /(?:^|[.-])([a-z]{2}-[a-z]+-\d+)(?=[.-])/.exec(host)?.[1];
}

/** Whether it is an address at all. */
export function isOssAddress(address: string): boolean {
  return /^https?:\/\/[^/?#\s]+\S*$/.test(address);
}

const extensions: Readonly<Record<string, RegExp>> = {
  qcow2: /\.(qcow2|img)$/i,
  vhd: /\.(vhd|vpc)$/i,
  vmdk: /\.vmdk$/i,
  raw: /\.(raw|img|bin)$/i,
};

/** Whether a file's name goes with its format; one without an extension says nothing. */
export function nameFitsFormat(address: string, format: string): boolean {
  const file =
    address
      .replace(/[?#].*$/, '')
      .split('/')
      .at(-1) ?? '';
  return !file.includes('.') || (extensions[format]?.test(file) ?? true);
}

/** Which system goes with a platform. */
export function osTypeOf(platform: string): 'windows' | 'linux' {
  return /windows/i.test(platform) ? 'windows' : 'linux';
}
