import { Button } from '@mantine/core';
import { IconDisc, IconFileImport } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { Link, useNavigate } from 'react-router';
import type { TaskInfo } from '../../../contract/images.ts';
import { useCall } from '../../api/context.tsx';
import type { Action } from '../../kit/action.ts';
import { copyAction } from '../../kit/copy-action.ts';
import { EmptyState } from '../../kit/EmptyState.tsx';
import { ResourceList } from '../../kit/list/ResourceList.tsx';
import { useList } from '../../kit/list/use-list.ts';
import { useReading } from '../../kit/list/use-reading.ts';
import { useStable } from '../../kit/stable.ts';
import { useTitle } from '../../kit/title.ts';
import { paths } from '../../paths.ts';
import { regionName, useRegion } from '../../region.ts';
import { useLanguage } from '../../words/language.tsx';
import { noError, noImageLeft, onlyImports } from '../../words/sentences.ts';
import { importWords } from '../import/words.ts';
import { imageTasksOptions } from '../queries.ts';
import { imageEverySeconds } from '../watching.ts';
import { imageWords } from '../words.ts';
import { taskListFor } from './list.ts';
import { actionOf, isUnfinished, whyFailed } from './task.ts';
import { importAgainState } from '../import-again.ts';

/** Every import and export of a region. */
export function TasksPage() {
  const region = useRegion();
  return <RegionTasks key={region} region={region} />;
}

function RegionTasks({ region }: { region: string }) {
  const words = importWords.useWords();
  const { tasks: say } = words;
  const images = imageWords.useWords();
  const { language } = useLanguage();
  const query = useQuery(imageTasksOptions(useCall(), region));
  const { items, total = 0 } = query.data ?? {};
  const reading = useReading(query, {
    total,
    complete: items !== undefined && items.length >= total,
  });
  const definition = useMemo(() => taskListFor(words, images), [words, images]);
  const list = useList(definition, items);
  const changing = items?.filter(isUnfinished).length ?? 0;
  useTitle(say.title, regionName(region, language));
  return (
    <ResourceList
      list={list}
      reading={{ ...reading, watched: { changing, everySeconds: imageEverySeconds } }}
      actions={useTaskActions(region)}
      title={say.title}
      buttons={<Buttons region={region} />}
      searchHint={say.search}
      loading={say.loading}
      failed={say.failed}
      empty={
        <EmptyState title={say.empty} actions={<Buttons region={region} />}>
          {say.emptyHint}
        </EmptyState>
      }
      selectedCount={say.selected}
    />
  );
}

function Buttons({ region }: { region: string }) {
  const { tasks: say } = importWords.useWords();
  const { importImage } = imageWords.useWords();
  return (
    <>
      <Button component={Link} to={paths.images(region)}>
        {say.toImages}
      </Button>
      <Button
        component={Link}
        to={paths.imageImport(region)}
        leftSection={<IconFileImport size={14} stroke={1.7} />}
      >
        {importImage}
      </Button>
    </>
  );
}

/** What can be done about a task: it cannot be ended, only looked at and asked for again. */
function useTaskActions(region: string): readonly Action<TaskInfo>[] {
  const { tasks: say } = importWords.useWords();
  const navigate = useNavigate();
  const importAgain = useStable((task: TaskInfo) => {
    void navigate(paths.imageImport(region), { state: importAgainState(task) });
  });
  return useMemo(
    () => [
      {
        id: 'importAgain',
        label: () => say.again,
        icon: IconFileImport,
        group: 0,
        bulk: false,
        writes: true,
        whyNot: (task) =>
          actionOf(task) === 'ImportImage' && task.taskStatus === 'failed'
            ? undefined
            : onlyImports,
        run: importAgain,
      },
      {
        id: 'openImage',
        label: () => say.openImage,
        icon: IconDisc,
        group: 0,
        bulk: false,
        writes: false,
        whyNot: (task) =>
          task.imageId && !(actionOf(task) === 'ImportImage' && task.taskStatus === 'failed')
            ? undefined
            : noImageLeft,
        link: { to: (task, at) => paths.image(at, task.imageId ?? ''), newTab: false },
      },
      copyAction({ id: 'copyError', label: () => say.copyError, group: 1 }, whyFailed, noError),
    ],
    [say, importAgain],
  );
}
