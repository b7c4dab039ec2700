import { expect, test } from 'vitest';
import type { Instance, InstanceDiskAttachment } from '../../../contract/instances.ts';
import { cloudDiskIds, lossesOf } from './losses.ts';

const disk = (
  deviceName: string,
  facts: Partial<InstanceDiskAttachment> = {},
): InstanceDiskAttachment => ({
  diskCategory: 'cloud',
  deviceName,
  status: 'attached',
  autoDelete: true,
  cloudDisk: { diskId: `vol-${deviceName}`, diskSizeGB: 100 },
  ...facts,
});

const instance: Instance = {
  instanceId: 'i-1',
  privateIpAddress: '10.0.0.4',
  elasticIpAddress: '116.196.0.4',
  systemDisk: disk('vda', { autoDelete: false }),
  dataDisks: [
    disk('vdb'),
    disk('vdc', { autoDelete: false }),
    disk('vdd', {
      cloudDisk: { diskId: 'vol-vdd', charge: { chargeMode: 'prepaid_by_duration' } },
    }),
    disk('vde', { cloudDisk: { diskId: 'vol-vde', multiAttachable: true } }),
    disk('vdf', { diskCategory: 'local', cloudDisk: undefined, localDisk: { diskSizeGB: 500 } }),
    disk('vdg', { status: 'detached' }),
  ],
  primaryNetworkInterface: {
    deviceIndex: 1,
    networkInterface: {
      primaryIp: { privateIpAddress: '10.0.0.4', elasticIpAddress: '116.196.0.4' },
      secondaryIps: [{ privateIpAddress: '10.0.0.5', elasticIpAddress: '116.196.0.5' }],
    },
  },
  secondaryNetworkInterfaces: [
    { autoDelete: true, networkInterface: { networkInterfaceId: 'port-gone' } },
    { autoDelete: false, networkInterface: { networkInterfaceId: 'port-kept' } },
  ],
};

const names = (parts: { kind: string; what: string }[]) =>
  parts.map(({ kind, what }) => `${kind} ${what}`);

test('a delete takes the system disk, what is set to go with it, and nothing that is paid ahead or shared', () => {
  const { erased, kept } = lossesOf(instance, false);
  expect(names(erased)).toEqual([
    'systemDisk vda',
    'dataDisk vdb',
    'localDisk vdf',
    'primaryInterface 10.0.0.4',
    'interface port-gone',
  ]);
  expect(names(kept)).toEqual([
    'dataDisk vdc',
    'dataDisk vdd',
    'dataDisk vde',
    'interface port-kept',
    'elasticIp 116.196.0.4',
    'elasticIp 116.196.0.5',
  ]);
  expect(erased.find(({ what }) => what === 'vdf')?.sizeGB).toBe(500);
});

test('the public addresses of the primary interface go along when asked to', () => {
  const { erased, kept } = lossesOf(instance, true);
  expect(names(erased)).toContain('elasticIp 116.196.0.5');
  expect(names(kept).join()).not.toContain('elasticIp');
});

test('snapshots are looked up for cloud disks alone, without those detached', () => {
  expect(cloudDiskIds([instance])).toEqual(['vol-vda', 'vol-vdb', 'vol-vdc', 'vol-vdd', 'vol-vde']);
});

test('an instance of which little is known loses at least its interface', () => {
  expect(lossesOf({ instanceId: 'i-1' }, false)).toEqual({
    erased: [{ kind: 'primaryInterface', what: '', billed: false }],
    kept: [],
  });
});
