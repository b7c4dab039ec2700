import * as z from 'zod/mini';
import { Nothing, regionId, resourceId } from './common.ts';
import { MetadataInput, UserdataInput } from './instance-status.ts';
import { instanceReads, write } from './operation.ts';
import { description, hostname, instanceName, password } from './rules.ts';
import { mostSecurityGroups } from './security-groups.ts';

export const InstanceDiskAttribute = z.strictObject({
  diskId: z.optional(z.string()),
  /** Delete with the instance; only for pay-by-configuration, non-shared cloud disks; default false */
  autoDelete: z.optional(z.boolean()),
});
export type InstanceDiskAttribute = z.infer<typeof InstanceDiskAttribute>;

export const InstanceNetworkAttribute = z.strictObject({
  networkInterfaceId: z.optional(z.string()),
  /** Default false */
  autoDelete: z.optional(z.boolean()),
});
export type InstanceNetworkAttribute = z.infer<typeof InstanceNetworkAttribute>;

/**
 * - Binds only to the primary IP of the primary NIC
 * - That IP must have no elastic IP yet
 * - Elastic IP in the instance's AZ, or AZ-independent
 */
export const associateElasticIp = write({
  name: 'associateElasticIp',
  service: 'vm',
  method: 'POST',
  path: '/v1/regions/{regionId}/instances/{instanceId}:associateElasticIp',
  input: z.strictObject({
    regionId,
    instanceId: resourceId,
    elasticIpId: resourceId,
  }),
  output: Nothing,
  touches: [
    ...instanceReads,
    'describeElasticIps',
    'describeElasticIp',
    'describeNetworkInterfaces',
    'describeNetworkInterface',
  ],
});

/**
 * - Instance status running or stopped; stopped when attaching a system disk
 * - No task in progress on instance or disk
 * - Disk in the same AZ as the instance
 * - Disk count and disk type within the instance type's limits (cloudDiskCountLimit, cloudDiskTypes)
 * - As system disk: 40-500 GB and not shared
 * - Shared disk: up to 16 instances, data disk only; others: 1 instance
 */
export const attachDisk = write({
  name: 'attachDisk',
  service: 'vm',
  method: 'POST',
  path: '/v1/regions/{regionId}/instances/{instanceId}:attachDisk',
  input: z.strictObject({
    regionId,
    instanceId: resourceId,
    diskId: resourceId,
    /** System disk: required and must be vda; data disk: vdb..vdbm (vdb-vdz, vdaa-vdaz, vdba-vdbm) */
    deviceName: z.optional(z.string()),
    /** Only effective for pay-by-configuration, non-shared cloud disks; default false */
    autoDelete: z.optional(z.boolean()),
  }),
  output: Nothing,
  touches: [...instanceReads, 'describeDisks', 'describeDisk'],
});

/**
 * - Instance status running or stopped
 * - No task in progress on the instance
 * - Secondary NICs only; the primary NIC cannot be attached or detached
 * - NIC in the same VPC as the instance
 * - An elastic IP on the NIC must be in the instance's AZ or AZ-independent
 * - Managed NIC: grant must not contain instance-attach; trusted NIC: grant must contain it
 * - NIC count within the instance type's nicLimit
 */
export const attachNetworkInterface = write({
  name: 'attachNetworkInterface',
  service: 'vm',
  method: 'POST',
  path: '/v1/regions/{regionId}/instances/{instanceId}:attachNetworkInterface',
  input: z.strictObject({
    regionId,
    instanceId: resourceId,
    networkInterfaceId: resourceId,
    /** Fixed false for managed or trusted NICs; default false */
    autoDelete: z.optional(z.boolean()),
  }),
  output: Nothing,
  touches: [
    ...instanceReads,
    'describeInstancePrivateIpAddress',
    'describeNetworkInterfaces',
    'describeNetworkInterface',
  ],
});

/**
 * - Status running, stopped or error
 * - No task in progress on the instance
 * - Pay-by-configuration, or prepaid already expired (unexpired prepaid refused)
 * - Expired prepaid refused when the account is on the allow-list
 * - Refused when the instance has no billing record
 * - Attached pay-by-configuration cloud disks with autoDelete=true go too
 * - The account may demand an MFA token (header x-jdcloud-security-token)
 */
