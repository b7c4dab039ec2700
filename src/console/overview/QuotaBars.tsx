import { useQuery } from '@tanstack/react-query';
import { CloudError } from '../../contract/envelope.ts';
import { useCall } from '../api/context.tsx';
import { FailureNote } from '../kit/FailureNote.tsx';
import { quotasOptions } from '../quotas/queries.ts';
import { useWords } from '../words/language.tsx';
import classes from './OverviewPage.module.css';

/** From this share on, somebody should ask for more in time. */
const near = 0.8;

/** How much of each quota is used. */
export function QuotaBars({ region }: { region: string }) {
  const { overview } = useWords();
  const { data, error } = useQuery(quotasOptions(useCall(), region));
  return (
    <section className={classes.section}>
      <h2 className={classes.title}>{overview.quotas}</h2>
      {!data && error && (
        <>
          <p className={classes.quiet}>{overview.quotaFailed}</p>
          {error instanceof CloudError && <FailureNote failure={error} />}
        </>
      )}
      <ul>
        {data?.quotas?.map(({ resourceType = '', used = 0, limit = 0 }) => (
          <QuotaBar key={resourceType} kind={resourceType} used={used} limit={limit} />
        ))}
      </ul>
    </section>
  );
}

interface QuotaBarProps {
  kind: string;
  used: number;
  limit: number;
}

function QuotaBar({ kind, used, limit }: QuotaBarProps) {
  const { overview } = useWords();
  const name = Object.entries(overview.kinds).find(([id]) => id === kind)?.[1] ?? kind;
  const share = limit > 0 ? Math.min(1, used / limit) : 0;
  const level = share >= 1 ? 'full' : share >= near ? 'near' : 'free';
  return (
    <li className={classes.quota}>
      <span>{name}</span>
      <span className={classes.end} data-level={level}>
        {overview.usage(used, limit)}
        {level === 'near' && `, ${overview.nearLimit}`}
        {level === 'full' && `, ${overview.full}`}
      </span>
      <span className={classes.track} aria-hidden="true">
        <span className={classes.bar} data-level={level} style={{ width: `${share * 100}%` }} />
      </span>
    </li>
  );
}
