import type { Instance } from './instances.ts';
import { type Obstacle, obstacle } from './obstacle.ts';

/** The primary address takes one elastic IP. */
export function whyNotMoreElasticIps(
  instance: Pick<Instance, 'elasticIpId'>,
): Obstacle | undefined {
  return instance.elasticIpId
    ? obstacle(
        '主内网 IP 已绑定弹性公网IP，请先解绑。',
        'It has an elastic IP: disassociate that one first.',
        'NetworkInterface already in use',
      )
    : undefined;
}

/** What keeps an elastic IP from being taken off the primary address of an instance. */
export function whyNotDisassociateElasticIp(
  instance: Pick<Instance, 'elasticIpId'>,
  elasticIpId = instance.elasticIpId,
): Obstacle | undefined {
  return elasticIpId && instance.elasticIpId === elasticIpId
    ? undefined
    : obstacle(
        '主网卡未绑定弹性公网IP。',
        'It has no elastic IP.',
        "Elastic ip isn't associated to this instance's primary network interface",
      );
}
