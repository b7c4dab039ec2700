import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useCall } from '../api/context.tsx';
import { EmptyState } from '../kit/EmptyState.tsx';
import { ResourceList } from '../kit/list/ResourceList.tsx';
import { useList } from '../kit/list/use-list.ts';
import { useReading } from '../kit/list/use-reading.ts';
import { useTitle } from '../kit/title.ts';
import { regionName, useRegion } from '../region.ts';
import { useLanguage } from '../words/language.tsx';
import { useTypeActions } from './actions.tsx';
import { typeListFor } from './list.ts';
import { instanceTypesOptions, typesIn } from './queries.ts';
import { typeWords } from './words.ts';

/** Every type of a region: what it is, what it takes, and where it can be had. */
export function TypesPage() {
  const region = useRegion();
  return <RegionTypes key={region} region={region} />;
}

function RegionTypes({ region }: { region: string }) {
  const words = typeWords.useWords();
  const { language } = useLanguage();
  const definition = useMemo(() => typeListFor(words), [words]);
  const query = useQuery(instanceTypesOptions(useCall(), region));
  const types = useMemo(() => query.data && typesIn(query.data), [query.data]);
  const list = useList(definition, types);
  const reading = useReading(query, {
    total: types?.length ?? 0,
    complete: types !== undefined,
  });
  const name = regionName(region, language);
  useTitle(words.title, name);
  return (
    <ResourceList
      list={list}
      reading={reading}
      actions={useTypeActions()}
      title={words.title}
      searchHint={words.search}
      loading={words.loading}
      failed={words.failed}
      empty={<EmptyState title={words.empty(name)}>{words.emptyHint}</EmptyState>}
      selectedCount={words.selected}
    />
  );
}
