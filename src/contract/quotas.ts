import * as z from 'zod';
import { filtersOf, known, model, regionId, resourceId } from './common.ts';
import { type FilterTable, read } from './operation.ts';

export const Quota = model({
  resourceType: known([
    'instance',
    'instance_cpu',
    'instance_memory',
    'instance_local_disk',
    'keypair',
    'image',
    'instanceTemplate',
    'imageShare',
  ]).optional(),
  limit: z.number().optional(),
  used: z.number().optional(),
});
export type Quota = z.infer<typeof Quota>;

/** What `describeQuotas` may be filtered by, and how a value is compared. */
export const quotasFilters = {
  /** How it matches is not documented; instance | instance_cpu | instance_memory | instance_local_disk | keypair | image | instanceTemplate | imageShare */
  resourceTypes: 'exact',
} as const satisfies FilterTable;

/**
 * - Not paged
 */
export const describeQuotas = read({
  name: 'describeQuotas',
  service: 'vm',
  method: 'GET',
  path: '/v1/regions/{regionId}/quotas',
  input: z.strictObject({
    regionId: regionId,
    filters: filtersOf(quotasFilters).optional(),
    /** Private image id; required when asking for imageShare */
    imageId: resourceId.optional(),
  }),
  output: model({
    quotas: z.array(Quota).optional(),
  }),
  filters: quotasFilters,
});
