import type { Disk } from '../../../contract/disk.ts';
import type { ElasticIp } from '../../../contract/elastic-ips.ts';
import type { Instance, InstanceDiskAttachment } from '../../../contract/instances.ts';
import type { NetworkInterface } from '../../../contract/network-interfaces.ts';

/** A disk as it sits on an instance. */
export interface DiskOn {
  instance: Instance;
  disk: InstanceDiskAttachment;
  isSystem: boolean;
}

/** An interface as it sits on an instance. */
export interface InterfaceOn {
  instance: Instance;
  id: string;
  /** Its primary address. */
  address: string;
}

/** Something in no use that an instance might be given. */
export interface FreeDisk {
  instance: Instance;
  disk: Disk;
}

export interface FreeInterface {
  instance: Instance;
  nic: NetworkInterface;
}

export interface FreeElasticIp {
  instance: Instance;
  eip: ElasticIp;
}

/** What to call a disk: its name, or where it sits. */
export function diskName({ disk }: Pick<DiskOn, 'disk'>): string {
  return disk.cloudDisk?.name || disk.cloudDisk?.diskId || disk.deviceName || '';
}
