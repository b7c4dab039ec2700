import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from 'react-router';
import type { Image } from '../../contract/images.ts';
import { useCall } from '../api/context.tsx';
import type { Whole } from '../api/reads.ts';
import { DetailReading } from '../kit/detail/DetailReading.tsx';
import { useTitle } from '../kit/title.ts';
import { paths } from '../paths.ts';
import { useRegion } from '../region.ts';
import { ImageBody } from './ImageBody.tsx';
import { ImageHeader } from './ImageHeader.tsx';
import { imageOptions } from './queries.ts';
import { nameOf } from './resource.ts';
import { imageWords } from './words.ts';

/** Everything about one image, and everything that can be done with it. */
export function ImagePage() {
  const { imageId = '', tab = 'overview' } = useParams();
  const region = useRegion();
  // Another image is another page: nothing of the last one may show through.
  return <OneImage key={`${region} ${imageId}`} {...{ region, imageId, tab }} />;
}

interface OneImageProps {
  region: string;
  imageId: string;
  tab: string;
}

function OneImage({ region, imageId, tab }: OneImageProps) {
  const words = imageWords.useWords();
  const client = useQueryClient();
  const query = useQuery({
    ...imageOptions(useCall(), region, imageId),
    // Whoever comes from the list sees at once what the list knew.
    placeholderData: () => {
      const lists = client.getQueriesData<Partial<Whole<Image>>>({
        queryKey: ['describeImages', { regionId: region }],
      });
      const known = lists
        .flatMap(([, list]) => list?.items ?? [])
        .find((one) => one.imageId === imageId);
      return known && { image: known };
    },
  });
  const image = query.data?.image;
  useTitle(image ? nameOf(image) : imageId);
  return (
    <DetailReading
      query={query}
      item={image}
      id={imageId}
      region={region}
      parent={{ label: words.title, to: paths.images(region) }}
      words={{ ...words, failed: words.failedOne }}
    >
      {(found) => (
        <>
          <ImageHeader image={found} region={region} tab={tab} />
          <ImageBody image={found} region={region} tab={tab} />
        </>
      )}
    </DetailReading>
  );
}
