import { useQuery } from '@tanstack/react-query';
import { createContext, useMemo } from 'react';
import type { Image } from '../../contract/images.ts';
import { useCall } from '../api/context.tsx';
import { hasConstraints, type ImageSource, imagesConstraintsOptions } from './queries.ts';

/** How many instance types an image does not run on, by its id, as far as that is known. */
type Excluded = ReadonlyMap<string, number>;

const unknown: Excluded = new Map();
export const ExcludedContext = createContext<Excluded>(unknown);

/** An address has a length limit: with more images than this the rest tells on its own page. */
const mostIds = 100;

/** One question for all the images of a list. */
export function useExcluded(
  region: string,
  source: ImageSource,
  images: readonly Image[] | undefined,
): Excluded {
  const ids = hasConstraints(source)
    ? (images ?? []).slice(0, mostIds).map(({ imageId }) => imageId)
    : [];
  const { data } = useQuery(imagesConstraintsOptions(useCall(), region, ids));
  return useMemo(
    () =>
      data
        ? new Map(
            data.imageConstraints?.map(({ imageId = '', imageInstanceTypeConstraint }) => [
              imageId,
              imageInstanceTypeConstraint?.instanceTypes?.length ?? 0,
            ]),
          )
        : unknown,
    [data],
  );
}
