import { describeDisks } from '../../contract/disks.ts';
import type { Call } from '../api/client.ts';
import { wholeOptions } from '../api/reads.ts';

/** All cloud disks of a region. */
export function disksOptions(call: Call, regionId: string) {
  return wholeOptions(call, describeDisks, { regionId }, ({ disks }) => disks);
}
