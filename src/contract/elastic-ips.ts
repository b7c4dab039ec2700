import * as z from 'zod/mini';
import {
  Charge,
  ChargeSpec,
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
import { resourceName } from './rules.ts';

export const ElasticIp = model({
  elasticIpId: z.string(),
  elasticIpName: z.optional(z.string()),
  elasticIpAddress: z.optional(z.string()),
  elasticIpPoolId: z.optional(z.string()),
  /** Mbps */
  bandwidthMbps: z.optional(z.number()),
  provider: z.optional(z.string()),
  providerNameCN: z.optional(z.string()),
  privateIpAddress: z.optional(z.string()),
  networkInterfaceId: z.optional(z.string()),
  instanceId: z.optional(z.string()),
  /** Compute = VM */
  instanceType: z.optional(known(['compute', 'lb', 'container', 'pod', 'natgw', 'havip', 'redis'])),
  charge: z.optional(Charge),
  createdTime: z.optional(z.string()),
  /** Empty = AZ-independent */
  az: z.optional(z.string()),
  tags: z.optional(z.array(Tag)),
  ipType: z.optional(known(['standard', 'edge'])),
  /** Empty = none */
  bandwidthPackageId: z.optional(z.string()),
  status: z.optional(known(['ASSOCIATED', 'NOT_ASSOCIATED'])),
  state: z.optional(known(['UP', 'DOWN', 'PROCESSING'])),
  resourceGroupId: z.optional(z.string()),
});
export type ElasticIp = z.infer<typeof ElasticIp>;

/** Mbps at most; by traffic the cloud gives less. */
export const mostMbps = { postpaid_by_duration: 1000, postpaid_by_usage: 200 } as const;

const ElasticIpCreateSpec = z.strictObject({
  /** Mbps, from 1 to `mostMbps` */
  bandwidthMbps: z.int(),
  /** From describeEdgeIpProviders */
  provider: z.string(),
  /** Edge: prepaid or by configuration; standard: also by traffic */
  chargeSpec: z.optional(ChargeSpec),
});

/**
 * - Path ends with a slash
 */
export const createElasticIps = write({
  name: 'createElasticIps',
  service: 'vpc',
  method: 'POST',
  path: '/v1/regions/{regionId}/elasticIps/',
  input: z.strictObject({
    regionId,
    maxCount: z.int().check(z.gte(1), z.lte(100)),
    elasticIpName: z.optional(resourceName),
    /** Wanted address; must be empty when maxCount > 1 */
    elasticIpAddress: z.optional(z.string()),
    /** Allocate from this pool */
    elasticIpPoolId: z.optional(z.string()),
    elasticIpSpec: ElasticIpCreateSpec,
    userTags: z.optional(z.array(TagInput)),
    /** Default "standard" */
    ipType: z.optional(z.enum(['standard', 'edge'])),
    resourceGroupId: z.optional(z.string()),
    /** JDStack only */
    resourceTag: z.optional(z.string()),
    /** True = validate only; default false */
    dryRun: z.optional(z.boolean()),
  }),
  output: model({
    elasticIpIds: z.optional(z.array(z.string())),
  }),
  touches: ['describeElasticIps'],
});

/**
 * - Remove from its shared bandwidth package first
 */
export const deleteElasticIp = write({
  name: 'deleteElasticIp',
  service: 'vpc',
  method: 'DELETE',
  path: '/v1/regions/{regionId}/elasticIps/{elasticIpId}',
  input: z.strictObject({
    regionId,
    elasticIpId: resourceId,
  }),
  output: Nothing,
  touches: ['describeElasticIps', 'describeElasticIp'],
});

export const describeElasticIp = read({
  name: 'describeElasticIp',
  service: 'vpc',
  method: 'GET',
  path: '/v1/regions/{regionId}/elasticIps/{elasticIpId}',
  input: z.strictObject({
    regionId,
    elasticIpId: resourceId,
  }),
  output: model({
    elasticIp: z.optional(ElasticIp),
  }),
});

/** What `describeElasticIps` may be filtered by, and how a value is compared. */
export const elasticIpsFilters = {
  /** How it matches is not documented */
  elasticIpIds: 'exact',
  /** How it matches is not documented */
  elasticIpNames: 'exact',
  /** How it matches is not documented */
  elasticIpAddress: 'exact one',
  /** How it matches is not documented */
  elasticIpPoolId: 'exact one',
  /** How it matches is not documented; normal | overdue | arrear */
  chargeStatus: 'exact one',
  /** How it matches is not documented; all | standard | edge */
  ipType: 'exact one',
  /** How it matches is not documented */
  azs: 'exact',
  /** How it matches is not documented */
  bandwidthPackageId: 'exact one',
  /** How it matches is not documented; ASSOCIATED | NOT_ASSOCIATED | ALL */
  status: 'exact one',
  /** How it matches is not documented */
  providers: 'exact',
  /** JDStack only; how it matches is not documented */
  resourceTag: 'exact one',
} as const satisfies FilterTable;

/**
 * - Path ends with a slash
 */
export const describeElasticIps = read({
  name: 'describeElasticIps',
  service: 'vpc',
  method: 'GET',
  path: '/v1/regions/{regionId}/elasticIps/',
  input: z.strictObject({
    regionId,
    ...paging,
    filters: z.optional(filtersOf(elasticIpsFilters)),
    tags: z.optional(z.array(TagFilter)),
    resourceGroupIds: z.optional(z.array(z.string())),
  }),
  output: model({
    elasticIps: z.optional(z.array(ElasticIp)),
    totalCount: z.optional(z.number()),
  }),
  filters: elasticIpsFilters,
});
