import { describeElasticIps } from '../../contract/elastic-ips.ts';
import { describeNetworkInterfaces } from '../../contract/network-interfaces.ts';
import { describeNetworkSecurityGroups } from '../../contract/security-groups.ts';
import { describeSubnets } from '../../contract/subnets.ts';
import { describeVpcs } from '../../contract/vpcs.ts';
import type { Call } from '../api/client.ts';
import { wholeOptions } from '../api/reads.ts';

/** All VPCs of a region. */
export function vpcsOptions(call: Call, regionId: string) {
  return wholeOptions(call, describeVpcs, { regionId }, ({ vpcs }) => vpcs);
}

/** All subnets of a region, of every VPC. */
export function subnetsOptions(call: Call, regionId: string) {
  return wholeOptions(call, describeSubnets, { regionId }, ({ subnets }) => subnets);
}

/** All security groups of a region, of every VPC. */
export function securityGroupsOptions(call: Call, regionId: string) {
  return wholeOptions(
    call,
    describeNetworkSecurityGroups,
    { regionId },
    ({ networkSecurityGroups }) => networkSecurityGroups,
  );
}

/** All elastic IPs of a region. */
export function elasticIpsOptions(call: Call, regionId: string) {
  return wholeOptions(call, describeElasticIps, { regionId }, ({ elasticIps }) => elasticIps);
}

/** The interfaces of a region that are not the primary one of an instance. */
export function secondaryInterfacesOptions(call: Call, regionId: string) {
  const filters = [{ name: 'role' as const, values: ['Secondary'] }];
  return wholeOptions(
    call,
    describeNetworkInterfaces,
    { regionId, filters },
    ({ networkInterfaces }) => networkInterfaces,
  );
}

/** The elastic IPs of a region that are in no use. */
export function freeElasticIpsOptions(call: Call, regionId: string) {
  const filters = [{ name: 'status' as const, values: ['NOT_ASSOCIATED'] }];
  return wholeOptions(
    call,
    describeElasticIps,
    { regionId, filters },
    ({ elasticIps }) => elasticIps,
  );
}
