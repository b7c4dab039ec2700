// For tests alone: what is asked for of an instance itself, for faulty-forms.ts to walk through.
import { type InstanceTargets, prepareInstances } from './faulty-instance-targets.ts';
import type { Operation } from './faulty-kinds.ts';
import type { Table } from './faulty-table.ts';
import { localTime } from './contract/times.ts';
import { choose, inMenu, name, pick, press, type, typeTitle } from './faulty-steps.ts';

const year = 365 * 24 * 60 * 60_000;

const of = (group: keyof InstanceTargets) => (targets: InstanceTargets, n: number) =>
  `/instances/${targets[group][n]}/json`;

const question = (operation: Operation, group: keyof InstanceTargets, label: RegExp) =>
  ({ sort: 'question', operation, at: of(group), open: inMenu(label) }) as const;

export const instanceForms: Table<InstanceTargets> = {
  prepare: prepareInstances,
  forms: {
    'rename an instance': {
      sort: 'dialog',
      meetsAll: true,
      operation: 'modifyInstanceAttribute',
      at: of('running'),
      open: inMenu(/^Rename/),
      fill: (n) => [name(n), type(/^Description/, 'typed')],
    },
    'change details of an instance': {
      sort: 'dialog',
      operation: 'modifyInstanceAttribute',
      at: of('running'),
      open: inMenu(/^Hostname/),
      fill: (n) => [type(/^Hostname/, `typed-${n}`)],
    },
    'reset a password': {
      sort: 'dialog',
      operation: 'modifyInstancePassword',
      at: of('running'),
      open: inMenu(/^Reset password/),
      fill: () => [type(/^New password/, 'Typed-Horse-9')],
    },
    'stop an instance': {
      sort: 'question',
      meetsAll: true,
      operation: 'stopInstance',
      at: of('running'),
      open: inMenu(/^Stop/),
      fill: () => [choose(/^Stop charging/)],
    },
    'reboot an instance': question('rebootInstance', 'running', /^Reboot/),
    'suspend an instance': question('suspendInstance', 'running', /^Suspend/),
    'resume an instance': question('resumeInstance', 'suspended', /^Resume/),
    'redeploy an instance': question('redeployInstance', 'isolated', /^Redeploy/),
    'delete an instance': {
      sort: 'deletion',
      meetsAll: true,
      operation: 'deleteInstance',
      at: of('running'),
      open: inMenu(/^Delete/),
      fill: () => [typeTitle(/^Type the name/)],
    },
    'set a release time': {
      sort: 'dialog',
      operation: 'modifyInstanceReleaseTime',
      at: of('running'),
      open: inMenu(/^Set release time/),
      // Far enough ahead of the clocks of both sides.
      fill: () => [type(/^Delete at/, localTime(Date.now() + 4 * year))],
    },
    'join an availability group': {
      sort: 'dialog',
      operation: 'modifyInstancePlacement',
      at: of('running'),
      open: inMenu(/^Join availability group/),
      fill: () => [pick(/^Availability group/)],
    },
    'change a type': {
      sort: 'dialog',
      operation: 'resizeInstance',
      at: of('stopped'),
      open: inMenu(/^Change type/),
      fill: () => [() => press('dialog [type=radio]:not(:disabled)')],
    },
    'rebuild an instance': {
      sort: 'deletion',
      operation: 'rebuildInstance',
      at: of('stopped'),
      open: inMenu(/^Rebuild/),
      fill: () => [type(/^New password/, 'Typed-Horse-9'), typeTitle(/^Type the name/)],
    },
    'change a network': {
      sort: 'dialog',
      operation: 'modifyInstanceVpcAttribute',
      at: of('stopped'),
      open: inMenu(/^Change network/),
      fill: () => [pick(/^Subnet/, 'trade-')],
    },
    'make an image': {
      sort: 'dialog',
      operation: 'createImage',
      at: of('running'),
      open: inMenu(/^Create image/),
      fill: (n) => [name(n, /^Name of the image/)],
      shown: () => ({ list: ['/images', 'typed-'] }),
    },
    'make an instance': {
      sort: 'page',
      operation: 'createInstances',
      at: ({ running: [like] }) => `/instances/create?like=${like}`,
      fill: (n) => [name(n), pick(/^Key pair/, 'ops')],
      shown: () => ({ list: ['/instances', 'typed-'] }),
      again: true,
    },
  },
  clicks: {
    'start an instance': {
      operation: 'startInstance',
      at: of('stopped'),
      click: inMenu(/^Start/),
    },
  },
  runs: {
    'start several instances': {
      operation: 'startInstance',
      at: () => '/instances?tab=stopped&size=100',
      about: ({ stopped }) => stopped.slice(0, 9),
      shown: { list: ['/instances'] },
    },
    'reset the passwords of several instances': {
      operation: 'modifyInstancePassword',
      at: () => '/instances?tab=running&size=100',
      about: ({ running }) => running.slice(0, 4),
      fill: () => [type(/^New password/, 'Typed-Horse-9')],
      shown: { list: ['/instances'] },
    },
  },
};
