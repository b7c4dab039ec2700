import * as z from 'zod';
import { ChargeSpec, clientToken, model, regionId, TagInput } from './common.ts';
import { DiskSpec } from './disks.ts';
import { MetadataInput, UserdataInput } from './instance-status.ts';
import { CpuTopologyInput } from './instances.ts';
import { instanceReads, write } from './operation.ts';
import { description, hostname, batchInstanceName, password, resourceName } from './rules.ts';

export const BurstSpec = z.strictObject({
  /** Default "standard" */
  burstMode: z.enum(['standard', 'unlimited']).optional(),
});
export type BurstSpec = z.infer<typeof BurstSpec>;

export const ElasticIpSpec = z.strictObject({
  /** Mbps; 1-1000 billed by configuration, 1-200 billed by traffic */
  bandwidthMbps: z.int(),
  /** Standard IP: bgp or no_bgp (bgp in cn-north-1, cn-south-1, cn-east-1, cn-east-2); edge IP: from vpc describeEdgeIpProviders */
  provider: z.string(),
  /** Edge: prepaid or by configuration; standard: also by traffic */
  chargeSpec: ChargeSpec.optional(),
});
export type ElasticIpSpec = z.infer<typeof ElasticIpSpec>;

export const InstanceDiskAttachmentSpec = z.strictObject({
  /** System disk: omit, follows the image; data disk: cloud only */
  diskCategory: z.string().optional(),
  /** Delete with the instance; only for pay-by-configuration, non-shared cloud disks; default false */
  autoDelete: z.boolean().optional(),
  /** Cloud disks only; docs samples omit az and name here */
  cloudDiskSpec: DiskSpec.partial({ az: true, name: true }).optional(),
  /** System disk: ignored, always vda; data disk: vdb..vdbm (vdb-vdz, vdaa-vdaz, vdba-vdbm) */
  deviceName: z.string().optional(),
  /** With deviceName: createImage skips that disk's snapshot; createInstances/templates drop that data disk of the image or template */
  noDevice: z.boolean().optional(),
});
export type InstanceDiskAttachmentSpec = z.infer<typeof InstanceDiskAttachmentSpec>;

export const NetworkInterfaceSpec = z.strictObject({
  subnetId: z.string(),
  /** Ineffective, avoid */
  az: z.string().optional(),
  networkInterfaceName: resourceName.optional(),
  /** Absent = assigned from the subnet */
  primaryIpAddress: z.string().optional(),
  secondaryIpAddresses: z.array(z.string()).optional(),
  /** Number of secondary IPs to assign */
  secondaryIpCount: z.int().optional(),
  securityGroups: z.array(z.string()).max(5).optional(),
  /** Source/destination address check; default 1 */
  sanityCheck: z.union([z.literal(0), z.literal(1)]).optional(),
  description: description.optional(),
  ipv6Address: z.string().optional(),
  /** Not together with ipv6Address */
  ipv6AddressCount: z.int().optional(),
});
export type NetworkInterfaceSpec = z.infer<typeof NetworkInterfaceSpec>;

export const InstanceNetworkInterfaceAttachmentSpec = z.strictObject({
  /** Ignored at creation; 1 = primary NIC */
  deviceIndex: z.int().optional(),
  /** Default false */
  autoDelete: z.boolean().optional(),
  networkInterface: NetworkInterfaceSpec.optional(),
});
export type InstanceNetworkInterfaceAttachmentSpec = z.infer<
  typeof InstanceNetworkInterfaceAttachmentSpec
>;

