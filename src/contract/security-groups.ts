import * as z from 'zod/mini';
import { filtersOf, known, model, paging, regionId } from './common.ts';
import { type FilterTable, read } from './operation.ts';

const SecurityGroupRule = model({
  ruleId: z.optional(z.string()),
  /** 0 ingress, 1 egress */
  direction: z.optional(z.number()),
  ruleAction: z.optional(known(['ALLOW', 'DENY'])),
  /** Lower wins */
  priority: z.optional(z.number()),
  /** 300 all, 6 TCP, 17 UDP, 1 ICMP */
  protocol: z.optional(z.number()),
  addressPrefixType: z.optional(known(['CIDR', 'PREFIXLIST'])),
  addressPrefix: z.optional(z.string()),
  ipVersion: z.optional(z.number()),
  /** 0 for non-transport protocols */
  fromPort: z.optional(z.number()),
  /** 0 for non-transport protocols */
  toPort: z.optional(z.number()),
  createdTime: z.optional(z.string()),
  description: z.optional(z.string()),
  ruleType: z.optional(known(['default', 'custom'])),
});

/** An interface is in so many at the most. */
export const mostSecurityGroups = 5;

export const NetworkSecurityGroup = model({
  networkSecurityGroupId: z.string(),
  networkSecurityGroupName: z.optional(z.string()),
  description: z.optional(z.string()),
  vpcId: z.optional(z.string()),
  securityGroupRules: z.optional(z.array(SecurityGroupRule)),
  createdTime: z.optional(z.string()),
  networkSecurityGroupType: z.optional(known(['default', 'custom'])),
  /** NICs using the group */
  networkInterfaceIds: z.optional(z.array(z.string())),
});
export type NetworkSecurityGroup = z.infer<typeof NetworkSecurityGroup>;

/** What `describeNetworkSecurityGroups` may be filtered by, and how a value is compared. */
export const networkSecurityGroupsFilters = {
  /** How it matches is not documented */
  networkSecurityGroupIds: 'exact',
  /** How it matches is not documented */
  networkSecurityGroupNames: 'exact',
  /** How it matches is not documented */
  vpcId: 'exact one',
} as const satisfies FilterTable;

/**
 * - Path ends with a slash
 * - Rules come inline in each group
 */
export const describeNetworkSecurityGroups = read({
  name: 'describeNetworkSecurityGroups',
  service: 'vpc',
  method: 'GET',
  path: '/v1/regions/{regionId}/networkSecurityGroups/',
  input: z.strictObject({
    regionId,
    ...paging,
    filters: z.optional(filtersOf(networkSecurityGroupsFilters)),
  }),
  output: model({
    networkSecurityGroups: z.optional(z.array(NetworkSecurityGroup)),
    totalCount: z.optional(z.number()),
  }),
  filters: networkSecurityGroupsFilters,
});
