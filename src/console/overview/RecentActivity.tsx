import { Link } from 'react-router';
import { useDoings } from '../activity/context.tsx';
import { DoingRow } from '../activity/DoingRow.tsx';
import { entryOf, hasFailed } from '../activity/doings.ts';
import { paths } from '../paths.ts';
import { useWords } from '../words/language.tsx';
import { overviewWords } from './words.ts';
import classes from './RecentActivity.module.css';

const most = { troubled: 6, others: 4 };

/** What was started from this browser in the region: all that failed first, then what came last. */
export function RecentActivity({ region }: { region: string }) {
  const overview = overviewWords.useWords();
  const { activity } = useWords();
  const here = useDoings().filter((doing) => entryOf(doing).region === region);
  const troubled = here.filter(hasFailed);
  const others = here.filter((doing) => !hasFailed(doing));
  return (
    <section className={classes.root} aria-label={activity.title}>
      <header className={classes.head}>
        <h2 className={classes.title}>
          {troubled.length > 0 ? overview.failedHere : overview.startedHere}
        </h2>
        <Link to={paths.activity(region)} className={classes.all}>
          {activity.all}
        </Link>
      </header>
      {here.length === 0 && <p className={classes.nothing}>{activity.nothingHint}</p>}
      {troubled.length > 0 && (
        <>
          <ul>
            {troubled.slice(0, most.troubled).map((doing) => (
              <DoingRow key={entryOf(doing).id} doing={doing} />
            ))}
          </ul>
          {troubled.length > most.troubled && (
            <Link to={`${paths.activity(region)}?tab=failed`} className={classes.all}>
              {overview.more(troubled.length - most.troubled)}
            </Link>
          )}
          {others.length > 0 && <h2 className={classes.title}>{overview.startedHere}</h2>}
        </>
      )}
      {others.length > 0 && (
        <ul>
          {others.slice(0, most.others).map((doing) => (
            <DoingRow key={entryOf(doing).id} doing={doing} />
          ))}
        </ul>
      )}
    </section>
  );
}
