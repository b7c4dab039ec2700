import { IconScreenShare } from '@tabler/icons-react';
import type { Instance } from '../../contract/instances.ts';
import { whyNot } from '../../contract/lifecycle.ts';
import type { Action } from '../kit/action.ts';
import { lateValue } from '../kit/late-value.ts';
import { paths } from '../paths.ts';

/** Its own page fetches the address, so that this can be a plain link that no browser blocks. */
export const openVnc: Action<Instance> = {
  id: 'describeInstanceVncUrl',
  label: (words) => words.actions.describeInstanceVncUrl.label,
  icon: IconScreenShare,
  group: 0,
  bulk: false,
  writes: true,
  whyNot: (instance) => whyNot('describeInstanceVncUrl', instance),
  link: { to: (instance, region) => paths.vnc(region, instance.instanceId), newTab: true },
};

/** What can be done to instances. The rows can be shown with what is in them; the rest comes after the first paint. */
export const lateInstanceActions = lateValue<readonly Action<Instance>[]>(
  async () => (await import('./actions.tsx')).instanceActions,
  [openVnc],
);
