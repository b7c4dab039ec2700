import { describeKeypairs } from '../../contract/keypairs.ts';
import type { Call } from '../api/client.ts';
import { wholeOptions } from '../api/reads.ts';

/** All key pairs of a region. */
export function keypairsOptions(call: Call, regionId: string) {
  return wholeOptions(call, describeKeypairs, { regionId }, ({ keypairs }) => keypairs);
}
