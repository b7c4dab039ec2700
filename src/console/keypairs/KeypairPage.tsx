import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useParams } from 'react-router';
import { useCall } from '../api/context.tsx';
import { DetailReading } from '../kit/detail/DetailReading.tsx';
import { useTitle } from '../kit/title.ts';
import { paths } from '../paths.ts';
import { useRegion } from '../region.ts';
import { KeypairBody } from './KeypairBody.tsx';
import { KeypairHeader } from './KeypairHeader.tsx';
import { keypairOptions, keypairsOptions } from './queries.ts';
import { useKeypairsInUse } from './users.ts';
import { keypairWords } from './words.ts';

/** Everything about one key pair: who uses it, and what can be done with it. */
export function KeypairPage() {
  const { keyName = '', tab = 'overview' } = useParams();
  const region = useRegion();
  return <OneKeypair key={`${region} ${keyName}`} {...{ region, keyName, tab }} />;
}

interface OneKeypairProps {
  region: string;
  keyName: string;
  tab: string;
}

function OneKeypair({ region, keyName, tab }: OneKeypairProps) {
  const words = keypairWords.useWords();
  const client = useQueryClient();
  const call = useCall();
  const query = useQuery({
    ...keypairOptions(call, region, keyName),
    // Whoever comes from the list sees at once what the list knew.
    placeholderData: () => {
      const list = client.getQueryData(keypairsOptions(call, region).queryKey);
      const known = list?.items.find((one) => one.keyName === keyName);
      return known && { keypairs: [known] };
    },
  });
  const found = query.data?.keypairs?.find((one) => one.keyName === keyName);
  const [keypair] =
    useKeypairsInUse(
      region,
      useMemo(() => found && [found], [found]),
    ) ?? [];
  useTitle(keyName);
  return (
    <DetailReading
      query={query}
      item={keypair}
      id={keyName}
      region={region}
      parent={{ label: words.title, to: paths.keypairs(region) }}
      words={{ ...words, failed: words.failedOne }}
    >
      {(one) => (
        <>
          <KeypairHeader keypair={one} region={region} tab={tab} />
          <KeypairBody keypair={one} region={region} tab={tab} />
        </>
      )}
    </DetailReading>
  );
}
