import type { TaskInfo } from '../../contract/images.ts';

/** A link without its query, which may hold a signature. */
export function unsigned(link = ''): string {
  return link.replace(/\?.*$/, '');
}

/** What the form of an import begins with when a failed one is asked for again; the browser's history keeps it. */
export function importAgainState({ imageName, imageUrl }: TaskInfo) {
  return { again: { imageName, imageUrl: unsigned(imageUrl) } };
}
