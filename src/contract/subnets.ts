import * as z from 'zod';
import { filtersOf, known, model, regionId, Tag, TagFilter } from './common.ts';
import { type FilterTable, read } from './operation.ts';

export const Subnet = model({
  subnetId: z.string(),
  subnetName: z.string().optional(),
  vpcId: z.string().optional(),
  /** Inside the VPC CIDR, not overlapping; mask 16-28 */
  addressPrefix: z.string().optional(),
  /** Free private IPs, single and block-assigned */
  availableIpCount: z.number().optional(),
  /** Free IPs in pre-assigned blocks */
  availableCidrIpCount: z.number().optional(),
  /** Mask of the part reserved for single assignment; 0 = whole subnet; range max(24, subnet mask)-28 */
  ipMaskLen: z.number().optional(),
  description: z.string().optional(),
  routeTableId: z.string().optional(),
  aclId: z.string().optional(),
  /** 1st address = gateway, 2nd = DHCP */
  startIp: z.string().optional(),
  endIp: z.string().optional(),
  ipv6StartIp: z.string().optional(),
  ipv6EndIp: z.string().optional(),
  createdTime: z.string().optional(),
  subnetType: known(['standard', 'edge']).optional(),
  az: z.string().optional(),
  /** True = internet route or elastic-IP-first */
  publicSubnet: z.boolean().optional(),
  tags: z.array(Tag).optional(),
  resourceGroupId: z.string().optional(),
  type: known(['hpc', 'normal']).optional(),
  hpcClusterId: z.string().optional(),
});
export type Subnet = z.infer<typeof Subnet>;

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
    regionId: regionId,
    /** Beyond the last page = last page; default 1 */
    pageNumber: z.int().min(1).optional(),
    /** Default 20 */
    pageSize: z.int().min(10).max(100).optional(),
    filters: filtersOf(subnetsFilters).optional(),
    tags: z.array(TagFilter).optional(),
    resourceGroupIds: z.array(z.string()).optional(),
  }),
  output: model({
    subnets: z.array(Subnet).optional(),
    totalCount: z.number().optional(),
  }),
  filters: subnetsFilters,
});
