// For tests alone: what is asked for of the disks, interfaces and addresses of instances, for faulty-forms.ts to walk
// through.
import { fireEvent } from '@testing-library/dom';
import { comes } from './faulty-console.ts';
import { type DeviceTargets, prepareDevices } from './faulty-device-targets.ts';
import type { Table } from './faulty-table.ts';
import { choose, inMenu, inRow, name, pick, type } from './faulty-steps.ts';

const ofRunning = ({ running }: DeviceTargets, n: number) => `/instances/${running[n]}/json`;
const holderOf =
  (part: keyof DeviceTargets['held'], tab: string) => (targets: DeviceTargets, n: number) =>
    `/instances/${targets.held[part][n]?.machine}/${tab}`;
/** What can be done to a part that an instance has. */
const ofHeld =
  (part: keyof DeviceTargets['held'], label: RegExp) =>
  ({ held }: DeviceTargets, n: number) =>
    inRow(held[part][n]?.id ?? '', label)();
/** What can be done to a part that is in no use, which stands on the page of every instance that might have it. */
const ofFree =
  (part: keyof DeviceTargets['free'], label: RegExp) =>
  ({ free }: DeviceTargets, n: number) =>
    inRow(free[part][n]?.id ?? '', label)();
const freePart =
  (part: keyof DeviceTargets['free']) =>
  ({ free }: DeviceTargets, n: number) => ({ part: free[part][n]?.id ?? '' });
const confirm =
  (part: keyof DeviceTargets['free'], label: RegExp) =>
  (n: number, { free }: DeviceTargets) => [type(label, free[part][n]?.title ?? '')];
/** The box of the part that stands last, which is the one that has been given to the instance. */
const lastBox = async () => {
  await comes(() => document.querySelector('main tbody [type=checkbox]'));
  const boxes = document.querySelectorAll('main tbody [type=checkbox]:not(:disabled)');
  const last = [...boxes].at(-1);
  if (last) fireEvent.click(last);
};

export const deviceForms: Table<DeviceTargets> = {
  prepare: prepareDevices,
  forms: {
    'attach a disk': {
      sort: 'dialog',
      operation: 'attachDisk',
      at: ofRunning,
      open: inMenu(/^Attach disk/),
      fill: () => [pick(/^Disks/)],
    },
    'make a disk': {
      sort: 'dialog',
      operation: 'createDisks',
      at: ofRunning,
      open: inMenu(/^Attach disk/),
      fill: (n) => [choose(/^New/), name(n)],
    },
    'detach a disk': {
      sort: 'question',
      operation: 'detachDisk',
      at: holderOf('disk', 'disks'),
      open: ofHeld('disk', /^Detach/),
    },
    'delete a disk': {
      sort: 'deletion',
      operation: 'deleteDisk',
      at: ({ running: [page] }) => `/instances/${page}/disks`,
      open: ofFree('disk', /^Delete disk/),
      fill: confirm('disk', /^Type the name/),
      shown: freePart('disk'),
    },
    'associate an address': {
      sort: 'dialog',
      operation: 'associateElasticIp',
      at: ofRunning,
      open: inMenu(/^Associate/),
      fill: () => [pick(/^Elastic IP/)],
    },
    'make an address': {
      sort: 'dialog',
      operation: 'createElasticIps',
      at: ofRunning,
      open: inMenu(/^Associate/),
      fill: (n) => [choose(/^New/), name(n)],
    },
    'disassociate an address': {
      sort: 'question',
      operation: 'disassociateElasticIp',
      at: holderOf('address', 'json'),
      open: inMenu(/^Disassociate/),
    },
    'release an address': {
      sort: 'deletion',
      operation: 'deleteElasticIp',
      at: ({ running: [page] }) => `/instances/${page}/network`,
      open: ofFree('address', /^Release/),
      fill: confirm('address', /^Type the address/),
      shown: freePart('address'),
    },
    'attach an interface': {
      sort: 'dialog',
      operation: 'attachNetworkInterface',
      at: ofRunning,
      open: inMenu(/^Attach interface/),
      fill: () => [pick(/^Interface/)],
    },
    'make an interface': {
      sort: 'dialog',
      operation: 'createNetworkInterface',
      at: ofRunning,
      open: inMenu(/^Attach interface/),
      fill: (n) => [choose(/^New/), name(n)],
    },
    'detach an interface': {
      sort: 'question',
      operation: 'detachNetworkInterface',
      at: holderOf('interface', 'network'),
      open: ofHeld('interface', /^Detach/),
    },
    'delete an interface': {
      sort: 'question',
      operation: 'deleteNetworkInterface',
      at: ({ running: [page] }) => `/instances/${page}/network`,
      open: ofFree('interface', /^Delete interface/),
      shown: freePart('interface'),
    },
  },
  clicks: {
    'keep a disk': {
      operation: 'modifyInstanceDiskAttribute',
      at: holderOf('disk', 'disks'),
      click: lastBox,
    },
    'delete an interface with its instance': {
      operation: 'modifyInstanceNetworkAttribute',
      at: holderOf('interface', 'network'),
      click: lastBox,
    },
  },
};
