import type { InstanceType } from './instance-types.ts';

/** Whether a zone has no machine of a type left. A zone the answer does not name says nothing. */
export function isSoldOut({ state }: Pick<InstanceType, 'state'>, az: string | undefined): boolean {
  return state?.find((one) => one.az === az)?.inStock === false;
}

/** Zones where a type can be had, as far as its answer tells, and those where it is sold out; both by name. */
export function zonesOf(type: Pick<InstanceType, 'state'>): { has: string[]; lacks: string[] } {
  const zones = (type.state ?? []).flatMap(({ az }) => az ?? []).sort();
  return {
    has: zones.filter((az) => !isSoldOut(type, az)),
    lacks: zones.filter((az) => isSoldOut(type, az)),
  };
}
