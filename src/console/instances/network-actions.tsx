import { IconNetwork, IconTerminal2, IconWorldMinus, IconWorldPlus } from '@tabler/icons-react';
import type { Instance } from '../../contract/instances.ts';
import { whyNot } from '../../contract/lifecycle.ts';
import {
  whyNotDisassociateElasticIp,
  whyNotMoreElasticIps,
} from '../../contract/primary-address.ts';
import type { Action } from '../kit/action.ts';
import { formWords } from '../kit/form/words.ts';
import { lazily } from '../kit/lazily.ts';
import { noAddress, noSsh } from '../words/sentences.ts';
import { deviceWords } from './devices/words.ts';

const attachDialog = lazily(
  async () => (await import('./devices/AttachInterfaceDialog.tsx')).AttachInterfaceDialog,
  deviceWords,
  formWords,
);
const associateDialog = lazily(
  async () => (await import('./devices/AssociateElasticIpDialog.tsx')).AssociateElasticIpDialog,
  deviceWords,
  formWords,
);
const disassociateDialog = lazily(
  async () => (await import('./devices/ElasticIpDialogs.tsx')).DisassociateElasticIpDialog,
  deviceWords,
  formWords,
);

export const attachNetworkInterface: Action<Instance> = {
  id: 'attachNetworkInterface',
  label: (words) => words.actions.attachNetworkInterface.label,
  icon: IconNetwork,
  group: 1,
  bulk: false,
  writes: true,
  whyNot: (instance) => whyNot('attachNetworkInterface', instance),
  dialog: attachDialog.component,
  preload: attachDialog.preload,
};

export const associateElasticIp: Action<Instance> = {
  id: 'associateElasticIp',
  label: (words) => words.actions.associateElasticIp.label,
  icon: IconWorldPlus,
  group: 1,
  bulk: false,
  writes: true,
  whyNot: (instance) =>
    whyNot('associateElasticIp', instance) ?? whyNotMoreElasticIps(instance)?.why,
  dialog: associateDialog.component,
  preload: associateDialog.preload,
};

export const disassociateElasticIp: Action<Instance> = {
  id: 'disassociateElasticIp',
  label: (words) => words.actions.disassociateElasticIp.label,
  icon: IconWorldMinus,
  group: 1,
  bulk: false,
  writes: true,
  whyNot: (instance) =>
    whyNot('disassociateElasticIp', instance) ?? whyNotDisassociateElasticIp(instance)?.why,
  dialog: disassociateDialog.component,
  preload: disassociateDialog.preload,
};

/** Where one would log in: from outside if there is a way, else from the same network. */
const addressOf = ({ elasticIpAddress, privateIpAddress }: Instance) =>
  elasticIpAddress || privateIpAddress;

export const copySsh: Action<Instance> = {
  id: 'copySsh',
  label: (words) => words.actions.copySsh.label,
  icon: IconTerminal2,
  group: 3,
  bulk: false,
  writes: false,
  whyNot: (instance) => {
    if (instance.osType === 'windows') return noSsh;
    return addressOf(instance) ? undefined : noAddress;
  },
  run: (instance, { copy }) => copy(`ssh root@${addressOf(instance)}`),
};
