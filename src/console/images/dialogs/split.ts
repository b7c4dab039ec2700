import { type ImageAction, whyNotImage } from '../../../contract/image-rules.ts';
import type { Image } from '../../../contract/images.ts';
import { useSplit } from '../../activity/split.ts';
import { useImageFacts } from '../facts.ts';
import { lookOf } from '../look.ts';
import { nameOf } from '../resource.ts';

const show = (image: Image) => ({ id: image.imageId, name: nameOf(image), look: lookOf(image) });

/** Images an action can be done to, and the others with the reason. */
export function useImageSplit(action: ImageAction, images: readonly Image[], region: string) {
  const factsOf = useImageFacts(region);
  return useSplit(images, (image) => whyNotImage(action, factsOf(image)), show);
}
