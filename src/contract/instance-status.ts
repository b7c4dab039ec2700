import * as z from 'zod';
import { filtersOf, known, model, regionId, resourceId, secret, TagFilter } from './common.ts';
import { CpuTopology, instancesFilters, LocalDisk } from './instances.ts';
import { type FilterTable, read } from './operation.ts';
import { instanceStatuses } from './statuses.ts';

export const LightCloudDiskInfo = model({
  diskId: z.string().optional(),
  diskType: known(['ssd', 'premium-hdd', 'hdd.std1', 'ssd.gp1', 'ssd.io1']).optional(),
  /** GiB */
  diskSizeGB: z.number().optional(),
});
export type LightCloudDiskInfo = z.infer<typeof LightCloudDiskInfo>;

export const BriefInstanceDiskAttachment = model({
  diskCategory: known(['local', 'cloud']).optional(),
  /** Delete with the instance; only for pay-by-configuration, non-shared cloud disks */
  autoDelete: z.boolean().optional(),
  /** Set when diskCategory=local */
  localDisk: LocalDisk.optional(),
  /** Set when diskCategory=cloud */
  cloudDisk: LightCloudDiskInfo.optional(),
  /** System disk vda; data disk: vdb..vdbm (vdb-vdz, vdaa-vdaz, vdba-vdbm) */
  deviceName: z.string().optional(),
  status: known([
    'attaching',
    'detaching',
    'attached',
    'detached',
    'error_attach',
    'error_detach',
  ]).optional(),
});
export type BriefInstanceDiskAttachment = z.infer<typeof BriefInstanceDiskAttachment>;

export const BriefInstanceNetworkInterfaceAttachment = model({
  /** 1 = primary NIC */
  deviceIndex: z.number().optional(),
  autoDelete: z.boolean().optional(),
});
export type BriefInstanceNetworkInterfaceAttachment = z.infer<
  typeof BriefInstanceNetworkInterfaceAttachment
>;

export const BriefInstance = model({
  instanceId: z.string(),
  instanceName: z.string().optional(),
  instanceType: z.string().optional(),
  /** Of the primary NIC */
  vpcId: z.string().optional(),
  /** Of the primary NIC */
  subnetId: z.string().optional(),
  /** Primary IP of the primary NIC */
  privateIpAddress: z.string().optional(),
  status: known(instanceStatuses).optional(),
  description: z.string().optional(),
  imageId: z.string().optional(),
  systemDisk: BriefInstanceDiskAttachment.optional(),
  dataDisks: z.array(BriefInstanceDiskAttachment).optional(),
  primaryNetworkInterface: BriefInstanceNetworkInterfaceAttachment.optional(),
  secondaryNetworkInterfaces: z.array(BriefInstanceNetworkInterfaceAttachment).optional(),
  /** YYYY-MM-DD HH:mm:ss */
  launchTime: z.string().optional(),
  az: z.string().optional(),
  /** Logical AZ */
  pAz: z.string().optional(),
  keyNames: z.array(z.string()).optional(),
  /** Inside the availability group */
  faultDomain: z.string().optional(),
  /** Only pay-by-configuration with a cloud system disk */
  chargeOnStopped: known(['keepCharging', 'stopCharging']).optional(),
  dedicatedPoolId: z.string().optional(),
  dedicatedHostId: z.string().optional(),
  cpuTopology: CpuTopology.optional(),
  bootMode: known(['bios', 'uefi']).optional(),
  /** YYYY-MM-DD HH:mm:ss */
  autoReleaseTime: z.string().optional(),
});
export type BriefInstance = z.infer<typeof BriefInstance>;

export const Metadata = model({
  /** Any characters; a trailing '-' makes it inert (in updateInstanceTemplate it deletes the key) */
  key: z.string().optional(),
  /** Up to 16 KB */
  value: z.string().optional(),
});
export type Metadata = z.infer<typeof Metadata>;

export const Userdata = model({
  key: known(['launch-script']).optional(),
  /** Base64; up to 16 KB before encoding; Linux: first line #!/bin/bash or #!/usr/bin/env python; Windows: wrapped in <cmd></cmd> or <powershell></powershell> */
  value: z.string().optional(),
});
export type Userdata = z.infer<typeof Userdata>;

export const CustomData = model({
  instanceId: z.string().optional(),
  /** Max 40 pairs; keys case-insensitive */
  metadata: z.array(Metadata).optional(),
  /** Only key 'launch-script' */
  userdata: z.array(Userdata).optional(),
});
export type CustomData = z.infer<typeof CustomData>;

export const InstancePrivateIpAddress = model({
  instanceId: z.string(),
  privateIpAddress: z.string().optional(),
});
export type InstancePrivateIpAddress = z.infer<typeof InstancePrivateIpAddress>;

export const InstanceStatus = model({
  instanceId: z.string(),
  status: known(instanceStatuses).optional(),
});
export type InstanceStatus = z.infer<typeof InstanceStatus>;

