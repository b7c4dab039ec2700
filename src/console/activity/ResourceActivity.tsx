import { Link } from 'react-router';
import { useWords } from '../words/language.tsx';
import { useDoings } from './context.tsx';
import { DoingRow } from './DoingRow.tsx';
import { type Doing, entryOf } from './doings.ts';
import classes from './ResourceActivity.module.css';

/** What was done to a resource from this browser, newest first. */
export function useDoingsOf(id: string): readonly Doing[] {
  return useDoings().filter((doing) => entryOf(doing).resource.id === id);
}

/** All of it, as a part of the resource's page. */
export function ResourceActivity({ id }: { id: string }) {
  return <DoingList doings={useDoingsOf(id)} />;
}

const shown = 8;

/** The latest of it, beside what the page shows. `all` leads to the rest. */
export function RecentActivity({ id, all }: { id: string; all: string }) {
  const { kit } = useWords();
  const doings = useDoingsOf(id);
  return (
    <aside className={classes.aside} aria-label={kit.detail.recent}>
      <header className={classes.head}>
        <h2 className={classes.title}>{kit.detail.recent}</h2>
        {doings.length > shown && (
          <Link className={classes.all} to={all}>
            {kit.detail.allOf(doings.length)}
          </Link>
        )}
      </header>
      <DoingList doings={doings.slice(0, shown)} />
    </aside>
  );
}

function DoingList({ doings }: { doings: readonly Doing[] }) {
  const { kit } = useWords();
  if (doings.length === 0) return <p className={classes.nothing}>{kit.detail.noActivity}</p>;
  return (
    <ul>
      {doings.map((doing) => (
        <DoingRow key={entryOf(doing).id} doing={doing} nameless />
      ))}
    </ul>
  );
}
