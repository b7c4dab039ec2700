import { describeQuotas } from '../../contract/quotas.ts';
import type { OutputOf } from '../../contract/operation.ts';
import type { Call } from '../api/client.ts';
import { readOptions } from '../api/reads.ts';

/** All quotas of a region; the navigation takes its counts from them. */
export function quotasOptions(call: Call, regionId: string) {
  return readOptions(call, describeQuotas, { regionId });
}

/** How much there is of one kind, and how much of it is used; nothing where it is not known yet. */
export function quotaOf(
  answer: OutputOf<typeof describeQuotas> | undefined,
  kind: string,
): { used: number | undefined; limit: number | undefined } {
  const { used, limit } = answer?.quotas?.find(({ resourceType }) => resourceType === kind) ?? {};
  return { used, limit };
}
