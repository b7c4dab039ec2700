// The vendor's SDK joins machines with disks, interfaces and addresses.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { region, sdkCloud } from './sdk-cloud.ts';
import { sdkMachines } from './sdk-machines.ts';
import { shares } from './sdk-shares.ts';

const cloud = sdkCloud();
const { call, refusal, wait } = cloud;
const { aMachine, machine } = sdkMachines(cloud);

beforeAll(cloud.start);
afterAll(cloud.stop);

describe('what a machine is joined with', () => {
  test('a disk', async () => {
    const instanceId = await aMachine('disks');
    const { diskIds = [] } = await call('createDisks', {
      diskSpec: { az: `${region}a`, name: 'extra', diskType: 'ssd.gp1', diskSizeGB: 100 },
      maxCount: 1,
      clientToken: 'extra-disk',
    });
    const [diskId = ''] = diskIds;
    await wait();
    await call('attachDisk', { instanceId, diskId, deviceName: 'vdc', autoDelete: false });
    await wait();
    const disks = async () =>
      (await machine(instanceId))?.dataDisks?.map(({ deviceName, status, autoDelete }) => [
        deviceName,
        status,
        autoDelete,
      ]);
    expect(await disks()).toEqual([['vdc', 'attached', false]]);
    expect(await refusal('attachDisk', { instanceId, diskId })).toBe(
      `FAILED_PRECONDITION: Disk '${diskId}' already attached`,
    );
    await call('modifyInstanceDiskAttribute', {
      instanceId,
      dataDisks: [{ diskId, autoDelete: true }],
    });
    expect(await disks()).toEqual([['vdc', 'attached', true]]);
    expect(
      await refusal('modifyInstanceDiskAttribute', {
        instanceId,
        dataDisks: [{ diskId: 'vol-none', autoDelete: true }],
      }),
    ).toBe("FAILED_PRECONDITION: disk 'vol-none' not mounted on instance");
    await call('detachDisk', { instanceId, diskId });
    await wait();
    expect(await disks()).toEqual([['vdc', 'detached', true]]);
    await wait(15 * 60);
    expect(await disks()).toEqual([]);
    expect(await refusal('detachDisk', { instanceId, diskId: 'vol-none' })).toBe(
      "NOT_FOUND: Disk 'vol-none' not found.",
    );
  });

  test('an interface', async () => {
    const instanceId = await aMachine('interfaces');
    const { subnetId = '' } = (await machine(instanceId)) ?? {};
    const { networkInterfaceId = '' } = await call('createNetworkInterface', { subnetId });
    await call('attachNetworkInterface', { instanceId, networkInterfaceId, autoDelete: true });
    await wait();
    const secondary = async () =>
      (await machine(instanceId))?.secondaryNetworkInterfaces?.map(
        ({ networkInterface, autoDelete }) => [networkInterface?.networkInterfaceId, autoDelete],
      );
    expect(await secondary()).toEqual([[networkInterfaceId, true]]);
    expect(await refusal('attachNetworkInterface', { instanceId, networkInterfaceId })).toBe(
      'FAILED_PRECONDITION: NetworkInterface has been attached on other device',
    );
    await call('modifyInstanceNetworkAttribute', {
      instanceId,
      networks: [{ networkInterfaceId, autoDelete: false }],
    });
    expect(await secondary()).toEqual([[networkInterfaceId, false]]);
    const primary = (await machine(instanceId))?.primaryNetworkInterface?.networkInterface;
    expect(
      await refusal('modifyInstanceNetworkAttribute', {
        instanceId,
        networks: [{ networkInterfaceId: primary?.networkInterfaceId ?? '', autoDelete: false }],
      }),
    ).toBe("FAILED_PRECONDITION: Can't modify primaryNetworkInterface");
    await call('detachNetworkInterface', { instanceId, networkInterfaceId });
    await wait();
    expect(await secondary()).toEqual([]);
    expect(await refusal('detachNetworkInterface', { instanceId, networkInterfaceId })).toBe(
      `FAILED_PRECONDITION: NetworkInterface '${networkInterfaceId}' not mounted on instance`,
    );
  });

  test('a public address', async () => {
    const instanceId = await aMachine('public');
    const { elasticIpIds = [] } = await call('createElasticIps', {
      maxCount: 1,
      elasticIpSpec: { bandwidthMbps: 5, provider: 'bgp' },
    });
    const [elasticIpId = ''] = elasticIpIds;
    await call('associateElasticIp', { instanceId, elasticIpId });
    expect((await machine(instanceId))?.elasticIpId).toBe(elasticIpId);
    expect(await refusal('associateElasticIp', { instanceId, elasticIpId })).toBe(
      `FAILED_PRECONDITION: ElasticIp ${elasticIpId} already in use`,
    );
    await call('disassociateElasticIp', { instanceId, elasticIpId });
    expect((await machine(instanceId))?.elasticIpId).toBeUndefined();
    expect(await refusal('disassociateElasticIp', { instanceId, elasticIpId })).toBe(
      "FAILED_PRECONDITION: Elastic ip isn't associated to this instance's primary network interface",
    );
  });
});

test('each operation of these was carried out and refused', () => {
  expect(cloud.missing(shares.devices)).toEqual([]);
});
