import type { Billing, ElasticIpRecord, RegionWorld, TagRecord, World } from './world.ts';

/** First halves of the addresses of a region. */
const prefixes: Readonly<Record<string, string>> = {
  'cn-north-1': '116.196',
  'cn-east-1': '117.48',
  'cn-east-2': '114.67',
  'cn-south-1': '36.110',
};

interface ElasticIpPlan {
  name: string;
  bandwidthMbps: number;
  provider?: string;
  /** Empty: all zones. */
  az?: string;
  billing: Billing;
  tags?: TagRecord[];
}

export function addElasticIp(
  world: World,
  region: RegionWorld,
  { provider = 'bgp', az = '', tags = [], ...plan }: ElasticIpPlan,
): ElasticIpRecord {
  const eip: ElasticIpRecord = {
    ...plan,
    id: `fip-${world.random.letters(10)}`,
    address: nextAddress(region),
    provider,
    az,
    created: plan.billing.start,
    tags,
  };
  region.elasticIps.set(eip.id, eip);
  return eip;
}

/** Counted up, so that no two are ever the same; it looks less orderly than it is. */
function nextAddress(region: RegionWorld): string {
  const index = region.addressesGiven++;
  const scattered = (index * 7919) % 63_504;
  const prefix = index < 63_504 ? prefixes[region.id] : undefined;
  return `${prefix ?? `101.${index % 251}`}.${Math.floor(scattered / 252) + 2}.${(scattered % 252) + 2}`;
}
