import type { OutputOf, WriteOperation } from '../../contract/operation.ts';
import type { WriteRequest } from '../api/write.ts';
import type { Clock } from '../kit/timing.ts';
import { newToken } from '../kit/token.ts';
import type { Entry } from './entry.ts';
import type { Guard } from './guard.ts';
import { mayKeep } from './keep.ts';
import { backoff, whyLater } from './later.ts';
import { longestCall } from './recover.ts';
import { type Sequence, sequencesOf, stateOf } from './sequence.ts';
import type { ActivityStore } from './store.ts';
import type { Outcome, Write } from './write.ts';

interface Means {
  write: Write;
  store: ActivityStore;
  guard: Guard;
  clock: Clock;
  /** Whether the guard knows of other tabs; without that only time tells that one is gone. */
  shared: boolean;
}

type Part = NonNullable<Entry['sequence']>;

/** How often a tab looks for sequences whose own tab went away. */
const lookEveryMs = 3_000;
/** A machine that is busy is waited for so long: making an image holds it for many minutes. */
const patience = 30 * 60_000;

/**
 * Carries out sequences: the next step is sent when the one before has ended well. All that is known of one stands
 * in its entries, so any tab can go on with it; the one that holds its lock does. What must not be kept (a password)
 * stays in the memory of the tab it was typed in and is gone with it: then a person is asked again.
 */
export class Sequences {
  readonly #means: Means;
  readonly #driven = new Set<string>();
  /** The steps as they were asked for, of sequences that were started in this tab. */
  readonly #plans = new Map<string, readonly WriteRequest[]>();

  constructor(means: Means) {
    this.#means = means;
  }

