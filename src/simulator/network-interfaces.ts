import { refusals } from '../contract/errors.ts';
import { networkInterfacesFilters } from '../contract/network-interfaces.ts';
import { whyNotDeleteInterface } from '../contract/network-rules.ts';
import { type HandlersOf, refuse, stopAt } from './handlers.ts';
import { lister } from './lister.ts';
import { interfaceView } from './network-views.ts';
import { addInterface, findSecurityGroups, findSubnet, removeInterface } from './network.ts';
import type { InterfaceRecord, RegionWorld } from './world.ts';

const list = lister<InterfaceRecord, keyof typeof networkInterfacesFilters>({
  table: networkInterfacesFilters,
  key: 'networkInterfaceIds',
  fields: {
    networkInterfaceIds: ({ id }) => id,
    networkInterfaceNames: ({ name }) => name,
    vpcId: ({ vpcId }) => vpcId,
    subnetId: ({ subnetId }) => subnetId,
    role: ({ deviceIndex }) => (deviceIndex === 1 ? 'Primary' : 'Secondary'),
    azType: () => ['standard', 'all'],
    azs: (_, { zones }) => zones,
  },
  tags: ({ tags }) => tags,
  lastPage: true,
});

export const networkInterfaceHandlers: HandlersOf<
  | 'createNetworkInterface'
  | 'deleteNetworkInterface'
  | 'describeNetworkInterface'
  | 'describeNetworkInterfaces'
> = {
  describeNetworkInterface({ region }, { networkInterfaceId }) {
    return { networkInterface: interfaceView(region, findInterface(region, networkInterfaceId)) };
  },

  describeNetworkInterfaces({ region }, query) {
    const { page, totalCount } = list(region, region.interfaces, query);
    return { networkInterfaces: page.map((nic) => interfaceView(region, nic)), totalCount };
  },

  createNetworkInterface(context, input) {
    const { region } = context;
    const subnet = findSubnet(region, input.subnetId);
    const securityGroupIds = findSecurityGroups(region, subnet.vpcId, input.securityGroups);
    const nic = addInterface(context, {
      subnet,
      name: input.networkInterfaceName ?? 'networkInterface',
      description: input.description ?? '',
      securityGroupIds,
      primaryIp: input.primaryIpAddress,
      secondaryIps: input.secondaryIpAddresses,
      secondaryIpCount: input.secondaryIpCount,
      ipv6: input.ipv6Addresses?.[0],
      sanityCheck: input.sanityCheck,
      tags: (input.userTags ?? []).map(({ key, value = '' }) => ({ key, value })),
    });
    return { networkInterfaceId: nic.id };
  },

  deleteNetworkInterface({ region }, { networkInterfaceId }) {
    const nic = findInterface(region, networkInterfaceId);
    stopAt(whyNotDeleteInterface(interfaceView(region, nic)));
    removeInterface(region, nic);
    return {};
  },
};

/** @throws Refused 404 */
function findInterface(region: RegionWorld, id: string): InterfaceRecord {
  return region.interfaces.get(id) ?? refuse(refusals.notFound('NetworkInterface', id));
}
