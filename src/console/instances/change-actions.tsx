import {
  IconAdjustments,
  IconArrowsDiagonal,
  IconCamera,
  IconKey,
  IconRefreshDot,
} from '@tabler/icons-react';
import type { Instance } from '../../contract/instances.ts';
import { whyNot, whyNotEvenStopped } from '../../contract/lifecycle.ts';
import type { Action } from '../kit/action.ts';
import { formWords } from '../kit/form/words.ts';
import { lazily } from '../kit/lazily.ts';
import { changeWords } from './change-words.ts';

const passwordDialog = lazily(
  async () => (await import('./dialogs/PasswordDialog.tsx')).PasswordDialog,
  changeWords,
  formWords,
);

const resizeDialog = lazily(
  async () => (await import('./dialogs/ResizeDialog.tsx')).ResizeDialog,
  changeWords,
  formWords,
);
const rebuildDialog = lazily(
  async () => (await import('./dialogs/RebuildDialog.tsx')).RebuildDialog,
  changeWords,
  formWords,
);
const imageDialog = lazily(
  async () => (await import('./dialogs/CreateImageDialog.tsx')).CreateImageDialog,
  changeWords,
  formWords,
);
const detailsDialog = lazily(
  async () => (await import('./dialogs/DetailsDialog.tsx')).DetailsDialog,
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

const resize: Action<Instance> = {
  id: 'resizeInstance',
  label: ({ activity }) => activity.operations.resizeInstance.name,
  icon: IconArrowsDiagonal,
  group: 2,
  bulk: true,
  writes: true,
  // What runs is stopped for it.
  whyNot: (instance) => whyNotEvenStopped('resizeInstance', instance),
  dialog: resizeDialog.component,
  preload: resizeDialog.preload,
};

const rebuild: Action<Instance> = {
  id: 'rebuildInstance',
  label: ({ activity }) => activity.operations.rebuildInstance.name,
  icon: IconRefreshDot,
  group: 2,
  bulk: false,
  writes: true,
  whyNot: (instance) => whyNotEvenStopped('rebuildInstance', instance),
  dialog: rebuildDialog.component,
  preload: rebuildDialog.preload,
};

/** A local system disk has to be at rest for it, so a machine with one is stopped first. */
const makeImage: Action<Instance> = {
  id: 'createImage',
  label: ({ activity }) => activity.operations.createImage.name,
  icon: IconCamera,
  group: 2,
  bulk: false,
  writes: true,
  whyNot: (instance) => whyNotEvenStopped('createImage', instance),
  dialog: imageDialog.component,
  preload: imageDialog.preload,
};

const editDetails: Action<Instance> = {
  id: 'editDetails',
  label: ({ actions }) => actions.editDetails.label,
  icon: IconAdjustments,
  group: 2,
  bulk: false,
  writes: true,
  whyNot: (instance) => whyNot('modifyInstanceAttribute', instance),
  dialog: detailsDialog.component,
  preload: detailsDialog.preload,
};

/** What changes an instance itself: its password, type, system and details, and the image made of it. */
export const changeActions: readonly Action<Instance>[] = [
  resize,
  rebuild,
  resetPassword,
  makeImage,
  editDetails,
];
