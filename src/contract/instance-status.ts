import * as z from 'zod/mini';
import {
  filtersOf,
  known,
  model,
  paging,
  regionId,
  resourceId,
  secret,
  TagFilter,
} from './common.ts';
import { CpuTopology, instancesFilters, LocalDisk } from './instances.ts';
import { type FilterTable, read } from './operation.ts';
import { instanceStatuses } from './statuses.ts';

const LightCloudDiskInfo = model({
  diskId: z.optional(z.string()),
  diskType: z.optional(known(['ssd', 'premium-hdd', 'hdd.std1', 'ssd.gp1', 'ssd.io1'])),
  /** GiB */
  diskSizeGB: z.optional(z.number()),
});

const BriefInstanceDiskAttachment = model({
  diskCategory: z.optional(known(['local', 'cloud'])),
  /** Delete with the instance; only for pay-by-configuration, non-shared cloud disks */
  autoDelete: z.optional(z.boolean()),
  /** Set when diskCategory=local */
  localDisk: z.optional(LocalDisk),
  /** Set when diskCategory=cloud */
  cloudDisk: z.optional(LightCloudDiskInfo),
  /** System disk vda; data disk: vdb..vdbm (vdb-vdz, vdaa-vdaz, vdba-vdbm) */
  deviceName: z.optional(z.string()),
  status: z.optional(
    known(['attaching', 'detaching', 'attached', 'detached', 'error_attach', 'error_detach']),
  ),
});

const BriefInstanceNetworkInterfaceAttachment = model({
  /** 1 = primary NIC */
  deviceIndex: z.optional(z.number()),
  autoDelete: z.optional(z.boolean()),
});
type BriefInstanceNetworkInterfaceAttachment = z.infer<
  typeof BriefInstanceNetworkInterfaceAttachment
>;

export const BriefInstance = model({
  instanceId: z.string(),
  instanceName: z.optional(z.string()),
  instanceType: z.optional(z.string()),
  /** Of the primary NIC */
  vpcId: z.optional(z.string()),
  /** Of the primary NIC */
  subnetId: z.optional(z.string()),
  /** Primary IP of the primary NIC */
  privateIpAddress: z.optional(z.string()),
  status: z.optional(known(instanceStatuses)),
  description: z.optional(z.string()),
  imageId: z.optional(z.string()),
  systemDisk: z.optional(BriefInstanceDiskAttachment),
  dataDisks: z.optional(z.array(BriefInstanceDiskAttachment)),
  primaryNetworkInterface: z.optional(BriefInstanceNetworkInterfaceAttachment),
  secondaryNetworkInterfaces: z.optional(z.array(BriefInstanceNetworkInterfaceAttachment)),
  /** YYYY-MM-DD HH:mm:ss */
  launchTime: z.optional(z.string()),
  az: z.optional(z.string()),
  /** Logical AZ */
  pAz: z.optional(z.string()),
  keyNames: z.optional(z.array(z.string())),
  /** Inside the availability group */
  faultDomain: z.optional(z.string()),
  /** Only pay-by-configuration with a cloud system disk */
  chargeOnStopped: z.optional(known(['keepCharging', 'stopCharging'])),
  dedicatedPoolId: z.optional(z.string()),
  dedicatedHostId: z.optional(z.string()),
  cpuTopology: z.optional(CpuTopology),
  bootMode: z.optional(known(['bios', 'uefi'])),
  /** YYYY-MM-DD HH:mm:ss */
  autoReleaseTime: z.optional(z.string()),
});
export type BriefInstance = z.infer<typeof BriefInstance>;

export const Metadata = model({
  /** Any characters; a trailing '-' makes it inert (in updateInstanceTemplate it deletes the key) */
  key: z.optional(z.string()),
  /** Up to 16 KB */
  value: z.optional(z.string()),
});
export type Metadata = z.infer<typeof Metadata>;

export const Userdata = model({
  key: z.optional(known(['launch-script'])),
  /** Base64; up to 16 KB before encoding; Linux: first line #!/bin/bash or #!/usr/bin/env python; Windows: wrapped in <cmd></cmd> or <powershell></powershell> */
  value: z.optional(z.string()),
});
export type Userdata = z.infer<typeof Userdata>;

const CustomData = model({
  instanceId: z.optional(z.string()),
  /** Max 40 pairs; keys case-insensitive */
  metadata: z.optional(z.array(Metadata)),
  /** Only key 'launch-script' */
  userdata: z.optional(z.array(Userdata)),
});

const InstancePrivateIpAddress = model({
  instanceId: z.string(),
  privateIpAddress: z.optional(z.string()),
});

const InstanceStatus = model({
  instanceId: z.string(),
  status: z.optional(known(instanceStatuses)),
});

export const longestMetadataKey = 256;

export const MetadataInput = z.strictObject({
  /** Any characters; a trailing '-' makes it inert (in updateInstanceTemplate it deletes the key) */
  key: z.optional(z.string().check(z.maxLength(longestMetadataKey))),
  /** Up to 16 KB */
  value: z.optional(z.string()),
});
export type MetadataInput = z.infer<typeof MetadataInput>;

export const UserdataInput = z.strictObject({
  key: z.optional(z.enum(['launch-script'])),
  /** Base64; up to 16 KB before encoding; Linux: first line #!/bin/bash or #!/usr/bin/env python; Windows: wrapped in <cmd></cmd> or <powershell></powershell> */
  value: z.optional(z.string()),
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
    regionId,
    ...paging,
    filters: z.optional(filtersOf(instanceStatusFilters)),
  }),
  output: model({
    instanceStatuses: z.optional(z.array(InstanceStatus)),
    totalCount: z.optional(z.number()),
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
    regionId,
    ...paging,
    tags: z.optional(z.array(TagFilter)),
    filters: z.optional(filtersOf(instancesFilters)),
  }),
  output: model({
    instances: z.optional(z.array(BriefInstance)),
    totalCount: z.optional(z.number()),
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
    regionId,
    ...paging,
    filters: z.optional(filtersOf(instanceStatusFilters)),
  }),
  output: model({
    /** Primary IP of each primary NIC */
    instancePrivateIpAddress: z.optional(z.array(InstancePrivateIpAddress)),
    totalCount: z.optional(z.number()),
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
  // A screen comes with its keyboard.
  control: true,
  service: 'vm',
  method: 'GET',
  path: '/v1/regions/{regionId}/instances/{instanceId}/vnc',
  input: z.strictObject({
    regionId,
    instanceId: resourceId,
  }),
  output: model({
    /** Https URL carrying a token */
    vncUrl: z.optional(secret(z.string())),
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
    regionId,
    /** Default 1 */
    pageNumber: z.optional(z.int().check(z.gte(1))),
    /** Default 10 */
    pageSize: z.optional(z.int().check(z.gte(1), z.lte(10))),
    filters: z.optional(filtersOf(instanceStatusFilters)),
  }),
  output: model({
    customData: z.optional(z.array(CustomData)),
    totalCount: z.optional(z.number()),
  }),
  filters: instanceStatusFilters,
  extra: true,
});
