import * as z from 'zod/mini';
import {
  ChargeSpec,
  clientToken,
  filtersOf,
  model,
  Nothing,
  paging,
  regionId,
  resourceId,
  Sort,
  TagFilter,
  TagInput,
} from './common.ts';
import { Disk } from './disk.ts';
import { type FilterTable, read, write } from './operation.ts';

export const DiskSpec = z.strictObject({
  /** Required by the type; docs samples of createInstances/createImage omit it */
  az: z.string(),
  /** Required by the type; docs samples of createInstances/createImage omit it */
  name: z.string(),
  description: z.optional(z.string()),
  diskType: z.enum(['ssd', 'premium-hdd', 'ssd.gp1', 'ssd.io1', 'hdd.std1', 'ssd.io2', 'ssd.gp2']),
  /** GiB; ssd 20-1000, premium-hdd 20-3000, ssd.gp1/ssd.io1/hdd.std1 20-16000; ssd.io2/ssd.gp2 not stated */
  diskSizeGB: z.int().check(z.multipleOf(10)),
  /** Ssd.io1 only; default and maximum tied to capacity with factors 30 and 50 (operator lost in the source text) */
  iops: z.optional(z.int().check(z.multipleOf(10))),
  /** Source snapshot */
  snapshotId: z.optional(z.string()),
  /** Snapshot policy */
  policyId: z.optional(z.string()),
  /** Text says default is postpaid by usage time, while createDisks says by configuration */
  charge: z.optional(ChargeSpec),
  /** Shared disk; default false */
  multiAttachable: z.optional(z.boolean()),
  /** Default false */
  encrypt: z.optional(z.boolean()),
});
export type DiskSpec = z.infer<typeof DiskSpec>;

const PolicyDiskRelationOpResult = model({
  /** Status code */
  code: z.optional(z.number()),
  /** Failure text */
  message: z.optional(z.string()),
  diskId: z.optional(z.string()),
  diskRegion: z.optional(z.string()),
  policyId: z.optional(z.string()),
  op: z.optional(z.number()),
});

/**
 * - Batch names get suffix -1, -2, ..
 * - Default billing postpaid_by_duration
 * - Status becomes available
 */
export const createDisks = write({
  name: 'createDisks',
  service: 'disk',
  method: 'POST',
  path: '/v1/regions/{regionId}/disks',
  input: z.strictObject({
    regionId,
    diskSpec: DiskSpec,
    /** Best effort */
    maxCount: z.int().check(z.gte(1), z.lte(100)),
    /** One value per key; Chinese, letters, digits, space and _.:/=+-@ */
    userTags: z.optional(z.array(TagInput).check(z.maxLength(10))),
    clientToken: clientToken,
    resourceGroupId: z.optional(z.string()),
  }),
  output: model({
    /** Empty when no policyId was given */
    policyRelations: z.optional(z.array(PolicyDiskRelationOpResult)),
    diskIds: z.optional(z.array(z.string())),
    /** Empty when no tags were given */
    tagmsg: z.optional(z.string()),
  }),
  touches: ['describeDisks'],
  repeat: 'token',
});

/**
 * - Status available
 * - Pay-by-configuration disk
 * - Its snapshots may remain
 */
export const deleteDisk = write({
  name: 'deleteDisk',
  service: 'disk',
  method: 'DELETE',
  path: '/v1/regions/{regionId}/disks/{diskId}',
  input: z.strictObject({
    regionId,
    diskId: resourceId,
    /** True = recycle bin; default false */
    putInRecycleBin: z.optional(z.boolean()),
  }),
  output: Nothing,
  touches: ['describeDisks', 'describeDisk'],
});

export const describeDisk = read({
  name: 'describeDisk',
  service: 'disk',
  method: 'GET',
  path: '/v1/regions/{regionId}/disks/{diskId}',
  input: z.strictObject({
    regionId,
    diskId: resourceId,
  }),
  output: model({
    disk: z.optional(Disk),
  }),
});

/** What `describeDisks` may be filtered by, and how a value is compared. */
export const disksFilters = {
  diskId: 'exact',
  /** Ssd | premium-hdd | ssd.io1 | ssd.gp1 | hdd.std1 */
  diskType: 'exact',
  instanceId: 'exact',
  instanceType: 'exact',
  status: 'exact',
  az: 'exact',
  name: 'fuzzy one',
  multiAttach: 'exact one',
  encrypted: 'exact one',
  policyId: 'exact',
  /** Disks not bound to the policy */
  notPolicyId: 'exact',
} as const satisfies FilterTable;

/**
 * - Filters combine with AND, values inside one filter with OR
 */
export const describeDisks = read({
  name: 'describeDisks',
  service: 'disk',
  method: 'GET',
  path: '/v1/regions/{regionId}/disks',
  input: z.strictObject({
    regionId,
    /** Sort name: create_time or trash_time only; direction 0 asc, 1 desc */
    orders: z.optional(z.array(Sort)),
    ...paging,
    tags: z.optional(z.array(TagFilter)),
    filters: z.optional(filtersOf(disksFilters)),
    resourceGroupIds: z.optional(z.array(z.string())),
  }),
  output: model({
    disks: z.optional(z.array(Disk)),
    totalCount: z.optional(z.number()),
  }),
  filters: disksFilters,
});

/**
 * - Status available
 * - No snapshot being taken
 */
export const extendDisk = write({
  name: 'extendDisk',
  service: 'disk',
  method: 'POST',
  path: '/v1/regions/{regionId}/disks/{diskId}:extend',
  input: z.strictObject({
    regionId,
    diskId: resourceId,
    /** Target size in GiB */
    diskSizeGB: z.int(),
    /** Ssd.io1 only; absent = unchanged */
    iops: z.optional(z.int().check(z.multipleOf(10))),
  }),
  output: Nothing,
  touches: ['describeDisks', 'describeDisk', 'describeInstances', 'describeInstance'],
});
