import type { QueryClient } from '@tanstack/react-query';
import { hasChangingDisk, isAttachmentOperation } from '../../contract/attachment-work.ts';
import { CloudError } from '../../contract/envelope.ts';
import { describeInstanceStatus } from '../../contract/instance-status.ts';
import { describeInstances, type Instance } from '../../contract/instances.ts';
import { isTransitional } from '../../contract/statuses.ts';
import type { Entry } from '../activity/entry.ts';
import { Poller } from '../activity/poller.ts';
import type { ActivityStore } from '../activity/store.ts';
import { isWorthWatching } from '../activity/verdict.ts';
import type { Call } from '../api/client.ts';
import { inParts } from '../api/in-parts.ts';
import type { Clock } from '../kit/timing.ts';
import { judge, judgeNew } from './judge.ts';
import { absorb, type Fleet, fleetKey } from './queries.ts';

const everyMs = 3_000;

/** What the console is waiting for. */
export interface WatchState {
  /** How many instances of the region on screen are changing. */
  changing: number;
  /** How often they are looked at; more seldom while the cloud asks to slow down. */
  everySeconds: number;
}

interface Means {
  call: Call;
  client: QueryClient;
  store: ActivityStore;
  clock: Clock;
  isHidden: () => boolean;
}

/**
 * The one poller of the console. It looks only at what is changing or has something running on it, with the light
 * status call, many ids at a time; what has settled is read in full, once.
 */
export class Watcher {
  readonly #means: Means;
  readonly #poller: Poller;
  readonly #listeners = new Set<() => void>();
  readonly #since = new Map<string, { status: string; at: number }>();
  readonly #wanted = new Map<string, Set<string>>();
  #region = '';
  #state: WatchState = { changing: 0, everySeconds: everyMs / 1000 };
  #stopRefresh: (() => void) | undefined;
  #fleetReadAt = 0;