export const deleteInstance = write({
  name: 'deleteInstance',
  service: 'vm',
  method: 'DELETE',
  path: '/v1/regions/{regionId}/instances/{instanceId}',
  input: z.strictObject({
    regionId,
    instanceId: resourceId,
    /** Also release every elastic IP of the primary NIC; ignored when the recycle bin is on and the delete is not a destroy (SDK text names a destroy flag that it does not expose); default false */
    deletePrimaryNetworkInterfaceAllElasticIp: z.optional(z.boolean()),
  }),
  output: Nothing,
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
  mfa: true,
});

/**
 * - Status running or stopped; stopped when detaching the system disk
 * - No task in progress on instance or disk
 */
export const detachDisk = write({
  name: 'detachDisk',
  service: 'vm',
  method: 'POST',
  path: '/v1/regions/{regionId}/instances/{instanceId}:detachDisk',
  input: z.strictObject({
    regionId,
    instanceId: resourceId,
    diskId: resourceId,
    /** True cuts the data disk's I/O; default false */
    force: z.optional(z.boolean()),
  }),
  output: Nothing,
  touches: [...instanceReads, 'describeDisks', 'describeDisk'],
});

/**
 * - Status running or stopped
 * - No task in progress on the instance
 * - Secondary NICs only
 */
export const detachNetworkInterface = write({
  name: 'detachNetworkInterface',
  service: 'vm',
  method: 'POST',
  path: '/v1/regions/{regionId}/instances/{instanceId}:detachNetworkInterface',
  input: z.strictObject({
    regionId,
    instanceId: resourceId,
    networkInterfaceId: resourceId,
  }),
  output: Nothing,
  touches: [
    ...instanceReads,
    'describeInstancePrivateIpAddress',
    'describeNetworkInterfaces',
    'describeNetworkInterface',
  ],
});

/**
 * - Elastic IP must sit on the primary IP of the primary NIC
 */
export const disassociateElasticIp = write({
  name: 'disassociateElasticIp',
  service: 'vm',
  method: 'POST',
  path: '/v1/regions/{regionId}/instances/{instanceId}:disassociateElasticIp',
  input: z.strictObject({
    regionId,
    instanceId: resourceId,
    elasticIpId: resourceId,
  }),
  output: Nothing,
  touches: [
    ...instanceReads,
    'describeElasticIps',
    'describeElasticIp',
    'describeNetworkInterfaces',
    'describeNetworkInterface',
  ],
});

export const modifyInstanceAttribute = write({
  name: 'modifyInstanceAttribute',
  service: 'vm',
  method: 'POST',
  path: '/v1/regions/{regionId}/instances/{instanceId}:modifyInstanceAttribute',
  input: z.strictObject({
    regionId,
    instanceId: resourceId,
    name: z.optional(instanceName),
    description: z.optional(description),
    hostname: z.optional(hostname),
    /** Max 40 pairs; keys case-insensitive */
    metadata: z.optional(z.array(MetadataInput).check(z.maxLength(40))),
    /** Only key 'launch-script' */
    userdata: z.optional(z.array(UserdataInput)),
  }),
  output: Nothing,
  touches: [...instanceReads, 'describeInstancesCustomData'],
});

/**
 * - Only autoDelete can change
 * - Pay-by-configuration, non-shared cloud disks only; prepaid disks always stay
 */
export const modifyInstanceDiskAttribute = write({
  name: 'modifyInstanceDiskAttribute',
  service: 'vm',
  method: 'POST',
  path: '/v1/regions/{regionId}/instances/{instanceId}:modifyInstanceDiskAttribute',
  input: z.strictObject({
    regionId,
    instanceId: resourceId,
    dataDisks: z.optional(z.array(InstanceDiskAttribute)),
  }),
  output: Nothing,
  touches: instanceReads,
});

/**
 * - Only autoDelete can change
 * - Not the primary NIC
 */
export const modifyInstanceNetworkAttribute = write({
  name: 'modifyInstanceNetworkAttribute',
  service: 'vm',
  method: 'POST',
  path: '/v1/regions/{regionId}/instances/{instanceId}:modifyInstanceNetworkAttribute',
  input: z.strictObject({
    regionId,
    instanceId: resourceId,
    networks: z.array(InstanceNetworkAttribute),
  }),
  output: Nothing,
  touches: instanceReads,
});

/**
 * - No task in progress on the instance
 * - Takes effect after the next reboot
 */
