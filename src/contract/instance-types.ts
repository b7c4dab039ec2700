import * as z from 'zod/mini';
import { filtersOf, known, model, regionId } from './common.ts';
import { LocalDisk } from './instances.ts';
import { type FilterTable, read } from './operation.ts';

const InstanceTypeState = model({
  az: z.optional(z.string()),
  /** False = sold out */
  inStock: z.optional(z.boolean()),
  /** Reserved, not meaningful yet */
  availableCount: z.optional(z.number()),
});

const Rdma = model({
  /** RDMA NICs */
  count: z.optional(z.number()),
  bandwidthGbps: z.optional(z.number()),
});

const InstanceTypeBurstInfo = model({
  creditsEarnedPerHour: z.optional(z.number()),
  /** Baseline ratio */
  basePerformance: z.optional(z.number()),
});

export const InstanceType = model({
  /** E.g. g.n */
  family: z.optional(z.string()),
  /** E.g. g.n2.medium */
  instanceType: z.string(),
  /** vCPU count */
  cpu: z.optional(z.number()),
  architecture: z.optional(known(['x86_64', 'arm64'])),
  memoryMB: z.optional(z.number()),
  /** Includes the primary NIC */
  nicLimit: z.optional(z.number()),
  /** Includes a cloud system disk */
  cloudDiskCountLimit: z.optional(z.number()),
  desc: z.optional(z.string()),
  /** Stock per AZ */
  state: z.optional(z.array(InstanceTypeState)),
  /** HPC types only */
  rdma: z.optional(Rdma),
  /** GPU and local-storage types only */
  localDisks: z.optional(z.array(LocalDisk)),
  /** Type generation number */
  generation: z.optional(z.number()),
  /** In the samples of the public docs, missing from the SDK's type; GPU types only */
  gpu: z.optional(model({ model: z.optional(z.string()), number: z.optional(z.number()) })),
  /** Burstable types only */
  burstInfo: z.optional(InstanceTypeBurstInfo),
  cloudDiskTypes: z.optional(z.array(z.string())),
});
export type InstanceType = z.infer<typeof InstanceType>;

/** What `describeInstanceTypes` may be filtered by, and how a value is compared. */
export const instanceTypesFilters = {
  instanceTypes: 'exact',
  az: 'exact',
  /** X86_64 | arm64 */
  architecture: 'exact one',
} as const satisfies FilterTable;

/**
 * - Not paged
 * - Unfiltered call is slow: filter and cache
 */
export const describeInstanceTypes = read({
  name: 'describeInstanceTypes',
  service: 'vm',
  method: 'GET',
  path: '/v1/regions/{regionId}/instanceTypes',
  input: z.strictObject({
    regionId,
    /** Nc = native container; default "vm" */
    serviceName: z.optional(z.enum(['vm', 'nc'])),
    /** Spot types only */
    chargeMode: z.optional(z.enum(['postpaid_by_spot'])),
    filters: z.optional(filtersOf(instanceTypesFilters)),
  }),
  output: model({
    instanceTypes: z.optional(z.array(InstanceType)),
    /** Marked deprecated in the public docs */
    specificInstanceTypes: z.optional(z.array(InstanceType)),
    totalCount: z.optional(z.number()),
  }),
  filters: instanceTypesFilters,
});
