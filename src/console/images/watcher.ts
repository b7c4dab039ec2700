import type { QueryClient } from '@tanstack/react-query';
import { describeImages, type Image, imageTasks, type TaskInfo } from '../../contract/images.ts';
import { isTransitional } from '../../contract/statuses.ts';
import type { Entry } from '../activity/entry.ts';
import { Poller } from '../activity/poller.ts';
import type { ActivityStore } from '../activity/store.ts';
import { isWorthWatching } from '../activity/verdict.ts';
import type { Call } from '../api/client.ts';
import { inParts } from '../api/in-parts.ts';
import type { Whole } from '../api/reads.ts';
import type { Clock } from '../kit/timing.ts';
import { absorbImages, absorbTasks } from './absorb.ts';
import { judgeImages, judgeTask } from './judge.ts';
import { isUnfinished } from './tasks/task.ts';
import { imageEverySeconds } from './watching.ts';

interface Means {
  call: Call;
  client: QueryClient;
  store: ActivityStore;
  clock: Clock;
  isHidden: () => boolean;
}

/** Ids to look at, by region. */
type Wanted = Map<string, Set<string>>;

function want(wanted: Wanted, region: string, ids: Iterable<string>): void {
  const set = wanted.get(region) ?? new Set();
  for (const id of ids) set.add(id);
  wanted.set(region, set);
}

/**
 * Looks at the images that are changing and the tasks that run, and at nothing else: those that a page shows, and those
 * that something started in this browser works on, in whatever region.
 */
export class ImageWatcher {
  readonly #means: Means;
  readonly #poller: Poller;

  constructor(means: Means) {
    this.#means = means;
    this.#poller = new Poller(means, imageEverySeconds * 1000, () => this.#look());
  }

  start(): () => void {
    return this.#poller.start();
  }

  /** Looks once. Called by the clock. */
  tick(): Promise<void> {
    return this.#poller.tick();
  }

  async #look(): Promise<void> {
    for (const [region, ids] of this.#changingImages()) await this.#lookAtImages(region, ids);
    for (const [region, ids] of this.#runningTasks()) await this.#lookAtTasks(region, ids);
  }

  #worthWatching(): Entry[] {
    const { store, clock } = this.#means;
    return store.entries().filter((entry) => isWorthWatching(entry, clock.now()));
  }

  #changingImages(): Wanted {
    const wanted: Wanted = new Map();
    for (const [region, image] of this.#shown<Image>('describeImages', 'describeImage', 'image')) {
      if (isTransitional(image.status)) want(wanted, region, [image.imageId]);
    }
    for (const entry of this.#worthWatching()) {
      const work = imagesOf(entry);
      if (work) want(wanted, work.region, work.ids);
    }
    return wanted;
  }

  #runningTasks(): Wanted {
    const wanted: Wanted = new Map();
    for (const [region, task] of this.#shown<TaskInfo>('imageTasks')) {
      if (isUnfinished(task)) want(wanted, region, [task.taskId]);
    }
    for (const { work } of this.#worthWatching()) {
      if (work?.kind === 'imageTask') want(wanted, work.region, work.ids);
    }
    return wanted;
  }

  /** What pages on screen show of the answers to a list and to a single read. */
  #shown<T>(list: string, single?: string, field = ''): [region: string, item: T][] {
    const queries = this.#means.client.getQueryCache().findAll({ type: 'active' });
    return queries.flatMap(({ queryKey: [name, input], state }) => {
      const region = regionOf(input);
      if (name === list) {
        // Lists are kept whole by the console's own queries; a reply as it came has no `items`.
        const { items = [] } = (state.data ?? {}) as Partial<Whole<T>>;
        return items.map((item): [string, T] => [region, item]);
      }
      if (name !== single) return [];
      // The result of a single read has the thing in one field.
      const item = ((state.data ?? {}) as Record<string, T | undefined>)[field];
      return item ? [[region, item]] : [];
    });
  }

  async #lookAtImages(regionId: string, wanted: ReadonlySet<string>): Promise<void> {
    const { call, client, store, clock } = this.#means;
    const found = new Map<string, Image | undefined>([...wanted].map((id) => [id, undefined]));
    for (const { ids, pageSize } of inParts(wanted)) {
      const { result } = await call(describeImages, { regionId, ids, pageSize });
      for (const image of result.images ?? []) found.set(image.imageId, image);
    }
    absorbImages(client, regionId, found);
    for (const entry of this.#worthWatching()) {
      const work = imagesOf(entry);
      if (work?.region !== regionId || !work.ids.every((id) => found.has(id))) continue;
      const images = work.ids.map((id) => found.get(id));
      const verdict = judgeImages(entry, images, clock.now());
      if (verdict) store.update(entry.id, verdict);
    }
  }

  async #lookAtTasks(regionId: string, wanted: ReadonlySet<string>): Promise<void> {
    const { call, client, store, clock } = this.#means;
    const found = new Map<string, TaskInfo>();
    for (const { ids: taskIds, pageSize } of inParts(wanted)) {
      const { result } = await call(imageTasks, { regionId, taskIds, pageSize });
      for (const task of result.taskSet ?? []) found.set(task.taskId, task);
    }
    absorbTasks(client, regionId, found);
    for (const entry of this.#worthWatching()) {
      const { work } = entry;
      if (work?.kind !== 'imageTask' || work.region !== regionId) continue;
      const verdict = judgeTask(entry, found.get(work.ids[0] ?? ''), clock.now());
      if (verdict) store.update(entry.id, verdict);
    }
    // With a task an image comes, goes or is free again.
    if ([...found.values()].some((task) => !isUnfinished(task))) {
      void client.invalidateQueries({ queryKey: ['describeImages', { regionId }] });
    }
  }
}

/** The images an entry works on. A delete without an answer is looked at as well: its image tells. */
function imagesOf({ work, operation, status, region, resource }: Entry) {
  if (work?.kind === 'image') return work;
  if (operation !== 'deleteImage' || status !== 'unknown') return undefined;
  return { region, ids: [resource.id] };
}

function regionOf(input: unknown): string {
  return typeof input === 'object' && input !== null && 'regionId' in input
    ? String(input.regionId)
    : '';
}
