import {
  IconCopyPlus,
  IconPencil,
  IconPlayerPlay,
  IconPlayerStop,
  IconRotateClockwise,
  IconTemplate,
  IconTrash,
} from '@tabler/icons-react';
import { startInstance } from '../../contract/instance-actions.ts';
import type { Instance } from '../../contract/instances.ts';
import { whyNot } from '../../contract/lifecycle.ts';
import type { Action } from '../kit/action.ts';
import { copyAction } from '../kit/copy-action.ts';
import { formWords } from '../kit/form/words.ts';
import { lazily } from '../kit/lazily.ts';
import { changeActions } from './change-actions.tsx';
import { attachDisk } from './disk-actions.tsx';
import {
  associateElasticIp,
  attachNetworkInterface,
  copySsh,
  disassociateElasticIp,
} from './network-actions.tsx';
import { paths } from '../paths.ts';
import { placeActions } from './place-actions.tsx';
import { resourceOf } from './resource.ts';
import { openVnc } from './first-actions.ts';

const startDialog = lazily(async () => (await import('./dialogs/StartDialog.tsx')).StartDialog);
const stopDialog = lazily(async () => (await import('./dialogs/StopDialog.tsx')).StopDialog);
const rebootDialog = lazily(async () => (await import('./dialogs/RebootDialog.tsx')).RebootDialog);
const renameDialog = lazily(
  async () => (await import('./dialogs/RenameInstanceDialog.tsx')).RenameInstanceDialog,
  formWords,
);
const deleteDialog = lazily(async () => (await import('./dialogs/DeleteDialog.tsx')).DeleteDialog);

const start: Action<Instance> = {
  id: 'startInstance',
  label: (words) => words.actions.startInstance.label,
  icon: IconPlayerPlay,
  group: 0,
  bulk: true,
  writes: true,
  whyNot: (instance) => whyNot('startInstance', instance),
  dialog: startDialog.component,
  preload: startDialog.preload,
  // Starting one machine loses nothing, so nothing is asked.
  run: async (instance, { send }, regionId) => {
    await send({
      operation: startInstance,
      input: { regionId, instanceId: instance.instanceId },
      resource: resourceOf(instance),
    });
  },
};

const stop: Action<Instance> = {
  id: 'stopInstance',
  label: (words) => words.actions.stopInstance.label,
  icon: IconPlayerStop,
  group: 0,
  bulk: true,
  writes: true,
  whyNot: (instance) => whyNot('stopInstance', instance),
  dialog: stopDialog.component,
  preload: stopDialog.preload,
};

const reboot: Action<Instance> = {
  id: 'rebootInstance',
  label: (words) => words.actions.rebootInstance.label,
  icon: IconRotateClockwise,
  group: 0,
  bulk: true,
  writes: true,
  whyNot: (instance) => whyNot('rebootInstance', instance),
  dialog: rebootDialog.component,
  preload: rebootDialog.preload,
};

const like: Action<Instance> = {
  id: 'createInstances',
  label: (words) => words.actions.createLike.label,
  icon: IconCopyPlus,
  group: 1,
  bulk: false,
  writes: true,
  whyNot: () => undefined,
  link: {
    to: ({ instanceId }, region) => paths.create(region, { like: instanceId }),
    newTab: false,
  },
};

const template: Action<Instance> = {
  id: 'createInstanceTemplate',
  label: (words) => words.actions.createTemplate.label,
  icon: IconTemplate,
  group: 1,
  bulk: false,
  writes: true,
  whyNot: () => undefined,
  link: {
    to: ({ instanceId }, region) => paths.templateCreate(region, { like: instanceId }),
    newTab: false,
  },
};

const rename: Action<Instance> = {
  id: 'modifyInstanceAttribute',
  label: (words) => words.actions.modifyInstanceAttribute.label,
  hotkey: 'F2',
  icon: IconPencil,
  group: 3,
  bulk: false,
  writes: true,
  whyNot: (instance) => whyNot('modifyInstanceAttribute', instance),
  dialog: renameDialog.component,
  preload: renameDialog.preload,
};

const copyId = copyAction<Instance>(
  { id: 'copyId', label: ({ actions }) => actions.copyId.label, group: 3 },
  ({ instanceId }) => instanceId,
);

const remove: Action<Instance> = {
  id: 'deleteInstance',
  label: (words) => words.actions.deleteInstance.label,
  icon: IconTrash,
  tone: 'danger',
  group: 4,
  bulk: true,
  writes: true,
  whyNot: (instance) => whyNot('deleteInstance', instance),
  dialog: deleteDialog.component,
  preload: deleteDialog.preload,
};

/** What can be done to instances, in the order of every menu and bar. */
export const instanceActions: readonly Action<Instance>[] = [
  start,
  stop,
  reboot,
  openVnc,
  attachDisk,
  attachNetworkInterface,
  associateElasticIp,
  disassociateElasticIp,
  ...changeActions,
  ...placeActions,
  like,
  template,
  rename,
  copyId,
  copySsh,
  remove,
];
