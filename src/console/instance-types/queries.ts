import { queryOptions } from '@tanstack/react-query';
import { describeInstanceTypes } from '../../contract/instance-types.ts';
import type { OutputOf } from '../../contract/operation.ts';
import type { Call } from '../api/client.ts';
import { painted } from '../kit/painted.ts';
import { readOptions } from '../api/reads.ts';

export interface Size {
  cpu: number;
  memoryGib: number;
}

/**
 * How large the named types are. An instance tells only the name of its type, and asking for all types is slow, so
 * those in use are asked for, once: the size of a type does not change.
 */
export function sizesOptions(call: Call, regionId: string, names: readonly string[]) {
  return queryOptions({
    ...typesOptions(call, regionId, names),
    select: sizesOf,
    staleTime: Infinity,
    placeholderData: asBefore,
  });
}

type Types = OutputOf<typeof describeInstanceTypes>;

/**
 * Long fleets arrive in pieces; what is known of the earlier ones stays on screen. Always the same function: a new one
 * each time would be asked each time, and what is made of its answer would be new each time.
 */
const asBefore = (before: Types | undefined) => before;

function typesOptions(call: Call, regionId: string, names: readonly string[]) {
  const filters = [{ name: 'instanceTypes' as const, values: [...names].sort() }];
  const input = { regionId, filters };
  return {
    ...readOptions(call, describeInstanceTypes, input),
    queryFn: async ({ signal }: { signal: AbortSignal }) => {
      // The rows come first: they can do without.
      await painted();
      return (await call(describeInstanceTypes, input, { signal })).result;
    },
    enabled: names.length > 0,
  };
}

/** The types in an answer; older clouds tell some of them apart. */
export const typesIn = ({ instanceTypes = [], specificInstanceTypes = [] }: Types) => [
  ...instanceTypes,
  ...specificInstanceTypes,
];

function sizesOf(types: Types): ReadonlyMap<string, Size> {
  return new Map(
    typesIn(types).flatMap(({ instanceType, cpu, memoryMB }) =>
      cpu === undefined || memoryMB === undefined
        ? []
        : [[instanceType, { cpu, memoryGib: memoryMB / 1024 }]],
    ),
  );
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

/** One type with its limits, which do not change either; nothing while it is not known. */
export function instanceTypeOptions(call: Call, regionId: string, name: string | undefined) {
  return {
    ...typesOptions(call, regionId, name === undefined ? [] : [name]),
    select: (types: Types) => typesIn(types).find(({ instanceType }) => instanceType === name),
    staleTime: Infinity,
  };
}
