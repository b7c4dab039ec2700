import { Button } from '@mantine/core';
import { IconFileImport, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useCall } from '../api/context.tsx';
import { useOpenAction } from '../kit/ActionHost.tsx';
import { useWhyNotWrite } from '../kit/action.ts';
import { EmptyState } from '../kit/EmptyState.tsx';
import { ResourceList } from '../kit/list/ResourceList.tsx';
import { useList } from '../kit/list/use-list.ts';
import { useWholeReading } from '../kit/list/use-whole-reading.ts';
import { useTitle } from '../kit/title.ts';
import { useRoom } from '../quotas/queries.ts';
import { regionName, useRegion } from '../region.ts';
import { useLanguage } from '../words/language.tsx';
import { makersWith, useKeypairActions } from './actions.tsx';
import { keypairListFor } from './list.ts';
import { keypairsOptions } from './queries.ts';
import { useKeypairsInUse } from './users.ts';
import { keypairWords } from './words.ts';

/** All key pairs of a region. */
export function KeypairsPage() {
  const region = useRegion();
  return <RegionKeypairs key={region} region={region} />;
}

function RegionKeypairs({ region }: { region: string }) {
  const words = keypairWords.useWords();
  const { language } = useLanguage();
  const definition = useMemo(() => keypairListFor(words), [words]);
  const query = useQuery(keypairsOptions(useCall(), region));
  const items = query.data?.items;
  const list = useList(definition, useKeypairsInUse(region, items));
  const reading = useWholeReading(query);
  const name = regionName(region, language);
  useTitle(words.title, name);
  const room = useRoom(region, 'keypair');
  return (
    <ResourceList
      list={list}
      reading={reading}
      actions={useKeypairActions()}
      title={words.title}
      note={room && words.quotaNote(room.used, room.limit)}
      buttons={<Buttons region={region} />}
      searchHint={words.search}
      loading={words.loading}
      failed={words.failed}
      empty={
        <EmptyState title={words.empty(name)} actions={<Buttons region={region} size="md" />}>
          {words.emptyHint}
        </EmptyState>
      }
      selectedCount={words.selected}
    />
  );
}

/** What makes one. Of one whose quota is used up the dialog says so. */
function Buttons({ region, size = 'sm' }: { region: string; size?: 'sm' | 'md' }) {
  const words = keypairWords.useWords();
  const makers = useMemo(() => makersWith(words), [words]);
  const openAction = useOpenAction();
  const why = useWhyNotWrite()(undefined);
  const buttonFor = (action: (typeof makers)['create']) => ({
    size,
    disabled: why !== undefined,
    title: why,
    onPointerEnter: action.preload,
    onFocus: action.preload,
    onClick: () => openAction(action, [region]),
  });
  return (
    <>
      <Button {...buttonFor(makers.load)} leftSection={<IconFileImport size={14} stroke={1.7} />}>
        {words.actions.import}
      </Button>
      <Button
        {...buttonFor(makers.create)}
        variant="filled"
        leftSection={<IconPlus size={14} stroke={1.7} />}
      >
        {words.actions.create}
      </Button>
    </>
  );
}
