import { isHostname } from '../contract/rules.ts';

/** The name a machine gets when none is given: the instance's own, with what no host name may hold left out. */
export function hostnameOf(instanceName: string, osType: 'linux' | 'windows'): string {
  const longest = osType === 'windows' ? 15 : 64;
  const plain = instanceName
    .replace(/[^A-Za-z0-9-]+/g, '-')
    .replace(/-{2,}/g, '-')
    .slice(0, longest)
    .replace(/^-|-$/g, '');
  return isHostname(plain, osType) ? plain : 'vm-host';
}
