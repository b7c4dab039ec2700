import type { Quota } from '../../contract/quotas.ts';
import type { Look } from '../kit/Status.tsx';

/** From this share on, somebody should ask for more in time. */
const near = 0.8;

type Level = 'near' | 'full';

export const levelLooks: Record<Level, Look> = { near: 'warn', full: 'bad' };

/** How much of it is used, from 0 to 1. */
export function shareOf({ used = 0, limit = 0 }: Quota): number {
  return limit > 0 ? Math.min(1, used / limit) : 0;
}

/** Whether there is little left, or nothing; undefined while there is enough. */
export function levelOf(quota: Quota): Level | undefined {
  const share = shareOf(quota);
  if (share >= 1) return 'full';
  return share >= near ? 'near' : undefined;
}
