import { useQuery } from '@tanstack/react-query';
import type { Quota } from '../../contract/quotas.ts';
import { useCall } from '../api/context.tsx';
import { Bones } from '../kit/Bones.tsx';
import { DetailPage } from '../kit/detail/DetailPage.tsx';
import { DetailTable } from '../kit/DetailTable.tsx';
import { ErrorPanel } from '../kit/ErrorPanel.tsx';
import { Freshness } from '../kit/Freshness.tsx';
import { Note } from '../kit/Note.tsx';
import { PageHeader } from '../kit/PageHeader.tsx';
import { Status } from '../kit/Status.tsx';
import { useTitle } from '../kit/title.ts';
import { regionName, useRegion } from '../region.ts';
import { useLanguage } from '../words/language.tsx';
import { ImageShares } from './ImageShares.tsx';
import { kindWord } from './kinds.ts';
import { levelLooks, levelOf } from './level.ts';
import { quotasOptions } from './queries.ts';
import { QuotaName, Track } from './QuotaBar.tsx';
import classes from './QuotasPage.module.css';
import { quotaWords } from './words.ts';

/** How much of everything there may be in a region, and how much of that there is. */
export function QuotasPage() {
  const words = quotaWords.useWords();
  const { language } = useLanguage();
  const region = useRegion();
  const query = useQuery(quotasOptions(useCall(), region));
  const name = regionName(region, language);
  const quotas = query.data?.quotas;
  useTitle(words.title, name);
  return (
    <>
      <PageHeader title={words.title} note={name}>
        {query.dataUpdatedAt > 0 && (
          <Freshness
            at={query.dataUpdatedAt}
            fetching={query.isFetching}
            failed={query.isRefetchError}
            refresh={() => void query.refetch()}
          />
        )}
      </PageHeader>
      {!quotas && query.error ? (
        <ErrorPanel
          title={words.failed}
          error={query.error}
          region={region}
          failures={query.errorUpdateCount}
          retrying={query.isFetching}
          onRetry={() => void query.refetch()}
        />
      ) : (
        <DetailPage>
          {!quotas && <Bones rows={8} />}
          {quotas && (
            <>
              <Warning quotas={quotas} />
              <Quotas quotas={quotas} region={region} />
              <p className={classes.elsewhere}>{words.elsewhere}</p>
              <ImageShares key={region} region={region} />
            </>
          )}
        </DetailPage>
      )}
    </>
  );
}

/** What is used up or nearly so, said before the numbers. */
function Warning({ quotas }: { quotas: readonly Quota[] }) {
  const words = quotaWords.useWords();
  const named = (level: 'near' | 'full') =>
    quotas.filter((quota) => levelOf(quota) === level).map((quota) => kindWord(quota, words));
  const [full, near] = [named('full'), named('near')];
  if (full.length + near.length === 0) return null;
  return (
    <Note tone={full.length > 0 ? 'bad' : 'warn'}>
      {full.length > 0 && <p>{words.usedUp(full)}</p>}
      {near.length > 0 && <p>{words.nearlyUsedUp(near)}</p>}
    </Note>
  );
}

function Quotas({ quotas, region }: { quotas: readonly Quota[]; region: string }) {
  const words = quotaWords.useWords();
  const { columns: say } = words;
  return (
    <DetailTable
      title={words.ofRegion}
      empty={words.none}
      head={[
        { label: say.kind, width: 200 },
        { label: say.used, width: 110, end: true },
        { label: say.limit, width: 110, end: true },
        { label: say.left, width: 110, end: true },
        { label: say.share },
        { label: say.level, width: 150 },
      ]}
    >
      {quotas.map((quota) => {
        const { resourceType, used = 0, limit = 0 } = quota;
        const level = levelOf(quota);
        return (
          <tr key={resourceType}>
            <th scope="row">
              <QuotaName quota={quota} region={region} />
            </th>
            <td data-end="true">{words.number(used)}</td>
            <td data-end="true">{words.number(limit)}</td>
            <td data-end="true">{words.number(Math.max(0, limit - used))}</td>
            <td>
              <span className={classes.share}>
                <Track quota={quota} />
              </span>
            </td>
            <td>
              {level ? (
                <Status look={levelLooks[level]}>{words.levels[level]}</Status>
              ) : (
                <span className={classes.quiet}>{words.enough}</span>
              )}
            </td>
          </tr>
        );
      })}
    </DetailTable>
  );
}
