import * as z from 'zod';
import { filtersOf, known, model, Nothing, regionId, resourceId, Tag, TagInput } from './common.ts';
import { Metadata, MetadataInput, Userdata, UserdataInput } from './instance-status.ts';
import { Ag } from './instances.ts';
import { type FilterTable, read, write } from './operation.ts';
import { description, password, resourceName } from './rules.ts';

export const InstanceTemplateDisk = model({
  diskType: known(['ssd', 'premium-hdd', 'hdd.std1', 'ssd.gp1', 'ssd.io1']).optional(),
  /** GiB; ssd 20-1000, premium-hdd 20-3000, hdd.std1/ssd.gp1/ssd.io1 20-16000 */
  diskSizeGB: z.number().optional(),
  snapshotId: z.string().optional(),
  /** Snapshot policy */
  policyId: z.string().optional(),
  encrypt: z.boolean().optional(),
  iops: z.number().optional(),
});
export type InstanceTemplateDisk = z.infer<typeof InstanceTemplateDisk>;

export const InstanceTemplateDiskAttachment = model({
  /** Data disks: cloud only */
  diskCategory: known(['local', 'cloud']).optional(),
  /** Delete with the instance; only for pay-by-configuration, non-shared cloud disks */
  autoDelete: z.boolean().optional(),
  instanceTemplateDisk: InstanceTemplateDisk.optional(),
  /** System disk vda; data disk: vdb..vdbm (vdb-vdz, vdaa-vdaz, vdba-vdbm) */
  deviceName: z.string().optional(),
  /** See InstanceDiskAttachmentSpec.noDevice */
  noDevice: z.boolean().optional(),
});
export type InstanceTemplateDiskAttachment = z.infer<typeof InstanceTemplateDiskAttachment>;

export const InstanceTemplateNetworkInterface = model({
  subnetId: z.string().optional(),
  securityGroups: z.array(z.string()).optional(),
  /** Source/destination address check */
  sanityCheck: z.number().optional(),
  ipv6AddressCount: z.number().optional(),
});
export type InstanceTemplateNetworkInterface = z.infer<typeof InstanceTemplateNetworkInterface>;

export const InstanceTemplateNetworkInterfaceAttachment = model({
  /** 1 = primary NIC */
  deviceIndex: z.number().optional(),
  autoDelete: z.boolean().optional(),
  networkInterface: InstanceTemplateNetworkInterface.optional(),
});
export type InstanceTemplateNetworkInterfaceAttachment = z.infer<
  typeof InstanceTemplateNetworkInterfaceAttachment
>;

export const InstanceTemplateElasticIp = model({
  /** Unit written as MB in the SDK; Mbps elsewhere */
  bandwidthMbps: z.number().optional(),
  provider: known(['BGP', 'nonBGP']).optional(),
  /** The misspelling bandwith is the real value */
  chargeMode: known(['bandwith', 'flow']).optional(),
});
export type InstanceTemplateElasticIp = z.infer<typeof InstanceTemplateElasticIp>;

export const InstanceTemplateBurstInfo = model({
  /** See InstanceTemplateBurstSpec.burstMode */
  burstMode: z.string().optional(),
});
export type InstanceTemplateBurstInfo = z.infer<typeof InstanceTemplateBurstInfo>;

export const InstanceTemplateData = model({
  instanceType: z.string().optional(),
  /** Of the primary NIC */
  vpcId: z.string().optional(),
  imageId: z.string().optional(),
  /** True = template holds a custom password */
  includePassword: z.boolean().optional(),
  systemDisk: InstanceTemplateDiskAttachment.optional(),
  dataDisks: z.array(InstanceTemplateDiskAttachment).optional(),
  primaryNetworkInterface: InstanceTemplateNetworkInterfaceAttachment.optional(),
  elasticIp: InstanceTemplateElasticIp.optional(),
  keyNames: z.array(z.string()).optional(),
  /** Only pay-by-configuration with a cloud system disk, not on dedicated hosts */
  chargeOnStopped: known(['keepCharging', 'stopCharging']).optional(),
  /** Auto-task policy */
  autoImagePolicyId: z.string().optional(),
  /** Only with a key pair */
  passwordAuth: known(['yes', 'no']).optional(),
  /** Private or shared images only */
  imageInherit: known(['yes', 'no']).optional(),
  burstInfo: InstanceTemplateBurstInfo.optional(),
  instanceTags: z.array(Tag).optional(),
});
export type InstanceTemplateData = z.infer<typeof InstanceTemplateData>;

