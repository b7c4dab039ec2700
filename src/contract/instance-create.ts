import * as z from 'zod/mini';
import { ChargeSpec, clientToken, model, regionId, TagInput } from './common.ts';
import { DiskSpec } from './disks.ts';
import { MetadataInput, UserdataInput } from './instance-status.ts';
import { CpuTopologyInput } from './instances.ts';
import { instanceReads, write } from './operation.ts';
import { batchHostname, batchInstanceName, description, password, resourceName } from './rules.ts';
import { mostSecurityGroups } from './security-groups.ts';

const BurstSpec = z.strictObject({
  /** Default "standard" */
  burstMode: z.optional(z.enum(['standard', 'unlimited'])),
});

const ElasticIpSpec = z.strictObject({
  /** Mbps; 1-1000 billed by configuration, 1-200 billed by traffic */
  bandwidthMbps: z.int(),
  /** Standard IP: bgp or no_bgp (bgp in cn-north-1, cn-south-1, cn-east-1, cn-east-2); edge IP: from vpc describeEdgeIpProviders */
  provider: z.string(),
  /** Edge: prepaid or by configuration; standard: also by traffic */
  chargeSpec: z.optional(ChargeSpec),
});

export const InstanceDiskAttachmentSpec = z.strictObject({
  /** System disk: omit, follows the image; data disk: cloud only */
  diskCategory: z.optional(z.string()),
  /** Delete with the instance; only for pay-by-configuration, non-shared cloud disks; default false */
  autoDelete: z.optional(z.boolean()),
  /** Cloud disks only; docs samples omit az and name here */
  cloudDiskSpec: z.optional(z.partial(DiskSpec, { az: true, name: true })),
  /** System disk: ignored, always vda; data disk: vdb..vdbm (vdb-vdz, vdaa-vdaz, vdba-vdbm) */
  deviceName: z.optional(z.string()),
  /** With deviceName: createImage skips that disk's snapshot; createInstances/templates drop that data disk of the image or template */
  noDevice: z.optional(z.boolean()),
});
export type InstanceDiskAttachmentSpec = z.infer<typeof InstanceDiskAttachmentSpec>;

const NetworkInterfaceSpec = z.strictObject({
  subnetId: z.string(),
  /** Ineffective, avoid */
  az: z.optional(z.string()),
  networkInterfaceName: z.optional(resourceName),
  /** Absent = assigned from the subnet */
  primaryIpAddress: z.optional(z.string()),
  secondaryIpAddresses: z.optional(z.array(z.string())),
  /** Number of secondary IPs to assign */
  secondaryIpCount: z.optional(z.int()),
  securityGroups: z.optional(z.array(z.string()).check(z.maxLength(mostSecurityGroups))),
  /** Source/destination address check; default 1 */
  sanityCheck: z.optional(z.union([z.literal(0), z.literal(1)])),
  description: z.optional(description),
  ipv6Address: z.optional(z.string()),
  /** Not together with ipv6Address */
  ipv6AddressCount: z.optional(z.int()),
});

const InstanceNetworkInterfaceAttachmentSpec = z.strictObject({
  /** Ignored at creation; 1 = primary NIC */
  deviceIndex: z.optional(z.int()),
  /** Default false */
  autoDelete: z.optional(z.boolean()),
  networkInterface: z.optional(NetworkInterfaceSpec),
});
type InstanceNetworkInterfaceAttachmentSpec = z.infer<
  typeof InstanceNetworkInterfaceAttachmentSpec
>;

export const InstanceSpec = z.strictObject({
  /** Ignored with dedicatedHostId */
  dedicatedPoolId: z.optional(z.string()),
  dedicatedHostId: z.optional(z.string()),
  /** Create through an availability group: its template applies and cannot be overridden; name, description, tags, IPs still settable */
  agId: z.optional(z.string()),
  /** Only with auto scaling on the group; prepaid stays unmanaged; managed = deleted on scale-in or failed health check; default false */
  isManaged: z.optional(z.boolean()),
  /** Template values unless overridden; ignored with agId */
  instanceTemplateId: z.optional(z.string()),
  /** Required unless agId */
  az: z.optional(z.string()),
  /** Required unless agId or instanceTemplateId */
  instanceType: z.optional(z.string()),
  burstSpec: z.optional(BurstSpec),
  /** Required unless agId or instanceTemplateId */
  imageId: z.optional(z.string()),
  /** Batch: [start_number] anywhere but first gives a sequence, width = digit count, start 0-9999, e.g. web-[001]; pattern is for the plain form */
  name: batchInstanceName,
  /** Absent = derived from name per RFC 952/1123; batch: [start_number] as in name, else 1,2,.. appended */
  hostname: z.optional(batchHostname),
  /** Absent = random one sent by SMS and mail, unless key pair with passwordAuth=no */
  password: z.optional(password),
  /** Linux only */
  keyNames: z.optional(z.array(z.string()).check(z.maxLength(1))),
  elasticIp: z.optional(ElasticIpSpec),
  primaryNetworkInterface: z.optional(InstanceNetworkInterfaceAttachmentSpec),
  systemDisk: z.optional(InstanceDiskAttachmentSpec),
  /** System + data disks within the type's cloudDiskCountLimit */
  dataDisks: z.optional(z.array(InstanceDiskAttachmentSpec)),
  /** Postpaid_by_usage unsupported; default postpaid_by_duration; bundled data disks share the mode, bundled elastic IP too unless by usage; autoChange fields only for postpaid_by_duration to prepaid */
  charge: z.optional(ChargeSpec),
  /** Max 40 pairs; keys case-insensitive */
  metadata: z.optional(z.array(MetadataInput).check(z.maxLength(40))),
  /** Only key 'launch-script' */
  userdata: z.optional(z.array(UserdataInput)),
  description: z.optional(description),
  /** Drop the template's password; only without agId, with instanceTemplateId and no password */
  noPassword: z.optional(z.boolean()),
  /** Drop the template's key; only without agId, with instanceTemplateId and no keyNames */
  noKeyNames: z.optional(z.boolean()),
  /** Drop the template's elastic IP; only without agId, with instanceTemplateId and no elasticIp */
  noElasticIp: z.optional(z.boolean()),
  /** Drop the template's tags; only with agId or instanceTemplateId and no userTags */
  noInstanceTags: z.optional(z.boolean()),
  /** Max 10 tags; key up to 127 chars, not starting with jrn: or jdc-; value up to 255; Chinese, letters, digits and _.,:/=+-@ (source may also mean backslash) */
  userTags: z.optional(z.array(TagInput).check(z.maxLength(10))),
  /** Only pay-by-configuration with a cloud system disk, not on dedicated hosts; default "keepCharging" */
  chargeOnStopped: z.optional(z.enum(['keepCharging', 'stopCharging'])),
  /** Auto-task policy */
  autoImagePolicyId: z.optional(z.string()),
  /** Only with a key pair; no disables SSH password login and any password is ignored; default "yes" */
  passwordAuth: z.optional(z.enum(['yes', 'no'])),
  /** Use the image's credentials; private or shared images only; default "no" */
  imageInherit: z.optional(z.enum(['yes', 'no'])),
  resourceGroupId: z.optional(z.string()),
  cpuTopology: z.optional(CpuTopologyInput),
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
    regionId,
    instanceSpec: InstanceSpec,
    /** Best effort: part of a batch may fail; bounded by quota; default 1 */
    maxCount: z.optional(z.int().check(z.gte(1), z.lte(100))),
    clientToken: z.optional(clientToken),
  }),
  output: model({
    instanceIds: z.optional(z.array(z.string())),
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
