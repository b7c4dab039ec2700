import * as z from 'zod/mini';
import { resourceKinds } from '../api/write.ts';

/**
 * A write that somebody asked for and what became of it. It holds names, times and the cloud's own words; inputs
 * only of operations without a secret among their fields.
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
  /** Where the resource ended instead: the cloud gives no reason for a task that failed. `gone`: deleted. */
  endedAs: z.optional(z.string()),
  /** A failure that somebody has looked at. */
  seen: z.optional(z.boolean()),
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

/** How long it has taken, in milliseconds; up to `now` while it is open. */
export function tookUntil(entry: Entry, now: number): number {
  return Math.max(0, (entry.endedAt ?? now) - entry.startedAt);
}
