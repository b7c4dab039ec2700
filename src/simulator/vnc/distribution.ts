import type { Guest } from './guest.ts';

/** How a distribution calls itself. */
export interface Distribution {
  family: 'red-hat' | 'debian';
  /** First line of the sign-in. */
  title: string;
  kernel: string;
  architecture: string;
}

const kernels: readonly (readonly [platform: string, version: string, kernel: string])[] = [
  ['CentOS', '6', '2.6.32-696.el6'],
  ['CentOS', '7', '3.10.0-1160.el7'],
  ['CentOS', '8', '4.18.0-193.el8'],
  ['Ubuntu', '14', '3.13.0-170-generic'],
  ['Ubuntu', '16', '4.4.0-210-generic'],
  ['Ubuntu', '18', '4.15.0-213-generic'],
  ['Ubuntu', '20', '5.4.0-216-generic'],
  ['Ubuntu', '22', '5.15.0-151-generic'],
  ['Ubuntu', '24', '6.8.0-90-generic'],
];

export function distributionOf({ os }: Guest): Distribution {
  const architecture = os.architecture === 'arm64' ? 'aarch64' : 'x86_64';
  const major = os.osVersion.split('.')[0] ?? '';
  const base = kernels.find(([platform, version]) => os.platform === platform && major === version);
  if (os.platform === 'CentOS') {
    const release = major === '6' ? `CentOS release ${os.osVersion} (Final)` : '';
    const kernel = `${base?.[2] ?? '4.18.0-193.el8'}.${architecture}`;
    const title = release || `CentOS Linux ${major} (Core)`;
    return { family: 'red-hat', title, kernel, architecture };
  }
  const kernel = base?.[2] ?? '5.10.0-28-generic';
  const name = os.platform === 'Other Linux' ? 'Linux' : os.platform;
  const suffix = os.platform === 'Ubuntu' && os.osVersion.endsWith('.04') ? ' LTS' : '';
  const title = `${name} ${os.osVersion}${suffix}`.trim();
  return { family: 'debian', title, kernel, architecture };
}
