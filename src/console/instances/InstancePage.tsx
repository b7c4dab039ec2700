import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { useCall } from '../api/context.tsx';
import { DetailReading } from '../kit/detail/DetailReading.tsx';
import { useTitle } from '../kit/title.ts';
import { paths } from '../paths.ts';
import { useRegion } from '../region.ts';
import { useWords } from '../words/language.tsx';
import { InstanceBody } from './InstanceBody.tsx';
import { InstanceHeader } from './InstanceHeader.tsx';
import { type Fleet, fleetKey, instanceOptions } from './queries.ts';
import { nameOf } from './resource.ts';
import { instanceWords } from './words.ts';

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
  const words = instanceWords.useWords();
  const { instances } = useWords();
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
  return (
    <DetailReading
      query={query}
      item={instance}
      id={instanceId}
      region={region}
      parent={{ label: instances.title, to: paths.instances(region) }}
      words={words}
    >
      {(found) => (
        <>
          <InstanceHeader instance={found} region={region} tab={tab} />
          <InstanceBody instance={found} region={region} tab={tab} />
        </>
      )}
    </DetailReading>
  );
}
