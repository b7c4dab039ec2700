import * as z from 'zod/mini';
import {
  filtersOf,
  known,
  model,
  Nothing,
  paging,
  regionId,
  resourceId,
  Tag,
  TagInput,
} from './common.ts';
import { Metadata, MetadataInput, Userdata, UserdataInput } from './instance-status.ts';
import { Ag } from './instances.ts';
import { type FilterTable, read, write } from './operation.ts';
import { description, password, resourceName } from './rules.ts';

const InstanceTemplateDisk = model({
  diskType: z.optional(known(['ssd', 'premium-hdd', 'hdd.std1', 'ssd.gp1', 'ssd.io1'])),
  /** GiB; ssd 20-1000, premium-hdd 20-3000, hdd.std1/ssd.gp1/ssd.io1 20-16000 */
  diskSizeGB: z.optional(z.number()),
  snapshotId: z.optional(z.string()),
  /** Snapshot policy */
  policyId: z.optional(z.string()),
  encrypt: z.optional(z.boolean()),
  iops: z.optional(z.number()),
});

export const InstanceTemplateDiskAttachment = model({
  /** Data disks: cloud only */
  diskCategory: z.optional(known(['local', 'cloud'])),
  /** Delete with the instance; only for pay-by-configuration, non-shared cloud disks */
  autoDelete: z.optional(z.boolean()),
  instanceTemplateDisk: z.optional(InstanceTemplateDisk),
  /** System disk vda; data disk: vdb..vdbm (vdb-vdz, vdaa-vdaz, vdba-vdbm) */
  deviceName: z.optional(z.string()),
  /** See InstanceDiskAttachmentSpec.noDevice */
  noDevice: z.optional(z.boolean()),
});
export type InstanceTemplateDiskAttachment = z.infer<typeof InstanceTemplateDiskAttachment>;

const InstanceTemplateNetworkInterface = model({
  subnetId: z.optional(z.string()),
  securityGroups: z.optional(z.array(z.string())),
  /** Source/destination address check */
  sanityCheck: z.optional(z.number()),
  ipv6AddressCount: z.optional(z.number()),
});

const InstanceTemplateNetworkInterfaceAttachment = model({
  /** 1 = primary NIC */
  deviceIndex: z.optional(z.number()),
  autoDelete: z.optional(z.boolean()),
  networkInterface: z.optional(InstanceTemplateNetworkInterface),
});
type InstanceTemplateNetworkInterfaceAttachment = z.infer<
  typeof InstanceTemplateNetworkInterfaceAttachment
>;

const InstanceTemplateElasticIp = model({
  /** Unit written as MB in the SDK; Mbps elsewhere */
  bandwidthMbps: z.optional(z.number()),
  provider: z.optional(known(['BGP', 'nonBGP'])),
  /** The misspelling bandwith is the real value */
  chargeMode: z.optional(known(['bandwith', 'flow'])),
});

const InstanceTemplateBurstInfo = model({
  /** See InstanceTemplateBurstSpec.burstMode */
  burstMode: z.optional(z.string()),
});

export const InstanceTemplateData = model({
  instanceType: z.optional(z.string()),
  /** Of the primary NIC */
  vpcId: z.optional(z.string()),
  imageId: z.optional(z.string()),
  /** True = template holds a custom password */
  includePassword: z.optional(z.boolean()),
  systemDisk: z.optional(InstanceTemplateDiskAttachment),
  dataDisks: z.optional(z.array(InstanceTemplateDiskAttachment)),
  primaryNetworkInterface: z.optional(InstanceTemplateNetworkInterfaceAttachment),
  elasticIp: z.optional(InstanceTemplateElasticIp),
  keyNames: z.optional(z.array(z.string())),
  /** Only pay-by-configuration with a cloud system disk, not on dedicated hosts */
  chargeOnStopped: z.optional(known(['keepCharging', 'stopCharging'])),
  /** Auto-task policy */
  autoImagePolicyId: z.optional(z.string()),
  /** Only with a key pair */
  passwordAuth: z.optional(known(['yes', 'no'])),
  /** Private or shared images only */
  imageInherit: z.optional(known(['yes', 'no'])),
  burstInfo: z.optional(InstanceTemplateBurstInfo),
  instanceTags: z.optional(z.array(Tag)),
});
export type InstanceTemplateData = z.infer<typeof InstanceTemplateData>;

