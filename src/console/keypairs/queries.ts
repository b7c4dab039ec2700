import { describeKeypairs } from '../../contract/keypairs.ts';
import type { Call } from '../api/client.ts';
import { readOptions, wholeOptions } from '../api/reads.ts';

/** All key pairs of a region. */
export function keypairsOptions(call: Call, regionId: string) {
  return wholeOptions(call, describeKeypairs, { regionId }, ({ keypairs }) => keypairs);
}

/** One key pair, for its own page: the cloud has no read for just one. */
export function keypairOptions(call: Call, regionId: string, keyName: string) {
  return readOptions(call, describeKeypairs, {
    regionId,
    filters: [{ name: 'keyNames', values: [keyName] }],
  });
}