export const InstanceTemplate = model({
  id: z.string(),
  name: z.string().optional(),
  description: z.string().optional(),
  instanceTemplateData: InstanceTemplateData.optional(),
  /** Linked availability groups */
  ags: z.array(Ag).optional(),
  createdTime: z.string().optional(),
});
export type InstanceTemplate = z.infer<typeof InstanceTemplate>;

export const InstanceTemplateBurstSpec = z.strictObject({
  /** Default "standard" */
  burstMode: z.enum(['standard', 'unlimited']).optional(),
});
export type InstanceTemplateBurstSpec = z.infer<typeof InstanceTemplateBurstSpec>;

export const InstanceTemplateCustomData = model({
  /** Template id */
  id: z.string().optional(),
  /** Max 40 pairs; keys case-insensitive */
  metadata: z.array(Metadata).optional(),
  /** Only key 'launch-script' */
  userdata: z.array(Userdata).optional(),
});
export type InstanceTemplateCustomData = z.infer<typeof InstanceTemplateCustomData>;

export const InstanceTemplateDiskSpec = z.strictObject({
  diskType: z.enum(['ssd.gp1', 'ssd.io1', 'hdd.std1']).optional(),
  /** GiB; system 40-500 and not below the image's; data 20-16000 and not below the snapshot */
  diskSizeGB: z.int().multipleOf(10).optional(),
  snapshotId: z.string().optional(),
  /** Snapshot policy */
  policyId: z.string().optional(),
  /** Default false */
  encrypt: z.boolean().optional(),
  iops: z.int().optional(),
});
export type InstanceTemplateDiskSpec = z.infer<typeof InstanceTemplateDiskSpec>;

export const InstanceTemplateDiskAttachmentSpec = z.strictObject({
  /** System disk: omit, follows the image; data disk: cloud only */
  diskCategory: z.string().optional(),
  /** Delete with the instance; only for pay-by-configuration, non-shared cloud disks; default false */
  autoDelete: z.boolean().optional(),
  /** Cloud disks only */
  cloudDiskSpec: InstanceTemplateDiskSpec.optional(),
  /** System disk: ignored, always vda; data disk: vdb..vdbm (vdb-vdz, vdaa-vdaz, vdba-vdbm) */
  deviceName: z.string().optional(),
  /** With deviceName: drop that data disk of the image */
  noDevice: z.boolean().optional(),
});
export type InstanceTemplateDiskAttachmentSpec = z.infer<typeof InstanceTemplateDiskAttachmentSpec>;

export const InstanceTemplateElasticIpSpec = z.strictObject({
  /** Mbps */
  bandwidthMbps: z.int().min(1).max(200),
  /** Centre AZs: BGP only */
  provider: z.string().optional(),
  /** The misspelling bandwith is the real value; bandwith follows the instance's billing; edge AZs: flow only */
  chargeMode: z.enum(['bandwith', 'flow']),
});
export type InstanceTemplateElasticIpSpec = z.infer<typeof InstanceTemplateElasticIpSpec>;

export const InstanceTemplateNetworkInterfaceSpec = z.strictObject({
  subnetId: z.string(),
  securityGroups: z.array(z.string()).optional(),
  /** Deprecated, ignored */
  sanityCheck: z.int().optional(),
  /** Default 0 */
  ipv6AddressCount: z.int().min(0).max(1).optional(),
});
export type InstanceTemplateNetworkInterfaceSpec = z.infer<
  typeof InstanceTemplateNetworkInterfaceSpec
>;

export const InstanceTemplateNetworkInterfaceAttachmentSpec = z.strictObject({
  /** Ignored; 1 = primary NIC */
  deviceIndex: z.int().optional(),
  /** Default is for the primary NIC; default true */
  autoDelete: z.boolean().optional(),
  networkInterface: InstanceTemplateNetworkInterfaceSpec,
});
export type InstanceTemplateNetworkInterfaceAttachmentSpec = z.infer<
  typeof InstanceTemplateNetworkInterfaceAttachmentSpec
>;

