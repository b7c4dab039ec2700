import { isDiskChanging, isTaskConflict } from '../../contract/errors.ts';
import type { Outcome } from './write.ts';

/**
 * Why a write is worth asking for again later without anybody's help: the resource is busy, or the cloud asks to
 * slow down. In both cases nothing has been done.
 */
export function whyLater(outcome: Outcome): 'busy' | 'limited' | undefined {
  if (outcome.kind === 'busy') return 'busy';
  if (outcome.kind !== 'refused') return undefined;
  if (outcome.error.status === 'RATE_LIMIT') return 'limited';
  const busy = isTaskConflict(outcome.error) || isDiskChanging(outcome.error);
  return busy ? 'busy' : undefined;
}

/** How long to wait before asking again, in milliseconds. */
export const backoff = (tries: number): number => Math.min(30_000, 1000 * 2 ** tries);
