import type { Image } from '../../contract/images.ts';
import type { Resource } from '../api/write.ts';

/** An image as the activity remembers it. */
export function resourceOf(image: Image): Resource {
  return { kind: 'image', id: image.imageId, name: nameOf(image) };
}

/** What to call it: its name, or its id while it has none. */
export function nameOf(image: Pick<Image, 'imageId' | 'name'>): string {
  return image.name || image.imageId;
}
