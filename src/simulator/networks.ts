import { networkSecurityGroupsFilters } from '../contract/security-groups.ts';
import { subnetsFilters } from '../contract/subnets.ts';
import { vpcsFilters } from '../contract/vpcs.ts';
import type { HandlersOf } from './handlers.ts';
import { lister } from './lister.ts';
import { securityGroupView, subnetView, vpcView } from './network-views.ts';
import type { RegionWorld, SecurityGroupRecord, SubnetRecord, VpcRecord } from './world.ts';

/** Everything here is in the standard zones; edge zones are not simulated. */
const standard = () => ['standard', 'all'];
const none = () => [];

const listVpcs = lister<VpcRecord, keyof typeof vpcsFilters>({
  table: vpcsFilters,
  key: 'vpcIds',
  fields: {
    vpcIds: ({ id }) => id,
    vpcNames: ({ name }) => name,
    azType: standard,
    azs: (_, { zones }) => zones,
    resourceTag: none,
  },
  lastPage: true,
});

const listSubnets = lister<SubnetRecord, keyof typeof subnetsFilters>({
  table: subnetsFilters,
  key: 'subnetIds',
  fields: {
    subnetIds: ({ id }) => id,
    subnetNames: ({ name }) => name,
    routeTableId: none,
    aclId: none,
    vpcId: ({ vpcId }) => vpcId,
    subnetType: standard,
    azs: (_, { zones }) => zones,
    types: () => ['normal', 'all'],
    hpcClusterIds: none,
    azType: standard,
    shareType: () => ['NORMAL'],
  },
  lastPage: true,
});

const listGroups = lister<SecurityGroupRecord, keyof typeof networkSecurityGroupsFilters>({
  table: networkSecurityGroupsFilters,
  key: 'networkSecurityGroupIds',
  fields: {
    networkSecurityGroupIds: ({ id }) => id,
    networkSecurityGroupNames: ({ name }) => name,
    vpcId: ({ vpcId }) => vpcId,
  },
  lastPage: true,
});

export const networkHandlers: HandlersOf<
  'describeVpcs' | 'describeSubnets' | 'describeNetworkSecurityGroups'
> = {
  describeVpcs({ region }, query) {
    const { page, totalCount } = listVpcs(region, region.vpcs, query);
    return { vpcs: page.map((vpc) => vpcView(region, vpc)), totalCount };
  },

  describeSubnets({ region }, query) {
    const { page, totalCount } = listSubnets(region, region.subnets, query);
    return { subnets: page.map(subnetView), totalCount };
  },

  describeNetworkSecurityGroups({ region }, query) {
    const { page, totalCount } = listGroups(region, region.securityGroups, query);
    const users = usersOf(region, page);
    return {
      networkSecurityGroups: page.map((group) =>
        securityGroupView(group, users.get(group.id) ?? []),
      ),
      totalCount,
    };
  },
};

/** The interfaces of each group, found in one walk. */
function usersOf(
  region: RegionWorld,
  groups: readonly SecurityGroupRecord[],
): Map<string, string[]> {
  const users = new Map<string, string[]>(groups.map(({ id }) => [id, []]));
  for (const nic of region.interfaces.values()) {
    for (const id of nic.securityGroupIds) users.get(id)?.push(nic.id);
  }
  return users;
}
