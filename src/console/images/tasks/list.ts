import type { TaskInfo } from '../../../contract/images.ts';
import type { ListDefinition } from '../../kit/list/definition.ts';
import type { ImageWords } from '../words.ts';
import { columnsFor, type Say, statusWord, targetOf } from './columns.tsx';
import { actionOf, isUnfinished, lookOfTask, subjectOf, whyFailed } from './task.ts';

/** The list of imports and exports: what it shows, finds and sorts by. */
export function taskListFor(words: Say, images: ImageWords): ListDefinition<TaskInfo> {
  const { tasks: say } = words;
  const { columns } = say;
  return {
    name: 'image-tasks',
    unit: () => say.unit,
    idOf: ({ taskId }) => taskId,
    nameOf: subjectOf,
    stateOf: (task) => statusWord(task, say),
    changing: isUnfinished,
    columns: columnsFor(words, images),
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
