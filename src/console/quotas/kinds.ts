import type { Quota } from '../../contract/quotas.ts';
import { paths } from '../paths.ts';
import type { QuotaWords } from './words.ts';

/** What a quota counts; a kind that is not documented goes by the cloud's own name. */
export function kindWord({ resourceType = '' }: Quota, { kinds }: QuotaWords): string {
  return Object.entries(kinds).find(([id]) => id === resourceType)?.[1] ?? resourceType;
}

/** The list of what a quota counts; nothing for what has none. */
export function listOf(region: string, { resourceType }: Quota): string | undefined {
  switch (resourceType) {
    case 'instance':
      return paths.instances(region);
    case 'image':
      return paths.images(region);
    case 'keypair':
      return paths.keypairs(region);
    case 'instanceTemplate':
      return paths.templates(region);
    default:
      return undefined;
  }
}