export const InstanceTemplateSpec = z.strictObject({
  instanceType: z.string(),
  imageId: z.string(),
  /** Absent = random one sent by SMS and mail, unless key pair with password login off */
  password: password.optional(),
  /** Linux only */
  keyNames: z.array(z.string()).max(1).optional(),
  /** Max 20 pairs; keys case-insensitive */
  metadata: z.array(MetadataInput).max(20).optional(),
  /** Only key 'launch-script' */
  userdata: z.array(UserdataInput).optional(),
  elasticIp: InstanceTemplateElasticIpSpec.optional(),
  primaryNetworkInterface: InstanceTemplateNetworkInterfaceAttachmentSpec,
  systemDisk: InstanceTemplateDiskAttachmentSpec.optional(),
  /** System + data disks within the type's cloudDiskCountLimit */
  dataDisks: z.array(InstanceTemplateDiskAttachmentSpec).optional(),
  /** Only pay-by-configuration with a cloud system disk, not on dedicated hosts; default "keepCharging" */
  chargeOnStopped: z.enum(['keepCharging', 'stopCharging']).optional(),
  /** Auto-task policy */
  autoImagePolicyId: z.string().optional(),
  /** Only with a key pair; JSON key has a capital W here, unlike InstanceSpec.passwordAuth */
  passWordAuth: z.enum(['yes', 'no']).optional(),
  /** yes voids password and key; private or shared images only; default "no" */
  imageInherit: z.enum(['yes', 'no']).optional(),
  burstSpec: InstanceTemplateBurstSpec.optional(),
  /** Max 10 tags; key up to 127 chars, not starting with jrn: or jdc-; value up to 255; Chinese, letters, digits and _.,:/=+-@ (source may also mean backslash) */
  instanceTags: z.array(TagInput).max(10).optional(),
});
export type InstanceTemplateSpec = z.infer<typeof InstanceTemplateSpec>;

export const UpdateInstanceTemplateSpec = z.strictObject({
  instanceType: z.string().optional(),
  imageId: z.string().optional(),
  password: password.optional(),
  /** Linux only; replaces the old value */
  keyNames: z.array(z.string()).max(1).optional(),
  /** Max 20 pairs; key ending in '-' deletes that key */
  metadata: z.array(MetadataInput).max(20).optional(),
  /** Only key 'launch-script' */
  userdata: z.array(UserdataInput).optional(),
  /** Replaces the old value */
  elasticIp: InstanceTemplateElasticIpSpec.optional(),
  /** Replaces the old value */
  primaryNetworkInterface: InstanceTemplateNetworkInterfaceAttachmentSpec.optional(),
  /** Replaces the old value */
  systemDisk: InstanceTemplateDiskAttachmentSpec.optional(),
  /** Replaces the old value */
  dataDisks: z.array(InstanceTemplateDiskAttachmentSpec).optional(),
  /** Only pay-by-configuration with a cloud system disk, not on dedicated hosts; default "keepCharging" */
  chargeOnStopped: z.enum(['keepCharging', 'stopCharging']).optional(),
  /** Auto-task policy */
  autoImagePolicyId: z.string().optional(),
  /** Only with a key pair; capital W */
  passWordAuth: z.enum(['yes', 'no']).optional(),
  /** yes voids password and key; private or shared images only; default "no" */
  imageInherit: z.enum(['yes', 'no']).optional(),
  /** True clears the stored password */
  noPassword: z.boolean().optional(),
  /** True clears the stored elastic IP */
  noElasticIp: z.boolean().optional(),
  /** Null = unchanged; else replaces */
  burstSpec: InstanceTemplateBurstSpec.optional(),
  /** Max 10 tags; key up to 127 chars, not starting with jrn: or jdc-; value up to 255; Chinese, letters, digits and _.,:/=+-@ (source may also mean backslash) */
  instanceTags: z.array(TagInput).max(10).optional(),
  /** Tag keys to drop */
  removeInstanceTags: z.array(z.string()).optional(),
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
    regionId: regionId,
    instanceTemplateData: InstanceTemplateSpec,
    name: resourceName,
    description: description.optional(),
  }),
  output: model({
    instanceTemplateId: z.string().optional(),
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
    regionId: regionId,
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
    regionId: regionId,
    instanceTemplateId: resourceId,
  }),
  output: model({
    instanceTemplate: InstanceTemplate.optional(),
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
    regionId: regionId,
    /** Default 1 */
    pageNumber: z.int().min(1).optional(),
    /** Default 20 */
    pageSize: z.int().min(10).max(100).optional(),
    filters: filtersOf(instanceTemplatesFilters).optional(),
  }),
  output: model({
    instanceTemplates: z.array(InstanceTemplate).optional(),
    totalCount: z.number().optional(),
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
    regionId: regionId,
    filters: filtersOf(instanceTemplatesCustomdataFilters).optional(),
  }),
  output: model({
    instanceTemplatesCustomData: z.array(InstanceTemplateCustomData).optional(),
    totalCount: z.number().optional(),
  }),
  filters: instanceTemplatesCustomdataFilters,
  beyondMission: true,
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
    regionId: regionId,
    instanceTemplateId: resourceId,
    name: resourceName.optional(),
    description: description.optional(),
    instanceTemplateData: UpdateInstanceTemplateSpec.optional(),
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
    regionId: regionId,
    instanceTemplateId: resourceId,
  }),
  output: Nothing,
});
