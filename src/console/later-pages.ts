import type { ComponentType } from 'react';
import { auditWords } from './audit/words.ts';
import { imageWords } from './images/words.ts';
import { importWords } from './images/import/words.ts';
import { createWords } from './instances/create/words.ts';
import { vncWords } from './instances/vnc-words.ts';
import { typeWords } from './instance-types/words.ts';
import { keypairWords } from './keypairs/words.ts';
import { formWords } from './kit/form/words.ts';
import { launchWords } from './launch/words.ts';
import { quotaWords } from './quotas/words.ts';
import { templateFormWords } from './templates/form/words.ts';
import { templateWords } from './templates/words.ts';
import type { WordArea } from './words/area.ts';

/** Resolves to the page when its words are there, too. */
function page(
  load: () => Promise<ComponentType>,
  ...words: readonly Pick<WordArea<unknown>, 'ready'>[]
) {
  return async () => {
    const [component] = await Promise.all([load(), ...words.map((area) => area.ready())]);
    return component;
  };
}

/**
 * The pages nobody begins with, each a chunk of its own. Where they all are is many names of files: in a chunk of its own
 * too, it does not weigh on the first load.
 */
export const laterPages = {
  vnc: page(async () => (await import('./instances/VncPage.tsx')).VncPage, vncWords),
  create: page(
    async () => (await import('./instances/create/CreatePage.tsx')).CreatePage,
    createWords,
    launchWords,
    formWords,
  ),
  activity: page(async () => (await import('./activity/ActivityPage.tsx')).ActivityPage),
  audit: page(async () => (await import('./audit/AuditPage.tsx')).AuditPage, auditWords),
  images: page(async () => (await import('./images/ImagesPage.tsx')).ImagesPage, imageWords),
  image: page(async () => (await import('./images/ImagePage.tsx')).ImagePage, imageWords),
  imageImport: page(
    async () => (await import('./images/import/ImportPage.tsx')).ImportPage,
    imageWords,
    importWords,
    formWords,
  ),
  imageTasks: page(
    async () => (await import('./images/tasks/TasksPage.tsx')).TasksPage,
    imageWords,
    importWords,
  ),
  templates: page(
    async () => (await import('./templates/TemplatesPage.tsx')).TemplatesPage,
    templateWords,
  ),
  template: page(
    async () => (await import('./templates/TemplatePage.tsx')).TemplatePage,
    templateWords,
  ),
  templateForm: page(
    async () => (await import('./templates/form/TemplateFormPage.tsx')).TemplateFormPage,
    templateWords,
    templateFormWords,
    launchWords,
    formWords,
  ),
  templateCompare: page(
    async () => (await import('./templates/compare/ComparePage.tsx')).ComparePage,
    templateWords,
    formWords,
  ),
  keypairs: page(
    async () => (await import('./keypairs/KeypairsPage.tsx')).KeypairsPage,
    keypairWords,
  ),
  keypair: page(async () => (await import('./keypairs/KeypairPage.tsx')).KeypairPage, keypairWords),
  instanceTypes: page(
    async () => (await import('./instance-types/TypesPage.tsx')).TypesPage,
    typeWords,
  ),
  typeCompare: page(
    async () => (await import('./instance-types/ComparePage.tsx')).ComparePage,
    typeWords,
    formWords,
  ),
  quotas: page(async () => (await import('./quotas/QuotasPage.tsx')).QuotasPage, quotaWords),
};
export type LaterPage = keyof typeof laterPages;
