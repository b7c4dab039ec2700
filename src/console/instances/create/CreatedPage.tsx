import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { Link } from 'react-router';
import type { Instance } from '../../../contract/instances.ts';
import type { Entry } from '../../activity/entry.ts';
import { ErrorLine } from '../../activity/EntryLines.tsx';
import { useCall } from '../../api/context.tsx';
import { DetailPage } from '../../kit/detail/DetailPage.tsx';
import { DetailTable } from '../../kit/DetailTable.tsx';
import { EmptyState } from '../../kit/EmptyState.tsx';
import { explain } from '../../kit/explain.ts';
import { Note } from '../../kit/Note.tsx';
import { PageHeader } from '../../kit/PageHeader.tsx';
import { RequestId } from '../../kit/RequestId.tsx';
import { Status } from '../../kit/Status.tsx';
import { CodeText, PlainText } from '../../kit/text.tsx';
import { useTitle } from '../../kit/title.ts';
import { paths } from '../../paths.ts';
import { useWords } from '../../words/language.tsx';
import { InstanceStatus } from '../InstanceStatus.tsx';
import { lookOf } from '../look.ts';
import { fleetOptions } from '../queries.ts';
import { nameOf } from '../resource.ts';
import classes from './create.module.css';
import { useTries } from './unanswered.ts';
import { createWords } from './words.ts';

interface CreatedPageProps {
  region: string;
  token: string;
}

/** The instances that one request has made, until each of them runs or has failed. */
export function CreatedPage({ region, token }: CreatedPageProps) {
  const { made: words } = createWords.useWords();
  const [entry] = useTries(token);
  const name = entry?.resource.name ?? '';
  useTitle(name || words.unknown);
  if (!entry) {
    return (
      <EmptyState page title={words.unknown} actions={<ToList region={region} filled />}>
        {words.unknownHint}
      </EmptyState>
    );
  }
  return <Made entry={entry} region={region} />;
}

function ToList({ region, filled = false }: { region: string; filled?: boolean }) {
  const { made: words } = createWords.useWords();
  return (
    <Button
      size="md"
      variant={filled ? 'filled' : 'default'}
      component={Link}
      to={paths.instances(region)}
    >
      {words.toList}
    </Button>
  );
}

function Made({ entry, region }: { entry: Entry; region: string }) {
  const { made: words } = createWords.useWords();
  const all = useWords();
  const { status, error, requestId, resource } = entry;
  const ids = entry.work?.ids ?? [];
  if (status === 'failed' && ids.length === 0) {
    return (
      <EmptyState page title={words.failed} actions={<ToForm region={region} />}>
        {error && explain(all, error)}
        <ErrorLine error={error} />
        {requestId && <RequestId id={requestId} label />}
      </EmptyState>
    );
  }
  if (status === 'unknown') {
    return (
      <EmptyState page title={words.noAnswer} actions={<ToForm region={region} />}>
        {words.noAnswerHint}
        <ErrorLine error={error} />
      </EmptyState>
    );
  }
  if (status === 'sending') {
    return (
      <EmptyState page title={resource.name}>
        {words.sending}
      </EmptyState>
    );
  }
  return <Followed entry={entry} ids={ids} region={region} />;
}

function ToForm({ region }: { region: string }) {
  const { made: words } = createWords.useWords();
  return (
    <>
      <Button size="md" variant="filled" component={Link} to={paths.create(region)}>
        {words.toForm}
      </Button>
      <ToList region={region} />
    </>
  );
}

interface FollowedProps {
  entry: Entry;
  ids: readonly string[];
  region: string;
}

/** What became of one of them: `lost` failed, `gone` was there and is not any more. */
type Fate = { instance: Instance } | 'waiting' | 'lost' | 'gone';

