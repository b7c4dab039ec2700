import { wordArea } from '../words/area.ts';

/** What the page of an instance says. */
export const instanceWords = wordArea({
  'en-US': async () => (await import('../words/en-US/instance.ts')).instance,
  'zh-CN': async () => (await import('../words/zh-CN/instance.ts')).instance,
});
