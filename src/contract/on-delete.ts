import type {
  Instance,
  InstanceDiskAttachment,
  InstanceNetworkInterfaceAttachment,
} from './instances.ts';

/**
 * Whether a disk outlives its instance. The system disk and local disks go; a cloud data disk goes only when it is
 * set to and is neither prepaid nor shared.
 */
export function diskSurvives(disk: InstanceDiskAttachment, isSystemDisk: boolean): boolean {
  if (isSystemDisk || disk.diskCategory === 'local') return false;
  const { charge, multiAttachable } = disk.cloudDisk ?? {};
  const prepaid = charge?.chargeMode === 'prepaid_by_duration';
  return !disk.autoDelete || prepaid || multiAttachable === true;
}

/** Whether a network interface outlives its instance: the primary one (device index 1) never does. */
export function interfaceSurvives(
  attachment: InstanceNetworkInterfaceAttachment,
  isPrimary: boolean,
): boolean {
  return !isPrimary && !attachment.autoDelete;
}

/** The data disks that count: a detached one stays in the list for about 15 minutes. */
export function attachedDataDisks(instance: Pick<Instance, 'dataDisks'>): InstanceDiskAttachment[] {
  return (instance.dataDisks ?? []).filter(({ status }) => status !== 'detached');
}

/** Elastic IPs of the primary interface, which are kept and billed unless their release is asked for. */
export function primaryElasticIps(
  instance: Pick<Instance, 'primaryNetworkInterface' | 'elasticIpAddress'>,
): string[] {
  const { primaryIp, secondaryIps = [] } = instance.primaryNetworkInterface?.networkInterface ?? {};
  const addresses = [primaryIp, ...secondaryIps].flatMap((ip) => ip?.elasticIpAddress || []);
  const own = instance.elasticIpAddress;
  return own && !addresses.includes(own) ? [own, ...addresses] : addresses;
}
