import type { Instance } from '../../contract/instances.ts';

const day = 24 * 60 * 60_000;

/** Days until a prepaid term ends, negative when it has; rounded down. Undefined for everything postpaid. */
export function daysLeft(instance: Pick<Instance, 'charge'>, now: number): number | undefined {
  const { chargeMode, chargeExpiredTime } = instance.charge ?? {};
  if (chargeMode !== 'prepaid_by_duration' || !chargeExpiredTime) return undefined;
  const end = Date.parse(chargeExpiredTime);
  return Number.isNaN(end) ? undefined : Math.floor((end - now) / day);
}

/** Fewer days than this are shown as a warning. */
export const soonDays = 7;