export const InstanceTemplate = model({
  id: z.string(),
  name: z.optional(z.string()),
  description: z.optional(z.string()),
  instanceTemplateData: z.optional(InstanceTemplateData),
  /** Linked availability groups */
  ags: z.optional(z.array(Ag)),
  createdTime: z.optional(z.string()),
});
export type InstanceTemplate = z.infer<typeof InstanceTemplate>;

const InstanceTemplateBurstSpec = z.strictObject({
  /** Default "standard" */
  burstMode: z.optional(z.enum(['standard', 'unlimited'])),
});

const InstanceTemplateCustomData = model({
  /** Template id */
  id: z.optional(z.string()),
  /** Max 40 pairs; keys case-insensitive */
  metadata: z.optional(z.array(Metadata)),
  /** Only key 'launch-script' */
  userdata: z.optional(z.array(Userdata)),
});

export const InstanceTemplateDiskSpec = z.strictObject({
  diskType: z.optional(z.enum(['ssd.gp1', 'ssd.io1', 'hdd.std1'])),
  /** GiB; system 40-500 and not below the image's; data 20-16000 and not below the snapshot */
  diskSizeGB: z.optional(z.int().check(z.multipleOf(10))),
  snapshotId: z.optional(z.string()),
  /** Snapshot policy */
  policyId: z.optional(z.string()),
  /** Default false */
  encrypt: z.optional(z.boolean()),
  iops: z.optional(z.int()),
});
export type InstanceTemplateDiskSpec = z.infer<typeof InstanceTemplateDiskSpec>;

export const InstanceTemplateDiskAttachmentSpec = z.strictObject({
  /** System disk: omit, follows the image; data disk: cloud only */
  diskCategory: z.optional(z.string()),
  /** Delete with the instance; only for pay-by-configuration, non-shared cloud disks; default false */
  autoDelete: z.optional(z.boolean()),
  /** Cloud disks only */
  cloudDiskSpec: z.optional(InstanceTemplateDiskSpec),
  /** System disk: ignored, always vda; data disk: vdb..vdbm (vdb-vdz, vdaa-vdaz, vdba-vdbm) */
  deviceName: z.optional(z.string()),
  /** With deviceName: drop that data disk of the image */
  noDevice: z.optional(z.boolean()),
});
export type InstanceTemplateDiskAttachmentSpec = z.infer<typeof InstanceTemplateDiskAttachmentSpec>;

const InstanceTemplateElasticIpSpec = z.strictObject({
  /** Mbps */
  bandwidthMbps: z.int().check(z.gte(1), z.lte(200)),
  /** Centre AZs: BGP only */
  provider: z.optional(z.string()),
  /** The misspelling bandwith is the real value; bandwith follows the instance's billing; edge AZs: flow only */
  chargeMode: z.enum(['bandwith', 'flow']),
});

const InstanceTemplateNetworkInterfaceSpec = z.strictObject({
  subnetId: z.string(),
  securityGroups: z.optional(z.array(z.string())),
  /** Deprecated, ignored */
  sanityCheck: z.optional(z.int()),
  /** Default 0 */
  ipv6AddressCount: z.optional(z.int().check(z.gte(0), z.lte(1))),
});
type InstanceTemplateNetworkInterfaceSpec = z.infer<typeof InstanceTemplateNetworkInterfaceSpec>;

const InstanceTemplateNetworkInterfaceAttachmentSpec = z.strictObject({
  /** Ignored; 1 = primary NIC */
  deviceIndex: z.optional(z.int()),
  /** Default is for the primary NIC; default true */
  autoDelete: z.optional(z.boolean()),
  networkInterface: InstanceTemplateNetworkInterfaceSpec,
});
type InstanceTemplateNetworkInterfaceAttachmentSpec = z.infer<
  typeof InstanceTemplateNetworkInterfaceAttachmentSpec
>;

