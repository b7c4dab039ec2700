import {
  IconCameraPlus,
  IconDatabaseExport,
  IconPencil,
  IconServer2,
  IconShare,
  IconTrash,
  IconUserMinus,
  IconWorld,
  IconWorldOff,
  IconWorldShare,
} from '@tabler/icons-react';
import { useMemo } from 'react';
import { type ImageAction, type ImageFacts, whyNotImage } from '../../contract/image-rules.ts';
import type { Image } from '../../contract/images.ts';
import type { Action } from '../kit/action.ts';
import { copyAction } from '../kit/copy-action.ts';
import { formWords } from '../kit/form/words.ts';
import { lazily } from '../kit/lazily.ts';
import { paths } from '../paths.ts';
import { notShared } from '../words/sentences.ts';
import { useImageFacts } from './facts.ts';
import { importWords } from './import/words.ts';

const renameDialog = lazily(
  async () => (await import('./dialogs/RenameImageDialog.tsx')).RenameImageDialog,
  formWords,
);
const shareDialog = lazily(
  async () => (await import('./dialogs/ShareDialog.tsx')).ShareDialog,
  formWords,
);
const unshareDialog = lazily(
  async () => (await import('./dialogs/UnshareDialog.tsx')).UnshareDialog,
);
const releaseDialog = lazily(
  async () => (await import('./dialogs/ReleaseDialog.tsx')).ReleaseDialog,
);
const withdrawDialog = lazily(
  async () => (await import('./dialogs/WithdrawDialog.tsx')).WithdrawDialog,
);
const copyDialog = lazily(
  async () => (await import('./dialogs/CopyDialog.tsx')).CopyDialog,
  formWords,
);
const exportDialog = lazily(
  async () => (await import('./dialogs/ExportDialog.tsx')).ExportDialog,
  formWords,
  importWords,
);
const snapshotsDialog = lazily(
  async () => (await import('./dialogs/FromSnapshotsDialog.tsx')).FromSnapshotsDialog,
  formWords,
  importWords,
);
const deleteDialog = lazily(async () => (await import('./dialogs/DeleteDialog.tsx')).DeleteDialog);

/** Makes an image in a region without one to begin with. */
export const fromSnapshots: Action<string> = {
  id: 'createImageFromSnapshots',
  label: ({ activity }) => activity.single.createImageFromSnapshots,
  icon: IconCameraPlus,
  group: 0,
  bulk: false,
  writes: true,
  whyNot: () => undefined,
  dialog: snapshotsDialog.component,
  preload: snapshotsDialog.preload,
};

/** What can be done to images, in the order of every menu and bar. */
function actionsWith(factsOf: (image: Image) => ImageFacts): readonly Action<Image>[] {
  const rule = (id: ImageAction) => (image: Image) => whyNotImage(id, factsOf(image));
  return [
    {
      id: 'createInstances',
      label: (words) => words.actions.createInstances.label,
      icon: IconServer2,
      group: 0,
      bulk: false,
      writes: true,
      whyNot: rule('createInstances'),
      link: {
        to: ({ imageId }, region) => paths.create(region, { image: imageId }),
        newTab: false,
      },
    },
    {
      id: 'copyImages',
      label: (words) => words.actions.copyImages.label,
      icon: IconWorldShare,
      group: 0,
      bulk: true,
      writes: true,
      whyNot: rule('copyImages'),
      dialog: copyDialog.component,
      preload: copyDialog.preload,
    },
    {
      id: 'exportImage',
      label: (words) => words.actions.exportImage.label,
      icon: IconDatabaseExport,
      group: 0,
      bulk: false,
      writes: true,
      whyNot: rule('exportImage'),
      dialog: exportDialog.component,
      preload: exportDialog.preload,
    },
    {
      id: 'shareImage',
      label: (words) => words.actions.shareImage.label,
      icon: IconShare,
      group: 1,
      bulk: false,
      writes: true,
      whyNot: rule('shareImage'),
      dialog: shareDialog.component,
      preload: shareDialog.preload,
    },
    {
      id: 'unShareImage',
      label: (words) => words.actions.unShareImage.label,
      icon: IconUserMinus,
      group: 1,
      bulk: false,
      writes: true,
      whyNot: (image) =>
        rule('unShareImage')(image) ??
        (image.launchPermission === 'specifiedUsers' ? undefined : notShared),
      dialog: unshareDialog.component,
      preload: unshareDialog.preload,
    },
    {
      id: 'releaseImage',
      label: (words) => words.actions.releaseImage.label,
      icon: IconWorld,
      group: 1,
      bulk: false,
      writes: true,
      whyNot: rule('releaseImage'),
      dialog: releaseDialog.component,
      preload: releaseDialog.preload,
    },
    {
      id: 'unReleaseImage',
      label: (words) => words.actions.unReleaseImage.label,
      icon: IconWorldOff,
      group: 1,
      bulk: false,
      writes: true,
      whyNot: rule('unReleaseImage'),
      dialog: withdrawDialog.component,
      preload: withdrawDialog.preload,
    },
    {
      id: 'modifyImageAttribute',
      label: (words) => words.actions.modifyInstanceAttribute.label,
      hotkey: 'F2',
      icon: IconPencil,
      group: 2,
      bulk: false,
      writes: true,
      whyNot: rule('modifyImageAttribute'),
      dialog: renameDialog.component,
      preload: renameDialog.preload,
    },
    copyAction(
      { id: 'copyId', label: ({ actions }) => actions.copyId.label, group: 2 },
      ({ imageId }) => imageId,
    ),
    {
      id: 'deleteImage',
      label: (words) => words.actions.deleteInstance.label,
      icon: IconTrash,
      tone: 'danger',
      group: 3,
      bulk: true,
      writes: true,
      whyNot: rule('deleteImage'),
      dialog: deleteDialog.component,
      preload: deleteDialog.preload,
    },
  ];
}

/** What can be done to the images of a region, given what is known of them. */
export function useImageActions(region: string): readonly Action<Image>[] {
  const factsOf = useImageFacts(region);
  return useMemo(() => actionsWith(factsOf), [factsOf]);
}