export const modifyInstancePassword = write({
  name: 'modifyInstancePassword',
  service: 'vm',
  method: 'POST',
  path: '/v1/regions/{regionId}/instances/{instanceId}:modifyInstancePassword',
  input: z.strictObject({
    regionId,
    instanceId: resourceId,
    password: password,
  }),
  output: Nothing,
  touches: instanceReads,
});

/**
 * - Not on dedicated hosts
 * - First-generation types unsupported except p.* GPU/vGPU
 * - Same VPC as the group's template and an AZ of the group
 * - Balance=false: running or stopped; balance=true: stopped
 * - Balance=true refused with a local system disk; needs clearLocalDisk with local data disks
 */
export const modifyInstancePlacement = write({
  name: 'modifyInstancePlacement',
  service: 'vm',
  method: 'POST',
  path: '/v1/regions/{regionId}/instances/{instanceId}:modifyInstancePlacement',
  input: z.strictObject({
    regionId,
    instanceId: resourceId,
    /** Availability group id; optional in the type, called mandatory in the text */
    agId: z.optional(z.string()),
    /** Force even spread; default false */
    balance: z.optional(z.boolean()),
    /** Confirm loss of local data; default false */
    clearLocalDisk: z.optional(z.boolean()),
    /** Only with auto scaling on the group; prepaid instances join but stay unmanaged; managed ones are deleted on scale-in or failed health check; default false */
    isManaged: z.optional(z.boolean()),
  }),
  output: Nothing,
  touches: instanceReads,
  extra: true,
});

export const modifyInstanceReleaseTime = write({
  name: 'modifyInstanceReleaseTime',
  service: 'vm',
  method: 'POST',
  path: '/v1/regions/{regionId}/instances:modifyInstanceReleaseTime',
  input: z.strictObject({
    regionId,
    instanceIds: z.optional(z.array(z.string())),
    /** YYYY-MM-DD HH:mm:ss, from now+1h to now+10y; empty cancels */
    autoReleaseTime: z.optional(z.string()),
  }),
  output: Nothing,
  touches: instanceReads,
  extra: true,
});

/**
 * - Status stopped
 * - Not in a load balancer back-end group
 * - With secondary NICs: VPC fixed, subnet/IP only
 * - With secondary IPs on the primary NIC: subnet fixed, IP only
 * - In an availability group: VPC fixed
 * - IPv6 cannot change when only the IPv4 changes
 */
export const modifyInstanceVpcAttribute = write({
  name: 'modifyInstanceVpcAttribute',
  service: 'vm',
  method: 'POST',
  path: '/v1/regions/{regionId}/instances/{instanceId}:modifyInstanceVpcAttribute',
  input: z.strictObject({
    regionId,
    instanceId: resourceId,
    subnetId: z.string(),
    /** Not together with ipv6Address */
    assignIpv6: z.optional(z.boolean()),
    /** Not together with assignIpv6 */
    ipv6Address: z.optional(z.string()),
    /** Required when VPC and subnet stay the same; must be free and inside the subnet */
    privateIpAddress: z.optional(z.string()),
    /** Required when the VPC changes, refused otherwise; must belong to the new VPC */
    securityGroups: z.optional(z.array(z.string()).check(z.maxLength(mostSecurityGroups))),
  }),
  output: Nothing,
  touches: [
    ...instanceReads,
    'describeInstancePrivateIpAddress',
    'describeNetworkInterfaces',
    'describeNetworkInterface',
    'describeSubnets',
  ],
  extra: true,
});

/**
 * - Status running
 * - No task in progress on the instance
 * - Not overdue or in arrears
 */
export const rebootInstance = write({
  name: 'rebootInstance',
  service: 'vm',
  method: 'POST',
  path: '/v1/regions/{regionId}/instances/{instanceId}:rebootInstance',
  input: z.strictObject({
    regionId,
    instanceId: resourceId,
  }),
  output: Nothing,
  touches: instanceReads,
});

/**
 * - Status stopped
 * - A new password is expected (SDK type leaves it optional); Linux may also set a key
 * - System disk content is lost, data disks untouched
 * - Original private image must still exist to rebuild from it
 * - Image's root device type must match the system disk (localDisk/cloudDisk)
 * - Image must allow the instance type
 * - Cloud system disk: current size must not exceed the target image's snapshot (docs error says new size must not be below the image's)
 */
