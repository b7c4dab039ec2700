import * as z from 'zod/mini';
import { filtersOf, known, model, regionId, resourceId } from './common.ts';
import { type FilterTable, read } from './operation.ts';

export const Quota = model({
  resourceType: z.optional(
    known([
      'instance',
      'instance_cpu',
      'instance_memory',
      'instance_local_disk',
      'keypair',
      'image',
      'instanceTemplate',
      'imageShare',
    ]),
  ),
  limit: z.optional(z.number()),
  used: z.optional(z.number()),
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
    regionId,
    filters: z.optional(filtersOf(quotasFilters)),
    /** Private image id; required when asking for imageShare */
    imageId: z.optional(resourceId),
  }),
  output: model({
    quotas: z.optional(z.array(Quota)),
  }),
  filters: quotasFilters,
});
