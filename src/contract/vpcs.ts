import * as z from 'zod/mini';
import { filtersOf, model, paging, regionId, Tag, TagFilter } from './common.ts';
import { type FilterTable, read } from './operation.ts';
import { Subnet } from './subnets.ts';

export const Vpc = model({
  vpcId: z.string(),
  /** Empty = unrestricted; else inside 10.0.0.0/8, 172.16.0.0/12 or 192.168.0.0/16 with mask 16-28 */
  addressPrefix: z.optional(z.string()),
  description: z.optional(z.string()),
  /** Chinese, letters, digits, _ */
  vpcName: z.optional(z.string()),
  aclIds: z.optional(z.array(z.string())),
  routeTableIds: z.optional(z.array(z.string())),
  subnets: z.optional(z.array(Subnet)),
  createdTime: z.optional(z.string()),
  vpcPolicyId: z.optional(z.string()),
  tags: z.optional(z.array(Tag)),
  resourceGroupId: z.optional(z.string()),
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
    regionId,
    ...paging,
    filters: z.optional(filtersOf(vpcsFilters)),
    tags: z.optional(z.array(TagFilter)),
    resourceGroupIds: z.optional(z.array(z.string())),
  }),
  output: model({
    vpcs: z.optional(z.array(Vpc)),
    totalCount: z.optional(z.number()),
  }),
  filters: vpcsFilters,
});
