import * as z from 'zod';
import { filtersOf, known, model, regionId } from './common.ts';
import { LocalDisk } from './instances.ts';
import { type FilterTable, read } from './operation.ts';

export const InstanceTypeState = model({
  az: z.string().optional(),
  /** False = sold out */
  inStock: z.boolean().optional(),
  /** Reserved, not meaningful yet */
  availableCount: z.number().optional(),
});
export type InstanceTypeState = z.infer<typeof InstanceTypeState>;

export const Rdma = model({
  /** RDMA NICs */
  count: z.number().optional(),
  bandwidthGbps: z.number().optional(),
});
export type Rdma = z.infer<typeof Rdma>;

export const InstanceTypeBurstInfo = model({
  creditsEarnedPerHour: z.number().optional(),
  /** Baseline ratio */
  basePerformance: z.number().optional(),
});
export type InstanceTypeBurstInfo = z.infer<typeof InstanceTypeBurstInfo>;

export const InstanceType = model({
  /** E.g. g.n */
  family: z.string().optional(),
  /** E.g. g.n2.medium */
  instanceType: z.string(),
  /** vCPU count */
  cpu: z.number().optional(),
  architecture: known(['x86_64', 'arm64']).optional(),
  memoryMB: z.number().optional(),
  /** Includes the primary NIC */
  nicLimit: z.number().optional(),
  /** Includes a cloud system disk */
  cloudDiskCountLimit: z.number().optional(),
  desc: z.string().optional(),
  /** Stock per AZ */
  state: z.array(InstanceTypeState).optional(),
  /** HPC types only */
  rdma: Rdma.optional(),
  /** GPU and local-storage types only */
  localDisks: z.array(LocalDisk).optional(),
  /** Type generation number */
  generation: z.number().optional(),
  /** Burstable types only */
  burstInfo: InstanceTypeBurstInfo.optional(),
  cloudDiskTypes: z.array(z.string()).optional(),
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
    regionId: regionId,
    /** Nc = native container; default "vm" */
    serviceName: z.enum(['vm', 'nc']).optional(),
    /** Spot types only */
    chargeMode: z.enum(['postpaid_by_spot']).optional(),
    filters: filtersOf(instanceTypesFilters).optional(),
  }),
  output: model({
    instanceTypes: z.array(InstanceType).optional(),
    /** Marked deprecated in the public docs */
    specificInstanceTypes: z.array(InstanceType).optional(),
    totalCount: z.number().optional(),
  }),
  filters: instanceTypesFilters,
});
