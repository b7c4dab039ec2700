import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { Link } from 'react-router';
import type { Instance } from '../../contract/instances.ts';
import { useEntries } from '../activity/context.tsx';
import { useCall } from '../api/context.tsx';
import { imageTasksOptions } from '../images/queries.ts';
import { daysLeft, soonDays } from '../instances/billing.ts';
import { nameOf } from '../instances/resource.ts';
import { Bones } from '../kit/Bones.tsx';
import { type Look, StatusGlyph } from '../kit/Status.tsx';
import { paths } from '../paths.ts';
import { levelLooks, levelOf } from '../quotas/level.ts';
import { quotasOptions } from '../quotas/queries.ts';
import { QuotaName } from '../quotas/QuotaBar.tsx';
import { quotaWords } from '../quotas/words.ts';
import { useWords } from '../words/language.tsx';
import classes from './OverviewPage.module.css';
import { type Concern, concernsOf, laterDays } from './summary.ts';
import { type OverviewWords, overviewWords } from './words.ts';

interface ConcernsProps {
  region: string;
  /** Undefined until the first page is there. */
  fleet: readonly Instance[] | undefined;
  /** More of it is still to come, so that nothing can be ruled out. */
  partial: boolean;
}

/** A reason to look at something: what and how many, some of them by name, and where all of them are. */
interface Line {
  id: string;
  look: Look;
  what: string;
  to: string;
  names: readonly { key: string; content: ReactNode }[];
  count: number;
}

/** What a person has to do something about. */
export function Concerns({ region, fleet, partial }: ConcernsProps) {
  const overview = overviewWords.useWords();
  const instances = useInstanceLines(region, fleet);
  const others = [...useQuotaLines(region), ...useFailureLines(region)];
  const lines = instances && [...instances, ...others];
  return (
    <section className={classes.section}>
      <h2 className={classes.title}>{overview.attention}</h2>
      {!lines && <Bones rows={3} />}
      {lines?.length === 0 && !partial && <p className={classes.quiet}>{overview.nothingWrong}</p>}
      {lines && lines.length > 0 && (
        <ul>
          {lines.map((line) => (
            <ConcernRow key={line.id} line={line} />
          ))}
        </ul>
      )}
    </section>
  );
}

/** So many are named; the list has them all. */
const named = 3;

function ConcernRow({ line: { look, what, to, names, count } }: { line: Line }) {
  const { number } = overviewWords.useWords();
  return (
    <li className={classes.row}>
      <StatusGlyph look={look} />
      <Link to={to} className={classes.what} data-look={look}>
        {what}
      </Link>
      <span className={classes.names}>
        {names.slice(0, named).map(({ key, content }) => (
          <span key={key}>{content}</span>
        ))}
      </span>
      <span className={classes.end}>{number(count)}</span>
    </li>
  );
}

function useInstanceLines(
  region: string,
  fleet: readonly Instance[] | undefined,
): Line[] | undefined {
  const words = overviewWords.useWords();
  const [now] = useState(() => Date.now());
  return (
    fleet &&
    concernsOf(fleet, now).map(({ id, look, instances, query }) => ({
      id,
      look,
      what: reason(id, words),
      to: paths.instances(region) + query,
      names: instances.slice(0, named).map((instance) => ({
        key: instance.instanceId,
        content: (
          <>
            <Link to={paths.instance(region, instance.instanceId)} className={classes.link}>
              {nameOf(instance)}
            </Link>
            <TermEnds instance={instance} now={now} />
          </>
        ),
      })),
      count: instances.length,
    }))
  );
}

/** Quotas of which little or nothing is left. */
function useQuotaLines(region: string): Line[] {
  const words = quotaWords.useWords();
  const { data } = useQuery(quotasOptions(useCall(), region));
  return (['full', 'near'] as const).flatMap((level) => {
    const quotas = data?.quotas?.filter((quota) => levelOf(quota) === level) ?? [];
    if (quotas.length === 0) return [];
    const names = quotas.map((quota) => ({
      key: quota.resourceType ?? '',
      content: (
        <>
          <QuotaName quota={quota} region={region} />
          <span className={classes.note}>{words.usage(quota.used ?? 0, quota.limit ?? 0)}</span>
        </>
      ),
    }));
    const { [level]: what } = words.lines;
    const to = paths.quotas(region);
    return [{ id: level, look: levelLooks[level], what, to, names, count: quotas.length }];
  });
}

/** What was asked for and came to nothing: from this browser, and imports and exports from anywhere. */
function useFailureLines(region: string): Line[] {
  const words = overviewWords.useWords();
  const failed = useEntries().filter(
    (entry) => entry.region === region && entry.status === 'failed',
  );
  const { data } = useQuery(imageTasksOptions(useCall(), region));
  const tasks = data?.items.filter(({ taskStatus }) => taskStatus === 'failed') ?? [];
  const lines: Line[] = [
    {
      id: 'operations',
      look: 'bad',
      what: words.failedOperations,
      to: `${paths.activity(region)}?tab=failed&f=region:is:${region}`,
      names: failed.map(({ id, resource }) => ({ key: id, content: resource.name })),
      count: failed.length,
    },
    {
      id: 'image tasks',
      look: 'bad',
      what: words.failedTasks,
      to: `${paths.imageTasks(region)}?tab=failed`,
      names: tasks.map(({ taskId, imageName, imageId }) => ({
        key: taskId,
        content: imageName || imageId || taskId,
      })),
      count: tasks.length,
    },
  ];
  return lines.filter(({ count }) => count > 0);
}

function reason(id: Concern['id'], overview: OverviewWords): string {
  switch (id) {
    case 'error':
      return overview.error;
    case 'overdue':
      return overview.overdue;
    case 'soon':
      return overview.within(soonDays);
    case 'later':
      return overview.within(laterDays);
  }
}

/** Behind a name: how long it is paid for, or since when it is not. */
function TermEnds({ instance, now }: { instance: Instance; now: number }) {
  const { instances } = useWords();
  const left = daysLeft(instance, now);
  if (left === undefined) return null;
  return (
    <span className={classes.note}>
      {left > 0 && instances.daysLeft(left)}
      {left === 0 && instances.lastDay}
      {left < 0 && instances.daysOver(-left)}
    </span>
  );
}
