import * as z from 'zod/mini';
import { filtersOf, known, model, paging, regionId, Tag, TagFilter } from './common.ts';
import { type FilterTable, read } from './operation.ts';

export const Subnet = model({
  subnetId: z.string(),
  subnetName: z.optional(z.string()),
  vpcId: z.optional(z.string()),
  /** Inside the VPC CIDR, not overlapping; mask 16-28 */
  addressPrefix: z.optional(z.string()),
  /** Free private IPs, single and block-assigned */
  availableIpCount: z.optional(z.number()),
  /** Free IPs in pre-assigned blocks */
  availableCidrIpCount: z.optional(z.number()),
  /** Mask of the part reserved for single assignment; 0 = whole subnet; range max(24, subnet mask)-28 */
  ipMaskLen: z.optional(z.number()),
  description: z.optional(z.string()),
  routeTableId: z.optional(z.string()),
  aclId: z.optional(z.string()),
  /** 1st address = gateway, 2nd = DHCP */
  startIp: z.optional(z.string()),
  endIp: z.optional(z.string()),
  ipv6StartIp: z.optional(z.string()),
  ipv6EndIp: z.optional(z.string()),
  createdTime: z.optional(z.string()),
  subnetType: z.optional(known(['standard', 'edge'])),
  az: z.optional(z.string()),
  /** True = internet route or elastic-IP-first */
  publicSubnet: z.optional(z.boolean()),
  tags: z.optional(z.array(Tag)),
  resourceGroupId: z.optional(z.string()),
  type: z.optional(known(['hpc', 'normal'])),
  hpcClusterId: z.optional(z.string()),
});
export type Subnet = z.infer<typeof Subnet>;

/** A subnet hands out IPv6 addresses when it has a range of them. */
export function hasIpv6({ ipv6StartIp }: Pick<Subnet, 'ipv6StartIp'>): boolean {
  return Boolean(ipv6StartIp);
}

/** What `describeSubnets` may be filtered by, and how a value is compared. */
export const subnetsFilters = {
  /** How it matches is not documented */
  subnetIds: 'exact',
  /** How it matches is not documented */
  subnetNames: 'exact',
  /** How it matches is not documented */
  routeTableId: 'exact one',
  /** How it matches is not documented */
  aclId: 'exact one',
  /** How it matches is not documented */
  vpcId: 'exact one',
  /** How it matches is not documented; all | standard | edge */
  subnetType: 'exact one',
  /** How it matches is not documented */
  azs: 'exact',
  /** How it matches is not documented; hpc | normal | all */
  types: 'exact',
  /** How it matches is not documented */
  hpcClusterIds: 'exact',
  /** How it matches is not documented; all | standard | edge */
  azType: 'exact one',
  /** JDStack only; how it matches is not documented; NORMAL */
  shareType: 'exact one',
} as const satisfies FilterTable;

/**
 * - Path ends with a slash
 */
export const describeSubnets = read({
  name: 'describeSubnets',
  service: 'vpc',
  method: 'GET',
  path: '/v1/regions/{regionId}/subnets/',
  input: z.strictObject({
    regionId,
    ...paging,
    filters: z.optional(filtersOf(subnetsFilters)),
    tags: z.optional(z.array(TagFilter)),
    resourceGroupIds: z.optional(z.array(z.string())),
  }),
  output: model({
    subnets: z.optional(z.array(Subnet)),
    totalCount: z.optional(z.number()),
  }),
  filters: subnetsFilters,
});
