import { Link } from 'react-router';
import type { Instance } from '../../contract/instances.ts';
import { instanceList } from '../instances/list.ts';
import { StatusGlyph } from '../kit/Status.tsx';
import { paths } from '../paths.ts';
import { useWords } from '../words/language.tsx';
import { overviewWords } from './words.ts';
import classes from './StateCounts.module.css';

interface StateCountsProps {
  region: string;
  /** Undefined until the first page is there. */
  fleet: readonly Instance[] | undefined;
}

/** One number per state, each a link to the list filtered so. Before they are known there is none. */
export function StateCounts({ region, fleet }: StateCountsProps) {
  const words = useWords();
  const overview = overviewWords.useWords();
  const list = paths.instances(region);
  const states = [
    { id: '', text: overview.all, look: undefined, count: fleet?.length },
    ...instanceList.tabs.map(({ id, label, look, test }) => ({
      id,
      text: label(words),
      look,
      count: fleet?.filter(test).length,
    })),
  ];
  return (
    <nav aria-label={overview.instances} className={classes.root}>
      {states.map(({ id, text, look, count }) => (
        <Link
          key={id}
          to={id ? `${list}?tab=${id}` : list}
          className={classes.count}
          data-none={count === 0 || undefined}
        >
          <span className={classes.label}>
            {look && <StatusGlyph look={look} />}
            {text}
          </span>
          <span className={classes.number}>
            {count === undefined ? '\u00a0' : overview.number(count)}
          </span>
        </Link>
      ))}
    </nav>
  );
}
