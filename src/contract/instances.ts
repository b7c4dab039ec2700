import * as z from 'zod';
import { Charge, filtersOf, known, model, regionId, resourceId, Tag, TagFilter } from './common.ts';
import { Disk } from './disks.ts';
import { type FilterTable, read } from './operation.ts';
import { instanceStatuses } from './statuses.ts';

export const Ag = model({
  name: z.string().optional(),
  id: z.string().optional(),
});
export type Ag = z.infer<typeof Ag>;

export const BurstInfo = model({
  /** See BurstSpec.burstMode */
  burstMode: z.string().optional(),
  creditChargeStatus: known(['normal', 'arrear']).optional(),
});
export type BurstInfo = z.infer<typeof BurstInfo>;

export const Thread = model({
  /** CPU id */
  id: z.number().optional(),
  /** Physical CPU it is pinned to */
  pin: z.string().optional(),
});
export type Thread = z.infer<typeof Thread>;

export const Core = model({
  id: z.number().optional(),
  threads: z.array(Thread).optional(),
});
export type Core = z.infer<typeof Core>;

export const ThreadInput = z.strictObject({
  /** CPU id */
  id: z.int().optional(),
  /** Physical CPU it is pinned to */
  pin: z.string().optional(),
});
export type ThreadInput = z.infer<typeof ThreadInput>;

export const CoreInput = z.strictObject({
  id: z.int().optional(),
  threads: z.array(ThreadInput).optional(),
});
export type CoreInput = z.infer<typeof CoreInput>;

export const Socket = model({
  id: z.number().optional(),
  cores: z.array(Core).optional(),
});
export type Socket = z.infer<typeof Socket>;

export const Numa = model({
  id: z.number().optional(),
  cores: z.array(Core).optional(),
});
export type Numa = z.infer<typeof Numa>;

export const CpuTopology = model({
  sockets: z.array(Socket).optional(),
  numas: z.array(Numa).optional(),
});
export type CpuTopology = z.infer<typeof CpuTopology>;

export const SocketInput = z.strictObject({
  id: z.int().optional(),
  cores: z.array(CoreInput).optional(),
});
export type SocketInput = z.infer<typeof SocketInput>;

export const NumaInput = z.strictObject({
  id: z.int().optional(),
  cores: z.array(CoreInput).optional(),
});
export type NumaInput = z.infer<typeof NumaInput>;

export const CpuTopologyInput = z.strictObject({
  sockets: z.array(SocketInput).optional(),
  numas: z.array(NumaInput).optional(),
});
export type CpuTopologyInput = z.infer<typeof CpuTopologyInput>;

export const HostGroup = model({
  hostGroupId: z.string().optional(),
  hostGroupName: z.string().optional(),
});
export type HostGroup = z.infer<typeof HostGroup>;

export const ImageChargeInfo = model({
  /** Billing resource type */
  serviceCode: z.string().optional(),
  /** Billing items */
  formula: z.array(z.string()).optional(),
});
export type ImageChargeInfo = z.infer<typeof ImageChargeInfo>;

export const ImageCharge = model({
  chargeInfo: ImageChargeInfo.optional(),
  chargeConfig: Charge.optional(),
});
export type ImageCharge = z.infer<typeof ImageCharge>;

export const LocalDisk = model({
  /** Docs samples also show SSD in capitals */
  diskType: known(['ssd', 'premium-hdd', 'hdd.std1', 'ssd.gp1', 'ssd.io1']).optional(),
  diskSizeGB: z.number().optional(),
});
export type LocalDisk = z.infer<typeof LocalDisk>;