export const rebuildInstance = write({
  name: 'rebuildInstance',
  service: 'vm',
  method: 'POST',
  path: '/v1/regions/{regionId}/instances/{instanceId}:rebuildInstance',
  input: z.strictObject({
    regionId,
    instanceId: resourceId,
    password: z.optional(password),
    /** Absent = the instance's current image */
    imageId: z.optional(resourceId),
    /** Linux only */
    keyNames: z.optional(z.array(z.string()).check(z.maxLength(1))),
    /** Absent = derived from the instance name per RFC 952/1123. */
    hostname: z.optional(hostname),
    /** Max 40 pairs; keys case-insensitive */
    metadata: z.optional(z.array(MetadataInput).check(z.maxLength(40))),
    /** Only key 'launch-script' */
    userdata: z.optional(z.array(UserdataInput)),
    /** Yes/no; matters only with a key pair; must be yes on Windows; capital W in the name */
    passWordAuth: z.optional(z.string()),
    /** Take credentials from the image; empty string counts as no; default "no" */
    imageInherit: z.optional(z.enum(['yes', 'no', ''])),
  }),
  output: Nothing,
  touches: [...instanceReads, 'describeInstancesCustomData'],
});

/**
 * - Instance must be isolated; stopped recommended
 */
export const redeployInstance = write({
  name: 'redeployInstance',
  service: 'vm',
  method: 'POST',
  path: '/v1/regions/{regionId}/instances/{instanceId}:redeployInstance',
  input: z.strictObject({
    regionId,
    instanceId: resourceId,
  }),
  output: Nothing,
  touches: instanceReads,
  extra: true,
});

/**
 * - Status stopped
 * - No task in progress on the instance
 * - Not overdue or in arrears
 * - Target must allow the current NIC and disk counts
 * - Image must allow the target type
 * - No cross-generation move with a local system disk, or a 2016 cloud system disk; local system disk also bars s.d1 and s.d2
 * - In an availability group: no move to first generation except GPU
 * - Encrypted disk attached: no move to first generation
 * - Bare metal: neither from nor to
 * - Postpaid: old price settled at once; prepaid: cheaper extends expiry, dearer needs the difference paid
 */
export const resizeInstance = write({
  name: 'resizeInstance',
  service: 'vm',
  method: 'POST',
  path: '/v1/regions/{regionId}/instances/{instanceId}:resizeInstance',
  input: z.strictObject({
    regionId,
    instanceId: resourceId,
    instanceType: z.string(),
    /** True wipes local data disks; required when there are any; default false */
    force: z.optional(z.boolean()),
  }),
  output: Nothing,
  touches: [...instanceReads, 'describeQuotas', 'describeInstanceTypes'],
});

export const resumeInstance = write({
  name: 'resumeInstance',
  service: 'vm',
  method: 'POST',
  path: '/v1/regions/{regionId}/instances/{instanceId}:resumeInstance',
  input: z.strictObject({
    regionId,
    instanceId: resourceId,
  }),
  output: Nothing,
  touches: instanceReads,
  extra: true,
});

/**
 * - Status stopped
 * - No task in progress on the instance
 * - Not overdue or in arrears
 * - Cloud system disk must be attached
 * - After a stopCharging stop the start can fail for lack of stock
 */
export const startInstance = write({
  name: 'startInstance',
  service: 'vm',
  method: 'POST',
  path: '/v1/regions/{regionId}/instances/{instanceId}:startInstance',
  input: z.strictObject({
    regionId,
    instanceId: resourceId,
  }),
  output: Nothing,
  touches: instanceReads,
});

/**
 * - Status running
 * - No task in progress on the instance
 * - stopCharging frees CPU, memory, GPU and local data disks
 */
export const stopInstance = write({
  name: 'stopInstance',
  service: 'vm',
  method: 'POST',
  path: '/v1/regions/{regionId}/instances/{instanceId}:stopInstance',
  input: z.strictObject({
    regionId,
    instanceId: resourceId,
    /** No default (empty); see Instance.chargeOnStopped */
    chargeOnStopped: z.optional(z.enum(['keepCharging', 'stopCharging'])),
  }),
  output: Nothing,
  touches: instanceReads,
});

export const suspendInstance = write({
  name: 'suspendInstance',
  service: 'vm',
  method: 'POST',
  path: '/v1/regions/{regionId}/instances/{instanceId}:suspendInstance',
  input: z.strictObject({
    regionId,
    instanceId: resourceId,
  }),
  output: Nothing,
  touches: instanceReads,
  extra: true,
});
