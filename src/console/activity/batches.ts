import type { Steps } from '../api/write.ts';
import type { Look } from '../kit/Status.tsx';
import type { Clock } from '../kit/timing.ts';
import type { Batch } from './batch.ts';
import type { Sequences } from './sequences.ts';
import type { ActivityStore } from './store.ts';

/** Something that was asked for and will not be touched, and why. */
export interface Skipped {
  id: string;
  name: string;
  look: Look;
  why: string;
}

/** What a person agreed to. */
export interface Plan {
  /** Per resource one write, or several in a row. */
  requests: readonly Steps[];
  /** The operation it is all about, where it is not the first of those. */
  goal?: string;
  /** How many were asked for, with those that are skipped. */
  asked: number;
  skipped: Skipped[];
  parallel: number;
  stopAfter: number;
}

export interface PlannedBatch {
  batch: Batch;
  plan: Plan;
}

/** What batches work with. */
export interface BatchMeans {
  sequences: Pick<Sequences, 'start' | 'retry' | 'resume' | 'list'>;
  store: ActivityStore;
  clock: Clock;
}

/**
 * The batches of this page, newest first. They go on whatever is on screen, but not beyond the page: what is still
 * queued when it closes is never sent.
 */
export class Batches {
  readonly #means: BatchMeans;
  readonly #listeners = new Set<() => void>();
  #list: readonly PlannedBatch[] = [];
  #count = 0;

  constructor(means: BatchMeans) {
    this.#means = means;
  }

  list = (): readonly PlannedBatch[] => this.#list;

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Starts what `make` makes, under the id it is given; see `startBatch`. */
  start(plan: Plan, make: (means: BatchMeans, id: string) => Batch): PlannedBatch {
    this.#count += 1;
    const batch = make(this.#means, String(this.#count));
    const planned = { batch, plan };
    this.#list = [planned, ...this.#list];
    batch.subscribe(() => {
      for (const listener of this.#listeners) listener();
    });
    batch.start();
    for (const listener of this.#listeners) listener();
    return planned;
  }

  /** Whether closing the page would leave something unsent. */
  hasQueued(): boolean {
    return this.#list.some(({ batch }) =>
      batch.state().items.some(({ phase }) => phase === 'queued' || phase === 'sending'),
    );
  }
}
