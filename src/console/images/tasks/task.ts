import type { TaskInfo } from '../../../contract/images.ts';
import { fromLocalTime } from '../../../contract/times.ts';
import type { Look } from '../../kit/Status.tsx';

/** A sample in the documentation spells them with `Task` at the end. */
export function actionOf({ action = '' }: TaskInfo): string {
  return action.replace(/Task$/, '');
}

/** Whether it goes on by itself. */
export function isUnfinished({ taskStatus }: TaskInfo): boolean {
  return taskStatus === 'pending' || taskStatus === 'running';
}

export function lookOfTask({ taskStatus }: TaskInfo): Look {
  switch (taskStatus) {
    case 'pending':
      return 'queued';
    case 'running':
      return 'changing';
    case 'finished':
      return 'ok';
    case 'failed':
      return 'bad';
    default:
      return 'unknown';
  }
}

/** What it is about: the name of what is imported, the id of what is exported. */
export function subjectOf({ imageName, imageId, taskId }: TaskInfo): string {
  return imageName || imageId || taskId;
}

/** When it began, in milliseconds. */
export function startOf({ createdTime }: TaskInfo): number | undefined {
  return fromLocalTime(createdTime ?? '');
}

/** How long it took, or has taken up to `now`; in milliseconds. */
export function tookOf(task: TaskInfo, now: number): number | undefined {
  const start = startOf(task);
  if (start === undefined) return undefined;
  if (isUnfinished(task)) return Math.max(0, now - start);
  const end = fromLocalTime(task.finishedTime ?? '');
  return end === undefined ? undefined : Math.max(0, end - start);
}

/** Why it failed; the cloud tells it in one of two fields. */
export function whyFailed({ errorInfo, message }: TaskInfo): string {
  return [errorInfo, message].filter(Boolean).join(' ');
}

/** Latest first: numbers where the ids are numbers. */
export function byLatest(one: TaskInfo, other: TaskInfo): number {
  return (
    (startOf(other) ?? 0) - (startOf(one) ?? 0) || Number(other.taskId) - Number(one.taskId) || 0
  );
}
