import * as z from 'zod/mini';
import { clientToken, filtersOf, known, model, paging, regionId } from './common.ts';
import { type FilterTable, read, write } from './operation.ts';

const ShareInfo = model({
  /** User pin */
  shareTo: z.optional(z.string()),
  shareTime: z.optional(z.string()),
});

export const Snapshot = model({
  snapshotId: z.optional(z.string()),
  snapshotSource: z.optional(known(['self', 'others'])),
  /** Hidden when snapshotSource=others */
  diskId: z.optional(z.string()),
  /** GiB */
  snapshotSizeGB: z.optional(z.number()),
  /** Image ids; hidden when snapshotSource=others */
  images: z.optional(z.array(z.string())),
  name: z.optional(z.string()),
  description: z.optional(z.string()),
  status: z.optional(
    known(['creating', 'available', 'in-use', 'deleting', 'error_create', 'error_delete']),
  ),
  createTime: z.optional(z.string()),
  /** Scheduled removal */
  expireTime: z.optional(z.string()),
  /** Deprecated, use shareInfo */
  sharInfo: z.optional(z.array(ShareInfo)),
  shareInfo: z.optional(z.array(ShareInfo)),
  encrypted: z.optional(z.boolean()),
});
export type Snapshot = z.infer<typeof Snapshot>;

const SnapshotSpec = z.strictObject({
  name: z.string(),
  description: z.optional(z.string()),
  diskId: z.string(),
});

/**
 * - New snapshot starts as creating
 * - Quota: 15 snapshots per user and region
 * - Pause writes (better: detach) first for consistency
 */
export const createSnapshot = write({
  name: 'createSnapshot',
  service: 'disk',
  method: 'POST',
  path: '/v1/regions/{regionId}/snapshots',
  input: z.strictObject({
    regionId,
    snapshotSpec: SnapshotSpec,
    clientToken: clientToken,
  }),
  output: model({
    snapshotId: z.optional(z.string()),
  }),
  touches: ['describeSnapshots'],
  repeat: 'token',
});

/** What `describeSnapshots` may be filtered by, and how a value is compared. */
export const snapshotsFilters = {
  /** How it matches is not documented */
  snapshotId: 'exact',
  /** How it matches is not documented */
  diskId: 'exact',
  /** Creating | available | copying | deleting | error_create | error_delete */
  status: 'exact',
  name: 'fuzzy one',
} as const satisfies FilterTable;

/**
 * - Filters combine with AND, values inside one filter with OR
 */
export const describeSnapshots = read({
  name: 'describeSnapshots',
  service: 'disk',
  method: 'GET',
  path: '/v1/regions/{regionId}/snapshots',
  input: z.strictObject({
    regionId,
    ...paging,
    /** Default "private" */
    snapshotSource: z.optional(z.enum(['private', 'others', 'shared'])),
    filters: z.optional(filtersOf(snapshotsFilters)),
  }),
  output: model({
    snapshots: z.optional(z.array(Snapshot)),
    totalCount: z.optional(z.number()),
  }),
  filters: snapshotsFilters,
});
