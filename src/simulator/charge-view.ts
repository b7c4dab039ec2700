import type { Charge } from '../contract/common.ts';
import { utcTime } from '../contract/times.ts';
import type { Billing } from './world.ts';

/** The cloud's billing times carry a zone, unlike all its others; what does not apply is empty. */
export function chargeView(billing: Billing): Charge {
  return {
    chargeMode: billing.mode,
    chargeStatus: billing.status,
    chargeStartTime: utcTime(billing.start),
    chargeExpiredTime: billing.expires === undefined ? '' : utcTime(billing.expires),
    chargeRetireTime: billing.retires === undefined ? '' : utcTime(billing.retires),
  };
}
