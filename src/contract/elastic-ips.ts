import * as z from 'zod';
import {
  Charge,
  ChargeSpec,
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
import { resourceName } from './rules.ts';

export const ElasticIp = model({
  elasticIpId: z.string(),
  elasticIpName: z.string().optional(),
  elasticIpAddress: z.string().optional(),
  elasticIpPoolId: z.string().optional(),
  /** Mbps */
  bandwidthMbps: z.number().optional(),
  provider: z.string().optional(),
  providerNameCN: z.string().optional(),
  privateIpAddress: z.string().optional(),
  networkInterfaceId: z.string().optional(),
  instanceId: z.string().optional(),
  /** Compute = VM */
  instanceType: known(['compute', 'lb', 'container', 'pod', 'natgw', 'havip', 'redis']).optional(),
  charge: Charge.optional(),
  createdTime: z.string().optional(),
  /** Empty = AZ-independent */
  az: z.string().optional(),
  tags: z.array(Tag).optional(),
  ipType: known(['standard', 'edge']).optional(),
  /** Empty = none */
  bandwidthPackageId: z.string().optional(),
  status: known(['ASSOCIATED', 'NOT_ASSOCIATED']).optional(),
  state: known(['UP', 'DOWN', 'PROCESSING']).optional(),
  resourceGroupId: z.string().optional(),
});
export type ElasticIp = z.infer<typeof ElasticIp>;

export const ElasticIpCreateSpec = z.strictObject({
  /** Mbps; 1-1000 billed by configuration, 1-200 billed by traffic */
  bandwidthMbps: z.int(),
  /** From describeEdgeIpProviders */
  provider: z.string(),
  /** Edge: prepaid or by configuration; standard: also by traffic */
  chargeSpec: ChargeSpec.optional(),
});
export type ElasticIpCreateSpec = z.infer<typeof ElasticIpCreateSpec>;

/**
 * - Path ends with a slash
 */
export const createElasticIps = write({
  name: 'createElasticIps',
  service: 'vpc',
  method: 'POST',
  path: '/v1/regions/{regionId}/elasticIps/',
  input: z.strictObject({
    regionId: regionId,
    maxCount: z.int().min(1).max(100),
    elasticIpName: resourceName.optional(),
    /** Wanted address; must be empty when maxCount > 1 */
    elasticIpAddress: z.string().optional(),
    /** Allocate from this pool */
    elasticIpPoolId: z.string().optional(),
    elasticIpSpec: ElasticIpCreateSpec,
    userTags: z.array(TagInput).optional(),
    /** Default "standard" */
    ipType: z.enum(['standard', 'edge']).optional(),
    resourceGroupId: z.string().optional(),
    /** JDStack only */
    resourceTag: z.string().optional(),
    /** True = validate only; default false */
    dryRun: z.boolean().optional(),
  }),
  output: model({
    elasticIpIds: z.array(z.string()).optional(),
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
    regionId: regionId,
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
    regionId: regionId,
    elasticIpId: resourceId,
  }),
  output: model({
    elasticIp: ElasticIp.optional(),
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
    regionId: regionId,
    /** Beyond the last page = last page; default 1 */
    pageNumber: z.int().min(1).optional(),
    /** Default 20 */
    pageSize: z.int().min(10).max(100).optional(),
    filters: filtersOf(elasticIpsFilters).optional(),
    tags: z.array(TagFilter).optional(),
    resourceGroupIds: z.array(z.string()).optional(),
  }),
  output: model({
    elasticIps: z.array(ElasticIp).optional(),
    totalCount: z.number().optional(),
  }),
  filters: elasticIpsFilters,
});
