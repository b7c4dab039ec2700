import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useParams } from 'react-router';
import { useDoingsOf } from '../activity/ResourceActivity.tsx';
import { useCall } from '../api/context.tsx';
import { DetailHeader } from '../kit/detail/DetailHeader.tsx';
import { DetailReading } from '../kit/detail/DetailReading.tsx';
import { Fact, Facts } from '../kit/detail/Facts.tsx';
import { LinkTabs } from '../kit/detail/LinkTabs.tsx';
import { CodeText, PlainText } from '../kit/text.tsx';
import { useTitle } from '../kit/title.ts';
import { paths } from '../paths.ts';
import { useRegion } from '../region.ts';
import { useKeypairActions } from './actions.tsx';
import { KeypairBody } from './KeypairBody.tsx';
import { keypairOptions, keypairsOptions } from './queries.ts';
import { type KeypairInUse, useKeypairsInUse } from './users.ts';
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

interface HeaderProps {
  keypair: KeypairInUse;
  region: string;
  tab: string;
}

function KeypairHeader({ keypair, region, tab }: HeaderProps) {
  const words = keypairWords.useWords();
  const { keyName } = keypair;
  return (
    <DetailHeader
      item={keypair}
      id={keyName}
      name={keyName}
      parent={{ label: words.title, to: paths.keypairs(region) }}
      actions={useKeypairActions()}
      shown={['attachKeypair', 'detachKeypair']}
      facts={<KeypairFacts keypair={keypair} />}
      tabs={<Tabs keyName={keyName} region={region} tab={tab} />}
    />
  );
}

function KeypairFacts({ keypair }: { keypair: KeypairInUse }) {
  const { columns: say, number } = keypairWords.useWords();
  const { instanceIds = [], templates } = keypair;
  return (
    <Facts>
      <Fact label={say.fingerprint}>
        <CodeText text={keypair.keyFingerprint} />
      </Fact>
      <Fact label={say.instances}>{number(instanceIds.length)}</Fact>
      <Fact label={say.templates}>
        <PlainText text={templates && number(templates.length)} />
      </Fact>
      <Fact label={say.created}>
        <PlainText text={keypair.createTime} />
      </Fact>
    </Facts>
  );
}

function Tabs({ keyName, region, tab }: { keyName: string; region: string; tab: string }) {
  const { tabs: say } = keypairWords.useWords();
  const at = (id: string) => paths.keypairTab(region, keyName, id);
  const doings = useDoingsOf(keyName).length;
  return (
    <LinkTabs
      label={say.label}
      current={tab}
      tabs={[
        { id: 'overview', label: say.overview, to: paths.keypair(region, keyName) },
        { id: 'activity', label: say.activity, to: at('activity'), count: doings },
        { id: 'json', label: say.json, to: at('json') },
      ]}
    />
  );
}
