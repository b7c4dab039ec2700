import type { ElasticIp } from '../contract/elastic-ips.ts';
import type { NetworkInterface } from '../contract/network-interfaces.ts';
import type { NetworkSecurityGroup } from '../contract/security-groups.ts';
import type { Subnet } from '../contract/subnets.ts';
import type { Vpc } from '../contract/vpcs.ts';
import { rangeOf, toAddress } from '../contract/addresses.ts';
import { chargeView } from './charge-view.ts';
import { ipv6Prefix } from './network.ts';
import { localTime } from '../contract/times.ts';
import type {
  ElasticIpRecord,
  InterfaceRecord,
  RegionWorld,
  SecurityGroupRecord,
  SubnetRecord,
  VpcRecord,
} from './world.ts';

export function subnetView(subnet: SubnetRecord): Subnet {
  const { first, last, size } = rangeOf(subnet.cidr);
  return {
    subnetId: subnet.id,
    subnetName: subnet.name,
    vpcId: subnet.vpcId,
    addressPrefix: subnet.cidr,
    availableIpCount: size - subnet.used.size,
    ipMaskLen: 0,
    description: subnet.description,
    // The first address is the gateway, the second the DHCP server.
    startIp: toAddress(first - 2),
    endIp: toAddress(last),
    createdTime: localTime(subnet.created),
    subnetType: 'standard',
    az: subnet.az,
    publicSubnet: false,
    type: 'normal',
    ...(subnet.ipv6 && {
      ipv6StartIp: `${ipv6Prefix}::1`,
      ipv6EndIp: `${ipv6Prefix}:ffff:ffff:ffff:ffff:ffff`,
    }),
  };
}

export function vpcView(region: RegionWorld, vpc: VpcRecord): Vpc {
  return {
    vpcId: vpc.id,
    vpcName: vpc.name,
    addressPrefix: vpc.cidr,
    description: vpc.description,
    subnets: [...region.subnets.values()].filter(({ vpcId }) => vpcId === vpc.id).map(subnetView),
    createdTime: localTime(vpc.created),
  };
}

/** @param users the interfaces that use the group */
export function securityGroupView(
  group: SecurityGroupRecord,
  users: readonly string[],
): NetworkSecurityGroup {
  return {
    networkSecurityGroupId: group.id,
    networkSecurityGroupName: group.name,
    description: group.description,
    vpcId: group.vpcId,
    securityGroupRules: group.rules.map(({ id, ...rule }) => ({
      ...rule,
      ruleId: id,
      ruleAction: 'ALLOW',
      priority: 1,
      addressPrefixType: 'CIDR',
      ipVersion: 4,
      createdTime: localTime(group.created),
      ruleType: group.isDefault ? 'default' : 'custom',
    })),
    createdTime: localTime(group.created),
    networkSecurityGroupType: group.isDefault ? 'default' : 'custom',
    networkInterfaceIds: [...users],
  };
}

export function interfaceView(region: RegionWorld, nic: InterfaceRecord): NetworkInterface {
  const eip = nic.elasticIpId === undefined ? undefined : region.elasticIps.get(nic.elasticIpId);
  return {
    networkInterfaceId: nic.id,
    networkInterfaceName: nic.name,
    azType: 'standard',
    az: nic.az,
    role: nic.deviceIndex === 1 ? 'Primary' : 'Secondary',
    macAddress: nic.macAddress,
    vpcId: nic.vpcId,
    subnetId: nic.subnetId,
    networkSecurityGroupIds: nic.securityGroupIds,
    sanityCheck: nic.sanityCheck,
    primaryIp: {
      privateIpAddress: nic.primaryIp,
      elasticIpId: eip?.id,
      elasticIpAddress: eip?.address,
      subnetId: nic.subnetId,
    },
    secondaryIps: nic.secondaryIps.map((privateIpAddress) => ({
      privateIpAddress,
      subnetId: nic.subnetId,
    })),
    secondaryCidrs: [],
    ...(nic.instanceId !== undefined && { instanceType: 'compute', instanceId: nic.instanceId }),
    deviceIndex: nic.deviceIndex,
    description: nic.description,
    attachmentStatus: nic.instanceId === undefined ? 'detached' : 'attached',
    networkInterfaceStatus: 'enabled',
    createdTime: localTime(nic.created),
    tags: nic.tags,
  };
}

export function elasticIpView(region: RegionWorld, eip: ElasticIpRecord): ElasticIp {
  const nic =
    eip.networkInterfaceId === undefined
      ? undefined
      : region.interfaces.get(eip.networkInterfaceId);
  return {
    elasticIpId: eip.id,
    elasticIpName: eip.name,
    elasticIpAddress: eip.address,
    bandwidthMbps: eip.bandwidthMbps,
    provider: eip.provider,
    providerNameCN: '京东云 BGP',
    privateIpAddress: nic?.primaryIp,
    networkInterfaceId: nic?.id,
    ...(eip.instanceId !== undefined && { instanceId: eip.instanceId, instanceType: 'compute' }),
    charge: chargeView(eip.billing),
    createdTime: localTime(eip.created),
    az: eip.az,
    tags: eip.tags,
    ipType: 'standard',
    bandwidthPackageId: '',
    status: nic ? 'ASSOCIATED' : 'NOT_ASSOCIATED',
    state: eip.billing.status === 'normal' ? 'UP' : 'DOWN',
  };
}
