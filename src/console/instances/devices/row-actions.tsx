import {
  IconPlugConnected,
  IconPlugConnectedX,
  IconTrash,
  IconWorldPlus,
  IconWorldX,
} from '@tabler/icons-react';
import {
  whyNotAttachDisk,
  whyNotDeleteDisk,
  whyNotDetachDisk,
} from '../../../contract/disk-rules.ts';
import {
  associateElasticIp,
  attachDisk,
  attachNetworkInterface,
} from '../../../contract/instance-actions.ts';
import { whyNot } from '../../../contract/lifecycle.ts';
import {
  whyNotAssociateElasticIp,
  whyNotAttachInterface,
  whyNotDeleteElasticIp,
  whyNotDeleteInterface,
  whyNotDetachInterface,
} from '../../../contract/network-rules.ts';
import type { Action } from '../../kit/action.ts';
import { copyAction } from '../../kit/copy-action.ts';
import { lazily } from '../../kit/lazily.ts';
import { noAddress } from '../../words/sentences.ts';
import { resourceOf } from '../resource.ts';
import type { DiskOn, FreeDisk, FreeElasticIp, FreeInterface, InterfaceOn } from './items.ts';
import { deviceWords } from './words.ts';

const detachDiskDialog = lazily(
  async () => (await import('./DetachDiskDialog.tsx')).DetachDiskDialog,
  deviceWords,
);
const deleteDiskDialog = lazily(
  async () => (await import('./DeleteDiskDialog.tsx')).DeleteDiskDialog,
  deviceWords,
);
const detachInterfaceDialog = lazily(
  async () => (await import('./InterfaceDialogs.tsx')).DetachInterfaceDialog,
  deviceWords,
);
const deleteInterfaceDialog = lazily(
  async () => (await import('./InterfaceDialogs.tsx')).DeleteInterfaceDialog,
  deviceWords,
);
const releaseDialog = lazily(
  async () => (await import('./ElasticIpDialogs.tsx')).ReleaseElasticIpDialog,
  deviceWords,
);

const idOf = ({ disk }: DiskOn) => disk.cloudDisk?.diskId ?? '';

/** What can be done to a disk of an instance. */
export const diskActions: readonly Action<DiskOn>[] = [
  {
    id: 'detachDisk',
    label: ({ actions }) => actions.detachDisk.label,
    icon: IconPlugConnectedX,
    group: 0,
    bulk: false,
    writes: true,
    whyNot: (item) =>
      whyNot('detachDisk', item.instance) ??
      whyNotDetachDisk(item.instance, { diskId: idOf(item) })?.why,
    dialog: detachDiskDialog.component,
    preload: detachDiskDialog.preload,
  },
  copyAction({ id: 'copyId', label: ({ actions }) => actions.copyId.label, group: 2 }, idOf),
];

/** What can be done to a disk that nothing uses. */
export const freeDiskActions: readonly Action<FreeDisk>[] = [
  {
    id: 'attachDisk',
    label: ({ actions }) => actions.attach.label,
    icon: IconPlugConnected,
    group: 0,
    bulk: false,
    writes: true,
    whyNot: ({ instance, disk }) =>
      whyNot('attachDisk', instance) ?? whyNotAttachDisk(instance, disk, undefined)?.why,
    // Nothing is lost by it, so nothing is asked.
    run: async ({ instance, disk: { diskId = '' } }, { send }, regionId) => {
      const { instanceId } = instance;
      await send({
        operation: attachDisk,
        input: { regionId, instanceId, diskId, autoDelete: false },
        resource: resourceOf(instance),
      });
    },
  },
  {
    id: 'deleteDisk',
    label: ({ actions }) => actions.deleteDisk.label,
    icon: IconTrash,
    tone: 'danger',
    group: 1,
    bulk: false,
    writes: true,
    whyNot: ({ disk }) => whyNotDeleteDisk(disk)?.why,
    dialog: deleteDiskDialog.component,
    preload: deleteDiskDialog.preload,
  },
];

/** What can be done to an interface of an instance. */
export const interfaceActions: readonly Action<InterfaceOn>[] = [
  {
    id: 'detachNetworkInterface',
    label: ({ actions }) => actions.detachNetworkInterface.label,
    icon: IconPlugConnectedX,
    group: 0,
    bulk: false,
    writes: true,
    whyNot: ({ instance, id }) =>
      whyNot('detachNetworkInterface', instance) ?? whyNotDetachInterface(instance, id)?.why,
    dialog: detachInterfaceDialog.component,
    preload: detachInterfaceDialog.preload,
  },
  copyAction(
    { id: 'copyAddress', label: ({ actions }) => actions.copyAddress.label, group: 2 },
    ({ address }) => address,
    noAddress,
  ),
];

/** What can be done to an interface that nothing uses. */
export const freeInterfaceActions: readonly Action<FreeInterface>[] = [
  {
    id: 'attachNetworkInterface',
    label: ({ actions }) => actions.attachNic.label,
    icon: IconPlugConnected,
    group: 0,
    bulk: false,
    writes: true,
    whyNot: ({ instance, nic }) =>
      whyNot('attachNetworkInterface', instance) ??
      whyNotAttachInterface(instance, nic, undefined)?.why,
    run: async ({ instance, nic: { networkInterfaceId } }, { send }, regionId) => {
      const { instanceId } = instance;
      await send({
        operation: attachNetworkInterface,
        input: { regionId, instanceId, networkInterfaceId, autoDelete: false },
        resource: resourceOf(instance),
      });
    },
  },
  {
    id: 'deleteNetworkInterface',
    label: ({ actions }) => actions.deleteNetworkInterface.label,
    icon: IconTrash,
    tone: 'danger',
    group: 1,
    bulk: false,
    writes: true,
    whyNot: ({ nic }) => whyNotDeleteInterface(nic)?.why,
    dialog: deleteInterfaceDialog.component,
    preload: deleteInterfaceDialog.preload,
  },
];

/** What can be done to an elastic IP that nothing uses. */
export const freeElasticIpActions: readonly Action<FreeElasticIp>[] = [
  {
    id: 'associateElasticIp',
    label: ({ actions }) => actions.associate.label,
    icon: IconWorldPlus,
    group: 0,
    bulk: false,
    writes: true,
    whyNot: ({ instance, eip }) =>
      whyNot('associateElasticIp', instance) ?? whyNotAssociateElasticIp(instance, eip)?.why,
    run: async ({ instance, eip: { elasticIpId } }, { send }, regionId) => {
      await send({
        operation: associateElasticIp,
        input: { regionId, instanceId: instance.instanceId, elasticIpId },
        resource: resourceOf(instance),
      });
    },
  },
  {
    id: 'deleteElasticIp',
    label: ({ actions }) => actions.deleteElasticIp.label,
    icon: IconWorldX,
    tone: 'danger',
    group: 1,
    bulk: false,
    writes: true,
    whyNot: ({ eip }) => whyNotDeleteElasticIp(eip)?.why,
    dialog: releaseDialog.component,
    preload: releaseDialog.preload,
  },
];
