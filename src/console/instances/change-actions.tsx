import { IconKey } from '@tabler/icons-react';
import type { Instance } from '../../contract/instances.ts';
import { whyNot } from '../../contract/lifecycle.ts';
import type { Action } from '../kit/action.ts';
import { formWords } from '../kit/form/words.ts';
import { lazily } from '../kit/lazily.ts';
import { changeWords } from './change-words.ts';

const passwordDialog = lazily(
  async () => (await import('./dialogs/PasswordDialog.tsx')).PasswordDialog,
  changeWords,
  formWords,
);

const resetPassword: Action<Instance> = {
  id: 'modifyInstancePassword',
  label: ({ activity }) => activity.operations.modifyInstancePassword.name,
  icon: IconKey,
  group: 2,
  bulk: true,
  writes: true,
  whyNot: (instance) => whyNot('modifyInstancePassword', instance),
  dialog: passwordDialog.component,
  preload: passwordDialog.preload,
};

/** What changes an instance itself: its password, type, system and details, and the image made of it. */
export const changeActions: readonly Action<Instance>[] = [resetPassword];
