import * as z from 'zod';
import {
  filtersOf,
  known,
  model,
  Nothing,
  regionId,
  resourceId,
  Tag,
  TagFilter,
  TagInput,
} from './common.ts';
import { type FilterTable, read, write } from './operation.ts';
import { description, resourceName } from './rules.ts';

export const InterfacePrivateIp = model({
  privateIpAddress: z.string().optional(),
  elasticIpId: z.string().optional(),
  elasticIpAddress: z.string().optional(),
  subnetId: z.string().optional(),
});
export type InterfacePrivateIp = z.infer<typeof InterfacePrivateIp>;

export const NetworkInterfaceCidr = model({
  secondaryCidr: z.string().optional(),
  subnetId: z.string().optional(),
});
export type NetworkInterfaceCidr = z.infer<typeof NetworkInterfaceCidr>;

export const NetworkInterfaceConnectionTrackingConfiguration = model({});
export type NetworkInterfaceConnectionTrackingConfiguration = z.infer<
  typeof NetworkInterfaceConnectionTrackingConfiguration
>;

export const NetworkInterface = model({
  networkInterfaceName: z.string().optional(),
  networkInterfaceId: z.string(),
  azType: known(['standard', 'edge']).optional(),
  /** Empty for standard */
  az: z.string().optional(),
  role: known(['Primary', 'Secondary']).optional(),
  macAddress: z.string().optional(),
  vpcId: z.string().optional(),
  subnetId: z.string().optional(),
  networkSecurityGroupIds: z.array(z.string()).optional(),
  /** Source/destination address check */
  sanityCheck: z.number().optional(),
  primaryIp: InterfacePrivateIp.optional(),
  secondaryIps: z.array(InterfacePrivateIp).optional(),
  /** Secondary IP blocks */
  secondaryCidrs: z.array(z.string()).optional(),
  /** Same blocks with their subnet */
  secondaryCidrsEx: z.array(NetworkInterfaceCidr).optional(),
  /** Compute = VM */
  instanceType: known(['compute', 'lb', 'container', 'pod']).optional(),
  instanceId: z.string().optional(),
  instanceOwnerId: z.string().optional(),
  /** 0 unattached secondary, 1 primary, 2-8 attached secondary */
  deviceIndex: z.number().optional(),
  description: z.string().optional(),
  attachmentStatus: known(['attached', 'detached']).optional(),
  networkInterfaceStatus: known(['enabled', 'disabled']).optional(),
  createdTime: z.string().optional(),
  tags: z.array(Tag).optional(),
  resourceGroupId: z.string().optional(),
  connectionTrackingConfiguration: NetworkInterfaceConnectionTrackingConfiguration.optional(),
});
export type NetworkInterface = z.infer<typeof NetworkInterface>;

export const NetworkInterfaceConnectionTrackingConfigurationInput = z.strictObject({});
export type NetworkInterfaceConnectionTrackingConfigurationInput = z.infer<
  typeof NetworkInterfaceConnectionTrackingConfigurationInput
>;

/**
 * - Path ends with a slash
 */
export const createNetworkInterface = write({
  name: 'createNetworkInterface',
  service: 'vpc',
  method: 'POST',
  path: '/v1/regions/{regionId}/networkInterfaces/',
  input: z.strictObject({
    regionId: regionId,
    subnetId: z.string(),
    /** Ineffective, avoid */
    az: z.string().optional(),
    networkInterfaceName: resourceName.optional(),
    /** Absent = assigned from the subnet */
    primaryIpAddress: z.string().optional(),
    secondaryIpAddresses: z.array(z.string()).optional(),
    /** Number of secondary IPs to assign */
    secondaryIpCount: z.int().optional(),
    /** Absent = the NIC's subnet */
    secondaryIpSubnetId: z.string().optional(),
    securityGroups: z.array(z.string()).max(5).optional(),
    /** Source/destination address check; default 1 */
    sanityCheck: z.union([z.literal(0), z.literal(1)]).optional(),
    description: description.optional(),
    ipv6Addresses: z.array(z.string()).optional(),
    userTags: z.array(TagInput).optional(),
    resourceGroupId: z.string().optional(),
    connectionTrackingConfiguration:
      NetworkInterfaceConnectionTrackingConfigurationInput.optional(),
  }),
  output: model({
    networkInterfaceId: z.string().optional(),
  }),
  touches: ['describeNetworkInterfaces', 'describeSubnets'],
});

export const deleteNetworkInterface = write({
  name: 'deleteNetworkInterface',
  service: 'vpc',
  method: 'DELETE',
  path: '/v1/regions/{regionId}/networkInterfaces/{networkInterfaceId}',
  input: z.strictObject({
    regionId: regionId,
    networkInterfaceId: resourceId,
  }),
  output: Nothing,
  touches: ['describeNetworkInterfaces', 'describeNetworkInterface', 'describeSubnets'],
});

export const describeNetworkInterface = read({
  name: 'describeNetworkInterface',
  service: 'vpc',
  method: 'GET',
  path: '/v1/regions/{regionId}/networkInterfaces/{networkInterfaceId}',
  input: z.strictObject({
    regionId: regionId,
    networkInterfaceId: resourceId,
  }),
  output: model({
    networkInterface: NetworkInterface.optional(),
  }),
});

/** What `describeNetworkInterfaces` may be filtered by, and how a value is compared. */
export const networkInterfacesFilters = {
  /** How it matches is not documented */
  networkInterfaceIds: 'exact',
  /** How it matches is not documented */
  networkInterfaceNames: 'exact',
  /** How it matches is not documented */
  vpcId: 'exact one',
  /** How it matches is not documented */
  subnetId: 'exact one',
  /** How it matches is not documented; Primary | Secondary | Managed */
  role: 'exact',
  /** How it matches is not documented; all | standard | edge */
  azType: 'exact one',
  /** How it matches is not documented */
  azs: 'exact',
} as const satisfies FilterTable;

/**
 * - Path ends with a slash
 */
export const describeNetworkInterfaces = read({
  name: 'describeNetworkInterfaces',
  service: 'vpc',
  method: 'GET',
  path: '/v1/regions/{regionId}/networkInterfaces/',
  input: z.strictObject({
    regionId: regionId,
    /** Beyond the last page = last page; default 1 */
    pageNumber: z.int().min(1).optional(),
    /** Default 20 */
    pageSize: z.int().min(10).max(100).optional(),
    filters: filtersOf(networkInterfacesFilters).optional(),
    tags: z.array(TagFilter).optional(),
    resourceGroupIds: z.array(z.string()).optional(),
  }),
  output: model({
    networkInterfaces: z.array(NetworkInterface).optional(),
    totalCount: z.number().optional(),
  }),
  filters: networkInterfacesFilters,
});
