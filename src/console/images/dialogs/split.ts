import { type ImageAction, whyNotImage } from '../../../contract/image-rules.ts';
import type { Image } from '../../../contract/images.ts';
import type { Skipped } from '../../activity/batches.ts';
import { useBoot } from '../../boot-context.tsx';
import { useSay, useWords } from '../../words/language.tsx';
import { useImageFacts } from '../facts.ts';
import { lookOf } from '../look.ts';
import { nameOf } from '../resource.ts';

/** Those an action can be done to, and the others with the reason. */
export function useSplit(action: ImageAction, images: readonly Image[], region: string) {
  const { actions } = useWords();
  const { readOnly } = useBoot();
  const say = useSay();
  const factsOf = useImageFacts(region);
  const able: Image[] = [];
  const skipped: Skipped[] = [];
  for (const image of images) {
    const sentence = whyNotImage(action, factsOf(image));
    const why = readOnly ? actions.readOnly : sentence && say(sentence);
    if (why === undefined) able.push(image);
    else skipped.push({ id: image.imageId, name: nameOf(image), look: lookOf(image), why });
  }
  return { able, skipped };
}
