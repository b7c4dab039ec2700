import type { ChargeSpec } from '../contract/common.ts';
import { refusal } from '../contract/errors.ts';
import { refuse } from './handlers.ts';
import type { Billing } from './world.ts';

/**
 * The billing of something bought now. By configuration unless told otherwise, as the SDK says.
 * @throws Refused when a prepaid term is not one that is sold
 */
export function bought(charge: ChargeSpec | undefined, now: number, where: string): Billing {
  const {
    chargeMode = 'postpaid_by_duration',
    chargeUnit = 'month',
    chargeDuration = 1,
  } = charge ?? {};
  if (chargeMode !== 'prepaid_by_duration') {
    return { mode: chargeMode, status: 'normal', start: now };
  }
  if (chargeDuration > (chargeUnit === 'year' ? 3 : 9))
    refuse(refusal('OUT_OF_RANGE', `${where}.ChargeDuration out of range`));
  const expires = monthsLater(now, chargeUnit === 'year' ? 12 * chargeDuration : chargeDuration);
  // Kept for a week after the term, then released.
  const retires = expires + 7 * 24 * 60 * 60 * 1000;
  return { mode: chargeMode, status: 'normal', start: now, expires, retires };
}

function monthsLater(time: number, months: number): number {
  const date = new Date(time);
  return date.setUTCMonth(date.getUTCMonth() + months);
}
