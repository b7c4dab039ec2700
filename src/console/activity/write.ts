import * as z from 'zod/mini';
import { isAttachmentOperation } from '../../contract/attachment-work.ts';
import { CloudError } from '../../contract/envelope.ts';
import { lifecycle } from '../../contract/lifecycle.ts';
import { instanceReads, type OutputOf, type WriteOperation } from '../../contract/operation.ts';
import { workOf } from '../../contract/work.ts';
import type { Call } from '../api/client.ts';
import type { Resource, WriteRequest } from '../api/write.ts';
import { type Entry, isOpen } from './entry.ts';
import type { Guard } from './guard.ts';
import { mayKeep } from './keep.ts';
import type { ActivityStore } from './store.ts';

/** What a write came to, as far as the cloud's first answer tells. */
export type Outcome<R = unknown> =
  /** With what the cloud answered, which is kept nowhere. */
  | { kind: 'accepted'; entryId: string; result: R }
  /** Refused, or never sent. */
  | { kind: 'refused'; entryId: string; error: CloudError }
  /** No answer, or one that says nothing: it may have happened. */
  | { kind: 'unknown'; entryId: string; error: CloudError }
  /** The same thing is being done to the same resource already, here or in another tab. Nothing was sent. */
  | { kind: 'busy' };

/** @param part the place of the write in a sequence, remembered with it. */
export type Write = <O extends WriteOperation>(
  request: WriteRequest<O>,
  part?: Entry['sequence'],
) => Promise<Outcome<OutputOf<O>>>;

/** Accepted work that has not ended after this long no longer stands in the way of a second try. */
const patience = 10 * 60_000;

interface Means {
  call: Call;
  store: ActivityStore;
  guard: Guard;
  now: () => number;
}

/**
 * The only way a write leaves the console. It is remembered before it is sent, sent once, and never sent again by
 * itself; one without an answer stays `unknown` until a look at the resource has told what became of it.
 */
export function createWrite({ call, store, guard, now }: Means): Write {
  return async <O extends WriteOperation>(request: WriteRequest<O>, part?: Entry['sequence']) => {
    const send = async (): Promise<Outcome<OutputOf<O>>> => {
      if (isUnderWay(store.entries(), request, now())) return { kind: 'busy' };
      const { id } = store.add(entryFor(request, part));
      try {
        const { operation, input, mfaToken } = request;
        const { requestId, result } = await call(operation, input, { mfaToken });
        const made = madeBy(result);
        const work = workOf(operation.name, input, result);
        const facts = {
          requestId,
          resource: becomes(request.resource, made),
          ...(made !== undefined && { made }),
          ...(work && { work }),
        };
        const leftOut = leftOutOf(result);
        if (leftOut.length > 0) {
          store.end(id, { status: 'failed', ...facts, leftOut });
        } else if (work || isWatched(operation.name)) {
          store.update(id, { status: 'running', acceptedAt: now(), ...facts });
        } else {
          store.end(id, { status: 'done', ...facts });
        }
        return { kind: 'accepted', entryId: id, result };
      } catch (thrown) {
        const error = thrown instanceof CloudError ? thrown : notSent(request.operation, thrown);
        const kind = error.outcome;
        store.end(id, {
          status: kind === 'unknown' ? 'unknown' : 'failed',
          requestId: error.requestId,
          error: { code: error.code, status: error.status, message: error.message },
        });
        return { kind, entryId: id, error };
      }
    };
    return (await guard(guardName(request), send)) ?? { kind: 'busy' };
  };
}

/** What the cloud calls the thing a creation has made; of several the first. Answers differ in how they name it. */
function madeBy(result: unknown): string | undefined {
  if (typeof result !== 'object' || result === null) return undefined;
  for (const [name, value] of Object.entries(result)) {
    const id: unknown = Array.isArray(value) ? value[0] : value;
    if (/Ids?$/.test(name) && typeof id === 'string') return id;
  }
  return undefined;
}

const Partly = z.object({ failInstanceId: z.array(z.string()) });

/** Those of several instances that a write the cloud has taken was not done to. */
function leftOutOf(result: unknown): string[] {
  return Partly.safeParse(result).data?.failInstanceId ?? [];
}

/** From then on a creation is about what it has made, whose page can be opened and shows it among its activity. */
function becomes(resource: Resource, made: string | undefined): Resource {
  if (made === undefined) return resource;
  if (resource.kind === 'newTemplate') return { ...resource, kind: 'template', id: made };
  if (resource.kind === 'newImage') return { ...resource, kind: 'image', id: made };
  return resource;
}

/** Whether the end of an operation shows on the instance, some time after it was accepted. */
function isWatched(operation: string): boolean {
  if (isAttachmentOperation(operation)) return true;
  const row = Object.entries(lifecycle).find(([name]) => name === operation)?.[1];
  return row !== undefined && 'to' in row;
}

function isUnderWay(entries: readonly Entry[], request: WriteRequest, now: number): boolean {
  return entries.some(
    (entry) =>
      isOpen(entry) &&
      entry.operation === request.operation.name &&
      entry.resource.id === request.resource.id &&
      entry.status !== 'sending' &&
      now - entry.startedAt < patience,
  );
}

function entryFor(
  request: WriteRequest,
  sequence: Entry['sequence'],
): Parameters<ActivityStore['add']>[0] {
  const { operation, input, resource } = request;
  const reads: readonly string[] = instanceReads;
  return {
    operation: operation.name,
    region: String(input['regionId']),
    resource,
    ...('maxCount' in input && { asked: Number(input.maxCount) }),
    touches: operation.touches.filter((name) => !reads.includes(name)),
    ...(mayKeep(operation, input) && { input }),
    ...(sequence && { sequence }),
  };
}

/** The name under which all tabs agree that one of them is sending this. */
export function guardName(request: {
  operation: Pick<WriteOperation, 'name'>;
  resource: Entry['resource'];
}): string {
  return `vm-console:${request.operation.name}:${request.resource.id}`;
}

function notSent(operation: WriteOperation, thrown: unknown): CloudError {
  return new CloudError({
    operation: operation.name,
    code: 0,
    status: 'NOT_SENT',
    message: thrown instanceof Error ? thrown.message : String(thrown),
  });
}
