import type { Instance } from './instances.ts';
import type { Sentence } from './words.ts';

type Facts = Pick<Instance, 'charge' | 'systemDisk' | 'dedicatedHostId' | 'dedicatedPoolId'>;

/**
 * Why `stopCharging` has no place on an instance; nothing when it has. The three conditions of the reference page
 * of `stopInstance`: postpaid by duration, cloud system disk, not on a dedicated host.
 */
export function whyNotStopCharging(instance: Facts): Sentence | undefined {
  const { charge, systemDisk } = instance;
  if (charge?.chargeMode === 'prepaid_by_duration') {
    return { 'zh-CN': '包年包月，照常计费', 'en-US': 'Prepaid, billed as usual' };
  }
  // On a dedicated host `stopInstance` refuses either value.
  if (instance.dedicatedHostId || instance.dedicatedPoolId) {
    return { 'zh-CN': '位于专有宿主机，照常计费', 'en-US': 'On a dedicated host, billed as usual' };
  }
  if (systemDisk?.diskCategory === 'local') {
    return { 'zh-CN': '系统盘为本地盘，照常计费', 'en-US': 'Local system disk, billed as usual' };
  }
  if (charge?.chargeMode !== undefined && charge.chargeMode !== 'postpaid_by_duration') {
    return { 'zh-CN': '按用量计费，照常计费', 'en-US': 'Billed by usage, as usual' };
  }
  return undefined;
}
