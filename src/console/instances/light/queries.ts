import {
  describeBriefInstances,
  describeInstancePrivateIpAddress,
} from '../../../contract/instance-status.ts';
import type { Call } from '../../api/client.ts';
import { readOptions, wholeOptions } from '../../api/reads.ts';

/** What all instances of a region are called, for whoever chooses among them. */
export function instanceNamesOptions(call: Call, regionId: string) {
  return wholeOptions(call, describeBriefInstances, { regionId }, ({ instances }) => instances);
}

/**
 * Instances made from these images; the first hundred, and how many there are. Who asks wants to know how many and how
 * they stand, which the brief list tells.
 */
export function instancesOfImageOptions(call: Call, regionId: string, imageIds: readonly string[]) {
  return {
    ...readOptions(call, describeBriefInstances, {
      regionId,
      pageSize: 100,
      filters: [{ name: 'imageId', values: [...imageIds] }],
    }),
    enabled: imageIds.length > 0,
  };
}

/**
 * The primary addresses of instances in a subnet that look like this one; the cloud compares loosely, so whoever asks
 * has to look for its own.
 */
export function addressesLikeOptions(
  call: Call,
  regionId: string,
  subnetId: string,
  address: string,
) {
  return readOptions(call, describeInstancePrivateIpAddress, {
    regionId,
    pageSize: 100,
    filters: [
      { name: 'subnetId', values: [subnetId] },
      { name: 'privateIpAddress', values: [address] },
    ],
  });
}
