import { isTransitional } from '../../contract/statuses.ts';
import type { Look } from './Status.tsx';

/** How a machine's status looks wherever it is named; one that is not documented looks like nothing special. */
export function lookOfStatus(status: string | undefined): Look {
  if (status === 'running') return 'ok';
  if (status === 'stopped') return 'off';
  if (status === 'error') return 'bad';
  return isTransitional(status) ? 'changing' : 'unknown';
}
