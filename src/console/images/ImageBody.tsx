import { sourceOf } from '../../contract/image-rules.ts';
import type { Image } from '../../contract/images.ts';
import { RecentActivity, ResourceActivity } from '../activity/ResourceActivity.tsx';
import { DetailPage } from '../kit/detail/DetailPage.tsx';
import { RawJson } from '../kit/detail/RawJson.tsx';
import { paths } from '../paths.ts';
import { ImageConstraints } from './ImageConstraints.tsx';
import { ImageDisks } from './ImageDisks.tsx';
import { ImageMembers } from './ImageMembers.tsx';
import { ImageProperties } from './ImageProperties.tsx';

interface BodyProps {
  image: Image;
  region: string;
  /** A part that does not exist shows the first. */
  tab: string;
}

/** The part of an image's page that its tab names. */
export function ImageBody({ image, region, tab }: BodyProps) {
  const { imageId } = image;
  const isPrivate = sourceOf(image) === 'private';
  switch (tab) {
    case 'sharing':
      return (
        <DetailPage>
          <ImageMembers image={image} region={region} />
        </DetailPage>
      );
    case 'constraints':
      return (
        <DetailPage>
          <ImageConstraints image={image} region={region} />
        </DetailPage>
      );
    case 'activity':
      return (
        <DetailPage>
          <ResourceActivity id={imageId} />
        </DetailPage>
      );
    case 'json':
      return <RawJson value={image} />;
    default:
      return (
        <DetailPage
          aside={<RecentActivity id={imageId} all={paths.imageTab(region, imageId, 'activity')} />}
        >
          <ImageProperties image={image} region={region} />
          <ImageDisks image={image} />
          {isPrivate ? (
            image.launchPermission === 'specifiedUsers' && (
              <ImageMembers image={image} region={region} />
            )
          ) : (
            <ImageConstraints image={image} region={region} />
          )}
        </DetailPage>
      );
  }
}
