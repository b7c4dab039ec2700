import {
  IconFileImport,
  IconKey,
  IconLink,
  IconPlus,
  IconTrash,
  IconUnlink,
} from '@tabler/icons-react';
import { useMemo } from 'react';
import type { Keypair } from '../../contract/keypairs.ts';
import type { Action } from '../kit/action.ts';
import { copyAction } from '../kit/copy-action.ts';
import { formWords } from '../kit/form/words.ts';
import { lazily } from '../kit/lazily.ts';
import { paths } from '../paths.ts';
import { onNoInstance } from '../words/sentences.ts';
import { keypairWords, type KeypairWords } from './words.ts';

const createDialog = lazily(
  async () => (await import('./dialogs/CreateDialog.tsx')).CreateDialog,
  formWords,
);
const importDialog = lazily(
  async () => (await import('./dialogs/ImportDialog.tsx')).ImportDialog,
  formWords,
);
const attachDialog = lazily(
  async () => (await import('./dialogs/AttachDialog.tsx')).AttachDialog,
  formWords,
);
const detachDialog = lazily(
  async () => (await import('./dialogs/DetachDialog.tsx')).DetachDialog,
  formWords,
);
const deleteDialog = lazily(async () => (await import('./dialogs/DeleteDialog.tsx')).DeleteDialog);

/** What can be done to key pairs, in the order of every menu and bar. */
function actionsWith({ actions: say }: KeypairWords): readonly Action<Keypair>[] {
  return [
    {
      id: 'createInstances',
      label: () => say.launch,
      icon: IconPlus,
      group: 0,
      bulk: false,
      writes: true,
      whyNot: () => undefined,
      link: { to: ({ keyName }, region) => paths.create(region, { key: keyName }), newTab: false },
    },
    {
      id: 'attachKeypair',
      label: () => say.attach,
      icon: IconLink,
      group: 0,
      bulk: false,
      writes: true,
      whyNot: () => undefined,
      dialog: attachDialog.component,
      preload: attachDialog.preload,
    },
    {
      id: 'detachKeypair',
      label: () => say.detach,
      icon: IconUnlink,
      group: 0,
      bulk: false,
      writes: true,
      whyNot: ({ instanceIds = [] }) => (instanceIds.length > 0 ? undefined : onNoInstance),
      dialog: detachDialog.component,
      preload: detachDialog.preload,
    },
    copyAction(
      { id: 'copyName', label: () => say.copyName, group: 1 },
      ({ keyName }: Keypair) => keyName,
    ),
    copyAction(
      { id: 'copyFingerprint', label: () => say.copyFingerprint, group: 1 },
      ({ keyFingerprint }: Keypair) => keyFingerprint,
    ),
    {
      id: 'deleteKeypair',
      label: () => say.delete,
      icon: IconTrash,
      tone: 'danger',
      group: 2,
      bulk: true,
      writes: true,
      whyNot: () => undefined,
      dialog: deleteDialog.component,
      preload: deleteDialog.preload,
    },
  ];
}

export function useKeypairActions(): readonly Action<Keypair>[] {
  const words = keypairWords.useWords();
  return useMemo(() => actionsWith(words), [words]);
}

/** What makes a key pair in a region, the item being the region. */
export function makersWith({
  actions: say,
}: KeypairWords): Record<'create' | 'load', Action<string>> {
  const common = { group: 0, bulk: false, writes: true, whyNot: () => undefined };
  return {
    create: {
      ...common,
      id: 'createKeypair',
      label: () => say.create,
      icon: IconKey,
      dialog: createDialog.component,
      preload: createDialog.preload,
    },
    load: {
      ...common,
      id: 'importKeypair',
      label: () => say.import,
      icon: IconFileImport,
      dialog: importDialog.component,
      preload: importDialog.preload,
    },
  };
}
