import { listOf, type Resource, type WriteRequest } from '../api/write.ts';
import type { Batches, BatchMeans, Plan, PlannedBatch } from './batches.ts';
import type { Entry } from './entry.ts';
import { backoff, whyLater } from './later.ts';
import type { Sequence, SequenceState } from './sequence.ts';
import type { Outcome } from './write.ts';

/** `dropped`: taken out of the queue before it was sent. */
export type Phase = 'queued' | 'sending' | 'running' | 'done' | 'failed' | 'unknown' | 'dropped';

export interface BatchItem {
  readonly resource: Resource;
  readonly phase: Phase;
  readonly startedAt?: number | undefined;
  readonly endedAt?: number | undefined;
  readonly entryId?: string | undefined;
  /** Where several writes follow each other. */
  readonly sequenceId?: string | undefined;
  /** The one of them that it has come to; given up, it may not have been sent. */
  readonly step?: { operation: string; n: number; of: number; unsent: boolean } | undefined;
  readonly requestId?: string | undefined;
  readonly error?: Entry['error'];
  /** Where it ended instead of where it should. */
  readonly endedAs?: string | undefined;
  /** It was busy or the cloud asked to slow down; it is asked again at this time. */
  readonly againAt?: number | undefined;
}

export interface BatchState {
  readonly items: readonly BatchItem[];
  readonly parallel: number;
  /** Pauses when so many have failed; 0 = never. */
  readonly stopAfter: number;
  /** By a person, or because too many failed. */
  readonly paused: false | 'asked' | 'failures';
  readonly startedAt: number;
  /** Set once nothing is queued or under way. */
  readonly endedAt?: number | undefined;
}

/** A machine that is still busy after so many tries (about a minute) is reported. */
const mostTries = 5;

export const maxParallel = 10;

/** How an item stands whose steps stand so; given up is what a person can still ask for. */
const phases: Record<SequenceState, Phase> = {
  running: 'running',
  done: 'done',
  failed: 'failed',
  needsInput: 'failed',
  ended: 'failed',
  unknown: 'unknown',
};

type Requests = readonly [WriteRequest, ...WriteRequest[]];

/**
 * The same operation on many resources, a few at a time. One counts as under way until its resource has arrived, so
 * that a fleet is never rebooted all at once. What is busy, and a cloud that asks to slow down, are waited for;
 * anything else that fails is left for a person.
 */
export class Batch {
  readonly id: string;
  readonly operation: string;
  readonly region: string;
  readonly #means: BatchMeans;
  readonly #requests: Requests[];
  readonly #tries = new Map<number, number>();
  readonly #listeners = new Set<() => void>();
  #state: BatchState;
  #holdUntil = 0;
  #holds = 0;
  #forgiven = 0;
  #stopWaiting: (() => void) | undefined;

  constructor(
    means: BatchMeans,
    plan: Pick<Plan, 'requests' | 'goal' | 'parallel' | 'stopAfter'> & { id: string },
  ) {
    this.id = plan.id;
    this.#means = means;
    this.#requests = plan.requests.map(listOf);
    const [first] = this.#requests[0] ?? [];
    this.operation = plan.goal ?? first?.operation.name ?? '';
    const region = first?.input['regionId'];
    this.region = typeof region === 'string' ? region : '';
    this.#state = {
      items: this.#requests.map(([{ resource }]) => ({ resource, phase: 'queued' })),
      parallel: plan.parallel,
      stopAfter: plan.stopAfter,
      paused: false,
      startedAt: means.clock.now(),
    };
    means.store.onChange((entry) => this.#hear(entry));
  }

  state = (): BatchState => this.#state;

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  start(): void {
    this.#pump();
  }

  setParallel(parallel: number): void {
    this.#set({ parallel: Math.min(maxParallel, Math.max(1, parallel)) });
    this.#pump();
  }

  pause(): void {
    this.#set({ paused: 'asked' });
  }

  resume(): void {
    this.#forgiven = this.#count('failed', 'unknown');
    this.#set({ paused: false });
    this.#pump();
  }

