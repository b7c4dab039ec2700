import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { CloudError } from '../../contract/envelope.ts';
import { useCall } from '../api/context.tsx';
import { Bones } from '../kit/Bones.tsx';
import { FailureNote } from '../kit/FailureNote.tsx';
import { paths } from '../paths.ts';
import { quotasOptions } from '../quotas/queries.ts';
import { QuotaBar, QuotaName } from '../quotas/QuotaBar.tsx';
import { quotaWords } from '../quotas/words.ts';
import page from './OverviewPage.module.css';

/** How much of each quota is used. */
export function QuotaBars({ region }: { region: string }) {
  const words = quotaWords.useWords();
  const { data, error } = useQuery(quotasOptions(useCall(), region));
  return (
    <section className={page.section}>
      <h2 className={page.title}>
        <Link to={paths.quotas(region)} className={page.link}>
          {words.title}
        </Link>
      </h2>
      {!data && !error && <Bones rows={6} />}
      {!data && error && (
        <>
          <p className={page.quiet}>{words.failed}</p>
          {error instanceof CloudError && <FailureNote failure={error} />}
        </>
      )}
      {data?.quotas && (
        <ul>
          {data.quotas.map((quota) => (
            <li key={quota.resourceType}>
              <QuotaBar quota={quota}>
                <QuotaName quota={quota} region={region} />
              </QuotaBar>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
