import { useState } from 'react';
import { Link } from 'react-router';
import type { Instance } from '../../contract/instances.ts';
import { daysLeft, soonDays } from '../instances/billing.ts';
import { nameOf } from '../instances/resource.ts';
import { Bones } from '../kit/Bones.tsx';
import { StatusGlyph } from '../kit/Status.tsx';
import { paths } from '../paths.ts';
import { useWords } from '../words/language.tsx';
import { type OverviewWords, overviewWords } from './words.ts';
import classes from './OverviewPage.module.css';
import { type Concern, concernsOf, laterDays } from './summary.ts';

interface ConcernsProps {
  region: string;
  /** Undefined until the first page is there. */
  fleet: readonly Instance[] | undefined;
  /** More of it is still to come, so that nothing can be ruled out. */
  partial: boolean;
}

/** What a person has to do something about. */
export function Concerns({ region, fleet, partial }: ConcernsProps) {
  const overview = overviewWords.useWords();
  const [now] = useState(() => Date.now());
  const concerns = fleet && concernsOf(fleet, now);
  return (
    <section className={classes.section}>
      <h2 className={classes.title}>{overview.attention}</h2>
      {!concerns && <Bones rows={3} />}
      {concerns?.length === 0 && !partial && (
        <p className={classes.quiet}>{overview.nothingWrong}</p>
      )}
      {concerns && concerns.length > 0 && (
        <ul>
          {concerns.map((concern) => (
            <ConcernRow key={concern.id} region={region} concern={concern} now={now} />
          ))}
        </ul>
      )}
    </section>
  );
}

/** So many are named; the list has them all. */
const named = 3;

function ConcernRow({ region, concern, now }: { region: string; concern: Concern; now: number }) {
  const overview = overviewWords.useWords();
  const { id, look, instances, query } = concern;
  return (
    <li className={classes.row}>
      <StatusGlyph look={look} />
      <Link to={paths.instances(region) + query} className={classes.what} data-look={look}>
        {reason(id, overview)}
      </Link>
      <span className={classes.names}>
        {instances.slice(0, named).map((instance) => (
          <span key={instance.instanceId}>
            <Link to={paths.instance(region, instance.instanceId)} className={classes.link}>
              {nameOf(instance)}
            </Link>
            <TermEnds instance={instance} now={now} />
          </span>
        ))}
      </span>
      <span className={classes.end}>{instances.length.toLocaleString()}</span>
    </li>
  );
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
