import { queryOptions } from '@tanstack/react-query';
import { describeInstanceTypes } from '../../contract/instance-types.ts';
import type { Call } from '../api/client.ts';
import { painted } from '../kit/painted.ts';
import { keyOf, readOptions } from '../api/reads.ts';

export interface Size {
  cpu: number;
  memoryGib: number;
}

/**
 * How large the named types are. An instance tells only the name of its type, and asking for all types is slow, so
 * those in use are asked for, once: the size of a type does not change.
 */
export function sizesOptions(call: Call, regionId: string, names: readonly string[]) {
  const input = {
    regionId,
    filters: [{ name: 'instanceTypes' as const, values: [...names].sort() }],
  };
  return queryOptions<ReadonlyMap<string, Size>>({
    queryKey: keyOf(describeInstanceTypes, input),
    queryFn: async ({ signal }) => {
      // The rows come first: they can do without.
      await painted();
      const { result } = await call(describeInstanceTypes, input, { signal });
      const types = [...(result.instanceTypes ?? []), ...(result.specificInstanceTypes ?? [])];
      return new Map(
        types.flatMap(({ instanceType, cpu, memoryMB }) =>
          cpu === undefined || memoryMB === undefined
            ? []
            : [[instanceType, { cpu, memoryGib: memoryMB / 1024 }]],
        ),
      );
    },
    enabled: names.length > 0,
    staleTime: Infinity,
    // Long fleets arrive in pieces; what is known of the earlier ones stays on screen.
    placeholderData: (before) => before,
  });
}

/**
 * Every type of a region with its limits and its stock per zone. The cloud takes its time over this one and stock
 * moves slowly, so it is kept for some minutes.
 */
export function instanceTypesOptions(call: Call, regionId: string) {
  return queryOptions({
    ...readOptions(call, describeInstanceTypes, { regionId }),
    staleTime: 3 * 60_000,
  });
}
