import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { CloudError } from '../../contract/envelope.ts';
import { useCall } from '../api/context.tsx';
import { Bones } from '../kit/Bones.tsx';
import { FailureNote } from '../kit/FailureNote.tsx';
import { type Look, StatusGlyph } from '../kit/Status.tsx';
import { paths } from '../paths.ts';
import { quotasOptions } from '../quotas/queries.ts';
import page from './OverviewPage.module.css';
import { overviewWords } from './words.ts';
import classes from './QuotaBars.module.css';

/** From this share on, somebody should ask for more in time. */
const near = 0.8;

/** How much of each quota is used. */
export function QuotaBars({ region }: { region: string }) {
  const overview = overviewWords.useWords();
  const { data, error } = useQuery(quotasOptions(useCall(), region));
  return (
    <section className={page.section}>
      <h2 className={page.title}>{overview.quotas}</h2>
      {!data && !error && <Bones rows={6} />}
      {!data && error && (
        <>
          <p className={page.quiet}>{overview.quotaFailed}</p>
          {error instanceof CloudError && <FailureNote failure={error} />}
        </>
      )}
      {data?.quotas && (
        <ul>
          {data.quotas.map(({ resourceType = '', used = 0, limit = 0 }) => (
            <QuotaBar
              key={resourceType}
              kind={resourceType}
              used={used}
              limit={limit}
              to={resourceType === 'instance' ? paths.instances(region) : undefined}
            />
          ))}
        </ul>
      )}
    </section>
  );
}

interface QuotaBarProps {
  kind: string;
  used: number;
  limit: number;
  /** The list of what is counted. */
  to: string | undefined;
}

const looks: Record<'near' | 'full', Look> = { near: 'warn', full: 'bad' };

function QuotaBar({ kind, used, limit, to }: QuotaBarProps) {
  const overview = overviewWords.useWords();
  // A kind that is not documented goes by the cloud's own name.
  const name = Object.entries(overview.kinds).find(([id]) => id === kind)?.[1] ?? kind;
  const share = limit > 0 ? Math.min(1, used / limit) : 0;
  const level = share >= 1 ? 'full' : share >= near ? 'near' : undefined;
  return (
    <li className={classes.quota}>
      {to ? (
        <Link to={to} className={page.link}>
          {name}
        </Link>
      ) : (
        <span>{name}</span>
      )}
      <span className={classes.end} data-level={level}>
        {level && (
          <>
            <StatusGlyph look={looks[level]} />
            <span className={classes.word}>
              {level === 'near' ? overview.nearLimit : overview.full}
            </span>
          </>
        )}
        <span>{overview.usage(used, limit)}</span>
      </span>
      <span className={classes.track} aria-hidden="true">
        <span className={classes.bar} data-level={level} style={{ width: `${share * 100}%` }} />
      </span>
    </li>
  );
}