  constructor(means: Means) {
    this.#means = means;
    this.#poller = new Poller(
      means,
      everyMs,
      () => this.#lookAtAll(),
      () =>
        this.#publish({ ...this.#state, everySeconds: Math.round(this.#poller.pauseMs / 1000) }),
    );
  }

  state = (): WatchState => this.#state;

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Since when an instance has been in the changing status it is in, as far as this page has seen. */
  since = (instanceId: string): number | undefined => this.#since.get(instanceId)?.at;

  start(region: string): () => void {
    const { client, store, clock } = this.#means;
    this.#region = region;
    this.#since.clear();
    this.#fleetReadAt = clock.now();
    const stops = [
      client.getQueryCache().subscribe((event) => {
        if (event.type !== 'updated' || event.action.type !== 'success') return;
        const [name] = event.query.queryKey;
        if (name === 'describeInstances' || name === 'describeInstance') this.#count();
      }),
      store.onChange((entry, before) => {
        if (entry.status === 'sending' || entry.status === before?.status) return;
        const isOnIt = entry.resource.kind === 'instance';
        this.refresh(entry.region, isOnIt ? [entry.resource.id] : newIn(entry));
      }),
    ];
    this.#count();
    stops.push(this.#poller.start());
    return () => {
      for (const stop of stops) stop();
    };
  }

  /** Reads these instances in full soon, together with whatever else is asked for in the same moment. */
  refresh(region: string, instanceIds: Iterable<string>): void {
    const ids = this.#wanted.get(region) ?? new Set<string>();
    for (const id of instanceIds) ids.add(id);
    this.#wanted.set(region, ids);
    this.#stopRefresh ??= this.#means.clock.after(100, () => {
      this.#stopRefresh = undefined;
      void this.#refreshWanted();
    });
  }

  /** Looks at everything that is changing. Called by the clock; a page may call it when it cannot wait. */
  tick(): Promise<void> {
    return this.#poller.tick();
  }

  async #lookAtAll(): Promise<void> {
    for (const [region, ids] of this.#worthALook()) await this.#look(region, [...ids]);
    await this.#refreshFleet();
  }

  #worthALook(): Map<string, Set<string>> {
    const { store, clock } = this.#means;
    const found = new Map<string, Set<string>>();
    const add = (region: string, id: string) => {
      found.set(region, (found.get(region) ?? new Set()).add(id));
    };
    for (const instance of this.#known().values()) {
      const { instanceId, status } = instance;
      if (isTransitional(status) || hasChangingDisk(instance)) add(this.#region, instanceId);
    }
    for (const entry of store.entries()) {
      // An image that is made of it shows its end itself.
      const isOnIt = entry.resource.kind === 'instance' && entry.work === undefined;
      const ids = isOnIt ? [entry.resource.id] : newIn(entry);
      if (isWorthWatching(entry, clock.now())) for (const id of ids) add(entry.region, id);
    }
    return found;
  }

  /** Every instance of the region that some page has read. */
  #known(region = this.#region): Map<string, Instance> {
    const { client } = this.#means;
    const known = new Map<string, Instance>();
    const fleet = client.getQueryData<Fleet>(fleetKey(region));
    for (const instance of fleet?.instances ?? []) known.set(instance.instanceId, instance);
    const single = client.getQueriesData<{ instance?: Instance }>({
      queryKey: ['describeInstance', { regionId: region }],
    });
    for (const [, data] of single) {
      const instance = data?.instance;
      if (instance && !known.has(instance.instanceId)) known.set(instance.instanceId, instance);
    }
    return known;
  }

  async #look(regionId: string, ids: string[]): Promise<void> {
    const seen = new Map<string, string | undefined>();
    // The light call tells nothing of disks and interfaces, nor of a new name.
    const inside = this.#changingInside(regionId);
    const closely = ids.filter((id) => inside.has(id));
    await this.#read(regionId, closely);
    for (const id of closely) seen.set(id, this.#known(regionId).get(id)?.status);
    const others = ids.filter((id) => !inside.has(id));
    for (const { ids: some, pageSize } of inParts(others)) {
      const { result } = await this.#means.call(describeInstanceStatus, {
        regionId,
        pageSize,
        filters: [{ name: 'instanceId', values: some }],
      });
      const now = new Map(
        result.instanceStatuses?.map(({ instanceId, status }) => [instanceId, status]),
      );
      for (const id of some) seen.set(id, now.get(id));
      const known = this.#known(regionId);
      const moved = some.filter((id) => now.get(id) !== known.get(id)?.status);
      for (const id of some) {
        const instance = known.get(id);
        if (!moved.includes(id) && instance) this.#settle(regionId, id, instance);
      }
      if (moved.length > 0) await this.#read(regionId, moved);
    }
    this.#settleNew(regionId, seen);
  }

  /** @param seen the statuses of those that were looked at; one without is not there. */
  #settleNew(region: string, seen: ReadonlyMap<string, string | undefined>): void {
    const { store, clock } = this.#means;
    for (const entry of store.entries()) {
      const ids = newIn(entry);
      if (entry.region !== region || ids.length === 0 || !ids.every((id) => seen.has(id))) continue;
      const verdict = judgeNew(entry, ids, seen, clock.now());
      if (verdict) store.update(entry.id, verdict);
    }
  }

  /** Instances on which something changes, or may have without an answer, that their status does not tell. */
  #changingInside(region: string): ReadonlySet<string> {
    const { store, clock } = this.#means;
    const disks = [...this.#known(region).values()].filter(hasChangingDisk);
    const entries = store
      .entries()
      .filter(({ operation, status }) => isAttachmentOperation(operation) || status === 'unknown')
      .filter((entry) => isWorthWatching(entry, clock.now()));
    return new Set([
      ...disks.map(({ instanceId }) => instanceId),
      ...entries.map(({ resource }) => resource.id),
    ]);
  }

  async #refreshWanted(): Promise<void> {
    const wanted = [...this.#wanted];
    this.#wanted.clear();
    for (const [region, ids] of wanted) {
      try {
        await this.#read(region, [...ids]);
      } catch (error) {
        // The poller looks at the same ids again; what has settled waits for the next full read.
        if (!(error instanceof CloudError)) throw error;
      }
    }
  }

  async #read(regionId: string, ids: string[]): Promise<void> {
    const { call, client } = this.#means;
    for (const { ids: some, pageSize } of inParts(ids)) {
      const { result } = await call(describeInstances, {
        regionId,
        pageSize,
        filters: [{ name: 'instanceId', values: some }],
      });
      const found = new Map(result.instances?.map((instance) => [instance.instanceId, instance]));
      const fresh = new Map(some.map((id) => [id, found.get(id)]));
      absorb(client, regionId, fresh);
      for (const [id, instance] of fresh) this.#settle(regionId, id, instance);
    }
  }

  #settle(region: string, id: string, instance: Instance | undefined): void {
    const { store, clock } = this.#means;
    for (const entry of store.entries()) {
      if (entry.resource.id !== id || entry.region !== region) continue;
      if (!isWorthWatching(entry, clock.now())) continue;
      const verdict = judge(entry, instance, clock.now());
      if (verdict) store.update(entry.id, verdict);
    }
  }

  /** Others change things too. A large fleet is read again more seldom: it takes a call per 100 instances. */
  async #refreshFleet(): Promise<void> {
    const { client, clock } = this.#means;
    const queryKey = fleetKey(this.#region);
    const size = client.getQueryData<Fleet>(queryKey)?.total ?? 0;
    const pause = 60_000 * Math.max(1, size / 1000);
    if (clock.now() - this.#fleetReadAt < pause) return;
    this.#fleetReadAt = clock.now();
    await client.refetchQueries({ queryKey, exact: true, type: 'active' });
  }

  #count(): void {
    const now = this.#means.clock.now();
    const changing = new Set<string>();
    for (const { instanceId, status = '' } of this.#known().values()) {
      if (!isTransitional(status)) continue;
      changing.add(instanceId);
      if (this.#since.get(instanceId)?.status === status) continue;
      this.#since.set(instanceId, { status, at: this.#startOf(instanceId) ?? now });
    }
    for (const id of this.#since.keys()) if (!changing.has(id)) this.#since.delete(id);
    this.#publish({ ...this.#state, changing: changing.size });
  }

  /** When the work that is now running on it was asked for, if it was asked for here. */
  #startOf(instanceId: string): number | undefined {
    return this.#means.store
      .entries()
      .find(({ resource, status }) => resource.id === instanceId && status === 'running')
      ?.startedAt;
  }

  #publish(state: WatchState): void {
    const { changing, everySeconds } = this.#state;
    if (state.changing === changing && state.everySeconds === everySeconds) return;
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}

/** The instances a creation has made, or is making. */
function newIn({ work }: Entry): readonly string[] {
  return work?.kind === 'instance' ? work.ids : [];
}
