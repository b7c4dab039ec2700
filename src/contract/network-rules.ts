import type { ElasticIp } from './elastic-ips.ts';
import type { InstanceType } from './instance-types.ts';
import type { Instance, InstanceNetworkInterfaceAttachment } from './instances.ts';
import type { NetworkInterface } from './network-interfaces.ts';
import { type Obstacle, obstacle } from './obstacle.ts';
import { whyNotMoreElasticIps } from './primary-address.ts';

type Machine = Pick<
  Instance,
  | 'instanceId'
  | 'az'
  | 'vpcId'
  | 'elasticIpId'
  | 'primaryNetworkInterface'
  | 'secondaryNetworkInterfaces'
>;

/** How many interfaces count towards the limit of the instance's type: the primary one does. */
export function interfacesOn(instance: Machine): number {
  const { primaryNetworkInterface, secondaryNetworkInterfaces = [] } = instance;
  return (primaryNetworkInterface ? 1 : 0) + secondaryNetworkInterfaces.length;
}

/**
 * What keeps an interface from being attached to an instance, apart from the instance's own status.
 * @param eip the elastic IP on the interface, where it has one.
 */
export function whyNotAttachInterface(
  instance: Machine,
  nic: Pick<NetworkInterface, 'instanceId' | 'vpcId' | 'role'>,
  limits: Pick<InstanceType, 'nicLimit'> | undefined,
  eip?: Pick<ElasticIp, 'elasticIpId' | 'az'>,
): Obstacle | undefined {
  if (nic.instanceId) {
    return nic.instanceId === instance.instanceId
      ? obstacle(
          '已绑定在此实例。',
          'Attached already.',
          'NetworkInterface has been attached on other device',
        )
      : obstacle(
          '已绑定在其他实例。',
          'Attached to another instance.',
          'NetworkInterface has been attached on other device',
        );
  }
  if (nic.vpcId !== instance.vpcId) {
    return obstacle(
      '位于其他私有网络。',
      'In another VPC.',
      'The instance and networkInterface are not in the same vpc',
    );
  }
  if (eip?.az && eip.az !== instance.az) {
    return obstacle(
      `其弹性公网IP位于其他可用区（${eip.az}）。`,
      `Its elastic IP is in another zone (${eip.az}).`,
      `ElasticIp '${eip.elasticIpId}' and instance are not in the same az`,
    );
  }
  const { nicLimit = Infinity } = limits ?? {};
  return interfacesOn(instance) >= nicLimit ? tooManyInterfaces(nicLimit) : undefined;
}

/** The instance's type takes so many interfaces, the primary one among them. */
export function tooManyInterfaces(limit: number): Obstacle {
  return obstacle(
    `实例规格最多绑定 ${limit} 块弹性网卡（含主网卡）。`,
    `Its type takes ${limit} interfaces, the primary one among them.`,
    'Flavor constraints. NetworkInterface limit exceeded',
  );
}

const attachedTo = (instance: Machine, id: string) =>
  [instance.primaryNetworkInterface, ...(instance.secondaryNetworkInterfaces ?? [])].find(
    (one) => one?.networkInterface?.networkInterfaceId === id,
  );

/** Device index 1 is the primary interface. */
const isPrimary = (instance: Machine, one: InstanceNetworkInterfaceAttachment) =>
  one === instance.primaryNetworkInterface || one.deviceIndex === 1;

function secondaryObstacle(instance: Machine, id: string, primary: Obstacle): Obstacle | undefined {
  const attachment = attachedTo(instance, id);
  if (!attachment) {
    return obstacle(
      '未绑定在此实例。',
      'It is not attached.',
      `NetworkInterface '${id}' not mounted on instance`,
    );
  }
  return isPrimary(instance, attachment) ? primary : undefined;
}

/** What keeps an interface from being taken off an instance. */
export function whyNotDetachInterface(instance: Machine, id: string): Obstacle | undefined {
  return secondaryObstacle(
    instance,
    id,
    obstacle(
      '主网卡不能解绑。',
      'The primary interface cannot be detached.',
      "Can't detach primaryNetworkInterface",
    ),
  );
}

/** Why what becomes of an interface on the delete of its instance is not for anybody to choose. */
export function whyNotAutoDeleteInterface(instance: Machine, id: string): Obstacle | undefined {
  return secondaryObstacle(
    instance,
    id,
    obstacle(
      '主网卡随实例一起删除。',
      'The primary interface always goes with its instance.',
      "Can't modify primaryNetworkInterface",
    ),
  );
}

/** What keeps an interface from being deleted. */
export function whyNotDeleteInterface(
  nic: Pick<NetworkInterface, 'networkInterfaceId' | 'instanceId'>,
): Obstacle | undefined {
  if (!nic.instanceId) return undefined;
  const { networkInterfaceId, instanceId } = nic;
  return obstacle(
    '请先解绑。',
    'Detach it first.',
    `NetworkInterface '${networkInterfaceId}' is attached to instance '${instanceId}'`,
  );
}

/** What keeps an elastic IP from being bound to the primary address of an instance. */
export function whyNotAssociateElasticIp(
  instance: Machine,
  eip: Pick<ElasticIp, 'elasticIpId' | 'networkInterfaceId' | 'instanceId' | 'az'>,
): Obstacle | undefined {
  const { elasticIpId, az } = eip;
  if (eip.networkInterfaceId || eip.instanceId) {
    return obstacle('已绑定到其他资源。', 'In use.', `ElasticIp ${elasticIpId} already in use`);
  }
  if (az && az !== instance.az) {
    return obstacle(
      `位于其他可用区（${az}）。`,
      `In another zone (${az}).`,
      `The instance and elasticIp '${elasticIpId}' are in different azs`,
    );
  }
  return whyNotMoreElasticIps(instance);
}

/** What keeps an elastic IP from being released. */
export function whyNotDeleteElasticIp(
  eip: Pick<ElasticIp, 'elasticIpId' | 'networkInterfaceId' | 'charge'>,
): Obstacle | undefined {
  const { elasticIpId } = eip;
  if (eip.networkInterfaceId) {
    return obstacle('请先解绑。', 'Disassociate it first.', `ElasticIp '${elasticIpId}' is in use`);
  }
  return eip.charge?.chargeMode === 'prepaid_by_duration'
    ? obstacle(
        '包年包月弹性公网IP不能提前释放。',
        'A prepaid elastic IP cannot be released.',
        `ElasticIp '${elasticIpId}' is prepaid, it can't be deleted`,
      )
    : undefined;
}
