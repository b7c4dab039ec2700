import { queryOptions } from '@tanstack/react-query';
import type { Disk } from '../../contract/disk.ts';
import { describeDisks } from '../../contract/disks.ts';
import { describeSnapshots } from '../../contract/snapshots.ts';
import { isTransitional } from '../../contract/statuses.ts';
import type { Call } from '../api/client.ts';
import { readOptions, type Whole, wholeOptions } from '../api/reads.ts';

/** Statuses of disks that nothing uses. */
const unused = ['available', 'creating', 'extending', 'restoring', 'deleting'];
const watchEvery = 3_000;

/**
 * The disks of a region that an instance might be given: those in no use, and shared ones. Looked at again and again
 * while one of them is being made, grown or deleted.
 */
export function freeDisksOptions(call: Call, regionId: string) {
  const read = (name: 'status' | 'multiAttach', values: string[]) =>
    wholeOptions(
      call,
      describeDisks,
      { regionId, filters: [{ name, values }] },
      ({ disks }) => disks,
    );
  return queryOptions<Disk[]>({
    queryKey: [describeDisks.name, { regionId, free: true }],
    queryFn: async ({ client }) => {
      const found = await Promise.all(
        [read('status', unused), read('multiAttach', ['true'])].map((options) =>
          client.fetchQuery<Whole<Disk>>({ ...options, staleTime: 0, gcTime: 0 }),
        ),
      );
      const disks = found.flatMap(({ items }) => items);
      return [...new Map(disks.map((disk) => [disk.diskId, disk])).values()];
    },
    refetchInterval: ({ state }) =>
      state.data?.some(({ status }) => isTransitional(status)) ? watchEvery : false,
  });
}

/** The named snapshots, as far as they are there: at most 100. */
export function snapshotsByIdOptions(call: Call, regionId: string, ids: readonly string[]) {
  return {
    ...readOptions(call, describeSnapshots, {
      regionId,
      pageSize: 100,
      filters: [{ name: 'snapshotId', values: [...ids].sort() }],
    }),
    enabled: ids.length > 0,
  };
}

/** All snapshots of a region that are one's own. */
export function ownSnapshotsOptions(call: Call, regionId: string) {
  return wholeOptions(call, describeSnapshots, { regionId }, ({ snapshots }) => snapshots);
}
