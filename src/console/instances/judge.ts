import { attachmentWork, isAttachmentOperation } from '../../contract/attachment-work.ts';
import type { Instance } from '../../contract/instances.ts';
import { lifecycle } from '../../contract/lifecycle.ts';
import { isTransitional } from '../../contract/statuses.ts';
import type { Entry } from '../activity/entry.ts';
import { ended, grace, hopeless, lateEffect } from '../activity/verdict.ts';

interface Path {
  from: readonly string[];
  through?: string;
  to?: string;
}

const pathOf = (operation: string): Path | undefined =>
  Object.entries(lifecycle).find(([name]) => name === operation)?.[1];

/**
 * What a look at the instance tells about a write on it.
 * @param instance as it is now; undefined when it is gone.
 * @returns what changes in the entry; nothing while nothing can be said.
 */
export function judge(
  entry: Entry,
  instance: Instance | undefined,
  now: number,
): Partial<Entry> | undefined {
  if (isAttachmentOperation(entry.operation)) return judgeAttachment(entry, instance, now);
  const path = pathOf(entry.operation);
  if (path?.to === undefined) return judgeAttributes(entry, instance, now);
  if (!instance) {
    return path.to === 'gone'
      ? ended(entry, { status: 'done' }, now)
      : ended(entry, { status: 'failed', endedAs: 'gone' }, now);
  }
  const { status = '' } = instance;
  if (entry.operation === 'resizeInstance' && status === path.to) {
    const verdict = judgeSize(entry, instance, now);
    if (verdict !== 'same') return verdict;
  }
  if (status === path.through) {
    if (entry.passed && entry.status === 'running') return undefined;
    // A write that got no answer was heard after all.
    return { status: 'running', passed: true, endedAt: undefined, error: undefined };
  }
  if (isTransitional(status)) return undefined;
  const moved = entry.passed || !path.from.includes(status);
  if (entry.status === 'unknown') {
    if (status === path.to && moved) return ended(entry, { status: 'done', error: undefined }, now);
    // Rebooting ends where it began, so a machine that runs says nothing.
    if (status === path.to || now - entry.startedAt < lateEffect) return undefined;
    return { status: 'failed', endedAs: status, seen: false };
  }
  const due = now - (entry.acceptedAt ?? entry.startedAt);
  if (!moved && due < grace) return undefined;
  return status === path.to
    ? ended(entry, { status: 'done' }, now)
    : ended(entry, { status: 'failed', endedAs: status }, now);
}

/**
 * What a look at new instances tells about their creation. One that fails shows `error` for a moment and is gone;
 * so it stays remembered, whatever becomes of the others.
 */
export function judgeNew(
  entry: Entry,
  ids: readonly string[],
  seen: ReadonlyMap<string, string | undefined>,
  now: number,
): Partial<Entry> | undefined {
  // The lists may learn of a new instance a little later than the caller.
  if (entry.status !== 'running' || now - (entry.acceptedAt ?? 0) < grace) return undefined;
  const lost = ids.filter(
    (id) => entry.lost?.includes(id) || (seen.get(id) ?? 'error') === 'error',
  );
  if (!ids.some((id) => isTransitional(seen.get(id)))) {
    return ended(entry, lost.length > 0 ? { status: 'failed', lost } : { status: 'done' }, now);
  }
  return lost.length > (entry.lost?.length ?? 0) ? { lost } : undefined;
}

/**
 * A disk shows that it is under way; an interface shows only when it has come or gone, which may take minutes, so
 * nothing is held against it for as long as that.
 */
function judgeAttachment(
  entry: Entry,
  instance: Instance | undefined,
  now: number,
): Partial<Entry> | undefined {
  const { operation, input = {}, status, passed } = entry;
  if (!instance) return ended(entry, { status: 'failed', endedAs: 'gone' }, now);
  if (!isAttachmentOperation(operation)) return undefined;
  const isDisk = 'diskId' in input;
  switch (attachmentWork(operation, input, instance)) {
    case 'done':
      return ended(entry, { status: 'done', error: undefined }, now);
    case 'failed':
      return ended(entry, { status: 'failed', seen: false }, now);
    case 'changing':
      if (passed && status === 'running') return undefined;
      return { status: 'running', passed: true, endedAt: undefined, error: undefined };
    case 'before': {
      const due = now - (entry.acceptedAt ?? entry.startedAt);
      if (status === 'unknown') {
        return due < lateEffect ? undefined : { status: 'failed', seen: false };
      }
      if (!isDisk) return due < hopeless ? undefined : ended(entry, { status: 'unknown' }, now);
      return passed || due >= grace ? ended(entry, { status: 'failed' }, now) : undefined;
    }
  }
}

/**
 * A resize begins and ends stopped, done or failed alike; the type tells which.
 * @returns `same` where it tells nothing: what was asked for is not known.
 */
function judgeSize(
  entry: Entry,
  instance: Instance,
  now: number,
): Partial<Entry> | undefined | 'same' {
  const wanted = entry.input?.['instanceType'];
  if (typeof wanted !== 'string' || instance.instanceType === undefined) return 'same';
  if (instance.instanceType === wanted)
    return ended(entry, { status: 'done', error: undefined }, now);
  if (entry.status === 'unknown') {
    if (now - entry.startedAt < lateEffect) return undefined;
    return { status: 'failed', endedAs: 'stopped', seen: false };
  }
  if (!entry.passed && now - (entry.acceptedAt ?? entry.startedAt) < grace) return undefined;
  return ended(entry, { status: 'failed', endedAs: 'stopped' }, now);
}

/**
 * Name and description are in force at once, so an unanswered change of them can be read back. A host name that shows
 * has been heard; when one shows is not documented, and metadata and scripts are kept nowhere: of those that are not
 * seen nothing can be said.
 */
function judgeAttributes(
  entry: Entry,
  instance: Instance | undefined,
  now: number,
): Partial<Entry> | undefined {
  if (entry.status !== 'unknown' || entry.operation !== 'modifyInstanceAttribute') return undefined;
  if (!instance) return { status: 'failed', endedAs: 'gone', seen: false };
  if (!entry.input) return undefined;
  const { name, description, hostname } = entry.input;
  const inForce =
    (name === undefined || name === instance.instanceName) &&
    (description === undefined || description === (instance.description ?? '')) &&
    (hostname === undefined || hostname === instance.hostname);
  if (inForce) return { status: 'done', error: undefined };
  if (hostname !== undefined) return undefined;
  return now - entry.startedAt < lateEffect ? undefined : { status: 'failed', seen: false };
}
