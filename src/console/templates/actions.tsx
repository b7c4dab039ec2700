import {
  IconAdjustments,
  IconArrowsDiff,
  IconCopyPlus,
  IconPencil,
  IconServer2,
  IconShieldCheck,
  IconTrash,
} from '@tabler/icons-react';
import { useMemo } from 'react';
import { deleteTemplateObstacle } from '../../contract/template-rules.ts';
import type { InstanceTemplate } from '../../contract/templates.ts';
import type { Action } from '../kit/action.ts';
import { copyAction } from '../kit/copy-action.ts';
import { formWords } from '../kit/form/words.ts';
import { lazily } from '../kit/lazily.ts';
import { paths } from '../paths.ts';
import { templateWords, type TemplateWords } from './words.ts';

const verifyDialog = lazily(async () => (await import('./dialogs/VerifyDialog.tsx')).VerifyDialog);
const renameDialog = lazily(
  async () => (await import('./dialogs/RenameTemplateDialog.tsx')).RenameTemplateDialog,
  formWords,
);
const deleteDialog = lazily(async () => (await import('./dialogs/DeleteDialog.tsx')).DeleteDialog);

/** What can be done to templates, in the order of every menu and bar. */
function actionsIn(words: TemplateWords): readonly Action<InstanceTemplate>[] {
  return [
    {
      id: 'createInstances',
      label: ({ actions }) => actions.createInstances.label,
      icon: IconServer2,
      group: 0,
      bulk: false,
      writes: true,
      whyNot: () => undefined,
      link: {
        to: ({ id }, region) => paths.create(region, { from: `template:${id}` }),
        newTab: false,
      },
    },
    {
      id: 'verifyInstanceTemplate',
      label: () => words.actions.verify,
      icon: IconShieldCheck,
      group: 0,
      bulk: true,
      writes: false,
      whyNot: () => undefined,
      dialog: verifyDialog.component,
      preload: verifyDialog.preload,
    },
    {
      id: 'compareTemplates',
      label: () => words.actions.compare,
      icon: IconArrowsDiff,
      group: 0,
      bulk: false,
      writes: false,
      whyNot: () => undefined,
      link: { to: ({ id }, region) => paths.templateCompare(region, id), newTab: false },
    },
    {
      id: 'editTemplate',
      label: () => words.actions.edit,
      icon: IconAdjustments,
      group: 1,
      bulk: false,
      writes: true,
      whyNot: () => undefined,
      link: { to: ({ id }, region) => paths.templateTab(region, id, 'edit'), newTab: false },
    },
    {
      id: 'createInstanceTemplate',
      label: () => words.actions.createLike,
      icon: IconCopyPlus,
      group: 1,
      bulk: false,
      writes: true,
      whyNot: () => undefined,
      link: { to: ({ id }, region) => paths.templateCreate(region, { from: id }), newTab: false },
    },
    {
      id: 'updateInstanceTemplate',
      label: ({ actions }) => actions.modifyInstanceAttribute.label,
      hotkey: 'F2',
      icon: IconPencil,
      group: 1,
      bulk: false,
      writes: true,
      whyNot: () => undefined,
      dialog: renameDialog.component,
      preload: renameDialog.preload,
    },
    copyAction(
      { id: 'copyId', label: ({ actions }) => actions.copyId.label, group: 1 },
      ({ id }) => id,
    ),
    {
      id: 'deleteInstanceTemplate',
      label: ({ actions }) => actions.deleteInstance.label,
      icon: IconTrash,
      tone: 'danger',
      group: 2,
      bulk: true,
      writes: true,
      whyNot: (template) => deleteTemplateObstacle(template)?.why,
      dialog: deleteDialog.component,
      preload: deleteDialog.preload,
    },
  ];
}

export function useTemplateActions(): readonly Action<InstanceTemplate>[] {
  const words = templateWords.useWords();
  return useMemo(() => actionsIn(words), [words]);
}
