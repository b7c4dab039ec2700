import { count, plural } from './kit.ts';

/** The page of quotas, and what the overview says of them. */
export const quotas = {
  title: 'Quotas',
  failed: 'The quotas could not be fetched',
  ofRegion: 'Of the region',
  none: 'The cloud tells of no quotas here.',
  elsewhere:
    'Quotas of cloud disks, elastic IPs and networks are kept by other services of the cloud. No operation of the API raises one.',
  number: count,
  usage: (used: number, limit: number) => `${count(used)} of ${count(limit)}`,
  levels: { near: 'near the limit', full: 'used up' },
  /** On the overview. */
  lines: { near: 'Quotas near the limit', full: 'Quotas used up' },
  enough: 'enough left',
  usedUp: (kinds: readonly string[]) => `Used up: ${kinds.join(', ')}. No more can be made.`,
  nearlyUsedUp: (kinds: readonly string[]) => `Near the limit: ${kinds.join(', ')}.`,
  columns: {
    kind: 'Quota',
    used: 'Used',
    limit: 'Limit',
    left: 'Left',
    share: 'Share used',
    level: 'State',
  },
  kinds: {
    instance: 'Instances',
    instance_cpu: 'vCPU',
    instance_memory: 'Memory, GiB',
    instance_local_disk: 'Local disks, GB',
    keypair: 'Key pairs',
    image: 'Private images',
    instanceTemplate: 'Instance templates',
    imageShare: 'Image shares',
  },
  shares: {
    title: 'Accounts per private image',
    count,
    image: 'Image',
    none: 'There are no private images here.',
    read: 'Read',
    again: 'Read again',
    readOf: (name: string) => `Read the shares of ${name}`,
    readAll: (n: number) => `Read all ${plural(n, 'image')}`,
  },
};
