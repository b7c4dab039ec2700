import type { InstanceType } from './instance-types.ts';

/** Whether a zone has no machine of a type left. A zone the answer does not name says nothing. */
export function isSoldOut({ state }: Pick<InstanceType, 'state'>, az: string | undefined): boolean {
  return state?.find((one) => one.az === az)?.inStock === false;
}
