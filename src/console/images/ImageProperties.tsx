import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { sourceOf } from '../../contract/image-rules.ts';
import type { Image } from '../../contract/images.ts';
import { useCall } from '../api/context.tsx';
import { instancesOfImageOptions } from '../instances/light/queries.ts';
import { Groups } from '../kit/detail/DetailPage.tsx';
import { Property, PropertyList } from '../kit/PropertyList.tsx';
import { CodeText } from '../kit/text.tsx';
import { paths } from '../paths.ts';
import { useLanguage } from '../words/language.tsx';
import classes from './cells.module.css';
import { ownerOf } from './columns.tsx';
import { stateWord, systemOf } from './look.ts';
import { imageWords } from './words.ts';

/** Every field of an image that a reader may ask for; what few images have shows only where there is one. */
export function ImageProperties({ image, region }: { image: Image; region: string }) {
  const words = imageWords.useWords();
  const { columns: say, properties } = words;
  const { language } = useLanguage();
  return (
    <Groups>
      <PropertyList title={properties.system}>
        <Property label={say.name}>{image.name}</Property>
        <Property label={say.description}>{image.desc}</Property>
        <Property label={say.status}>{stateWord(image, words, language)}</Property>
        <Property label={say.system}>{systemOf(image)}</Property>
        <Property label={properties.osType}>{properties.osTypes(image.osType)}</Property>
        <Property label={say.architecture}>{image.architecture}</Property>
        <Property label={say.bootMode}>{image.bootMode?.toUpperCase()}</Property>
        <Property label={say.rootDevice}>{words.rootDevice(image.rootDeviceType)}</Property>
        <Property label={say.fileSize}>
          {image.sizeMB ? words.megabytes(image.sizeMB) : undefined}
        </Property>
      </PropertyList>
      <PropertyList title={properties.origin}>
        <Property label={words.source}>{words.sourceWord(sourceOf(image))}</Property>
        <Property label={say.owner}>{ownerOf(image)}</Property>
        <Property label={say.sharing}>{words.permission(image.launchPermission)}</Property>
        <Property label={properties.imported} rare>
          {image.imported && properties.yes}
        </Property>
        <Property label={say.instance} rare>
          {image.instanceId && (
            <Link className={classes.link} to={paths.instance(region, image.instanceId)}>
              <CodeText text={image.instanceId} />
            </Link>
          )}
        </Property>
        <Property label={properties.usedBy}>
          <Users image={image} region={region} />
        </Property>
        <Property label={say.created}>{image.createTime}</Property>
        <Property label={properties.expires} rare>
          {image.expiredTime}
        </Property>
        <Property label={properties.serviceCode} rare>
          {image.chargeInfo?.serviceCode ?? image.serviceCode}
        </Property>
      </PropertyList>
    </Groups>
  );
}

/** How many instances were made from it, leading to them. */
function Users({ image, region }: { image: Image; region: string }) {
  const { properties } = imageWords.useWords();
  const { data } = useQuery(instancesOfImageOptions(useCall(), region, [image.imageId]));
  const count = data?.totalCount;
  if (count === undefined) return '–';
  if (count === 0) return properties.noInstances;
  return (
    <Link
      className={classes.link}
      to={`${paths.instances(region)}?${new URLSearchParams({ f: `imageId:is:${image.imageId}` })}`}
    >
      {properties.instances(count)}
    </Link>
  );
}
