import { Button } from '@mantine/core';
import { IconTemplate } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { Link } from 'react-router';
import { useCall } from '../api/context.tsx';
import { useBoot } from '../boot-context.tsx';
import { EmptyState } from '../kit/EmptyState.tsx';
import { ResourceList } from '../kit/list/ResourceList.tsx';
import { useList } from '../kit/list/use-list.ts';
import { useWholeReading } from '../kit/list/use-whole-reading.ts';
import { useTitle } from '../kit/title.ts';
import { paths } from '../paths.ts';
import { useRoom } from '../quotas/queries.ts';
import { regionName, useRegion } from '../region.ts';
import { useLanguage } from '../words/language.tsx';
import { useTemplateActions } from './actions.tsx';
import { columnsFor } from './columns.tsx';
import { templateListFor } from './list.ts';
import { ReferencesContext } from './list-references.ts';
import { templatesOptions } from './queries.ts';
import { recipeOfTemplate } from './recipe.ts';
import { useReferences } from './references.ts';
import { templateWords } from './words.ts';

/** All instance templates of a region. */
export function TemplatesPage() {
  const region = useRegion();
  return <RegionTemplates key={region} region={region} />;
}

function RegionTemplates({ region }: { region: string }) {
  const words = templateWords.useWords();
  const { language } = useLanguage();
  const call = useCall();
  const query = useQuery(templatesOptions(call, region));
  const items = query.data?.items;
  const recipes = useMemo(() => (items ?? []).map(recipeOfTemplate), [items]);
  const references = useReferences(region, recipes);
  // A cell is the same whatever has become known of what it names.
  const columns = useMemo(() => columnsFor(words), [words]);
  const definition = useMemo(
    () => templateListFor(words, columns, references),
    [words, columns, references],
  );
  const list = useList(definition, items);
  const reading = useWholeReading(query);
  const name = regionName(region, language);
  useTitle(words.title, name);
  const room = useRoom(region, 'instanceTemplate');
  return (
    <ReferencesContext value={references}>
      <ResourceList
        list={list}
        reading={reading}
        actions={useTemplateActions()}
        title={words.title}
        note={room && words.quota(room.used, room.limit)}
        buttons={<CreateButton region={region} />}
        searchHint={words.search}
        loading={words.loading}
        failed={words.failed}
        empty={
          <EmptyState
            title={words.empty(name)}
            actions={<CreateButton region={region} size="md" />}
          >
            {words.emptyHint}
          </EmptyState>
        }
        selectedCount={words.selected}
      />
    </ReferencesContext>
  );
}

function CreateButton({ region, size = 'sm' }: { region: string; size?: 'sm' | 'md' }) {
  const { actions } = templateWords.useWords();
  const { readOnly } = useBoot();
  if (readOnly) return null;
  return (
    <Button
      variant="filled"
      size={size}
      component={Link}
      to={paths.templateCreate(region)}
      leftSection={<IconTemplate size={14} stroke={1.7} />}
    >
      {actions.create}
    </Button>
  );
}