export const InstanceSpec = z.strictObject({
  /** Ignored with dedicatedHostId */
  dedicatedPoolId: z.string().optional(),
  dedicatedHostId: z.string().optional(),
  /** Create through an availability group: its template applies and cannot be overridden; name, description, tags, IPs still settable */
  agId: z.string().optional(),
  /** Only with auto scaling on the group; prepaid stays unmanaged; managed = deleted on scale-in or failed health check; default false */
  isManaged: z.boolean().optional(),
  /** Template values unless overridden; ignored with agId */
  instanceTemplateId: z.string().optional(),
  /** Required unless agId */
  az: z.string().optional(),
  /** Required unless agId or instanceTemplateId */
  instanceType: z.string().optional(),
  burstSpec: BurstSpec.optional(),
  /** Required unless agId or instanceTemplateId */
  imageId: z.string().optional(),
  /** Batch: [start_number] anywhere but first gives a sequence, width = digit count, start 0-9999, e.g. web-[001]; pattern is for the plain form */
  name: batchInstanceName,
  /** Absent = derived from name per RFC 952/1123; batch: [start_number] as in name, else 1,2,.. appended */
  hostname: hostname.optional(),
  /** Absent = random one sent by SMS and mail, unless key pair with passwordAuth=no */
  password: password.optional(),
  /** Linux only */
  keyNames: z.array(z.string()).max(1).optional(),
  elasticIp: ElasticIpSpec.optional(),
  primaryNetworkInterface: InstanceNetworkInterfaceAttachmentSpec.optional(),
  systemDisk: InstanceDiskAttachmentSpec.optional(),
  /** System + data disks within the type's cloudDiskCountLimit */
  dataDisks: z.array(InstanceDiskAttachmentSpec).optional(),
  /** Postpaid_by_usage unsupported; default postpaid_by_duration; bundled data disks share the mode, bundled elastic IP too unless by usage; autoChange fields only for postpaid_by_duration to prepaid */
  charge: ChargeSpec.optional(),
  /** Max 40 pairs; keys case-insensitive */
  metadata: z.array(MetadataInput).max(40).optional(),
  /** Only key 'launch-script' */
  userdata: z.array(UserdataInput).optional(),
  description: description.optional(),
  /** Drop the template's password; only without agId, with instanceTemplateId and no password */
  noPassword: z.boolean().optional(),
  /** Drop the template's key; only without agId, with instanceTemplateId and no keyNames */
  noKeyNames: z.boolean().optional(),
  /** Drop the template's elastic IP; only without agId, with instanceTemplateId and no elasticIp */
  noElasticIp: z.boolean().optional(),
  /** Drop the template's tags; only with agId or instanceTemplateId and no userTags */
  noInstanceTags: z.boolean().optional(),
  /** Max 10 tags; key up to 127 chars, not starting with jrn: or jdc-; value up to 255; Chinese, letters, digits and _.,:/=+-@ (source may also mean backslash) */
  userTags: z.array(TagInput).max(10).optional(),
  /** Only pay-by-configuration with a cloud system disk, not on dedicated hosts; default "keepCharging" */
  chargeOnStopped: z.enum(['keepCharging', 'stopCharging']).optional(),
  /** Auto-task policy */
  autoImagePolicyId: z.string().optional(),
  /** Only with a key pair; no disables SSH password login and any password is ignored; default "yes" */
  passwordAuth: z.enum(['yes', 'no']).optional(),
  /** Use the image's credentials; private or shared images only; default "no" */
  imageInherit: z.enum(['yes', 'no']).optional(),
  resourceGroupId: z.string().optional(),
  cpuTopology: CpuTopologyInput.optional(),
});
export type InstanceSpec = z.infer<typeof InstanceSpec>;

/**
 * - Asynchronous: ids returned at once, status pending then running; a failed one is briefly error and then removed, unbilled
 * - Prepaid orders are charged to the account at once
 * - Elastic IP and disk quotas apply too
 */
export const createInstances = write({
  name: 'createInstances',
  service: 'vm',
  method: 'POST',
  path: '/v1/regions/{regionId}/instances',
  input: z.strictObject({
    regionId: regionId,
    instanceSpec: InstanceSpec,
    /** Best effort: part of a batch may fail; bounded by quota; default 1 */
    maxCount: z.int().min(1).max(100).optional(),
    clientToken: clientToken.optional(),
  }),
  output: model({
    instanceIds: z.array(z.string()).optional(),
  }),
  touches: [
    ...instanceReads,
    'describeInstancePrivateIpAddress',
    'describeQuotas',
    'describeDisks',
    'describeNetworkInterfaces',
    'describeElasticIps',
    'describeSubnets',
    'describeKeypairs',
  ],
  repeat: 'token',
});
