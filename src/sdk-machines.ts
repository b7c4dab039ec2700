// For tests alone: machines to try something on, made through the vendor's SDK.
import type { InputOf } from './contract/operation.ts';
import type { operations } from './contract/operations.ts';
import { centos76, password, region, type sdkCloud } from './sdk-cloud.ts';

export function sdkMachines({ call, wait }: ReturnType<typeof sdkCloud>) {
  async function aSubnet() {
    const { subnets = [] } = await call('describeSubnets', {});
    const subnet = subnets.find(({ az = '' }) => az === '' || az === `${region}a`);
    return { subnetId: subnet?.subnetId ?? '', vpcId: subnet?.vpcId ?? '' };
  }

  async function aMachine(
    name: string,
    more: Partial<InputOf<typeof operations.createInstances>['instanceSpec']> = {},
  ) {
    const { subnetId } = await aSubnet();
    const { instanceIds = [] } = await call('createInstances', {
      instanceSpec: {
        az: `${region}a`,
        instanceType: 'g.n4.xlarge',
        imageId: centos76,
        name,
        password,
        primaryNetworkInterface: { networkInterface: { subnetId } },
        systemDisk: {
          diskCategory: 'cloud',
          cloudDiskSpec: { diskType: 'ssd.gp1', diskSizeGB: 40 },
        },
        charge: { chargeMode: 'postpaid_by_duration' },
        ...more,
      },
    });
    await wait();
    return instanceIds[0] ?? '';
  }

  const machine = async (instanceId: string) =>
    (await call('describeInstance', { instanceId })).instance;

  async function stopped(name: string) {
    const instanceId = await aMachine(name);
    await call('stopInstance', { instanceId });
    await wait();
    return instanceId;
  }

  return { aSubnet, aMachine, machine, stopped };
}
