import * as z from 'zod';
import { filtersOf, known, model, regionId } from './common.ts';
import { type FilterTable, read } from './operation.ts';

export const SecurityGroupRule = model({
  ruleId: z.string().optional(),
  /** 0 ingress, 1 egress */
  direction: z.number().optional(),
  ruleAction: known(['ALLOW', 'DENY']).optional(),
  /** Lower wins */
  priority: z.number().optional(),
  /** 300 all, 6 TCP, 17 UDP, 1 ICMP */
  protocol: z.number().optional(),
  addressPrefixType: known(['CIDR', 'PREFIXLIST']).optional(),
  addressPrefix: z.string().optional(),
  ipVersion: z.number().optional(),
  /** 0 for non-transport protocols */
  fromPort: z.number().optional(),
  /** 0 for non-transport protocols */
  toPort: z.number().optional(),
  createdTime: z.string().optional(),
  description: z.string().optional(),
  ruleType: known(['default', 'custom']).optional(),
});
export type SecurityGroupRule = z.infer<typeof SecurityGroupRule>;

export const NetworkSecurityGroup = model({
  networkSecurityGroupId: z.string(),
  networkSecurityGroupName: z.string().optional(),
  description: z.string().optional(),
  vpcId: z.string().optional(),
  securityGroupRules: z.array(SecurityGroupRule).optional(),
  createdTime: z.string().optional(),
  networkSecurityGroupType: known(['default', 'custom']).optional(),
  /** NICs using the group */
  networkInterfaceIds: z.array(z.string()).optional(),
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
    regionId: regionId,
    /** Beyond the last page = last page; default 1 */
    pageNumber: z.int().min(1).optional(),
    /** Default 20 */
    pageSize: z.int().min(10).max(100).optional(),
    filters: filtersOf(networkSecurityGroupsFilters).optional(),
  }),
  output: model({
    networkSecurityGroups: z.array(NetworkSecurityGroup).optional(),
    totalCount: z.number().optional(),
  }),
  filters: networkSecurityGroupsFilters,
});