export const MetadataInput = z.strictObject({
  /** Any characters; a trailing '-' makes it inert (in updateInstanceTemplate it deletes the key) */
  key: z.string().max(256).optional(),
  /** Up to 16 KB */
  value: z.string().optional(),
});
export type MetadataInput = z.infer<typeof MetadataInput>;

export const UserdataInput = z.strictObject({
  key: z.enum(['launch-script']).optional(),
  /** Base64; up to 16 KB before encoding; Linux: first line #!/bin/bash or #!/usr/bin/env python; Windows: wrapped in <cmd></cmd> or <powershell></powershell> */
  value: z.string().optional(),
});
export type UserdataInput = z.infer<typeof UserdataInput>;

/** What `describeInstanceStatus` may be filtered by, and how a value is compared. */
export const instanceStatusFilters = {
  instanceId: 'exact',
  /** Primary IP of the primary NIC */
  privateIpAddress: 'fuzzy',
  vpcId: 'exact',
  status: 'exact',
  name: 'fuzzy one',
  imageId: 'exact',
  /** How it matches is not documented */
  agId: 'exact one',
  /** How it matches is not documented */
  faultDomain: 'exact',
  networkInterfaceId: 'exact',
  subnetId: 'exact',
} as const satisfies FilterTable;

/**
 * - Filters combine with AND
 * - GET URL length limits apply
 */
export const describeInstanceStatus = read({
  name: 'describeInstanceStatus',
  service: 'vm',
  method: 'GET',
  path: '/v1/regions/{regionId}/instanceStatus',
  input: z.strictObject({
    regionId: regionId,
    /** Default 1 */
    pageNumber: z.int().min(1).optional(),
    /** Default 20 */
    pageSize: z.int().min(10).max(100).optional(),
    filters: filtersOf(instanceStatusFilters).optional(),
  }),
  output: model({
    instanceStatuses: z.array(InstanceStatus).optional(),
    totalCount: z.number().optional(),
  }),
  filters: instanceStatusFilters,
});

/**
 * - Filters combine with AND
 * - Sub-accounts see only what they may access
 * - Light variant: no disks detail, network, billing or tags; prefer it when those are not needed
 * - GET URL length limits apply
 */
export const describeBriefInstances = read({
  name: 'describeBriefInstances',
  service: 'vm',
  method: 'GET',
  path: '/v1/regions/{regionId}/instances:describeBriefInstances',
  input: z.strictObject({
    regionId: regionId,
    /** Default 1 */
    pageNumber: z.int().min(1).optional(),
    /** Default 20 */
    pageSize: z.int().min(10).max(100).optional(),
    tags: z.array(TagFilter).optional(),
    filters: filtersOf(instancesFilters).optional(),
  }),
  output: model({
    instances: z.array(BriefInstance).optional(),
    totalCount: z.number().optional(),
  }),
  filters: instancesFilters,
});

/**
 * - Filters combine with AND
 * - GET URL length limits apply
 */
export const describeInstancePrivateIpAddress = read({
  name: 'describeInstancePrivateIpAddress',
  service: 'vm',
  method: 'GET',
  path: '/v1/regions/{regionId}/instancePrivateIpAddress',
  input: z.strictObject({
    regionId: regionId,
    /** Default 1 */
    pageNumber: z.int().min(1).optional(),
    /** Default 20 */
    pageSize: z.int().min(10).max(100).optional(),
    filters: filtersOf(instanceStatusFilters).optional(),
  }),
  output: model({
    /** Primary IP of each primary NIC */
    instancePrivateIpAddress: z.array(InstancePrivateIpAddress).optional(),
    totalCount: z.number().optional(),
  }),
  filters: instanceStatusFilters,
});

/**
 * - Status running
 * - Bare-metal types unsupported
 * - URL lapses if unused for 1 hour
 */
export const describeInstanceVncUrl = read({
  name: 'describeInstanceVncUrl',
  service: 'vm',
  method: 'GET',
  path: '/v1/regions/{regionId}/instances/{instanceId}/vnc',
  input: z.strictObject({
    regionId: regionId,
    instanceId: resourceId,
  }),
  output: model({
    /** Https URL carrying a token */
    vncUrl: secret(z.string()).optional(),
  }),
});

/**
 * - Filters combine with AND
 * - At most 10 instances a call
 */
export const describeInstancesCustomData = read({
  name: 'describeInstancesCustomData',
  service: 'vm',
  method: 'GET',
  path: '/v1/regions/{regionId}/instancesCustomData',
  input: z.strictObject({
    regionId: regionId,
    /** Default 1 */
    pageNumber: z.int().min(1).optional(),
    /** Default 10 */
    pageSize: z.int().min(1).max(10).optional(),
    filters: filtersOf(instanceStatusFilters).optional(),
  }),
  output: model({
    customData: z.array(CustomData).optional(),
    totalCount: z.number().optional(),
  }),
  filters: instanceStatusFilters,
  beyondMission: true,
});