export const InstanceTemplateSpec = z.strictObject({
  instanceType: z.string(),
  imageId: z.string(),
  /** Absent = random one sent by SMS and mail, unless key pair with password login off */
  password: z.optional(password),
  /** Linux only */
  keyNames: z.optional(z.array(z.string()).check(z.maxLength(1))),
  /** Max 20 pairs; keys case-insensitive */
  metadata: z.optional(z.array(MetadataInput).check(z.maxLength(20))),
  /** Only key 'launch-script' */
  userdata: z.optional(z.array(UserdataInput)),
  elasticIp: z.optional(InstanceTemplateElasticIpSpec),
  primaryNetworkInterface: InstanceTemplateNetworkInterfaceAttachmentSpec,
  systemDisk: z.optional(InstanceTemplateDiskAttachmentSpec),
  /** System + data disks within the type's cloudDiskCountLimit */
  dataDisks: z.optional(z.array(InstanceTemplateDiskAttachmentSpec)),
  /** Only pay-by-configuration with a cloud system disk, not on dedicated hosts; default "keepCharging" */
  chargeOnStopped: z.optional(z.enum(['keepCharging', 'stopCharging'])),
  /** Auto-task policy */
  autoImagePolicyId: z.optional(z.string()),
  /** Only with a key pair; JSON key has a capital W here, unlike InstanceSpec.passwordAuth */
  passWordAuth: z.optional(z.enum(['yes', 'no'])),
  /** yes voids password and key; private or shared images only; default "no" */
  imageInherit: z.optional(z.enum(['yes', 'no'])),
  burstSpec: z.optional(InstanceTemplateBurstSpec),
  /** Max 10 tags; key up to 127 chars, not starting with jrn: or jdc-; value up to 255; Chinese, letters, digits and _.,:/=+-@ (source may also mean backslash) */
  instanceTags: z.optional(z.array(TagInput).check(z.maxLength(10))),
});
export type InstanceTemplateSpec = z.infer<typeof InstanceTemplateSpec>;

export const UpdateInstanceTemplateSpec = z.strictObject({
  instanceType: z.optional(z.string()),
  imageId: z.optional(z.string()),
  password: z.optional(password),
  /** Linux only; replaces the old value */
  keyNames: z.optional(z.array(z.string()).check(z.maxLength(1))),
  /** Max 20 pairs; key ending in '-' deletes that key */
  metadata: z.optional(z.array(MetadataInput).check(z.maxLength(20))),
  /** Only key 'launch-script' */
  userdata: z.optional(z.array(UserdataInput)),
  /** Replaces the old value */
  elasticIp: z.optional(InstanceTemplateElasticIpSpec),
  /** Replaces the old value */
  primaryNetworkInterface: z.optional(InstanceTemplateNetworkInterfaceAttachmentSpec),
  /** Replaces the old value */
  systemDisk: z.optional(InstanceTemplateDiskAttachmentSpec),
  /** Replaces the old value */
  dataDisks: z.optional(z.array(InstanceTemplateDiskAttachmentSpec)),
  /** Only pay-by-configuration with a cloud system disk, not on dedicated hosts; default "keepCharging" */
  chargeOnStopped: z.optional(z.enum(['keepCharging', 'stopCharging'])),
  /** Auto-task policy */
  autoImagePolicyId: z.optional(z.string()),
  /** Only with a key pair; capital W */
  passWordAuth: z.optional(z.enum(['yes', 'no'])),
  /** yes voids password and key; private or shared images only; default "no" */
  imageInherit: z.optional(z.enum(['yes', 'no'])),
  /** True clears the stored password */
  noPassword: z.optional(z.boolean()),
  /** True clears the stored elastic IP */
  noElasticIp: z.optional(z.boolean()),
  /** Null = unchanged; else replaces */
  burstSpec: z.optional(InstanceTemplateBurstSpec),
  /** Max 10 tags; key up to 127 chars, not starting with jrn: or jdc-; value up to 255; Chinese, letters, digits and _.,:/=+-@ (source may also mean backslash) */
  instanceTags: z.optional(z.array(TagInput).check(z.maxLength(10))),
  /** Tag keys to drop */
  removeInstanceTags: z.optional(z.array(z.string())),
});
export type UpdateInstanceTemplateSpec = z.infer<typeof UpdateInstanceTemplateSpec>;

/**
 * - Limits mostly as for createInstances
 * - When creating from a template: explicit values win; a different imageId discards the template's systemDisk and dataDisks
 * - Instances created through an availability group cannot override template values
 */
