import * as z from 'zod/mini';
import {
  Charge,
  filtersOf,
  known,
  model,
  paging,
  regionId,
  resourceId,
  Tag,
  TagFilter,
} from './common.ts';
import { Disk } from './disk.ts';
import { type FilterTable, read } from './operation.ts';
import { instanceStatuses } from './statuses.ts';

export const Ag = model({
  name: z.optional(z.string()),
  id: z.optional(z.string()),
});
export type Ag = z.infer<typeof Ag>;

const BurstInfo = model({
  /** See BurstSpec.burstMode */
  burstMode: z.optional(z.string()),
  creditChargeStatus: z.optional(known(['normal', 'arrear'])),
});

const Thread = model({
  /** CPU id */
  id: z.optional(z.number()),
  /** Physical CPU it is pinned to */
  pin: z.optional(z.string()),
});

const Core = model({
  id: z.optional(z.number()),
  threads: z.optional(z.array(Thread)),
});

const ThreadInput = z.strictObject({
  /** CPU id */
  id: z.optional(z.int()),
  /** Physical CPU it is pinned to */
  pin: z.optional(z.string()),
});

const CoreInput = z.strictObject({
  id: z.optional(z.int()),
  threads: z.optional(z.array(ThreadInput)),
});

const Socket = model({
  id: z.optional(z.number()),
  cores: z.optional(z.array(Core)),
});

const Numa = model({
  id: z.optional(z.number()),
  cores: z.optional(z.array(Core)),
});

export const CpuTopology = model({
  sockets: z.optional(z.array(Socket)),
  numas: z.optional(z.array(Numa)),
});
export type CpuTopology = z.infer<typeof CpuTopology>;

const SocketInput = z.strictObject({
  id: z.optional(z.int()),
  cores: z.optional(z.array(CoreInput)),
});

const NumaInput = z.strictObject({
  id: z.optional(z.int()),
  cores: z.optional(z.array(CoreInput)),
});

export const CpuTopologyInput = z.strictObject({
  sockets: z.optional(z.array(SocketInput)),
  numas: z.optional(z.array(NumaInput)),
});
export type CpuTopologyInput = z.infer<typeof CpuTopologyInput>;

const HostGroup = model({
  hostGroupId: z.optional(z.string()),
  hostGroupName: z.optional(z.string()),
});

export const ImageChargeInfo = model({
  /** Billing resource type */
  serviceCode: z.optional(z.string()),
  /** Billing items */
  formula: z.optional(z.array(z.string())),
});
export type ImageChargeInfo = z.infer<typeof ImageChargeInfo>;

const ImageCharge = model({
  chargeInfo: z.optional(ImageChargeInfo),
  chargeConfig: z.optional(Charge),
});

export const LocalDisk = model({
  /** Docs samples also show SSD in capitals */
  diskType: z.optional(known(['ssd', 'premium-hdd', 'hdd.std1', 'ssd.gp1', 'ssd.io1'])),
  diskSizeGB: z.optional(z.number()),
});
export type LocalDisk = z.infer<typeof LocalDisk>;

export const InstanceDiskAttachment = model({
  diskCategory: z.optional(known(['local', 'cloud'])),
  /** Delete with the instance; only for pay-by-configuration, non-shared cloud disks */
  autoDelete: z.optional(z.boolean()),
  /** Set when diskCategory=local */
  localDisk: z.optional(LocalDisk),
  /** Set when diskCategory=cloud */
  cloudDisk: z.optional(Disk),
  /** System disk vda; data disk: vdb..vdbm (vdb-vdz, vdaa-vdaz, vdba-vdbm) */
  deviceName: z.optional(z.string()),
  status: z.optional(
    known(['attaching', 'detaching', 'attached', 'detached', 'error_attach', 'error_detach']),
  ),
});
export type InstanceDiskAttachment = z.infer<typeof InstanceDiskAttachment>;

const SecurityGroupSimple = model({
  groupId: z.optional(z.string()),
  groupName: z.optional(z.string()),
});

const NetworkInterfacePrivateIp = model({
  privateIpAddress: z.optional(z.string()),
  elasticIpId: z.optional(z.string()),
  elasticIpAddress: z.optional(z.string()),
});

const NetworkInterfaceIpv6Address = model({
  ipv6Id: z.optional(z.string()),
  ipv6Address: z.optional(z.string()),
});

const InstanceNetworkInterface = model({
  networkInterfaceId: z.optional(z.string()),
  macAddress: z.optional(z.string()),
  vpcId: z.optional(z.string()),
  subnetId: z.optional(z.string()),
  securityGroups: z.optional(z.array(SecurityGroupSimple)),
  /** Source/destination address check */
  sanityCheck: z.optional(z.number()),
  primaryIp: z.optional(NetworkInterfacePrivateIp),
  secondaryIps: z.optional(z.array(NetworkInterfacePrivateIp)),
  ipv6Addresses: z.optional(z.array(NetworkInterfaceIpv6Address)),
});

