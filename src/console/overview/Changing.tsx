import { Link } from 'react-router';
import type { Instance } from '../../contract/instances.ts';
import { isTransitional } from '../../contract/statuses.ts';
import { InstanceStatus } from '../instances/InstanceStatus.tsx';
import { nameOf } from '../instances/resource.ts';
import { Bones } from '../kit/Bones.tsx';
import { paths } from '../paths.ts';
import { overviewWords } from './words.ts';
import classes from './OverviewPage.module.css';

/** More than so many are better looked at in the list. */
const shown = 8;

interface ChangingProps {
  region: string;
  /** Undefined until the first page is there. */
  fleet: readonly Instance[] | undefined;
  partial: boolean;
}

/** What is under way at this moment, whoever started it. */
export function Changing({ region, fleet, partial }: ChangingProps) {
  const overview = overviewWords.useWords();
  const changing = fleet?.filter(({ status }) => isTransitional(status));
  return (
    <section className={classes.section}>
      <h2 className={classes.title}>{overview.changing}</h2>
      {!changing && <Bones rows={2} />}
      {changing?.length === 0 && !partial && (
        <p className={classes.quiet}>{overview.nothingChanging}</p>
      )}
      {changing && changing.length > 0 && (
        <ul>
          {changing.slice(0, shown).map((instance) => (
            <li key={instance.instanceId} className={classes.row}>
              <Link className={classes.name} to={paths.instance(region, instance.instanceId)}>
                {nameOf(instance)}
              </Link>
              <span className={`mono ${classes.id}`}>{instance.instanceId}</span>
              <span className={classes.status}>
                <InstanceStatus instance={instance} />
              </span>
            </li>
          ))}
        </ul>
      )}
      {changing && changing.length > shown && (
        <p className={classes.row}>
          <Link className={classes.more} to={`${paths.instances(region)}?tab=changing`}>
            {overview.more(changing.length - shown)}
          </Link>
        </p>
      )}
    </section>
  );
}
