import { Button } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { CloudError } from '../../contract/envelope.ts';
import { useCall } from '../api/context.tsx';
import { EmptyState } from '../kit/EmptyState.tsx';
import { DetailLoading } from '../kit/detail/DetailLoading.tsx';
import { ErrorPanel } from '../kit/ErrorPanel.tsx';
import { useTitle } from '../kit/title.ts';
import { paths } from '../paths.ts';
import { useRegion } from '../region.ts';
import { useWords } from '../words/language.tsx';
import { InstanceBody } from './InstanceBody.tsx';
import { InstanceHeader } from './InstanceHeader.tsx';
import { type Fleet, fleetKey, instanceOptions } from './queries.ts';
import { nameOf } from './resource.ts';

/** Everything about one instance, and everything that can be done to it. */
export function InstancePage() {
  const { instanceId = '', tab = 'overview' } = useParams();
  const region = useRegion();
  // Another instance is another page: nothing of the last one may show through.
  return <OneInstance key={`${region} ${instanceId}`} {...{ region, instanceId, tab }} />;
}

interface OneInstanceProps {
  region: string;
  instanceId: string;
  tab: string;
}

function OneInstance({ region, instanceId, tab }: OneInstanceProps) {
  const { instance: words, instances } = useWords();
  const client = useQueryClient();
  const query = useQuery({
    ...instanceOptions(useCall(), region, instanceId),
    // Whoever comes from the list sees at once what the list knew.
    placeholderData: () => {
      const known = client
        .getQueryData<Fleet>(fleetKey(region))
        ?.instances.find((one) => one.instanceId === instanceId);
      return known && { instance: known };
    },
  });
  const instance = query.data?.instance;
  useTitle(instance ? nameOf(instance) : instanceId);
  const isMissing = query.error instanceof CloudError && query.error.code === 404;
  if (isMissing || (query.isSuccess && !instance)) {
    return (
      <EmptyState
        page
        title={words.missing(instanceId)}
        actions={
          <Button variant="filled" size="md" component={Link} to={paths.instances(region)}>
            {words.toList}
          </Button>
        }
      >
        {words.missingHint}
      </EmptyState>
    );
  }
  if (!instance && query.error) {
    return (
      <ErrorPanel
        title={words.failed}
        error={query.error}
        region={region}
        failures={query.errorUpdateCount}
        retrying={query.isFetching}
        onRetry={() => void query.refetch()}
      />
    );
  }
  if (!instance) {
    const parent = { label: instances.title, to: paths.instances(region) };
    return <DetailLoading parent={parent} id={instanceId} />;
  }
  return (
    <>
      <InstanceHeader instance={instance} region={region} tab={tab} />
      <InstanceBody instance={instance} region={region} tab={tab} />
    </>
  );
}
