import { instanceTypes } from '../catalogue.ts';
import type { InstanceRecord, OsFacts, RegionWorld } from '../world.ts';

/** What the system inside a machine knows about itself. */
export interface Guest {
  hostname: string;
  os: OsFacts;
  cpu: number;
  memoryMB: number;
  /** Of its primary interface. */
  address: string;
  macAddress: string;
  /** Milliseconds since the epoch. */
  booted: number;
}

/** A new boot reads this anew: type, addresses and even the system may have changed meanwhile. */
export function guestOf(region: RegionWorld, instance: InstanceRecord): Guest {
  const type = instanceTypes.get(instance.instanceType);
  const primary = instance.interfaces[0]?.networkInterfaceId ?? '';
  const network = region.interfaces.get(primary);
  return {
    // A host name may hold only these; an instance without one is called after its id, as cloud-init does.
    hostname: instance.hostname.replace(/[^\w.-]/g, '') || instance.id,
    os: instance.os,
    cpu: type?.cpu ?? 1,
    memoryMB: type?.memoryMB ?? 1024,
    address: network?.primaryIp ?? '127.0.0.1',
    macAddress: network?.macAddress ?? '00:00:00:00:00:00',
    booted: instance.booted,
  };
}
