import { type QueryClient, queryOptions } from '@tanstack/react-query';
import { describeInstance, describeInstances, type Instance } from '../../contract/instances.ts';
import type { Call } from '../api/client.ts';
import { amend, pagesAfterFirst, readOptions } from '../api/reads.ts';
import { painted } from '../kit/painted.ts';

/** All instances of a region, as far as they are known yet. */
export interface Fleet {
  instances: Instance[];
  /** How many the cloud says there are. */
  total: number;
  /** False while pages are still arriving, and for good when there are more than `fleetLimit`. */
  complete: boolean;
}

/** The cloud has no sorting and no free search, so the list is read whole, up to this many. */
const fleetLimit = 10_000;
const pageSize = 100;

export const fleetKey = (regionId: string) => ['describeInstances', { regionId }] as const;

/** The first page, which can be asked for while the code that will show it is still on its way. */
export function firstPageOptions(call: Call, regionId: string) {
  return readOptions(call, describeInstances, { regionId, pageNumber: 1, pageSize });
}

/** How old a first page may be to begin a list with. */
const justRead = 5_000;

/**
 * Reads a region's instances in pages of 100 and shows each page as it comes: the first paints at once, and nothing
 * more is asked for before. A later refresh keeps what is on screen until all of it is in.
 */
export function fleetOptions(call: Call, regionId: string) {
  return queryOptions<Fleet>({
    queryKey: fleetKey(regionId),
    queryFn: async ({ client, queryKey, signal }) => {
      const readPage = async (pageNumber: number) =>
        (await call(describeInstances, { regionId, pageNumber, pageSize }, { signal })).result;
      const known = client.getQueryData<Fleet>(queryKey);
      const first = known
        ? await readPage(1)
        : await client.fetchQuery({ ...firstPageOptions(call, regionId), staleTime: justRead });
      const found = new Map<string, Instance>();
      const add = (instances: Instance[] = []) => {
        for (const instance of instances) found.set(instance.instanceId, instance);
      };
      add(first.instances);
      const total = first.totalCount ?? found.size;
      const last = Math.ceil(Math.min(total, fleetLimit) / pageSize);
      const snapshot = (complete: boolean): Fleet => ({
        instances: [...found.values()],
        total: complete ? found.size : total,
        complete,
      });
      const refreshing = known?.complete ?? false;
      const show = () => {
        if (!refreshing && found.size < total) {
          client.setQueryData<Fleet>(queryKey, snapshot(false));
        }
      };
      if (last > 1) {
        show();
        if (!refreshing) await painted();
      }
      for await (const results of pagesAfterFirst(last, readPage)) {
        for (const result of results) add(result.instances);
        show();
      }
      return snapshot(total <= fleetLimit);
    },
  });
}

/** One instance, for its own page. */
export function instanceOptions(call: Call, regionId: string, instanceId: string) {
  return readOptions(call, describeInstance, { regionId, instanceId });
}

/**
 * Puts fresh facts about some instances into everything that shows them; `undefined` means it is gone. Cheaper
 * than reading a fleet again because one of it changed.
 */
export function absorb(
  client: QueryClient,
  regionId: string,
  fresh: ReadonlyMap<string, Instance | undefined>,
): void {
  amend<Fleet>(client, fleetKey(regionId), (fleet) => {
    const known = new Set(fleet.instances.map((instance) => instance.instanceId));
    const kept = fleet.instances.flatMap((instance) => {
      if (!fresh.has(instance.instanceId)) return [instance];
      return fresh.get(instance.instanceId) ?? [];
    });
    const added = [...fresh.values()].flatMap((instance) =>
      instance && !known.has(instance.instanceId) ? [instance] : [],
    );
    const instances = [...added, ...kept];
    return { ...fleet, instances, total: fleet.total + instances.length - fleet.instances.length };
  });
  for (const [instanceId, instance] of fresh) {
    const key = ['describeInstance', { regionId, instanceId }];
    // A page that shows it is told that it is gone; without such a page there is nothing to tell.
    if (instance || client.getQueryData(key)) client.setQueryData(key, { instance });
  }
}
