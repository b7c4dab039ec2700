import { wordArea } from '../../words/area.ts';

/** What fields themselves say. Whoever makes a form lazy names them beside its own words. */
export const formWords = wordArea({
  'en-US': async () => (await import('../../words/en-US/form.ts')).form,
  'zh-CN': async () => (await import('../../words/zh-CN/form.ts')).form,
});
