import { useDoingsOf } from '../activity/ResourceActivity.tsx';
import { DetailHeader } from '../kit/detail/DetailHeader.tsx';
import { Fact, Facts } from '../kit/detail/Facts.tsx';
import { LinkTabs } from '../kit/detail/LinkTabs.tsx';
import { CodeText, PlainText } from '../kit/text.tsx';
import { paths } from '../paths.ts';
import { useKeypairActions } from './actions.tsx';
import type { KeypairInUse } from './users.ts';
import { keypairWords } from './words.ts';

interface HeaderProps {
  keypair: KeypairInUse;
  region: string;
  tab: string;
}

/** What a key pair is, and what can be done with it. */
export function KeypairHeader({ keypair, region, tab }: HeaderProps) {
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
