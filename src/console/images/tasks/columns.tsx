import type { TaskInfo } from '../../../contract/images.ts';
import { clock } from '../../kit/Elapsed.tsx';
import type { Column } from '../../kit/list/definition.ts';
import { textColumn } from '../../kit/list/text-column.tsx';
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

export type Say = ReturnType<typeof importWords.useWords>;

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

/** Its status in words; one that is not documented stays as it came. */
export function statusWord({ taskStatus = '' }: TaskInfo, { statuses }: Say['tasks']): string {
  return Object.entries(statuses).find(([name]) => name === taskStatus)?.[1] ?? taskStatus;
}

/** The object it is written to, or was read from. */
export function targetOf({ ossUrl, ossObject, imageUrl }: TaskInfo): string {
  return ossUrl ? [ossUrl, ossObject].filter(Boolean).join('/') : unsigned(imageUrl);
}

/** The columns of imports and exports, in order. */
export function columnsFor({ tasks: say }: Say, images: ImageWords): readonly Column<TaskInfo>[] {
  const { columns } = say;
  const plain = (
    id: keyof typeof columns,
    width: number,
    text: (task: TaskInfo) => string | undefined,
    shown?: Column<TaskInfo>['shown'],
    Text?: typeof PlainText,
  ) => textColumn(id, () => columns[id], width, text, shown, Text);
  return [
    {
      id: 'subject',
      label: () => columns.subject,
      width: 150,
      shown: 'fixed',
      Cell: SubjectCell,
      text: subjectOf,
    },
    plain('id', 76, ({ taskId }) => taskId, 'wide', CodeText),
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
    { ...plain('error', 180, whyFailed, 'always'), grows: true },
    plain('target', 260, targetOf, 'asked', CodeText),
    { ...plain('created', 158, ({ createdTime }) => createdTime, 'always'), order: startOf },
    plain('finished', 158, ({ finishedTime }) => finishedTime),
  ];
}