export const InstanceNetworkInterfaceAttachment = model({
  /** 1 = primary NIC */
  deviceIndex: z.optional(z.number()),
  autoDelete: z.optional(z.boolean()),
  networkInterface: z.optional(InstanceNetworkInterface),
});
export type InstanceNetworkInterfaceAttachment = z.infer<typeof InstanceNetworkInterfaceAttachment>;

const RdmaNetworkInterface = model({
  macAddress: z.optional(z.string()),
  /** Array despite the singular name */
  ipAddress: z.optional(z.array(z.string())),
});

const Policy = model({
  policyId: z.optional(z.string()),
  policyType: z.optional(known(['AutoImage'])),
});

export const Instance = model({
  instanceId: z.string(),
  instanceName: z.optional(z.string()),
  hostname: z.optional(z.string()),
  instanceType: z.optional(z.string()),
  /** Of the primary NIC */
  vpcId: z.optional(z.string()),
  /** Of the primary NIC */
  subnetId: z.optional(z.string()),
  /** Primary IP of the primary NIC */
  privateIpAddress: z.optional(z.string()),
  /** On that primary IP */
  elasticIpId: z.optional(z.string()),
  /** On that primary IP */
  elasticIpAddress: z.optional(z.string()),
  status: z.optional(known(instanceStatuses)),
  description: z.optional(z.string()),
  imageId: z.optional(z.string()),
  systemDisk: z.optional(InstanceDiskAttachment),
  dataDisks: z.optional(z.array(InstanceDiskAttachment)),
  primaryNetworkInterface: z.optional(InstanceNetworkInterfaceAttachment),
  secondaryNetworkInterfaces: z.optional(z.array(InstanceNetworkInterfaceAttachment)),
  rdmaNetworkInterfaces: z.optional(z.array(RdmaNetworkInterface)),
  /** YYYY-MM-DD HH:mm:ss; samples show UTC+8 while charge times are UTC */
  launchTime: z.optional(z.string()),
  az: z.optional(z.string()),
  keyNames: z.optional(z.array(z.string())),
  charge: z.optional(Charge),
  imageCharge: z.optional(ImageCharge),
  /** Spot state; values not listed */
  spotStatus: z.optional(z.string()),
  /** Set when created through an availability group */
  ag: z.optional(Ag),
  /** Inside the availability group */
  faultDomain: z.optional(z.string()),
  tags: z.optional(z.array(Tag)),
  /** Only pay-by-configuration with a cloud system disk, not on dedicated hosts */
  chargeOnStopped: z.optional(known(['keepCharging', 'stopCharging'])),
  /** Auto-task policies */
  policies: z.optional(z.array(Policy)),
  dedicatedPoolId: z.optional(z.string()),
  dedicatedHostId: z.optional(z.string()),
  burstInfo: z.optional(BurstInfo),
  resourceGroupId: z.optional(z.string()),
  osType: z.optional(known(['linux', 'windows'])),
  cpuTopology: z.optional(CpuTopology),
  /** E.g. 7.6 */
  osVersion: z.optional(z.string()),
  /** E.g. CentOS */
  platform: z.optional(z.string()),
  /** E.g. x86_64 */
  architecture: z.optional(z.string()),
  hostGroup: z.optional(HostGroup),
  /** YYYY-MM-DD HH:mm:ss */
  autoReleaseTime: z.optional(z.string()),
  bootMode: z.optional(known(['bios', 'uefi'])),
});
export type Instance = z.infer<typeof Instance>;

/** What `describeInstances` may be filtered by, and how a value is compared. */
export const instancesFilters = {
  instanceId: 'exact',
  /** Primary IP of any attached NIC */
  privateIpAddress: 'fuzzy',
  az: 'exact',
  vpcId: 'exact',
  status: 'exact',
  name: 'fuzzy one',
  imageId: 'exact',
  networkInterfaceId: 'exact',
  subnetId: 'exact',
  /** How it matches is not documented */
  agId: 'exact one',
  /** How it matches is not documented */
  faultDomain: 'exact',
  dedicatedHostId: 'exact',
  dedicatedPoolId: 'exact',
  instanceType: 'exact',
  /** Resolved to a networkInterfaceId; ORed with any networkInterfaceId filter */
  elasticIpAddress: 'exact one',
} as const satisfies FilterTable;

/**
 * - Filters combine with AND
 * - Sub-accounts see only what they may access
 * - One call per row may trip the gateway's rate limit: batch ids
 * - GET URL length limits apply
 */
export const describeInstances = read({
  name: 'describeInstances',
  service: 'vm',
  method: 'GET',
  path: '/v1/regions/{regionId}/instances',
  input: z.strictObject({
    regionId,
    ...paging,
    tags: z.optional(z.array(TagFilter)),
    filters: z.optional(filtersOf(instancesFilters)),
  }),
  output: model({
    instances: z.optional(z.array(Instance)),
    totalCount: z.optional(z.number()),
  }),
  filters: instancesFilters,
});

export const describeInstance = read({
  name: 'describeInstance',
  service: 'vm',
  method: 'GET',
  path: '/v1/regions/{regionId}/instances/{instanceId}',
  input: z.strictObject({
    regionId,
    instanceId: resourceId,
  }),
  output: model({
    instance: z.optional(Instance),
  }),
});