export const InstanceDiskAttachment = model({
  diskCategory: known(['local', 'cloud']).optional(),
  /** Delete with the instance; only for pay-by-configuration, non-shared cloud disks */
  autoDelete: z.boolean().optional(),
  /** Set when diskCategory=local */
  localDisk: LocalDisk.optional(),
  /** Set when diskCategory=cloud */
  cloudDisk: Disk.optional(),
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
export type InstanceDiskAttachment = z.infer<typeof InstanceDiskAttachment>;

export const SecurityGroupSimple = model({
  groupId: z.string().optional(),
  groupName: z.string().optional(),
});
export type SecurityGroupSimple = z.infer<typeof SecurityGroupSimple>;

export const NetworkInterfacePrivateIp = model({
  privateIpAddress: z.string().optional(),
  elasticIpId: z.string().optional(),
  elasticIpAddress: z.string().optional(),
});
export type NetworkInterfacePrivateIp = z.infer<typeof NetworkInterfacePrivateIp>;

export const NetworkInterfaceIpv6Address = model({
  ipv6Id: z.string().optional(),
  ipv6Address: z.string().optional(),
});
export type NetworkInterfaceIpv6Address = z.infer<typeof NetworkInterfaceIpv6Address>;

export const InstanceNetworkInterface = model({
  networkInterfaceId: z.string().optional(),
  macAddress: z.string().optional(),
  vpcId: z.string().optional(),
  subnetId: z.string().optional(),
  securityGroups: z.array(SecurityGroupSimple).optional(),
  /** Source/destination address check */
  sanityCheck: z.number().optional(),
  primaryIp: NetworkInterfacePrivateIp.optional(),
  secondaryIps: z.array(NetworkInterfacePrivateIp).optional(),
  ipv6Addresses: z.array(NetworkInterfaceIpv6Address).optional(),
});
export type InstanceNetworkInterface = z.infer<typeof InstanceNetworkInterface>;

export const InstanceNetworkInterfaceAttachment = model({
  /** 1 = primary NIC */
  deviceIndex: z.number().optional(),
  autoDelete: z.boolean().optional(),
  networkInterface: InstanceNetworkInterface.optional(),
});
export type InstanceNetworkInterfaceAttachment = z.infer<typeof InstanceNetworkInterfaceAttachment>;

export const RdmaNetworkInterface = model({
  macAddress: z.string().optional(),
  /** Array despite the singular name */
  ipAddress: z.array(z.string()).optional(),
});
export type RdmaNetworkInterface = z.infer<typeof RdmaNetworkInterface>;

export const Policy = model({
  policyId: z.string().optional(),
  policyType: known(['AutoImage']).optional(),
});
export type Policy = z.infer<typeof Policy>;

export const Instance = model({
  instanceId: z.string(),
  instanceName: z.string().optional(),
  hostname: z.string().optional(),
  instanceType: z.string().optional(),
  /** Of the primary NIC */
  vpcId: z.string().optional(),
  /** Of the primary NIC */
  subnetId: z.string().optional(),
  /** Primary IP of the primary NIC */
  privateIpAddress: z.string().optional(),
  /** On that primary IP */
  elasticIpId: z.string().optional(),
  /** On that primary IP */
  elasticIpAddress: z.string().optional(),
  status: known(instanceStatuses).optional(),
  description: z.string().optional(),
  imageId: z.string().optional(),
  systemDisk: InstanceDiskAttachment.optional(),
  dataDisks: z.array(InstanceDiskAttachment).optional(),
  primaryNetworkInterface: InstanceNetworkInterfaceAttachment.optional(),
  secondaryNetworkInterfaces: z.array(InstanceNetworkInterfaceAttachment).optional(),
  rdmaNetworkInterfaces: z.array(RdmaNetworkInterface).optional(),
  /** YYYY-MM-DD HH:mm:ss; samples show UTC+8 while charge times are UTC */
  launchTime: z.string().optional(),
  az: z.string().optional(),
  keyNames: z.array(z.string()).optional(),
  charge: Charge.optional(),
  imageCharge: ImageCharge.optional(),
  /** Spot state; values not listed */
  spotStatus: z.string().optional(),
  /** Set when created through an availability group */
  ag: Ag.optional(),
  /** Inside the availability group */
  faultDomain: z.string().optional(),
  tags: z.array(Tag).optional(),
  /** Only pay-by-configuration with a cloud system disk, not on dedicated hosts */
  chargeOnStopped: known(['keepCharging', 'stopCharging']).optional(),
  /** Auto-task policies */
  policies: z.array(Policy).optional(),
  dedicatedPoolId: z.string().optional(),
  dedicatedHostId: z.string().optional(),
  burstInfo: BurstInfo.optional(),
  resourceGroupId: z.string().optional(),
  osType: known(['linux', 'windows']).optional(),
  cpuTopology: CpuTopology.optional(),
  /** E.g. 7.6 */
  osVersion: z.string().optional(),
  /** E.g. CentOS */
  platform: z.string().optional(),
  /** E.g. x86_64 */
  architecture: z.string().optional(),
  hostGroup: HostGroup.optional(),
  /** YYYY-MM-DD HH:mm:ss */
  autoReleaseTime: z.string().optional(),
  bootMode: known(['bios', 'uefi']).optional(),
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
    regionId: regionId,
    /** Default 1 */
    pageNumber: z.int().min(1).optional(),
    /** Default 20 */
    pageSize: z.int().min(10).max(100).optional(),
    tags: z.array(TagFilter).optional(),
    filters: filtersOf(instancesFilters).optional(),
  }),
  output: model({
    instances: z.array(Instance).optional(),
    totalCount: z.number().optional(),
  }),
  filters: instancesFilters,
});

export const describeInstance = read({
  name: 'describeInstance',
  service: 'vm',
  method: 'GET',
  path: '/v1/regions/{regionId}/instances/{instanceId}',
  input: z.strictObject({
    regionId: regionId,
    instanceId: resourceId,
  }),
  output: model({
    instance: Instance.optional(),
  }),
});
