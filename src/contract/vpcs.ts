import * as z from 'zod';
import { filtersOf, model, regionId, Tag, TagFilter } from './common.ts';
import { type FilterTable, read } from './operation.ts';
import { Subnet } from './subnets.ts';

export const Vpc = model({
  vpcId: z.string(),
  /** Empty = unrestricted; else inside 10.0.0.0/8, 172.16.0.0/12 or 192.168.0.0/16 with mask 16-28 */
  addressPrefix: z.string().optional(),
  description: z.string().optional(),
  /** Chinese, letters, digits, _ */
  vpcName: z.string().optional(),
  aclIds: z.array(z.string()).optional(),
  routeTableIds: z.array(z.string()).optional(),
  subnets: z.array(Subnet).optional(),
  createdTime: z.string().optional(),
  vpcPolicyId: z.string().optional(),
  tags: z.array(Tag).optional(),
  resourceGroupId: z.string().optional(),
});
export type Vpc = z.infer<typeof Vpc>;

/** What `describeVpcs` may be filtered by, and how a value is compared. */
export const vpcsFilters = {
  /** How it matches is not documented */
  vpcIds: 'exact',
  /** How it matches is not documented */
  vpcNames: 'exact',
  /** How it matches is not documented; all | standard | edge */
  azType: 'exact one',
  /** How it matches is not documented */
  azs: 'exact',
  /** JDStack only; how it matches is not documented */
  resourceTag: 'exact one',
} as const satisfies FilterTable;

/**
 * - Path ends with a slash
 */
export const describeVpcs = read({
  name: 'describeVpcs',
  service: 'vpc',
  method: 'GET',
  path: '/v1/regions/{regionId}/vpcs/',
  input: z.strictObject({
    regionId: regionId,
    /** Beyond the last page = last page; default 1 */
    pageNumber: z.int().min(1).optional(),
    /** Default 20 */
    pageSize: z.int().min(10).max(100).optional(),
    filters: filtersOf(vpcsFilters).optional(),
    tags: z.array(TagFilter).optional(),
    resourceGroupIds: z.array(z.string()).optional(),
  }),
  output: model({
    vpcs: z.array(Vpc).optional(),
    totalCount: z.number().optional(),
  }),
  filters: vpcsFilters,
});
