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
  TagFilter,
  TagInput,
} from './common.ts';
import { type FilterTable, read, write } from './operation.ts';
import { description, resourceName } from './rules.ts';
import { mostSecurityGroups } from './security-groups.ts';

const InterfacePrivateIp = model({
  privateIpAddress: z.optional(z.string()),
  elasticIpId: z.optional(z.string()),
  elasticIpAddress: z.optional(z.string()),
  subnetId: z.optional(z.string()),
});

const NetworkInterfaceCidr = model({
  secondaryCidr: z.optional(z.string()),
  subnetId: z.optional(z.string()),
});

const NetworkInterfaceConnectionTrackingConfiguration = model({});
type NetworkInterfaceConnectionTrackingConfiguration = z.infer<
  typeof NetworkInterfaceConnectionTrackingConfiguration
>;

export const NetworkInterface = model({
  networkInterfaceName: z.optional(z.string()),
  networkInterfaceId: z.string(),
  azType: z.optional(known(['standard', 'edge'])),
  /** Empty for standard */
  az: z.optional(z.string()),
  role: z.optional(known(['Primary', 'Secondary'])),
  macAddress: z.optional(z.string()),
  vpcId: z.optional(z.string()),
  subnetId: z.optional(z.string()),
  networkSecurityGroupIds: z.optional(z.array(z.string())),
  /** Source/destination address check */
  sanityCheck: z.optional(z.number()),
  primaryIp: z.optional(InterfacePrivateIp),
  secondaryIps: z.optional(z.array(InterfacePrivateIp)),
  /** Secondary IP blocks */
  secondaryCidrs: z.optional(z.array(z.string())),
  /** Same blocks with their subnet */
  secondaryCidrsEx: z.optional(z.array(NetworkInterfaceCidr)),
  /** Compute = VM */
  instanceType: z.optional(known(['compute', 'lb', 'container', 'pod'])),
  instanceId: z.optional(z.string()),
  instanceOwnerId: z.optional(z.string()),
  /** 0 unattached secondary, 1 primary, 2-8 attached secondary */
  deviceIndex: z.optional(z.number()),
  description: z.optional(z.string()),
  attachmentStatus: z.optional(known(['attached', 'detached'])),
  networkInterfaceStatus: z.optional(known(['enabled', 'disabled'])),
  createdTime: z.optional(z.string()),
  tags: z.optional(z.array(Tag)),
  resourceGroupId: z.optional(z.string()),
  connectionTrackingConfiguration: z.optional(NetworkInterfaceConnectionTrackingConfiguration),
});
export type NetworkInterface = z.infer<typeof NetworkInterface>;

const NetworkInterfaceConnectionTrackingConfigurationInput = z.strictObject({});
type NetworkInterfaceConnectionTrackingConfigurationInput = z.infer<
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
    regionId,
    subnetId: z.string(),
    /** Ineffective, avoid */
    az: z.optional(z.string()),
    networkInterfaceName: z.optional(resourceName),
    /** Absent = assigned from the subnet */
    primaryIpAddress: z.optional(z.string()),
    secondaryIpAddresses: z.optional(z.array(z.string())),
    /** Number of secondary IPs to assign */
    secondaryIpCount: z.optional(z.int()),
    /** Absent = the NIC's subnet */
    secondaryIpSubnetId: z.optional(z.string()),
    securityGroups: z.optional(z.array(z.string()).check(z.maxLength(mostSecurityGroups))),
    /** Source/destination address check; default 1 */
    sanityCheck: z.optional(z.union([z.literal(0), z.literal(1)])),
    description: z.optional(description),
    ipv6Addresses: z.optional(z.array(z.string())),
    userTags: z.optional(z.array(TagInput)),
    resourceGroupId: z.optional(z.string()),
    connectionTrackingConfiguration: z.optional(
      NetworkInterfaceConnectionTrackingConfigurationInput,
    ),
  }),
  output: model({
    networkInterfaceId: z.optional(z.string()),
  }),
  touches: ['describeNetworkInterfaces', 'describeSubnets'],
});

export const deleteNetworkInterface = write({
  name: 'deleteNetworkInterface',
  service: 'vpc',
  method: 'DELETE',
  path: '/v1/regions/{regionId}/networkInterfaces/{networkInterfaceId}',
  input: z.strictObject({
    regionId,
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
    regionId,
    networkInterfaceId: resourceId,
  }),
  output: model({
    networkInterface: z.optional(NetworkInterface),
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
    regionId,
    ...paging,
    filters: z.optional(filtersOf(networkInterfacesFilters)),
    tags: z.optional(z.array(TagFilter)),
    resourceGroupIds: z.optional(z.array(z.string())),
  }),
  output: model({
    networkInterfaces: z.optional(z.array(NetworkInterface)),
    totalCount: z.optional(z.number()),
  }),
  filters: networkInterfacesFilters,
});
