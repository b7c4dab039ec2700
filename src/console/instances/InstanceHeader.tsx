import { ActionIcon, Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconDots, IconPencil } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { Instance } from '../../contract/instances.ts';
import { useEntries } from '../activity/context.tsx';
import { useCall } from '../api/context.tsx';
import { sizesOptions } from '../instance-types/queries.ts';
import { useOpenAction } from '../kit/ActionHost.tsx';
import { type Action, asks, useWhyNot } from '../kit/action.ts';
import { ActionMenu } from '../kit/ActionMenu.tsx';
import { CopyButton } from '../kit/CopyButton.tsx';
import { useFloating } from '../kit/Floating.tsx';
import { Pill } from '../kit/Pill.tsx';
import { useOfferScope, useScopeOf } from '../kit/scope.tsx';
import { paths } from '../paths.ts';
import { useLanguage, useWords } from '../words/language.tsx';
import { instanceActions } from './actions.tsx';
import { attachedDataDisks } from '../../contract/on-delete.ts';
import { daysLeft, soonDays } from './billing.ts';
import { CodeText, PlainText } from './cells.tsx';
import { Crumbs } from './Crumbs.tsx';
import classes from './InstanceHeader.module.css';
import { useStatusWord } from './InstanceStatus.tsx';
import { lookOf } from './look.ts';
import { nameOf } from './resource.ts';
import { useWatch } from './watch.tsx';

interface PartProps {
  instance: Instance;
  region: string;
}

/** What it is and how it stands, what can be done, and the parts of its page. */
export function InstanceHeader({ instance, region, tab }: PartProps & { tab: string }) {
  const { instance: words } = useWords();
  const { instanceId } = instance;
  const name = nameOf(instance);
  const look = lookOf(instance);
  const since = useWatch().since(instanceId);
  const openAction = useOpenAction();
  const whyNot = useWhyNot();
  const scopeOf = useScopeOf();
  useOfferScope(() => scopeOf(name, [instance], instanceActions, openAction));
  const rename = instanceActions.find(({ id }) => id === 'modifyInstanceAttribute');
  return (
    <header className={classes.header}>
      <Crumbs instanceId={instanceId} region={region} />
      <div className={classes.titleRow}>
        <h1 className={classes.title} title={name}>
          {name}
        </h1>
        {rename && (
          <ActionIcon
            aria-label={words.rename(name)}
            title={whyNot(rename, instance) ?? words.rename(name)}
            aria-disabled={whyNot(rename, instance) !== undefined || undefined}
            onPointerEnter={rename.preload}
            onClick={() => {
              if (whyNot(rename, instance) === undefined) openAction(rename, [instance]);
            }}
          >
            <IconPencil size={16} stroke={1.6} />
          </ActionIcon>
        )}
        <Pill look={look} since={look === 'changing' ? since : undefined}>
          {useStatusWord()(instance)}
        </Pill>
        <Buttons instance={instance} region={region} />
      </div>
      <Facts instance={instance} region={region} />
      <Tabs instance={instance} region={region} tab={tab} />
    </header>
  );
}

/** The few everybody looks for as buttons; all of them behind the dots. */
function Buttons({ instance, region }: PartProps) {
  const words = useWords();
  const openAction = useOpenAction();
  const { anchor, trigger, close } = useFloating();
  const name = nameOf(instance);
  const word = useStatusWord()(instance);
  const isOff = instance.status === 'stopped';
  const shown = [
    'describeInstanceVncUrl',
    isOff ? 'startInstance' : 'stopInstance',
    'rebootInstance',
  ];
  const find = (id: string) => instanceActions.filter((action) => action.id === id);
  return (
    <div className={classes.buttons}>
      {shown.flatMap(find).map((action) => (
        <ActionButton key={action.id} action={action} instance={instance} region={region} />
      ))}
      <Button
        {...trigger}
        className={classes.more}
        aria-label={words.instance.more(name)}
        title={words.kit.more}
      >
        <IconDots size={16} stroke={1.7} />
      </Button>
      {anchor && (
        <ActionMenu
          anchor={anchor}
          item={instance}
          name={name}
          state={word}
          actions={instanceActions}
          open={(action, items) => openAction(action, items)}
          onClose={close}
        />
      )}
    </div>
  );
}

interface ActionButtonProps extends PartProps {
  action: Action<Instance>;
}

function ActionButton({ action, instance, region }: ActionButtonProps) {
  const words = useWords();
  const openAction = useOpenAction();
  const why = useWhyNot()(action, instance);
  const Icon = action.icon;
  const common = {
    leftSection: <Icon size={14} stroke={1.7} />,
    title: why,
    variant: action.link ? 'filled' : 'default',
  };
  const label = `${action.label(words)}${asks(action) ? '…' : ''}`;
  if (why !== undefined) {
    return (
      <Button {...common} variant="default" data-disabled aria-disabled="true">
        {label}
      </Button>
    );
  }
  if (action.link) {
    return (
      <Button
        {...common}
        component="a"
        href={action.link.to(instance, region)}
        {...(action.link.newTab && { target: '_blank', rel: 'noopener noreferrer' })}
      >
        {label}
      </Button>
    );
  }
  return (
    <Button
      {...common}
      onPointerEnter={action.preload}
      onFocus={action.preload}
      onClick={() => openAction(action, [instance])}
    >
      {label}
    </Button>
  );
}

function Facts({ instance, region }: PartProps) {
  const { instance: words, instances } = useWords();
  const { language } = useLanguage();
  const { privateIpAddress, elasticIpAddress, instanceType, platform, osVersion, az } = instance;
  const types = instanceType ? [instanceType] : [];
  const { data: sizes } = useQuery(sizesOptions(useCall(), region, types));
  const size = sizes?.get(instanceType ?? '');
  const left = daysLeft(instance, Date.now());
  const { chargeExpiredTime } = instance.charge ?? {};
  return (
    <dl className={classes.facts}>
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
        {size && <span className={classes.quiet}>{words.size(size.cpu, size.memoryGib)}</span>}
      </Fact>
      <Fact label={words.image}>
        <PlainText text={[platform, osVersion].filter(Boolean).join(' ') || instance.imageId} />
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
          <span className={left < soonDays ? classes.soon : classes.quiet}>
            {left > 0 && instances.daysLeft(left)}
            {left === 0 && instances.lastDay}
            {left < 0 && instances.daysOver(-left)}
          </span>
        </Fact>
      )}
    </dl>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className={classes.fact}>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Tabs({ instance, region, tab }: PartProps & { tab: string }) {
  const { instance: words } = useWords();
  const { instanceId } = instance;
  const doings = useEntries().filter(({ resource }) => resource.id === instanceId).length;
  const disks = attachedDataDisks(instance).length + (instance.systemDisk ? 1 : 0);
  const interfaces =
    (instance.primaryNetworkInterface ? 1 : 0) + (instance.secondaryNetworkInterfaces ?? []).length;
  const tabs: [string, string, number?][] = [
    ['overview', words.overview],
    ['disks', words.disks, disks],
    ['network', words.network, interfaces],
    ['activity', words.activity, doings],
    ['json', words.json],
  ];
  return (
    <nav aria-label={words.tabs} className={classes.tabs}>
      {tabs.map(([id, label, count]) => (
        <Link
          key={id}
          className={classes.tab}
          aria-current={tab === id ? 'page' : undefined}
          to={
            id === 'overview'
              ? paths.instance(region, instanceId)
              : paths.instanceTab(region, instanceId, id)
          }
        >
          {label}
          {count !== undefined && <span className={classes.count}>{count}</span>}
        </Link>
      ))}
    </nav>
  );
}
