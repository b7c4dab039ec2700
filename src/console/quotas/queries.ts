import { describeQuotas } from '../../contract/quotas.ts';
import type { Call } from '../api/client.ts';
import { readOptions } from '../api/reads.ts';

/** All quotas of a region; the navigation takes its counts from them. */
export function quotasOptions(call: Call, regionId: string) {
  return readOptions(call, describeQuotas, { regionId });
}
