import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { type ImageFacts, sourceOf } from '../../contract/image-rules.ts';
import type { Image } from '../../contract/images.ts';
import { useEntries } from '../activity/context.tsx';
import { isOpen } from '../activity/entry.ts';
import { useCall } from '../api/context.tsx';
import { imagesOptions } from './queries.ts';

/** Operations that hold an image's lock while its status says nothing of it. */
const silent: ReadonlySet<string> = new Set(['copyImages', 'exportImage']);

/**
 * What the rules want to know of an image beyond what the cloud tells: whether a community image is of this account,
 * by the owner of its private ones, and what was started on it from this browser.
 */
export function useImageFacts(region: string): (image: Image) => ImageFacts {
  const { data: ownPin } = useQuery({
    ...imagesOptions(useCall(), region, 'private'),
    select: ({ items }) => items.find(({ ownerPin }) => ownerPin)?.ownerPin,
  });
  const busy = useEntries()
    .filter((entry) => isOpen(entry) && entry.region === region && silent.has(entry.operation))
    .flatMap(({ resource, operation, input }) => {
      const sources = input?.['sourceImageIds'];
      const ids: unknown[] = Array.isArray(sources) ? sources : [resource.id];
      return ids.map((id) => `${operation} ${String(id)}`);
    })
    .join('\n');
  return useMemo(() => {
    const tasks = new Map(
      busy.split('\n').map((line) => {
        const [operation = '', id = ''] = line.split(' ');
        return [id, { id: '', operation }] as const;
      }),
    );
    return (image) => ({
      ...image,
      own:
        sourceOf(image) === 'private' || ownPin === undefined
          ? undefined
          : image.ownerPin === ownPin,
      task: tasks.get(image.imageId),
    });
  }, [busy, ownPin]);
}
