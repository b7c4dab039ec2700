import { Link } from 'react-router';
import { useWords } from '../words/language.tsx';
import { useEntries } from './context.tsx';
import type { Entry } from './entry.ts';
import { EntryRow } from './EntryRow.tsx';
import classes from './ResourceActivity.module.css';

/** What was done to a resource from this browser, newest first. */
export function useEntriesOf(id: string): readonly Entry[] {
  return useEntries().filter(({ resource }) => resource.id === id);
}

/** All of it, as a part of the resource's page. */
export function ResourceActivity({ id }: { id: string }) {
  return <EntryList entries={useEntriesOf(id)} />;
}

const shown = 8;

/** The latest of it, beside what the page shows. `all` leads to the rest. */
export function RecentActivity({ id, all }: { id: string; all: string }) {
  const { kit } = useWords();
  const entries = useEntriesOf(id);
  return (
    <aside className={classes.aside} aria-label={kit.detail.recent}>
      <header className={classes.head}>
        <h2 className={classes.title}>{kit.detail.recent}</h2>
        {entries.length > shown && (
          <Link className={classes.all} to={all}>
            {kit.detail.allOf(entries.length)}
          </Link>
        )}
      </header>
      <EntryList entries={entries.slice(0, shown)} />
    </aside>
  );
}

function EntryList({ entries }: { entries: readonly Entry[] }) {
  const { kit } = useWords();
  if (entries.length === 0) return <p className={classes.nothing}>{kit.detail.noActivity}</p>;
  return (
    <ul>
      {entries.map((entry) => (
        <EntryRow key={entry.id} entry={entry} nameless />
      ))}
    </ul>
  );
}
