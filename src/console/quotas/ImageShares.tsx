import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { CloudError } from '../../contract/envelope.ts';
import type { Image } from '../../contract/images.ts';
import { useCall } from '../api/context.tsx';
import { imageShareQuotaOptions, imagesOptions } from '../images/queries.ts';
import { Bones } from '../kit/Bones.tsx';
import { BusyButton } from '../kit/BusyButton.tsx';
import { DetailTable } from '../kit/DetailTable.tsx';
import { FailureNote } from '../kit/FailureNote.tsx';
import { Status } from '../kit/Status.tsx';
import { Dash } from '../kit/text.tsx';
import { paths } from '../paths.ts';
import { levelLooks, levelOf } from './level.ts';
import { Track } from './QuotaBar.tsx';
import classes from './QuotasPage.module.css';
import { quotaWords } from './words.ts';

/** With how many accounts each image of one's own is shared. A call per image, so it is read when it is asked for. */
export function ImageShares({ region }: { region: string }) {
  const { shares: say, columns } = quotaWords.useWords();
  const { data, error } = useQuery(imagesOptions(useCall(), region, 'private'));
  const [asked, setAsked] = useState<ReadonlySet<string>>(new Set());
  if (!data) {
    return error instanceof CloudError ? <FailureNote failure={error} /> : <Bones rows={4} />;
  }
  const images = data.items;
  return (
    <DetailTable
      title={say.title}
      note={images.length > 0 ? say.count(images.length) : undefined}
      tools={
        images.some(({ imageId }) => !asked.has(imageId)) && (
          <Button onClick={() => setAsked(new Set(images.map(({ imageId }) => imageId)))}>
            {say.readAll(images.length)}
          </Button>
        )
      }
      empty={say.none}
      head={[
        { label: say.image, width: 200 },
        { label: columns.used, width: 110, end: true },
        { label: columns.limit, width: 110, end: true },
        { label: columns.left, width: 110, end: true },
        { label: columns.share },
        { label: columns.level, width: 150 },
      ]}
    >
      {images.map((image) => (
        <ShareRow
          key={image.imageId}
          image={image}
          region={region}
          asked={asked.has(image.imageId)}
          onAsk={() => setAsked(new Set([...asked, image.imageId]))}
        />
      ))}
    </DetailTable>
  );
}

interface ShareRowProps {
  image: Image;
  region: string;
  asked: boolean;
  onAsk: () => void;
}

function ShareRow({ image: { imageId, name }, region, asked, onAsk }: ShareRowProps) {
  const words = quotaWords.useWords();
  const { shares: say } = words;
  const { data, error, isFetching, refetch } = useQuery({
    ...imageShareQuotaOptions(useCall(), region, imageId),
    enabled: asked,
  });
  const quota = data?.quotas?.find(({ resourceType }) => resourceType === 'imageShare');
  const { used, limit } = quota ?? {};
  const number = (n: number | undefined) => (n === undefined ? <Dash /> : words.number(n));
  const level = quota && levelOf(quota);
  const left = used === undefined || limit === undefined ? undefined : Math.max(0, limit - used);
  return (
    <tr>
      <th scope="row">
        <Link className={classes.name} to={paths.imageTab(region, imageId, 'sharing')}>
          {name || imageId}
        </Link>
      </th>
      <td data-end="true">{number(used)}</td>
      <td data-end="true">{number(limit)}</td>
      <td data-end="true">{number(left)}</td>
      <td>
        {quota && (
          <span className={classes.share}>
            <Track quota={quota} />
          </span>
        )}
      </td>
      <td>
        {!quota && (
          <BusyButton
            size="xs"
            busy={isFetching}
            title={error?.message}
            aria-label={say.readOf(name || imageId)}
            onClick={() => (asked ? void refetch() : onAsk())}
          >
            {error ? say.again : say.read}
          </BusyButton>
        )}
        {quota &&
          (level ? (
            <Status look={levelLooks[level]}>{words.levels[level]}</Status>
          ) : (
            <span className={classes.quiet}>{words.enough}</span>
          ))}
      </td>
    </tr>
  );
}
