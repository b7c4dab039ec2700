import * as z from 'zod';
import { clientToken, filtersOf, known, model, regionId } from './common.ts';
import { type FilterTable, read, write } from './operation.ts';

export const ShareInfo = model({
  /** User pin */
  shareTo: z.string().optional(),
  shareTime: z.string().optional(),
});
export type ShareInfo = z.infer<typeof ShareInfo>;

export const Snapshot = model({
  snapshotId: z.string().optional(),
  snapshotSource: known(['self', 'others']).optional(),
  /** Hidden when snapshotSource=others */
  diskId: z.string().optional(),
  /** GiB */
  snapshotSizeGB: z.number().optional(),
  /** Image ids; hidden when snapshotSource=others */
  images: z.array(z.string()).optional(),
  name: z.string().optional(),
  description: z.string().optional(),
  status: known([
    'creating',
    'available',
    'in-use',
    'deleting',
    'error_create',
    'error_delete',
  ]).optional(),
  createTime: z.string().optional(),
  /** Scheduled removal */
  expireTime: z.string().optional(),
  /** Deprecated, use shareInfo */
  sharInfo: z.array(ShareInfo).optional(),
  shareInfo: z.array(ShareInfo).optional(),
  encrypted: z.boolean().optional(),
});
export type Snapshot = z.infer<typeof Snapshot>;

export const SnapshotSpec = z.strictObject({
  name: z.string(),
  description: z.string().optional(),
  diskId: z.string(),
});
export type SnapshotSpec = z.infer<typeof SnapshotSpec>;

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
    regionId: regionId,
    snapshotSpec: SnapshotSpec,
    clientToken: clientToken,
  }),
  output: model({
    snapshotId: z.string().optional(),
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
    regionId: regionId,
    /** Default 1 */
    pageNumber: z.int().min(1).optional(),
    /** Default 20 */
    pageSize: z.int().min(10).max(100).optional(),
    /** Default "private" */
    snapshotSource: z.enum(['private', 'others', 'shared']).optional(),
    filters: filtersOf(snapshotsFilters).optional(),
  }),
  output: model({
    snapshots: z.array(Snapshot).optional(),
    totalCount: z.number().optional(),
  }),
  filters: snapshotsFilters,
});
