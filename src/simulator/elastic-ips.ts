import { elasticIpsFilters, mostMbps } from '../contract/elastic-ips.ts';
import { refusal, refusals } from '../contract/errors.ts';
import { whyNotDeleteElasticIp } from '../contract/network-rules.ts';
import { bought } from './billing.ts';
import { addElasticIp } from './elastic-ip-making.ts';
import { type HandlersOf, refuse, stopAt } from './handlers.ts';
import { lister } from './lister.ts';
import { elasticIpView } from './network-views.ts';
import type { ElasticIpRecord, RegionWorld } from './world.ts';

export const listElasticIps = lister<ElasticIpRecord, keyof typeof elasticIpsFilters>({
  table: elasticIpsFilters,
  key: 'elasticIpIds',
  fields: {
    elasticIpIds: ({ id }) => id,
    elasticIpNames: ({ name }) => name,
    elasticIpAddress: ({ address }) => address,
    elasticIpPoolId: () => [],
    chargeStatus: ({ billing }) => billing.status,
    ipType: () => ['standard', 'all'],
    azs: ({ az }, { zones }) => (az === '' ? zones : [az]),
    bandwidthPackageId: () => [],
    status: ({ networkInterfaceId }) => [
      networkInterfaceId === undefined ? 'NOT_ASSOCIATED' : 'ASSOCIATED',
      'ALL',
    ],
    providers: ({ provider }) => provider,
    resourceTag: () => [],
  },
  tags: ({ tags }) => tags,
  lastPage: true,
});

export const elasticIpHandlers: HandlersOf<
  'createElasticIps' | 'deleteElasticIp' | 'describeElasticIp' | 'describeElasticIps'
> = {
  describeElasticIp({ region }, { elasticIpId }) {
    return { elasticIp: elasticIpView(region, findElasticIp(region, elasticIpId)) };
  },

  describeElasticIps({ region }, query) {
    const { page, totalCount } = listElasticIps(region, region.elasticIps, query);
    return { elasticIps: page.map((eip) => elasticIpView(region, eip)), totalCount };
  },

  createElasticIps({ world, region }, input) {
    const { maxCount, elasticIpName = '', elasticIpSpec, userTags = [], dryRun = false } = input;
    const { bandwidthMbps, provider, chargeSpec } = elasticIpSpec;
    const byUsage = chargeSpec?.chargeMode === 'postpaid_by_usage';
    if (
      bandwidthMbps < 1 ||
      bandwidthMbps > mostMbps[byUsage ? 'postpaid_by_usage' : 'postpaid_by_duration']
    )
      refuse(refusals.outOfRange('ElasticIpSpec.BandwidthMbps'));
    if (provider.toLowerCase() !== 'bgp' || input.ipType === 'edge')
      refuse(refusal('INVALID_ARGUMENT', 'Parameter ElasticIpSpec.Provider invalid'));
    if (input.elasticIpAddress !== undefined && input.elasticIpAddress !== '')
      refuse(refusal('FAILED_PRECONDITION', `ElasticIp '${input.elasticIpAddress}' not available`));
    if (region.elasticIps.size + maxCount > region.quotas.elasticIp)
      refuse(refusals.quota('ElasticIp'));
    const billing = bought(chargeSpec, world.scheduler.now(), 'ElasticIpSpec.ChargeSpec');
    if (dryRun) return {};
    const tags = userTags.map(({ key, value = '' }) => ({ key, value }));
    return {
      elasticIpIds: Array.from({ length: maxCount }, (_, index) => {
        const name = maxCount === 1 ? elasticIpName : `${elasticIpName}-${index + 1}`;
        return addElasticIp(world, region, { name, bandwidthMbps, billing, tags }).id;
      }),
    };
  },

  deleteElasticIp({ region }, { elasticIpId }) {
    const eip = findElasticIp(region, elasticIpId);
    stopAt(whyNotDeleteElasticIp(elasticIpView(region, eip)));
    region.elasticIps.delete(elasticIpId);
    return {};
  },
};

/** @throws Refused 404 */
function findElasticIp(region: RegionWorld, id: string): ElasticIpRecord {
  return region.elasticIps.get(id) ?? refuse(refusals.notFound('ElasticIp', id));
}
