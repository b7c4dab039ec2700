import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import type { Instance } from '../../contract/instances.ts';
import { isTransitional } from '../../contract/statuses.ts';
import { useEntries } from '../activity/context.tsx';
import { useCall } from '../api/context.tsx';
import { daysLeft } from '../instances/billing.ts';
import { InstanceStatus } from '../instances/InstanceStatus.tsx';
import { instanceList } from '../instances/list.ts';
import { owes } from '../instances/look.ts';
import { fleetOptions } from '../instances/queries.ts';
import { nameOf } from '../instances/resource.ts';
import { ErrorPanel } from '../kit/ErrorPanel.tsx';
import { PageHeader } from '../kit/PageHeader.tsx';
import { type Look, StatusGlyph } from '../kit/Status.tsx';
import { useTitle } from '../kit/title.ts';
import { paths } from '../paths.ts';
import { regionName, useRegion } from '../region.ts';
import { useLanguage, useWords } from '../words/language.tsx';
import classes from './OverviewPage.module.css';
import { QuotaBars } from './QuotaBars.tsx';

/** How the region is doing, at a glance; every number leads to the list behind it. */
export function OverviewPage() {
  const words = useWords();
  const { overview, instances } = words;
  const { language } = useLanguage();
  const region = useRegion();
  const query = useQuery(fleetOptions(useCall(), region));
  useTitle(overview.title, regionName(region, language));
  if (!query.data && query.error) {
    return (
      <>
        <PageHeader title={overview.title} />
        <ErrorPanel
          title={instances.failed}
          error={query.error}
          region={region}
          failures={query.errorUpdateCount}
          retrying={query.isFetching}
          onRetry={() => void query.refetch()}
        />
      </>
    );
  }
  const fleet = query.data;
  return (
    <>
      <PageHeader
        title={overview.title}
        note={
          fleet && !fleet.complete
            ? overview.reading(fleet.instances.length, fleet.total)
            : regionName(region, language)
        }
      />
      <Counts region={region} fleet={fleet?.instances} />
      <div className={classes.columns}>
        <div>
          <Attention region={region} fleet={fleet?.instances} />
          <Changing region={region} fleet={fleet?.instances} />
        </div>
        <QuotaBars region={region} />
      </div>
    </>
  );
}

interface PartProps {
  region: string;
  /** Undefined until the first page is there. */
  fleet: readonly Instance[] | undefined;
}

/** One number per state, each a link to the list filtered so. Before they are known there is none. */
function Counts({ region, fleet }: PartProps) {
  const words = useWords();
  const list = paths.instances(region);
  return (
    <nav aria-label={words.overview.instances} className={classes.counts}>
      <Link to={list} className={classes.count}>
        <span className={classes.label}>{words.overview.all}</span>
        <span className={classes.number}>{fleet ? fleet.length.toLocaleString() : ' '}</span>
      </Link>
      {instanceList.tabs.map(({ id, label, look, test }) => (
        <Link key={id} to={`${list}?tab=${id}`} className={classes.count}>
          <span className={classes.label}>
            <StatusGlyph look={look} />
            {label(words)}
          </span>
          <span className={classes.number}>
            {fleet ? fleet.filter(test).length.toLocaleString() : ' '}
          </span>
        </Link>
      ))}
    </nav>
  );
}

/** What a person has to do something about, worst first. */
function Attention({ region, fleet = [] }: PartProps) {
  const { overview } = useWords();
  const list = paths.instances(region);
  const failed = useEntries().filter(({ status }) => status === 'failed' || status === 'unknown');
  const [now] = useState(() => Date.now());
  const ending = (days: number) =>
    fleet.filter((instance) => {
      const left = daysLeft(instance, now);
      return left !== undefined && left >= 0 && left < days;
    }).length;
  const rows: { look: Look; text: string; count: number; to: string }[] = [
    {
      look: 'bad',
      text: overview.error,
      count: fleet.filter(({ status }) => status === 'error').length,
      to: `${list}?tab=error`,
    },
    {
      look: 'warn',
      text: overview.overdue,
      count: fleet.filter(owes).length,
      to: `${list}?tab=overdue`,
    },
    ...([7, 30] as const).map((days) => ({
      look: 'warn' as const,
      text: overview.within(days),
      count: ending(days),
      to: `${list}?f=expires:within:${days}`,
    })),
    {
      look: 'bad',
      text: overview.failedHere,
      count: failed.length,
      to: `${paths.activity(region)}?tab=failed`,
    },
  ];
  const open = rows.filter(({ count }) => count > 0);
  return (
    <section className={classes.section}>
      <h2 className={classes.title}>{overview.attention}</h2>
      {open.length === 0 && <p className={classes.quiet}>{overview.nothingWrong}</p>}
      <ul>
        {open.map(({ look, text, count, to }) => (
          <li key={text} className={classes.row}>
            <StatusGlyph look={look} />
            <Link to={to} className={classes.link}>
              {text}
            </Link>
            <span className={classes.end}>{count.toLocaleString()}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

const shown = 10;

function Changing({ region, fleet = [] }: PartProps) {
  const { overview } = useWords();
  const changing = fleet.filter(({ status }) => isTransitional(status));
  return (
    <section className={classes.section}>
      <h2 className={classes.title}>{overview.changing}</h2>
      {changing.length === 0 && <p className={classes.quiet}>{overview.nothingChanging}</p>}
      <ul>
        {changing.slice(0, shown).map((instance) => (
          <li key={instance.instanceId} className={classes.row}>
            <Link className={classes.link} to={paths.instance(region, instance.instanceId)}>
              {nameOf(instance)}
            </Link>
            <span className={`mono ${classes.quiet}`}>{instance.instanceId}</span>
            <span className={classes.end}>
              <InstanceStatus instance={instance} />
            </span>
          </li>
        ))}
      </ul>
      {changing.length > shown && (
        <Link className={classes.link} to={`${paths.instances(region)}?tab=changing`}>
          {overview.more(changing.length - shown)}
        </Link>
      )}
    </section>
  );
}