function Followed({ entry, ids, region }: FollowedProps) {
  const { made: words } = createWords.useWords();
  const { kit } = useWords();
  const { asked = ids.length, resource, requestId } = entry;
  const { fates, names } = useFates(entry, ids, region);
  const count = (wanted: (fate: Fate) => boolean) => fates.filter(wanted).length;
  const looks = (look: string) =>
    count((fate) => typeof fate === 'object' && lookOf(fate.instance) === look);
  const known = {
    running: looks('ok'),
    pending: looks('changing') + count((fate) => fate === 'waiting'),
    lost: count((fate) => fate === 'lost') + looks('bad'),
    gone: count((fate) => fate === 'gone'),
  };
  const other = ids.length - known.running - known.pending - known.lost - known.gone;
  const sums = [
    known.running > 0 && words.counts.running(known.running),
    known.pending > 0 && words.counts.pending(known.pending),
    known.lost > 0 && words.counts.lost(known.lost),
    known.gone > 0 && words.counts.gone(known.gone),
    other > 0 && words.counts.other(other),
  ];
  const say = words.columns;
  return (
    <>
      <PageHeader title={resource.name} note={<span role="status">{kit.together(sums)}</span>}>
        <Button component={Link} to={paths.instances(region)}>
          {words.toList}
        </Button>
        <Button
          variant="filled"
          component={Link}
          to={paths.create(region)}
          leftSection={<IconPlus size={14} stroke={1.7} />}
        >
          {words.more}
        </Button>
      </PageHeader>
      <DetailPage>
        {ids.length < asked && <Note tone="warn">{words.fewer(asked, ids.length)}</Note>}
        {known.lost > 0 && <Note tone="bad">{words.lostWhy}</Note>}
        <DetailTable
          title={words.title(ids.length)}
          head={[
            { label: say.name, width: 260 },
            { label: say.id, width: 130 },
            { label: say.status },
            { label: say.privateIp, width: 130 },
            { label: say.publicIp, width: 130 },
          ]}
          empty={words.empty}
        >
          {ids.map((id, at) => {
            const fate = fates[at] ?? 'waiting';
            return (
              <tr key={id}>
                <NameCell id={id} fate={fate} name={names.get(id)} region={region} />
                <td>
                  <CodeText text={id} />
                </td>
                <td>
                  <FateCell fate={fate} />
                </td>
                <AddressCells fate={fate} />
              </tr>
            );
          })}
        </DetailTable>
        {requestId && (
          <p className={`${classes.hint} ${classes.request}`}>
            <RequestId id={requestId} label />
          </p>
        )}
      </DetailPage>
    </>
  );
}

interface NameCellProps {
  id: string;
  fate: Fate;
  name: string | undefined;
  region: string;
}

function NameCell({ id, fate, name, region }: NameCellProps) {
  if (typeof fate !== 'object') {
    return (
      <td>
        <PlainText text={name} />
      </td>
    );
  }
  return (
    <td>
      <Link className={classes.link} to={paths.instance(region, id)}>
        {nameOf(fate.instance)}
      </Link>
    </td>
  );
}

function FateCell({ fate }: { fate: Fate }) {
  const { made: words } = createWords.useWords();
  if (typeof fate === 'object') return <InstanceStatus instance={fate.instance} />;
  if (fate === 'waiting') return <Status look="queued">{words.waiting}</Status>;
  return <Status look={fate === 'lost' ? 'bad' : 'unknown'}>{words[fate]}</Status>;
}

function AddressCells({ fate }: { fate: Fate }) {
  const { privateIpAddress, elasticIpAddress } =
    typeof fate === 'object' ? fate.instance : ({} as Partial<Instance>); // nothing is known of it
  return (
    <>
      <td>
        <CodeText text={privateIpAddress} />
      </td>
      <td>
        <CodeText text={elasticIpAddress} />
      </td>
    </>
  );
}

/** How each of them stands, in the order of the ids; and what those were called that are not there any more. */
function useFates({ status, lost }: Entry, ids: readonly string[], region: string) {
  const { data: fleet } = useQuery(fleetOptions(useCall(), region));
  const [names, setNames] = useState<ReadonlyMap<string, string>>(new Map());
  const there = new Map(
    fleet?.instances
      .filter(({ instanceId }) => ids.includes(instanceId))
      .map((instance) => [instance.instanceId, instance]),
  );
  useEffect(() => {
    const fresh = fleet?.instances.filter(
      ({ instanceId }) => ids.includes(instanceId) && !names.has(instanceId),
    );
    if (!fresh || fresh.length === 0) return;
    setNames(new Map([...names, ...fresh.map((one) => [one.instanceId, nameOf(one)] as const)]));
  }, [fleet, ids, names]);
  const fates = ids.map((id): Fate => {
    const instance = there.get(id);
    if (instance) return { instance };
    if (lost?.includes(id)) return 'lost';
    // Until all have ended the poller has the last word.
    return status === 'running' || !fleet?.complete ? 'waiting' : 'gone';
  });
  return { fates, names };
}
