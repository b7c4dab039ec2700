import type { Instance } from './instances.ts';
import { type Obstacle, obstacle } from './obstacle.ts';
import type { NetworkSecurityGroup } from './security-groups.ts';
import type { Subnet } from './subnets.ts';

type Machine = Pick<
  Instance,
  | 'vpcId'
  | 'subnetId'
  | 'privateIpAddress'
  | 'ag'
  | 'primaryNetworkInterface'
  | 'secondaryNetworkInterfaces'
>;

/**
 * What keeps the primary interface of an instance out of a subnet. The documents tell when the cloud refuses, not in
 * which words; the words for it are ours.
 */
export function whyNotSubnet(
  instance: Machine,
  subnet: Pick<Subnet, 'subnetId' | 'vpcId'>,
): Obstacle | undefined {
  const { secondaryNetworkInterfaces = [], primaryNetworkInterface, ag } = instance;
  const { secondaryIps = [] } = primaryNetworkInterface?.networkInterface ?? {};
  if (subnet.vpcId !== instance.vpcId && secondaryNetworkInterfaces.length > 0) {
    return obstacle(
      '已绑定辅助弹性网卡，不能更换私有网络。',
      'With secondary interfaces it cannot leave its VPC.',
      'Secondary network interfaces block the change of vpc',
    );
  }
  if (subnet.vpcId !== instance.vpcId && ag) {
    return obstacle(
      '属于高可用组，不能更换私有网络。',
      'In an availability group it cannot leave its VPC.',
      'Availability group blocks the change of vpc',
    );
  }
  if (subnet.subnetId !== instance.subnetId && secondaryIps.length > 0) {
    return obstacle(
      '主网卡有辅助内网 IP，不能更换子网。',
      'With secondary IPs on its primary interface it cannot leave its subnet.',
      'Secondary private ips block the change of subnet',
    );
  }
  return undefined;
}

/** What is missing or too much in the rest of such a change. */
export function whyNotNetworkChange(
  instance: Machine,
  subnet: Pick<Subnet, 'subnetId' | 'vpcId'>,
  wish: { address: string; ipv6: boolean; groups: readonly Pick<NetworkSecurityGroup, 'vpcId'>[] },
): Obstacle | undefined {
  const moves = subnet.vpcId !== instance.vpcId;
  const stays = subnet.subnetId === instance.subnetId;
  if (stays && wish.ipv6) {
    return obstacle(
      '子网不变时，不能修改 IPv6 地址。',
      'In the same subnet its IPv6 address stays.',
      'Ipv6 address cannot be changed in the same subnet',
    );
  }
  if (stays && wish.address === '') {
    return obstacle(
      '子网不变时，须指定新的内网 IP。',
      'In the same subnet it needs another private IP.',
      'Parameter PrivateIpAddress missing',
    );
  }
  if (moves && wish.groups.length === 0) {
    return obstacle(
      '更换私有网络时，须选择安全组。',
      'In another VPC it needs security groups of that VPC.',
      'Parameter SecurityGroups missing',
    );
  }
  if (!moves && wish.groups.length > 0) {
    return obstacle(
      '私有网络不变时，不能指定安全组。',
      'In the same VPC its security groups stay.',
      'SecurityGroups only applied to the change of vpc',
    );
  }
  if (wish.groups.some(({ vpcId }) => vpcId !== subnet.vpcId)) {
    return obstacle(
      '安全组与子网不在同一私有网络。',
      'A security group is in another VPC than the subnet.',
      'The securityGroups and subnet are not in the same vpc',
    );
  }
  return undefined;
}
