import { wordArea } from '../words/area.ts';

/** What the pages and dialogs of templates say. */
export const templateWords = wordArea({
  'en-US': async () => (await import('../words/en-US/templates.ts')).templates,
  'zh-CN': async () => (await import('../words/zh-CN/templates.ts')).templates,
});
export type TemplateWords = ReturnType<typeof templateWords.useWords>;
