import { useQuery } from '@tanstack/react-query';
import { Suspense, useMemo } from 'react';
import { useCall } from '../api/context.tsx';
import { sizesOptions } from '../instance-types/queries.ts';
import { lazily } from '../kit/lazily.ts';
import { ResourceList } from '../kit/list/ResourceList.tsx';
import { useList } from '../kit/list/use-list.ts';
import { useReading } from '../kit/list/use-reading.ts';
import { useTitle } from '../kit/title.ts';
import { useRoom } from '../quotas/queries.ts';
import { regionName, useRegion } from '../region.ts';
import { useLanguage, useWords } from '../words/language.tsx';
import { instanceList } from './list.ts';
import { fleetOptions } from './queries.ts';
import { SizesContext } from './sizes.ts';
import { CreateButton } from './CreateButton.tsx';
import { lateInstanceActions } from './first-actions.ts';
import { useWatch } from './watch.tsx';

const noInstances = lazily(async () => (await import('./NoInstances.tsx')).NoInstances);

/** All instances of a region. */
export function InstancesPage() {
  const region = useRegion();
  // Another region is another list: nothing selected there, nothing remembered of its errors.
  return <RegionInstances key={region} region={region} />;
}

function RegionInstances({ region }: { region: string }) {
  const { instances: words } = useWords();
  const { language } = useLanguage();
  const call = useCall();
  const reading = useFleetReading(region);
  const list = useList(instanceList, reading.fleet?.instances);
  const name = regionName(region, language);
  useTitle(words.title, name);

  const types = useMemo(
    () => [...new Set(reading.fleet?.instances.flatMap(({ instanceType }) => instanceType ?? []))],
    [reading.fleet],
  );
  const { data: sizes } = useQuery(sizesOptions(call, region, types));
  const room = useRoom(region, 'instance');
  const sum = useMemo(() => {
    const found = list.selection.items.map(({ instanceType = '' }) => sizes?.get(instanceType));
    if (found.includes(undefined)) return undefined;
    return words.sum(
      found.reduce((total, size) => total + (size?.cpu ?? 0), 0),
      found.reduce((total, size) => total + (size?.memoryGib ?? 0), 0),
    );
  }, [list.selection.items, sizes, words]);

  return (
    <SizesContext value={sizes ?? unknownSizes}>
      <ResourceList
        list={list}
        reading={reading}
        actions={lateInstanceActions.useValue(reading.fleet !== undefined)}
        allActions={lateInstanceActions.whenLoaded}
        title={words.title}
        note={room && words.quota(room.used, room.limit)}
        buttons={<CreateButton region={region} />}
        searchHint={words.search}
        loading={words.loading}
        failed={words.failed}
        empty={
          <Suspense fallback={null}>
            <noInstances.component region={region} onRefresh={reading.refresh} />
          </Suspense>
        }
        selectedCount={words.selected}
        selectedSum={sum}
      />
    </SizesContext>
  );
}

const unknownSizes = new Map<string, never>();

/** The fleet, and how its reading goes. */
function useFleetReading(region: string) {
  const query = useQuery(fleetOptions(useCall(), region));
  const { total = 0, complete = false } = query.data ?? {};
  const reading = useReading(query, { total, complete });
  return { ...reading, watched: useWatch(), fleet: query.data };
}
