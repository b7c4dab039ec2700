import { type Entry, isOpen, needsAttention } from './entry.ts';
import { type Sequence, sequenceNeedsAttention, sequencesOf } from './sequence.ts';

/** What somebody asked for: a write, or several that are one thing. */
export type Doing = { kind: 'entry'; entry: Entry } | { kind: 'sequence'; sequence: Sequence };

/** The entries as what was asked for: the steps of a sequence count as one. Newest first, as they are. */
export function doingsOf(entries: readonly Entry[]): Doing[] {
  const sequences = new Map(sequencesOf(entries).map((one) => [one.id, one]));
  return entries.flatMap((entry): Doing[] => {
    const id = entry.sequence?.id;
    if (id === undefined) return [{ kind: 'entry', entry }];
    const sequence = sequences.get(id);
    // Where its newest entry is.
    sequences.delete(id);
    return sequence ? [{ kind: 'sequence', sequence }] : [];
  });
}

/** Whether it can still change by itself. */
export function isGoingOn(doing: Doing): boolean {
  return doing.kind === 'entry' ? isOpen(doing.entry) : doing.sequence.state === 'running';
}

/** Whether somebody should look at it. */
export function isTroubling(doing: Doing): boolean {
  return doing.kind === 'entry'
    ? needsAttention(doing.entry)
    : sequenceNeedsAttention(doing.sequence);
}

/** Whether it has not ended well, looked at or not. */
export function hasFailed(doing: Doing): boolean {
  const state = doing.kind === 'entry' ? doing.entry.status : doing.sequence.state;
  return state === 'failed' || state === 'unknown' || state === 'needsInput';
}

/** The entry that says how it stands. */
export function entryOf(doing: Doing): Entry {
  return doing.kind === 'entry' ? doing.entry : doing.sequence.latest;
}
