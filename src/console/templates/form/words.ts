import { wordArea } from '../../words/area.ts';

/** What the form of a template says by itself; the sections it shares with creations have words of their own. */
export const templateFormWords = wordArea({
  'en-US': async () => (await import('../../words/en-US/template-form.ts')).templateForm,
  'zh-CN': async () => (await import('../../words/zh-CN/template-form.ts')).templateForm,
});
export type TemplateFormWords = ReturnType<typeof templateFormWords.useWords>;
