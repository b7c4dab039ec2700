import * as z from 'zod/mini';
import { Charge, known, model, Tag } from './common.ts';

const ContactInfo = model({
  sms: z.optional(z.number()),
  email: z.optional(z.number()),
  personIds: z.optional(z.array(z.number())),
  groupIds: z.optional(z.array(z.number())),
});

const DiskAttachment = model({
  attachmentId: z.optional(z.string()),
  diskId: z.optional(z.string()),
  instanceType: z.optional(known(['vm', 'nc'])),
  instanceId: z.optional(z.string()),
  status: z.optional(known(['attaching', 'attached', 'detaching', 'detached'])),
  attachTime: z.optional(z.string()),
});

const SnapshotPolicy = model({
  id: z.optional(z.string()),
  name: z.optional(z.string()),
  /** Owner */
  pin: z.optional(z.string()),
  /** Seconds */
  interval: z.optional(z.number()),
  /** YYYY-MM-DDTHH:mm:ss+08:00 form */
  effectiveTime: z.optional(z.string()),
  /** YYYY-MM-DDTHH:mm:ss+08:00 form */
  lastTriggerTime: z.optional(z.string()),
  /** YYYY-MM-DDTHH:mm:ss+08:00 form */
  nextTriggerTime: z.optional(z.string()),
  /** Seconds; 0 = forever */
  snapshotLifecycle: z.optional(z.number()),
  contactInfo: z.optional(ContactInfo),
  /** YYYY-MM-DDTHH:mm:ss+08:00 form */
  createTime: z.optional(z.string()),
  /** YYYY-MM-DDTHH:mm:ss+08:00 form */
  updateTime: z.optional(z.string()),
  /** 1 enabled, 2 disabled */
  status: z.optional(z.number()),
  diskCount: z.optional(z.number()),
});

export const Disk = model({
  diskId: z.optional(z.string()),
  az: z.optional(z.string()),
  name: z.optional(z.string()),
  description: z.optional(z.string()),
  diskType: z.optional(known(['ssd', 'premium-hdd', 'ssd.gp1', 'ssd.io1', 'hdd.std1'])),
  /** GiB */
  diskSizeGB: z.optional(z.number()),
  /** Effective value */
  iops: z.optional(z.number()),
  /** Effective value */
  throughput: z.optional(z.number()),
  status: z.optional(
    known([
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
    ]),
  ),
  attachments: z.optional(z.array(DiskAttachment)),
  /** Source snapshot */
  snapshotId: z.optional(z.string()),
  /** Shared disk */
  multiAttachable: z.optional(z.boolean()),
  encrypted: z.optional(z.boolean()),
  /** Tied to suspension (suspended = very low IOPS) */
  enabled: z.optional(z.boolean()),
  /** YYYY-MM-DD HH:mm:ss in samples */
  createTime: z.optional(z.string()),
  charge: z.optional(Charge),
  tags: z.optional(z.array(Tag)),
  snapshotPolicies: z.optional(z.array(SnapshotPolicy)),
  resourceGroupId: z.optional(z.string()),
  canPutInRecycleBin: z.optional(z.boolean()),
  trashTime: z.optional(z.string()),
});
export type Disk = z.infer<typeof Disk>;
