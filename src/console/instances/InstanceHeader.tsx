import { useQuery } from '@tanstack/react-query';
import type { Instance } from '../../contract/instances.ts';
import { attachedDataDisks } from '../../contract/on-delete.ts';
import { useDoingsOf } from '../activity/ResourceActivity.tsx';
import { useCall } from '../api/context.tsx';
import { sizesOptions } from '../instance-types/queries.ts';
import { CopyButton } from '../kit/CopyButton.tsx';
import { DetailHeader } from '../kit/detail/DetailHeader.tsx';
import { Fact, Facts } from '../kit/detail/Facts.tsx';
import { LinkTabs } from '../kit/detail/LinkTabs.tsx';
import { CodeText, PlainText } from '../kit/text.tsx';
import { paths } from '../paths.ts';
import { useLanguage, useWords } from '../words/language.tsx';
import { instanceActions } from './actions.tsx';
import { daysLeft, soonDays } from './billing.ts';
import cells from './cells.module.css';
import { ImageText } from './columns.tsx';
import { useStatusWord } from './InstanceStatus.tsx';
import { lookOf } from './look.ts';
import { nameOf } from './resource.ts';
import { useWatch } from './watch.tsx';
import { instanceWords } from './words.ts';

interface PartProps {
  instance: Instance;
  region: string;
}

/** What it is and how it stands, what can be done, and the parts of its page. */
export function InstanceHeader({ instance, region, tab }: PartProps & { tab: string }) {
  const { instances } = useWords();
  const { instanceId } = instance;
  const since = useWatch().since(instanceId);
  const isOff = instance.status === 'stopped';
  return (
    <DetailHeader
      item={instance}
      id={instanceId}
      name={nameOf(instance)}
      parent={{ label: instances.title, to: paths.instances(region) }}
      look={lookOf(instance)}
      state={useStatusWord()(instance)}
      since={since}
      actions={instanceActions}
      shown={['describeInstanceVncUrl', isOff ? 'startInstance' : 'stopInstance', 'rebootInstance']}
      renamedBy="modifyInstanceAttribute"
      facts={<InstanceFacts instance={instance} region={region} />}
      tabs={<Tabs instance={instance} region={region} tab={tab} />}
    />
  );
}

function InstanceFacts({ instance, region }: PartProps) {
  const words = instanceWords.useWords();
  const { instances } = useWords();
  const { language } = useLanguage();
  const { privateIpAddress, elasticIpAddress, instanceType, az } = instance;
  const types = instanceType ? [instanceType] : [];
  const { data: sizes } = useQuery(sizesOptions(useCall(), region, types));
  const size = sizes?.get(instanceType ?? '');
  const left = daysLeft(instance, Date.now());
  const { chargeExpiredTime } = instance.charge ?? {};
  return (
    <Facts>
      <Fact label={words.privateIp}>
        <CodeText text={privateIpAddress} />
        {privateIpAddress && <CopyButton text={privateIpAddress} what={words.what.privateIp} />}
      </Fact>
      <Fact label={words.publicIp}>
        <CodeText text={elasticIpAddress} />
        {elasticIpAddress && <CopyButton text={elasticIpAddress} what={words.what.publicIp} />}
      </Fact>
      <Fact label={words.type}>
        <PlainText text={instanceType} />
        {size && <span className={cells.quiet}>{words.size(size.cpu, size.memoryGib)}</span>}
      </Fact>
      <Fact label={words.image}>
        <ImageText instance={instance} />
      </Fact>
      <Fact label={words.zone}>
        <PlainText text={az} />
      </Fact>
      {left === undefined ? (
        <Fact label={words.billing}>{instances.postpaid}</Fact>
      ) : (
        <Fact label={words.expires}>
          {chargeExpiredTime &&
            new Date(chargeExpiredTime).toLocaleDateString(language, { dateStyle: 'medium' })}
          <span className={left < soonDays ? cells.soon : cells.quiet}>
            {left > 0 && instances.daysLeft(left)}
            {left === 0 && instances.lastDay}
            {left < 0 && instances.daysOver(-left)}
          </span>
        </Fact>
      )}
    </Facts>
  );
}

function Tabs({ instance, region, tab }: PartProps & { tab: string }) {
  const words = instanceWords.useWords();
  const { instanceId } = instance;
  const disks = attachedDataDisks(instance).length + (instance.systemDisk ? 1 : 0);
  const interfaces =
    (instance.primaryNetworkInterface ? 1 : 0) + (instance.secondaryNetworkInterfaces ?? []).length;
  const at = (id: string) => paths.instanceTab(region, instanceId, id);
  return (
    <LinkTabs
      label={words.tabs}
      current={tab}
      tabs={[
        { id: 'overview', label: words.overview, to: paths.instance(region, instanceId) },
        { id: 'monitoring', label: words.monitoring, to: at('monitoring') },
        { id: 'disks', label: words.disks, to: at('disks'), count: disks },
        { id: 'network', label: words.network, to: at('network'), count: interfaces },
        {
          id: 'activity',
          label: words.activity,
          to: at('activity'),
          count: useDoingsOf(instanceId).length,
        },
        { id: 'json', label: words.json, to: at('json') },
      ]}
    />
  );
}
