import type { Image, TaskInfo } from '../../contract/images.ts';
import { isTransitional } from '../../contract/statuses.ts';
import type { Entry } from '../activity/entry.ts';
import { ended, grace, lateEffect } from '../activity/verdict.ts';
import { isUnfinished, whyFailed } from './tasks/task.ts';

/**
 * What a look at the images a write works on tells about it.
 * @param images as they are now; undefined for one that is not there.
 * @returns what changes in the entry; nothing while nothing can be said.
 */
export function judgeImages(
  entry: Entry,
  images: readonly (Image | undefined)[],
  now: number,
): Partial<Entry> | undefined {
  return entry.operation === 'deleteImage'
    ? judgeDelete(entry, images[0], now)
    : judgeMaking(entry, images, now);
}

function judgeDelete(
  entry: Entry,
  image: Image | undefined,
  now: number,
): Partial<Entry> | undefined {
  if (!image) return ended(entry, { status: 'done', error: undefined }, now);
  const { status } = image;
  if (isTransitional(status)) {
    if (entry.passed && entry.status === 'running') return undefined;
    // A delete that got no answer was heard after all.
    return { status: 'running', passed: true, endedAt: undefined, error: undefined };
  }
  if (entry.status === 'unknown') {
    return now - entry.startedAt < lateEffect ? undefined : { status: 'failed', seen: false };
  }
  const due = now - (entry.acceptedAt ?? entry.startedAt);
  if (!entry.passed && due < grace) return undefined;
  return ended(entry, { status: 'failed', endedAs: status ?? '' }, now);
}

/** All have to arrive; one that does not makes it a failure. */
function judgeMaking(
  entry: Entry,
  images: readonly (Image | undefined)[],
  now: number,
): Partial<Entry> | undefined {
  const due = now - (entry.acceptedAt ?? entry.startedAt);
  if (images.some((image) => !image)) {
    return due < grace ? undefined : ended(entry, { status: 'failed', endedAs: 'gone' }, now);
  }
  if (images.some((image) => isTransitional(image?.status))) return undefined;
  const other = images.find((image) => image?.status !== 'ready');
  return other
    ? ended(entry, { status: 'failed', endedAs: other.status ?? '' }, now)
    : ended(entry, { status: 'done' }, now);
}

/** What the task of an import or export tells about the write that began it. */
export function judgeTask(
  entry: Entry,
  task: TaskInfo | undefined,
  now: number,
): Partial<Entry> | undefined {
  // Tasks are listed for good; one that is not there yet will be.
  if (!task || isUnfinished(task)) return undefined;
  if (task.taskStatus === 'finished') return ended(entry, { status: 'done' }, now);
  if (task.taskStatus !== 'failed') return undefined;
  const error = { code: 0, status: 'TASK_FAILED', message: whyFailed(task) };
  return ended(entry, { status: 'failed', error }, now);
}