  /** Takes what has not been sent out of the queue. */
  drop(): void {
    this.#state.items.forEach((item, index) => {
      if (item.phase === 'queued') this.#setItem(index, { phase: 'dropped', againAt: undefined });
    });
    this.#set({ paused: false });
    this.#finish();
  }

  /**
   * Asks again for what failed, or for one of them.
   * @param mfaToken sent with these calls and forgotten with them.
   */
  retry(which: (item: BatchItem, index: number) => boolean = () => true, mfaToken?: string): void {
    this.#state.items.forEach((item, index) => {
      if (item.phase !== 'failed' || !which(item, index)) return;
      this.#tries.delete(index);
      this.#giveToken(index, mfaToken);
      this.#setItem(index, {
        phase: 'queued',
        error: undefined,
        endedAs: undefined,
        requestId: undefined,
        startedAt: undefined,
        endedAt: undefined,
      });
    });
    this.resume();
  }

  #pump(): void {
    this.#stopWaiting?.();
    this.#stopWaiting = undefined;
    const now = this.#means.clock.now();
    while (!this.#state.paused && this.#count('sending', 'running') < this.#state.parallel) {
      const { items } = this.#state;
      const ready = items.findIndex(
        ({ phase, againAt = 0 }) => phase === 'queued' && againAt <= now && this.#holdUntil <= now,
      );
      if (ready < 0) {
        const times = items.flatMap(({ phase, againAt = 0 }) =>
          phase === 'queued' ? [Math.max(againAt, this.#holdUntil)] : [],
        );
        if (times.length > 0) {
          const wait = Math.max(0, Math.min(...times) - now);
          this.#stopWaiting = this.#means.clock.after(wait, () => this.#pump());
        }
        break;
      }
      void this.#send(ready);
    }
    this.#finish();
  }

  async #send(index: number): Promise<void> {
    const requests = this.#requests[index];
    if (!requests) return;
    const { store, clock, sequences } = this.#means;
    this.#setItem(index, { phase: 'sending', startedAt: clock.now(), againAt: undefined });
    const left = this.#sequence(this.#state.items[index]?.sequenceId);
    if (left?.state === 'failed') {
      // What was done of it is done: it goes on from the step that failed.
      sequences.retry(left);
      return;
    }
    if (left && hasBegun(left)) {
      sequences.resume(left, requests);
      return;
    }
    const outcome = await sequences.start(requests, this.operation);
    this.#giveToken(index, undefined);
    if (this.#mustWait(index, outcome)) {
      if (outcome.kind !== 'busy') store.drop(outcome.entryId);
    } else if (outcome.kind !== 'busy') {
      const entry = store.get(outcome.entryId);
      this.#setItem(index, { entryId: outcome.entryId, sequenceId: entry?.sequence?.id });
      if (entry) this.#hear(entry);
    } else {
      this.#setItem(index, {
        phase: 'failed',
        endedAt: clock.now(),
        error: { code: 0, status: 'BUSY', message: '' },
      });
    }
    this.#pump();
  }

  /** Whether this item is put back into the queue for later. */
  #mustWait(index: number, outcome: Outcome): boolean {
    const { clock } = this.#means;
    if (outcome.kind === 'accepted') {
      this.#holds = 0;
      return false;
    }
    const why = whyLater(outcome);
    if (!why) return false;
    const limited = why === 'limited';
    const tries = (this.#tries.get(index) ?? 0) + 1;
    this.#tries.set(index, tries);
    if (tries > mostTries) return false;
    if (limited) {
      // The cloud counts the calls of the whole account, so all of the batch waits and goes on more slowly.
      this.#holds += 1;
      this.#holdUntil = clock.now() + backoff(this.#holds);
      this.#set({ parallel: Math.max(1, Math.floor(this.#state.parallel / 2)) });
    }
    const againAt = limited ? this.#holdUntil : clock.now() + backoff(tries);
    this.#setItem(index, { phase: 'queued', startedAt: undefined, againAt });
    return true;
  }

  #hear(entry: Entry): void {
    const part = entry.sequence?.id;
    const index = this.#state.items.findIndex(
      ({ entryId, sequenceId }) =>
        entryId === entry.id || (part !== undefined && sequenceId === part),
    );
    if (index < 0) return;
    const sequence = this.#sequence(part);
    const latest = sequence?.latest ?? entry;
    const { requestId, error, endedAs } = latest;
    this.#setItem(index, {
      phase: sequence ? phaseOf(sequence) : entry.status,
      requestId,
      error,
      endedAs,
      endedAt: sequence ? sequence.endedAt : entry.endedAt,
      step: sequence && stepOf(sequence),
    });
    const failures = this.#count('failed', 'unknown') - this.#forgiven;
    const { stopAfter, paused } = this.#state;
    if (stopAfter > 0 && failures >= stopAfter && !paused && this.#count('queued') > 0) {
      this.#set({ paused: 'failures' });
    }
    this.#pump();
  }

  #sequence(id: string | undefined): Sequence | undefined {
    return id === undefined
      ? undefined
      : this.#means.sequences.list().find((sequence) => sequence.id === id);
  }

  #giveToken(index: number, mfaToken: string | undefined): void {
    const [first, ...then] = this.#requests[index] ?? [];
    if (first) this.#requests[index] = [{ ...first, mfaToken }, ...then];
  }

  #count(...phases: Phase[]): number {
    return this.#state.items.filter(({ phase }) => phases.includes(phase)).length;
  }

  #finish(): void {
    const isOver = this.#count('queued', 'sending', 'running') === 0;
    const { endedAt } = this.#state;
    if (isOver === (endedAt !== undefined)) return;
    this.#set({ endedAt: isOver ? this.#means.clock.now() : undefined });
  }

  #setItem(index: number, facts: Partial<BatchItem>): void {
    this.#set({
      items: this.#state.items.map((item, i) => (i === index ? { ...item, ...facts } : item)),
    });
  }

  #set(facts: Partial<BatchState>): void {
    this.#state = { ...this.#state, ...facts };
    for (const listener of this.#listeners) listener();
  }
}

function phaseOf({ state, latest }: Sequence): Phase {
  // Given up as well: what may have happened is not asked for again without a look.
  return state === 'ended' && latest.status === 'unknown' ? 'unknown' : phases[state];
}

function stepOf({ state, latest, part }: Sequence): BatchItem['step'] {
  const [next] = part.rest;
  const unsent = latest.status === 'done' && state !== 'running' && next !== undefined;
  return unsent
    ? { operation: next.operation, n: part.step + 1, of: part.of, unsent }
    : { operation: latest.operation, n: part.step, of: part.of, unsent };
}

/** Whether a step of it has been done, which is not to be done once more. */
function hasBegun({ latest, part }: Sequence): boolean {
  return part.step > 1 || latest.status === 'done';
}

/** Starts a batch as planned. Not a method of `Batches`: those are there from the start, this comes with a dialog. */
export function startBatch(batches: Batches, plan: Plan): PlannedBatch {
  return batches.start(plan, (means, id) => new Batch(means, { ...plan, id }));
}
