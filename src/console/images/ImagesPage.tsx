import { Button } from '@mantine/core';
import { IconCameraPlus, IconFileImport, IconServer2 } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { Link, useSearchParams } from 'react-router';
import * as z from 'zod/mini';
import { isTransitional } from '../../contract/statuses.ts';
import { useCall } from '../api/context.tsx';
import { useBoot } from '../boot-context.tsx';
import { useOpenAction } from '../kit/ActionHost.tsx';
import { EmptyState } from '../kit/EmptyState.tsx';
import { LinkTabs } from '../kit/detail/LinkTabs.tsx';
import { ResourceList } from '../kit/list/ResourceList.tsx';
import { useList } from '../kit/list/use-list.ts';
import { useReading } from '../kit/list/use-reading.ts';
import { useTitle } from '../kit/title.ts';
import { paths } from '../paths.ts';
import { useRoom } from '../quotas/queries.ts';
import { regionName, useRegion } from '../region.ts';
import { useLanguage } from '../words/language.tsx';
import { fromSnapshots, useImageActions } from './actions.tsx';
import { ExcludedContext, useExcluded } from './constraints.ts';
import { imageListFor } from './list.ts';
import { imageCountOptions, type ImageSource, imageSources, imagesOptions } from './queries.ts';
import { TaskPanel } from './TaskPanel.tsx';
import { imageEverySeconds } from './watching.ts';
import { imageWords } from './words.ts';

const Source = z.catch(z.enum(imageSources), 'private');

/** All images of a region, one source at a time: the cloud lists them so, and each has rules of its own. */
export function ImagesPage() {
  const region = useRegion();
  const [params] = useSearchParams();
  const source = Source.parse(params.get('source'));
  return <SourceImages key={`${region} ${source}`} region={region} source={source} />;
}

interface SourceProps {
  region: string;
  source: ImageSource;
}

function SourceImages({ region, source }: SourceProps) {
  const words = imageWords.useWords();
  const { language } = useLanguage();
  const definition = useMemo(() => imageListFor(source, words), [source, words]);
  const { images, ...reading } = useImagesReading(region, source);
  const list = useList(definition, images);
  const name = regionName(region, language);
  useTitle(words.title, name);
  const room = useRoom(region, 'image');
  const excluded = useExcluded(region, source, images);
  return (
    <ExcludedContext value={excluded}>
      <ResourceList
        list={list}
        reading={reading}
        actions={useImageActions(region)}
        title={words.title}
        note={room && words.quota(room.used, room.limit)}
        buttons={<Buttons region={region} />}
        sections={<Sources region={region} source={source} found={images?.length} />}
        panel={<TaskPanel region={region} />}
        searchHint={words.search}
        loading={words.loading}
        failed={words.failed}
        empty={
          <EmptyState
            title={words.empty(words.sources[source], name)}
            actions={<Buttons region={region} size="md" />}
          >
            {words.emptyHints[source]}
          </EmptyState>
        }
        selectedCount={words.selected}
      />
    </ExcludedContext>
  );
}

function Buttons({ region, size = 'sm' }: { region: string; size?: 'sm' | 'md' }) {
  const words = imageWords.useWords();
  const { readOnly } = useBoot();
  const openAction = useOpenAction();
  return (
    <>
      {!readOnly && (
        <Button
          size={size}
          leftSection={<IconCameraPlus size={14} stroke={1.7} />}
          onPointerEnter={fromSnapshots.preload}
          onFocus={fromSnapshots.preload}
          onClick={() => openAction(fromSnapshots, [region])}
        >
          {words.fromSnapshots}
        </Button>
      )}
      {!readOnly && (
        <Button
          component={Link}
          to={paths.imageImport(region)}
          size={size}
          leftSection={<IconFileImport size={14} stroke={1.7} />}
        >
          {words.importImage}
        </Button>
      )}
      <Button
        variant="filled"
        component={Link}
        to={paths.instances(region)}
        size={size}
        title={words.fromInstanceHint}
        leftSection={<IconServer2 size={14} stroke={1.7} />}
      >
        {words.fromInstance}
      </Button>
    </>
  );
}

/** Where images come from; how many there are is asked once the list itself is there. */
function Sources({ region, source, found }: SourceProps & { found: number | undefined }) {
  const words = imageWords.useWords();
  const counts = useCounts(region, source, found);
  return (
    <LinkTabs
      alone
      label={words.sourcesLabel}
      current={source}
      tabs={shownSources.map((id) => ({
        id,
        label: words.sources[id],
        to: paths.images(region, id === 'private' ? '' : id),
        count: counts[id],
      }))}
    />
  );
}

/** One's own first. */
const shownSources: readonly ImageSource[] = [
  'private',
  'public',
  'shared',
  'thirdparty',
  'community',
];

function useCounts(region: string, source: ImageSource, found: number | undefined) {
  const call = useCall();
  const count = (of: ImageSource) => ({
    ...imageCountOptions(call, region, of),
    enabled: found !== undefined && of !== source,
  });
  const totals = {
    private: useQuery(count('private')).data?.totalCount,
    public: useQuery(count('public')).data?.totalCount,
    shared: useQuery(count('shared')).data?.totalCount,
    thirdparty: useQuery(count('thirdparty')).data?.totalCount,
    community: useQuery(count('community')).data?.totalCount,
  };
  return { ...totals, [source]: found };
}

/** The images of a source, those taken offline with them, and how their reading goes. */
function useImagesReading(region: string, source: ImageSource) {
  const call = useCall();
  const query = useQuery(imagesOptions(call, region, source));
  // Only of these the cloud hides the ones that are offline unless they are asked for.
  const hidden = useQuery({
    ...imagesOptions(call, region, source, { offline: true }),
    enabled: source === 'public' || source === 'thirdparty',
  });
  const { items, total = 0 } = query.data ?? {};
  const offline = hidden.data?.items;
  const images = useMemo(
    () => (items && offline ? [...items, ...offline] : items),
    [items, offline],
  );
  const reading = useReading(query, {
    total: total + (offline?.length ?? 0),
    complete: items !== undefined && items.length >= total,
  });
  const changing = images?.filter(({ status }) => isTransitional(status)).length ?? 0;
  return { ...reading, watched: { changing, everySeconds: imageEverySeconds }, images };
}
