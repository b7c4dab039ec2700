import { useQuery } from '@tanstack/react-query';
import { useCall } from '../api/context.tsx';
import { NoInstances } from '../instances/NoInstances.tsx';
import { fleetOptions } from '../instances/queries.ts';
import { ErrorPanel } from '../kit/ErrorPanel.tsx';
import { PageHeader } from '../kit/PageHeader.tsx';
import { useTitle } from '../kit/title.ts';
import { regionName, useRegion } from '../region.ts';
import { useLanguage, useWords } from '../words/language.tsx';
import { Changing } from './Changing.tsx';
import { Concerns } from './Concerns.tsx';
import { Fetched } from './Fetched.tsx';
import { overviewWords } from './words.ts';
import classes from './OverviewPage.module.css';
import { QuotaBars } from './QuotaBars.tsx';
import { RecentActivity } from './RecentActivity.tsx';
import { StateCounts } from './StateCounts.tsx';
import { Zones } from './Zones.tsx';

/** How the region is doing, at a glance; every number leads to the list behind it. */
export function OverviewPage() {
  const overview = overviewWords.useWords();
  const { instances } = useWords();
  const { language } = useLanguage();
  const region = useRegion();
  const query = useQuery(fleetOptions(useCall(), region));
  const name = regionName(region, language);
  useTitle(overview.title, name);
  const fleet = query.data?.instances;
  if (!fleet && query.error) {
    return (
      <>
        <PageHeader title={overview.title} note={name} />
        <ErrorPanel
          title={instances.failed}
          error={query.error}
          region={region}
          failures={query.errorUpdateCount}
          retrying={query.isFetching}
          onRetry={() => void query.refetch()}
        />
      </>
    );
  }
  const { complete = false, total = 0 } = query.data ?? {};
  const partial = !complete && query.isFetching;
  return (
    <>
      <PageHeader
        title={overview.title}
        note={fleet && !complete ? overview.reading(fleet.length, total) : name}
      >
        <Fetched query={query} />
      </PageHeader>
      <StateCounts region={region} fleet={fleet} />
      <div className={classes.split}>
        <div className={classes.columns}>
          {fleet?.length === 0 && complete ? (
            <NoInstances region={region} onRefresh={() => void query.refetch()} />
          ) : (
            <div>
              <Concerns region={region} fleet={fleet} partial={partial} />
              <Changing region={region} fleet={fleet} partial={partial} />
              <Zones region={region} fleet={fleet} />
            </div>
          )}
          <QuotaBars region={region} />
        </div>
        <RecentActivity region={region} />
      </div>
    </>
  );
}
