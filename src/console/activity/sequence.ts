import { type Entry, isOpen } from './entry.ts';

export type SequenceState =
  /** A step is under way, or the next one is about to be sent. */
  | 'running'
  /** A step has failed; what becomes of the rest is for a person to say. */
  | 'failed'
  /** A step got no answer. It goes on by itself once the step is seen to have happened. */
  | 'unknown'
  /** The next step needs something that only the person knows, such as a password. */
  | 'needsInput'
  | 'done'
  /** Given up: the rest is not sent. */
  | 'ended';

interface SequenceStep {
  operation: string;
  /** Its last try; absent while it waits for those before it. */
  entry?: Entry | undefined;
}

/** Several writes on one resource that are one thing to whoever asked for it. */
export interface Sequence {
  id: string;
  /** The operation it is all about. */
  goal: string;
  region: string;
  resource: Entry['resource'];
  startedAt: number;
  endedAt: number | undefined;
  state: SequenceState;
  steps: readonly SequenceStep[];
  /** The last entry, whose facts say how the whole stands. */
  latest: Entry;
  part: NonNullable<Entry['sequence']>;
}

/** What happens to a sequence next. */
export function stateOf(latest: Entry, part: NonNullable<Entry['sequence']>): SequenceState {
  if (isOpen(latest)) return 'running';
  if (latest.status === 'done' && part.rest.length === 0) return 'done';
  if (part.ended) return 'ended';
  if (part.needsInput) return 'needsInput';
  if (latest.status === 'done' || part.again) return 'running';
  return latest.status === 'unknown' ? 'unknown' : 'failed';
}

/**
 * The sequences among these entries, newest first.
 * @param entries newest first.
 */
export function sequencesOf(entries: readonly Entry[]): Sequence[] {
  const found = new Map<string, Entry[]>();
  for (const entry of entries) {
    const { sequence } = entry;
    if (sequence) found.set(sequence.id, [...(found.get(sequence.id) ?? []), entry]);
  }
  // Two tabs may have written theirs in the same moment; the later step came later.
  const stepOf = ({ sequence }: Entry) => sequence?.step ?? 0;
  return [...found.values()].flatMap(
    (tries) => sequenceOf(tries.sort((a, b) => stepOf(b) - stepOf(a))) ?? [],
  );
}

function sequenceOf(tries: readonly Entry[]): Sequence | undefined {
  const [latest] = tries;
  const part = latest?.sequence;
  if (!latest || !part) return undefined;
  const state = stateOf(latest, part);
  const steps = Array.from({ length: part.of }, (_, index): SequenceStep => {
    const entry = tries.find(({ sequence }) => sequence?.step === index + 1);
    const planned = part.rest[index - part.step]?.operation;
    return { operation: entry?.operation ?? planned ?? '', entry };
  });
  return {
    id: part.id,
    goal: part.goal,
    region: latest.region,
    resource: latest.resource,
    startedAt: tries.at(-1)?.startedAt ?? latest.startedAt,
    endedAt: state === 'running' ? undefined : latest.endedAt,
    state,
    steps,
    latest,
    part,
  };
}

/** Whether somebody should look at it. */
export function sequenceNeedsAttention({ state, latest }: Sequence): boolean {
  return ['failed', 'unknown', 'needsInput'].includes(state) && !latest.seen;
}
