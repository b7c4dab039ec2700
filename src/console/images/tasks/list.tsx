import type { TaskInfo } from '../../../contract/images.ts';
import { clock } from '../../kit/Elapsed.tsx';
import type { ListDefinition } from '../../kit/list/definition.ts';
import { useNow } from '../../kit/now.ts';
import { Status } from '../../kit/Status.tsx';
import { CodeText, Dash, PlainText } from '../../kit/text.tsx';
import { paths } from '../../paths.ts';
import { useRegion } from '../../region.ts';
import { importWords } from '../import/words.ts';
import { imageWords, type ImageWords } from '../words.ts';
import { Progress } from './Progress.tsx';
import {
  actionOf,
  isUnfinished,
  lookOfTask,
  startOf,
  subjectOf,
  tookOf,
  whyFailed,
} from './task.ts';
import { NameLink } from '../../kit/list/cells.tsx';
import { unsigned } from '../import-again.ts';

type Say = ReturnType<typeof importWords.useWords>;

interface CellProps {
  item: TaskInfo;
}

function SubjectCell({ item }: CellProps) {
  const region = useRegion();
  const subject = subjectOf(item);
  if (!item.imageId || item.taskStatus === 'failed') return <PlainText text={subject} />;
  return <NameLink to={paths.image(region, item.imageId)} name={subject} />;
}

function StatusCell({ item }: CellProps) {
  const { tasks } = importWords.useWords();
  return <Status look={lookOfTask(item)}>{statusWord(item, tasks)}</Status>;
}

function ProgressCell({ item }: CellProps) {
  const words = imageWords.useWords();
  return (
    <Progress
      percent={item.progress ?? 0}
      label={words.tasks.progressOf(subjectOf(item))}
      ended={!isUnfinished(item)}
    />
  );
}

function TookCell({ item }: CellProps) {
  return isUnfinished(item) ? <Ticking item={item} /> : <Took milliseconds={tookOf(item, 0)} />;
}

function Ticking({ item }: CellProps) {
  return <Took milliseconds={tookOf(item, useNow())} />;
}

function Took({ milliseconds }: { milliseconds: number | undefined }) {
  return milliseconds === undefined ? (
    <Dash />
  ) : (
    <span className="mono">{clock(milliseconds)}</span>
  );
}

function statusWord({ taskStatus = '' }: TaskInfo, { statuses }: Say['tasks']): string {
  return Object.entries(statuses).find(([name]) => name === taskStatus)?.[1] ?? taskStatus;
}

function targetOf({ ossUrl, ossObject, imageUrl }: TaskInfo): string {
  return ossUrl ? [ossUrl, ossObject].filter(Boolean).join('/') : unsigned(imageUrl);
}

/** The list of imports and exports: what it shows, finds and sorts by. */
export function taskListFor({ tasks: say }: Say, images: ImageWords): ListDefinition<TaskInfo> {
  const { columns } = say;
  return {
    name: 'image-tasks',
    unit: () => say.unit,
    idOf: ({ taskId }) => taskId,
    nameOf: subjectOf,
    stateOf: (task) => statusWord(task, say),
    changing: isUnfinished,
    columns: [
      {
        id: 'subject',
        label: () => columns.subject,
        width: 150,
        shown: 'fixed',
        Cell: SubjectCell,
        text: subjectOf,
      },
      {
        id: 'id',
        label: () => columns.id,
        width: 76,
        shown: 'wide',
        Cell: ({ item }) => <CodeText text={item.taskId} />,
        text: ({ taskId }) => taskId,
      },
      {
        id: 'action',
        label: () => columns.action,
        width: 76,
        shown: 'always',
        Cell: ({ item }) => images.tasks.actions(actionOf(item)),
        text: (task) => images.tasks.actions(actionOf(task)),
      },
      {
        id: 'status',
        label: () => columns.status,
        width: 116,
        shown: 'always',
        Cell: StatusCell,
        text: (task) => statusWord(task, say),
      },
      {
        id: 'progress',
        label: () => columns.progress,
        width: 180,
        shown: 'always',
        Cell: ProgressCell,
        text: ({ progress = 0 }) => `${progress}%`,
        order: ({ progress }) => progress,
      },
      {
        id: 'took',
        label: () => columns.took,
        width: 72,
        shown: 'wide',
        alignedRight: true,
        Cell: TookCell,
        text: (task) => {
          const took = tookOf(task, Date.now());
          return took === undefined ? '' : clock(took);
        },
        order: (task) => tookOf(task, Date.now()),
      },
      {
        id: 'error',
        label: () => columns.error,
        width: 180,
        shown: 'always',
        grows: true,
        Cell: ({ item }) => <PlainText text={whyFailed(item) || undefined} />,
        text: whyFailed,
      },
      {
        id: 'target',
        label: () => columns.target,
        width: 260,
        shown: 'asked',
        Cell: ({ item }) => <CodeText text={targetOf(item)} />,
        text: targetOf,
      },
      {
        id: 'created',
        label: () => columns.created,
        width: 158,
        shown: 'always',
        Cell: ({ item }) => <PlainText text={item.createdTime} />,
        text: ({ createdTime = '' }) => createdTime,
        order: startOf,
      },
      {
        id: 'finished',
        label: () => columns.finished,
        width: 158,
        shown: 'asked',
        Cell: ({ item }) => <PlainText text={item.finishedTime} />,
        text: ({ finishedTime = '' }) => finishedTime,
      },
    ],
    fields: [
      {
        id: 'action',
        label: () => columns.action,
        operators: ['is', 'not'],
        read: (task) => [actionOf(task)],
        word: (action) => images.tasks.actions(action),
      },
      {
        id: 'status',
        label: () => columns.status,
        operators: ['is', 'not'],
        read: ({ taskStatus }) => [taskStatus],
        word: (taskStatus) => statusWord({ taskId: '', taskStatus }, say),
      },
    ],
    tabs: (['pending', 'running', 'failed', 'finished'] as const).map((taskStatus) => ({
      id: taskStatus,
      label: () => say.statuses[taskStatus],
      look: lookOfTask({ taskId: '', taskStatus }),
      test: (task) => task.taskStatus === taskStatus,
    })),
    searched: (task) => [
      task.imageName,
      task.imageId,
      task.taskId,
      targetOf(task),
      whyFailed(task),
    ],
    sortedBy: '-created',
  };
}
