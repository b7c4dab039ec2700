import { IconDatabasePlus } from '@tabler/icons-react';
import type { Instance } from '../../contract/instances.ts';
import { whyNot } from '../../contract/lifecycle.ts';
import type { Action } from '../kit/action.ts';
import { formWords } from '../kit/form/words.ts';
import { lazily } from '../kit/lazily.ts';
import { deviceWords } from './devices/words.ts';

const dialog = lazily(
  async () => (await import('./devices/AttachDiskDialog.tsx')).AttachDiskDialog,
  deviceWords,
  formWords,
);

/** Giving an instance a disk, from its own menu; what is done to a disk it has stands beside the disk. */
export const attachDisk: Action<Instance> = {
  id: 'attachDisk',
  label: (words) => words.actions.attachDisk.label,
  icon: IconDatabasePlus,
  group: 1,
  bulk: false,
  writes: true,
  whyNot: (instance) => whyNot('attachDisk', instance),
  dialog: dialog.component,
  preload: dialog.preload,
};
