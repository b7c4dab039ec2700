import * as z from 'zod';
import {
  Charge,
  ChargeSpec,
  clientToken,
  filtersOf,
  known,
  model,
  Nothing,
  regionId,
  resourceId,
  Sort,
  Tag,
  TagFilter,
  TagInput,
} from './common.ts';
import { type FilterTable, read, write } from './operation.ts';

export const ContactInfo = model({
  sms: z.number().optional(),
  email: z.number().optional(),
  personIds: z.array(z.number()).optional(),
  groupIds: z.array(z.number()).optional(),
});
export type ContactInfo = z.infer<typeof ContactInfo>;

export const DiskAttachment = model({
  attachmentId: z.string().optional(),
  diskId: z.string().optional(),
  instanceType: known(['vm', 'nc']).optional(),
  instanceId: z.string().optional(),
  status: known(['attaching', 'attached', 'detaching', 'detached']).optional(),
  attachTime: z.string().optional(),
});
export type DiskAttachment = z.infer<typeof DiskAttachment>;

export const SnapshotPolicy = model({
  id: z.string().optional(),
  name: z.string().optional(),
  /** Owner */
  pin: z.string().optional(),
  /** Seconds */
  interval: z.number().optional(),
  /** YYYY-MM-DDTHH:mm:ss+08:00 form */
  effectiveTime: z.string().optional(),
  /** YYYY-MM-DDTHH:mm:ss+08:00 form */
  lastTriggerTime: z.string().optional(),
  /** YYYY-MM-DDTHH:mm:ss+08:00 form */
  nextTriggerTime: z.string().optional(),
  /** Seconds; 0 = forever */
  snapshotLifecycle: z.number().optional(),
  contactInfo: ContactInfo.optional(),
  /** YYYY-MM-DDTHH:mm:ss+08:00 form */
  createTime: z.string().optional(),
  /** YYYY-MM-DDTHH:mm:ss+08:00 form */
  updateTime: z.string().optional(),
  /** 1 enabled, 2 disabled */
  status: z.number().optional(),
  diskCount: z.number().optional(),
});
export type SnapshotPolicy = z.infer<typeof SnapshotPolicy>;

export const Disk = model({
  diskId: z.string().optional(),
  az: z.string().optional(),
  name: z.string().optional(),
  description: z.string().optional(),
  diskType: known(['ssd', 'premium-hdd', 'ssd.gp1', 'ssd.io1', 'hdd.std1']).optional(),
  /** GiB */
  diskSizeGB: z.number().optional(),
  /** Effective value */
  iops: z.number().optional(),
  /** Effective value */
  throughput: z.number().optional(),
  status: known([
    'creating',
    'available',
    'in-use',
    'extending',
    'restoring',
    'deleting',
    'deleted',
    'error_create',
    'error_delete',
    'error_restore',
    'error_extend',
    'in-recyclebin',
  ]).optional(),
  attachments: z.array(DiskAttachment).optional(),
  /** Source snapshot */
  snapshotId: z.string().optional(),
  /** Shared disk */
  multiAttachable: z.boolean().optional(),
  encrypted: z.boolean().optional(),
  /** Tied to suspension (suspended = very low IOPS) */
  enabled: z.boolean().optional(),
  /** YYYY-MM-DD HH:mm:ss in samples */
  createTime: z.string().optional(),
  charge: Charge.optional(),
  tags: z.array(Tag).optional(),
  snapshotPolicies: z.array(SnapshotPolicy).optional(),
  resourceGroupId: z.string().optional(),
  canPutInRecycleBin: z.boolean().optional(),
  trashTime: z.string().optional(),
});
export type Disk = z.infer<typeof Disk>;

export const DiskSpec = z.strictObject({
  /** Required by the type; docs samples of createInstances/createImage omit it */
  az: z.string(),
  /** Required by the type; docs samples of createInstances/createImage omit it */
  name: z.string(),
  description: z.string().optional(),
  diskType: z.enum(['ssd', 'premium-hdd', 'ssd.gp1', 'ssd.io1', 'hdd.std1', 'ssd.io2', 'ssd.gp2']),
  /** GiB; ssd 20-1000, premium-hdd 20-3000, ssd.gp1/ssd.io1/hdd.std1 20-16000; ssd.io2/ssd.gp2 not stated */
  diskSizeGB: z.int().multipleOf(10),
  /** Ssd.io1 only; default and maximum tied to capacity with factors 30 and 50 (operator lost in the source text) */
  iops: z.int().multipleOf(10).optional(),
  /** Source snapshot */
  snapshotId: z.string().optional(),
  /** Snapshot policy */
  policyId: z.string().optional(),
  /** Text says default is postpaid by usage time, while createDisks says by configuration */
  charge: ChargeSpec.optional(),
  /** Shared disk; default false */
  multiAttachable: z.boolean().optional(),
  /** Default false */
  encrypt: z.boolean().optional(),
});
export type DiskSpec = z.infer<typeof DiskSpec>;

export const PolicyDiskRelationOpResult = model({
  /** Status code */
  code: z.number().optional(),
  /** Failure text */
  message: z.string().optional(),
  diskId: z.string().optional(),
  diskRegion: z.string().optional(),
  policyId: z.string().optional(),
  op: z.number().optional(),
});
export type PolicyDiskRelationOpResult = z.infer<typeof PolicyDiskRelationOpResult>;

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
    regionId: regionId,
    diskSpec: DiskSpec,
    /** Best effort */
    maxCount: z.int().min(1).max(100),
    /** One value per key; Chinese, letters, digits, space and _.:/=+-@ */
    userTags: z.array(TagInput).max(10).optional(),
    clientToken: clientToken,
    resourceGroupId: z.string().optional(),
  }),
  output: model({
    /** Empty when no policyId was given */
    policyRelations: z.array(PolicyDiskRelationOpResult).optional(),
    diskIds: z.array(z.string()).optional(),
    /** Empty when no tags were given */
    tagmsg: z.string().optional(),
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
    regionId: regionId,
    diskId: resourceId,
    /** True = recycle bin; default false */
    putInRecycleBin: z.boolean().optional(),
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
    regionId: regionId,
    diskId: resourceId,
  }),
  output: model({
    disk: Disk.optional(),
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
    regionId: regionId,
    /** Sort name: create_time or trash_time only; direction 0 asc, 1 desc */
    orders: z.array(Sort).optional(),
    /** Default 1 */
    pageNumber: z.int().min(1).optional(),
    /** Default 20 */
    pageSize: z.int().min(10).max(100).optional(),
    tags: z.array(TagFilter).optional(),
    filters: filtersOf(disksFilters).optional(),
    resourceGroupIds: z.array(z.string()).optional(),
  }),
  output: model({
    disks: z.array(Disk).optional(),
    totalCount: z.number().optional(),
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
    regionId: regionId,
    diskId: resourceId,
    /** Target size in GiB */
    diskSizeGB: z.int(),
    /** Ssd.io1 only; absent = unchanged */
    iops: z.int().multipleOf(10).optional(),
  }),
  output: Nothing,
  touches: ['describeDisks', 'describeDisk', 'describeInstances', 'describeInstance'],
});