export const createInstanceTemplate = write({
  name: 'createInstanceTemplate',
  service: 'vm',
  method: 'POST',
  path: '/v1/regions/{regionId}/instanceTemplates',
  input: z.strictObject({
    regionId,
    instanceTemplateData: InstanceTemplateSpec,
    name: resourceName,
    description: z.optional(description),
  }),
  output: model({
    instanceTemplateId: z.optional(z.string()),
  }),
  touches: [
    'describeInstanceTemplates',
    'describeInstanceTemplate',
    'describeInstanceTemplatesCustomdata',
    'verifyInstanceTemplate',
    'describeQuotas',
  ],
});

/**
 * - Not linked to an availability group
 */
export const deleteInstanceTemplate = write({
  name: 'deleteInstanceTemplate',
  service: 'vm',
  method: 'DELETE',
  path: '/v1/regions/{regionId}/instanceTemplates/{instanceTemplateId}',
  input: z.strictObject({
    regionId,
    instanceTemplateId: resourceId,
  }),
  output: Nothing,
  touches: [
    'describeInstanceTemplates',
    'describeInstanceTemplate',
    'describeInstanceTemplatesCustomdata',
    'verifyInstanceTemplate',
    'describeQuotas',
  ],
});

export const describeInstanceTemplate = read({
  name: 'describeInstanceTemplate',
  service: 'vm',
  method: 'GET',
  path: '/v1/regions/{regionId}/instanceTemplates/{instanceTemplateId}',
  input: z.strictObject({
    regionId,
    instanceTemplateId: resourceId,
  }),
  output: model({
    instanceTemplate: z.optional(InstanceTemplate),
  }),
});

/** What `describeInstanceTemplates` may be filtered by, and how a value is compared. */
export const instanceTemplatesFilters = {
  name: 'fuzzy',
  instanceTemplateId: 'exact',
} as const satisfies FilterTable;

/**
 * - Filters combine with AND
 */
export const describeInstanceTemplates = read({
  name: 'describeInstanceTemplates',
  service: 'vm',
  method: 'GET',
  path: '/v1/regions/{regionId}/instanceTemplates',
  input: z.strictObject({
    regionId,
    ...paging,
    filters: z.optional(filtersOf(instanceTemplatesFilters)),
  }),
  output: model({
    instanceTemplates: z.optional(z.array(InstanceTemplate)),
    totalCount: z.optional(z.number()),
  }),
  filters: instanceTemplatesFilters,
});

/** What `describeInstanceTemplatesCustomdata` may be filtered by, and how a value is compared. */
export const instanceTemplatesCustomdataFilters = {
  /** At most 10 values */
  instanceTemplateId: 'exact',
} as const satisfies FilterTable;

/**
 * - At most 10 templates a call
 */
export const describeInstanceTemplatesCustomdata = read({
  name: 'describeInstanceTemplatesCustomdata',
  service: 'vm',
  method: 'GET',
  path: '/v1/regions/{regionId}/instanceTemplatesCustomData',
  input: z.strictObject({
    regionId,
    filters: z.optional(filtersOf(instanceTemplatesCustomdataFilters)),
  }),
  output: model({
    instanceTemplatesCustomData: z.optional(z.array(InstanceTemplateCustomData)),
    totalCount: z.optional(z.number()),
  }),
  filters: instanceTemplatesCustomdataFilters,
  extra: true,
});

/**
 * - At least one of name, description, instanceTemplateData
 * - Null leaves a value unchanged
 */
export const updateInstanceTemplate = write({
  name: 'updateInstanceTemplate',
  service: 'vm',
  method: 'PATCH',
  path: '/v1/regions/{regionId}/instanceTemplates/{instanceTemplateId}',
  input: z.strictObject({
    regionId,
    instanceTemplateId: resourceId,
    name: z.optional(resourceName),
    description: z.optional(description),
    instanceTemplateData: z.optional(UpdateInstanceTemplateSpec),
  }),
  output: Nothing,
  touches: [
    'describeInstanceTemplates',
    'describeInstanceTemplate',
    'describeInstanceTemplatesCustomdata',
    'verifyInstanceTemplate',
  ],
});

/**
 * - Empty success means valid; problems come back as an error
 */
export const verifyInstanceTemplate = read({
  name: 'verifyInstanceTemplate',
  service: 'vm',
  method: 'GET',
  path: '/v1/regions/{regionId}/instanceTemplates/{instanceTemplateId}:verify',
  input: z.strictObject({
    regionId,
    instanceTemplateId: resourceId,
  }),
  output: Nothing,
});
