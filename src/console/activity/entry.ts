import * as z from 'zod/mini';
import { Work } from '../../contract/work.ts';
import { resourceKinds } from '../api/write.ts';

/** The place of a write among several that are one thing to whoever asked, such as stop, resize, start. */
const Part = z.object({
  /** Of the sequence; the same for all its steps. */
  id: z.string(),
  /** The operation it is all about. */
  goal: z.string(),
  /** From 1. One that is tried again has the same number. */
  step: z.number(),
  of: z.number(),
  /** What is to follow, in order, so that any tab can go on after this one. */
  rest: z.array(
    z.object({
      operation: z.string(),
      /** Absent when it holds what must not be kept; then only the tab that was asked can send it. */
      input: z.optional(z.record(z.string(), z.unknown())),
      /** The field of it that takes the id of what the step before has made. */
      takes: z.optional(z.string()),
    }),
  ),
  /** The next step is busy, or the cloud asks to slow down: it is asked again at this time. */
  againAt: z.optional(z.number()),
  /** Somebody has asked for this step once more. */
  again: z.optional(z.boolean()),
  /** What the next step needs is lost, so that it has to be asked for anew. */
  needsInput: z.optional(z.boolean()),
  /** The rest will not be sent. */
  ended: z.optional(z.boolean()),
});

/**
 * A write that somebody asked for and what became of it. It holds names, times and the cloud's own words; inputs
 * only where they hold nothing secret.
 */
export const Entry = z.object({
  /** Sorts by time. */
  id: z.string(),
  /** The vendor's operation name. */
  operation: z.string(),
  region: z.string(),
  resource: z.object({ kind: z.enum(resourceKinds), id: z.string(), name: z.string() }),
  /** What was sent, so that it can be sent again; absent when it held a secret. */
  input: z.optional(z.record(z.string(), z.unknown())),
  /** Reads whose answers this write changes, beside those of the instance itself. */
  touches: z.array(z.string()),
  /** Milliseconds since 1970, as all times here. */
  startedAt: z.number(),
  acceptedAt: z.optional(z.number()),
  endedAt: z.optional(z.number()),
  /**
   * `sending`: no answer yet. `running`: accepted, and the resource is on its way. `unknown`: no answer came, so it
   * may have happened.
   */
  status: z.enum(['sending', 'running', 'done', 'failed', 'unknown']),
  /** The status that the operation passes through has been seen. */
  passed: z.optional(z.boolean()),
  requestId: z.optional(z.string()),
  error: z.optional(z.object({ code: z.number(), status: z.string(), message: z.string() })),
  /** Of a creation: the id of what it has made, the first one. */
  made: z.optional(z.string()),
  /** Where its end shows, when that is not the resource itself. */
  work: z.optional(Work),
  /** Of a creation: how many were asked for. */
  asked: z.optional(z.number()),
  /** Of what `work` names: those that have not come to be, where others have. */
  lost: z.optional(z.array(z.string())),
  /** Of a write about several instances: those it was not done to. The cloud names them, and gives no reason. */
  leftOut: z.optional(z.array(z.string())),
  /** Where the resource ended instead: the cloud gives no reason for a task that failed. `gone`: deleted. */
  endedAs: z.optional(z.string()),
  /** A failure that somebody has looked at. */
  seen: z.optional(z.boolean()),
  sequence: z.optional(Part),
});
export type Entry = z.infer<typeof Entry>;
export type EntryStatus = Entry['status'];

/** Whether it can still change by itself. */
export function isOpen(entry: Pick<Entry, 'status'>): boolean {
  return entry.status === 'sending' || entry.status === 'running';
}

/** Whether somebody should look at it. */
export function needsAttention(entry: Pick<Entry, 'status' | 'seen'>): boolean {
  return (entry.status === 'failed' || entry.status === 'unknown') && !entry.seen;
}

/** What of the resource a write is about, where it is about a part: a disk, an interface, an address. */
export function partOf({ input = {} }: Pick<Entry, 'input'>): string | undefined {
  const { diskId, networkInterfaceId, elasticIpId, deviceName } = input;
  const found = [diskId, networkInterfaceId, elasticIpId, deviceName].filter(
    (one) => typeof one === 'string',
  );
  return found.length > 0 ? found.join(' ') : undefined;
}
