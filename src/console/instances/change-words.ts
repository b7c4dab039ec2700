import { wordArea } from '../words/area.ts';

/** What the dialogs say that change an instance. */
export const changeWords = wordArea({
  'en-US': async () => (await import('../words/en-US/changes.ts')).changes,
  'zh-CN': async () => (await import('../words/zh-CN/changes.ts')).changes,
});