  list = (): Sequence[] => sequencesOf(this.#means.store.entries());

  /** Takes over what others have left, from now on. @returns what ends it. */
  watch(): () => void {
    const { store, clock } = this.#means;
    const look = () => {
      for (const sequence of this.list()) this.#consider(sequence);
    };
    const stopHearing = store.onChange(({ sequence }) => {
      if (sequence) look();
    });
    let stopTimer = () => {};
    const again = () => {
      look();
      stopTimer = clock.after(lookEveryMs, again);
    };
    again();
    return () => {
      stopHearing();
      stopTimer();
    };
  }

  /** Whether closing this tab would lose what a later step needs. */
  holdsSecrets(): boolean {
    return this.list().some(
      ({ id, state, part }) =>
        this.#plans.has(id) && state === 'running' && part.rest.some(({ input }) => !input),
    );
  }

  /** Whether something is going on that waits to be looked at. */
  isRunning(): boolean {
    return this.list().some(({ state }) => state === 'running');
  }

  /**
   * Sends the first step; the others follow.
   * @param requests on one resource, in order; a single one is an ordinary write.
   * @param goal which of the operations it is all about.
   * @returns what the first came to. Refused, there is no sequence: nothing has been done.
   */
  start<O extends WriteOperation>(
    [first, ...then]: readonly [WriteRequest<O>, ...WriteRequest[]],
    goal: string,
  ): Promise<Outcome<OutputOf<O>>> {
    const { write, store } = this.#means;
    if (then.length === 0) return write(first);
    for (const { state, resource, latest } of this.list()) {
      // Whoever asks anew has decided about what was left of an earlier try.
      const left = state === 'failed' || state === 'needsInput';
      if (left && resource.id === first.resource.id) this.#set(latest, { ended: true });
    }
    const id = newToken();
    return new Promise((resolve) => {
      this.#hold(id, [first, ...then], async () => {
        const rest = then.map(({ operation, input, takes }) => ({
          operation: operation.name,
          ...(mayKeep(operation, input) && { input }),
          ...(takes !== undefined && { takes }),
        }));
        const outcome = await write(first, { id, goal, step: 1, of: then.length + 1, rest });
        if (outcome.kind === 'refused') {
          const entry = store.get(outcome.entryId);
          if (entry) this.#set(entry, { ended: true });
        }
        resolve(outcome);
        if (outcome.kind !== 'busy') await this.#drive(id);
      });
    });
  }

  /** The sequence that waits at this entry for somebody to say how it goes on. */
  leftAt(entry: Entry): Sequence | undefined {
    return this.list().find(
      ({ latest, state }) => latest.id === entry.id && (state === 'failed' || state === 'unknown'),
    );
  }

  /** Asks for the failed step once more; whichever tab drives the sequence sends it. */
  retry({ latest, state }: Sequence): void {
    if (state !== 'failed' && state !== 'unknown') return;
    this.#set(latest, { again: true }, { seen: true });
  }

  /**
   * Goes on with one that was given up: with its last step when that has failed, else with the one after it.
   * @param requests all its steps as they were asked for: what must not be kept is in no entry.
   */
  resume({ id, latest }: Sequence, requests: readonly WriteRequest[]): void {
    this.#hold(id, requests, () => {
      const again = latest.status !== 'done';
      this.#set(latest, { ended: false, needsInput: false, again }, { seen: true });
      return this.#drive(id);
    });
  }

  /** Sends nothing more of it. A step that is under way goes on. */
  giveUp({ latest }: Sequence): void {
    this.#set(latest, { ended: true, again: false }, { seen: true });
  }

  /** Drives a sequence whose steps are known here; no other tab does meanwhile. */
  #hold(id: string, requests: readonly WriteRequest[], drive: () => Promise<void>): void {
    this.#plans.set(id, requests);
    this.#driven.add(id);
    void this.#means.guard(lockName(id), drive).finally(() => {
      this.#driven.delete(id);
      this.#plans.delete(id);
    });
  }

  #set(latest: Entry, facts: Partial<Part>, more: Partial<Entry> = {}): void {
    const { sequence } = latest;
    if (sequence) {
      this.#means.store.update(latest.id, { ...more, sequence: { ...sequence, ...facts } });
    }
  }

  #consider({ id, state, latest }: Sequence): void {
    if (this.#driven.has(id) || (state !== 'running' && state !== 'unknown')) return;
    const { guard, shared, clock } = this.#means;
    const stoodStill = clock.now() - (latest.endedAt ?? latest.startedAt);
    if (!shared && stoodStill < longestCall) return;
    this.#driven.add(id);
    void guard(lockName(id), () => this.#drive(id)).finally(() => this.#driven.delete(id));
  }

  #find(id: string): Sequence | undefined {
    return this.list().find((one) => one.id === id);
  }

  /** Goes on with a sequence until nothing more can come of it in this tab. */
  async #drive(id: string): Promise<void> {
    let tries = 0;
    let since: number | undefined;
    for (;;) {
      const sequence = this.#find(id);
      if (!sequence) return;
      const { latest, part, state } = sequence;
      if (state === 'done' || state === 'ended') return;
      if (latest.status === 'sending' || latest.status === 'running' || state === 'unknown') {
        await this.#change(latest.id);
      } else if (state === 'failed' || state === 'needsInput') {
        // Without a plan here any tab can do what a person decides; with one, only this can.
        if (!this.#plans.has(id)) return;
        await this.#change(latest.id);
      } else if ((await this.#sendNext(sequence, since)) === 'later') {
        since ??= this.#means.clock.now();
        tries += 1;
        const againAt = this.#means.clock.now() + backoff(tries);
        // Read anew: something may have been decided while it was sent.
        const { latest: current = latest, part: now = part } = this.#find(id) ?? {};
        if (stateOf(current, now) === 'running') this.#set(current, { againAt });
        await this.#pause(latest.id, backoff(tries));
      } else {
        tries = 0;
        since = undefined;
      }
    }
  }

  /** @param since when it was first found busy. */
  async #sendNext({ id, latest, part }: Sequence, since?: number): Promise<'later' | undefined> {
    const { write, store, clock } = this.#means;
    const repeated = latest.status !== 'done';
    const step = repeated ? part.step : part.step + 1;
    const planned = this.#plans.get(id)?.[step - 1];
    const request = planned
      ? { ...planned, input: filled(planned.input, planned.takes, latest, repeated) }
      : await kept(latest, part, repeated);
    if (!request) {
      this.#set(latest, { needsInput: true, again: false });
      return undefined;
    }
    const rest = repeated ? part.rest : part.rest.slice(1);
    const outcome = await write(request, { id, goal: part.goal, step, of: part.of, rest });
    if (!whyLater(outcome)) return undefined;
    if (since !== undefined && clock.now() - since > patience && outcome.kind !== 'busy') {
      return undefined;
    }
    if (outcome.kind !== 'busy') store.drop(outcome.entryId);
    return 'later';
  }

  /** Resolves when the entry has changed, or is forgotten. */
  #change(entryId: string): Promise<void> {
    const { store } = this.#means;
    const before = store.get(entryId);
    return new Promise((resolve) => {
      const stop = store.subscribe(() => {
        if (store.get(entryId) === before) return;
        stop();
        resolve();
      });
    });
  }

  /** Waits, but no longer than until somebody decides something. */
  async #pause(entryId: string, ms: number): Promise<void> {
    let callOff = () => {};
    const time = new Promise<void>((resolve) => (callOff = this.#means.clock.after(ms, resolve)));
    await Promise.race([time, this.#change(entryId)]);
    callOff();
  }
}

const lockName = (id: string) => `vm-console:sequence:${id}`;

/** The input of a step with the id of what the one before has made in its place. */
function filled(
  input: Readonly<Record<string, unknown>>,
  takes: string | undefined,
  latest: Entry,
  repeated: boolean,
): Record<string, unknown> {
  if (takes === undefined) return input;
  return { ...input, [takes]: repeated ? latest.input?.[takes] : latest.made };
}

/** A step as its entries have kept it; nothing when it held what must not be kept. */
async function kept(
  latest: Entry,
  { rest }: Part,
  repeated: boolean,
): Promise<WriteRequest | undefined> {
  const { operation: name, ...step } = repeated ? latest : (rest[0] ?? latest);
  // Only whoever goes on after a reload needs to know every operation.
  const { operations } = await import('../../contract/operations.ts');
  const operation = Object.values(operations).find((one) => one.name === name);
  if (!step.input || operation?.kind !== 'write') return undefined;
  const takes = 'takes' in step ? step.takes : undefined;
  const parsed = operation.input.safeParse(filled(step.input, takes, latest, repeated));
  return parsed.success ? { operation, input: parsed.data, resource: latest.resource } : undefined;
}
