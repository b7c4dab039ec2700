import {
  IconCalendarTime,
  IconPlayerPause,
  IconPlayerTrackNext,
  IconRoute,
  IconStack2,
  IconTransfer,
} from '@tabler/icons-react';
import type { Instance } from '../../contract/instances.ts';
import { whyNot, whyNotEvenStopped } from '../../contract/lifecycle.ts';
import type { Action } from '../kit/action.ts';
import { formWords } from '../kit/form/words.ts';
import { lazily } from '../kit/lazily.ts';
import { changeWords } from './change-words.ts';
import { placeWords } from './places/words.ts';

const suspendDialog = lazily(
  async () => (await import('./places/HostDialogs.tsx')).SuspendDialog,
  placeWords,
);
const resumeDialog = lazily(
  async () => (await import('./places/HostDialogs.tsx')).ResumeDialog,
  placeWords,
);
const redeployDialog = lazily(
  async () => (await import('./places/HostDialogs.tsx')).RedeployDialog,
  placeWords,
);
const releaseDialog = lazily(
  async () => (await import('./places/ReleaseDialog.tsx')).ReleaseDialog,
  placeWords,
  formWords,
);
const networkDialog = lazily(
  async () => (await import('./places/NetworkDialog.tsx')).NetworkDialog,
  placeWords,
  changeWords,
  formWords,
);
const placementDialog = lazily(
  async () => (await import('./places/PlacementDialog.tsx')).PlacementDialog,
  placeWords,
  formWords,
);

const suspend: Action<Instance> = {
  id: 'suspendInstance',
  label: ({ activity }) => activity.single.suspendInstance,
  icon: IconPlayerPause,
  group: 2,
  rare: true,
  bulk: true,
  writes: true,
  whyNot: (instance) => whyNot('suspendInstance', instance),
  dialog: suspendDialog.component,
  preload: suspendDialog.preload,
};

const resume: Action<Instance> = {
  id: 'resumeInstance',
  label: ({ activity }) => activity.single.resumeInstance,
  icon: IconPlayerTrackNext,
  group: 2,
  rare: true,
  bulk: true,
  writes: true,
  whyNot: (instance) => whyNot('resumeInstance', instance),
  dialog: resumeDialog.component,
  preload: resumeDialog.preload,
};

const redeploy: Action<Instance> = {
  id: 'redeployInstance',
  label: ({ activity }) => activity.single.redeployInstance,
  icon: IconTransfer,
  group: 2,
  rare: true,
  bulk: false,
  writes: true,
  whyNot: (instance) => whyNot('redeployInstance', instance),
  dialog: redeployDialog.component,
  preload: redeployDialog.preload,
};

const network: Action<Instance> = {
  id: 'modifyInstanceVpcAttribute',
  label: ({ activity }) => activity.single.modifyInstanceVpcAttribute,
  icon: IconRoute,
  group: 2,
  bulk: false,
  writes: true,
  // What runs is stopped for it.
  whyNot: (instance) => whyNotEvenStopped('modifyInstanceVpcAttribute', instance),
  dialog: networkDialog.component,
  preload: networkDialog.preload,
};

const placement: Action<Instance> = {
  id: 'modifyInstancePlacement',
  label: ({ activity }) => activity.single.modifyInstancePlacement,
  icon: IconStack2,
  group: 2,
  rare: true,
  bulk: false,
  writes: true,
  whyNot: (instance) => whyNot('modifyInstancePlacement', instance),
  dialog: placementDialog.component,
  preload: placementDialog.preload,
};

const release: Action<Instance> = {
  id: 'modifyInstanceReleaseTime',
  label: ({ activity }) => activity.single.modifyInstanceReleaseTime,
  icon: IconCalendarTime,
  group: 2,
  bulk: true,
  writes: true,
  whyNot: (instance) => whyNot('modifyInstanceReleaseTime', instance),
  dialog: releaseDialog.component,
  preload: releaseDialog.preload,
};

/** Where an instance is, until when, and whether it is at work. */
export const placeActions: readonly Action<Instance>[] = [
  network,
  placement,
  release,
  suspend,
  resume,
  redeploy,
];
