// For tests alone: what forms about disks, interfaces and addresses are tried on.
import { operations } from './contract/operations.ts';
import { longEnough, plainMachines, regionId, truthsOf } from './faulty-cloud.ts';
import type { FaultyConsole } from './faulty-console.ts';

const most = 3;
const az = 'cn-north-1a';

export interface DeviceTargets {
  running: string[];
  /** Each with a disk, an interface or an address that may be taken off. */
  held: Record<'disk' | 'interface' | 'address', { machine: string; id: string }[]>;
  /** In no use. */
  free: Record<'disk' | 'interface' | 'address', { id: string; title: string }[]>;
}

export async function prepareDevices(console_: FaultyConsole): Promise<DeviceTargets> {
  const { call, cloud } = console_;
  const { instances, interfaces, disks, addresses } = truthsOf(console_);
  const ids = await plainMachines(console_, 'running');
  const machines = (await instances()).filter(
    (one) => one.az === az && ids.includes(one.instanceId),
  );
  const diskSpec = { az, name: 'spare', diskType: 'ssd.gp1', diskSizeGB: 20 } as const;
  await call(operations.createDisks, { regionId, diskSpec, maxCount: 6, clientToken: 'spare' });
  const elasticIpSpec = {
    bandwidthMbps: 1,
    provider: 'bgp',
    chargeSpec: { chargeMode: 'postpaid_by_usage' },
  } as const;
  await call(operations.createElasticIps, { regionId, maxCount: 6, elasticIpSpec });
  for (const { instanceId, subnetId = '' } of machines) {
    await call(operations.createNetworkInterface, {
      regionId,
      subnetId,
      networkInterfaceName: `spare-of-${instanceId}`,
    });
  }
  cloud.pass(longEnough);
  const isSpare = (title = '') => title.startsWith('spare');
  const [nics, spare, eips] = [await interfaces(), await disks(), await addresses()];
  const free = {
    disk: spare
      .filter((one) => isSpare(one.name))
      .map(({ diskId: id = '', name: title = '' }) => ({ id, title })),
    interface: nics
      .filter((one) => one.networkInterfaceName?.startsWith('spare-of'))
      .map(({ networkInterfaceId: id }) => ({ id, title: id })),
    address: eips
      .filter((one) => !one.networkInterfaceId)
      .map(({ elasticIpId: id, elasticIpAddress: title = '' }) => ({ id, title })),
  };
  const held: DeviceTargets['held'] = { disk: [], interface: [], address: [] };
  for (let n = 0; n < most; n += 1) {
    const [machine, disk, nic] = [machines.shift(), free.disk.shift(), free.interface.shift()];
    if (!machine || !disk || !nic) throw new Error('there is too little');
    await call(operations.attachDisk, {
      regionId,
      instanceId: machine.instanceId,
      diskId: disk.id,
    });
    cloud.pass(longEnough);
    await call(operations.attachNetworkInterface, {
      regionId,
      instanceId: machine.instanceId,
      networkInterfaceId: nic.id,
    });
    cloud.pass(longEnough);
    held.disk.push({ machine: machine.instanceId, id: disk.id });
    held.interface.push({ machine: machine.instanceId, id: nic.id });
  }
  for (const { instanceId, elasticIpId, status } of await instances()) {
    if (elasticIpId && status === 'running')
      held.address.push({ machine: instanceId, id: elasticIpId });
  }
  return { running: machines.map(({ instanceId }) => instanceId), held, free };
}
