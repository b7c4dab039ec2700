import { wordArea } from '../words/area.ts';

/** What the pages of instance types say. */
export const typeWords = wordArea({
  'en-US': async () => (await import('../words/en-US/instance-types.ts')).instanceTypes,
  'zh-CN': async () => (await import('../words/zh-CN/instance-types.ts')).instanceTypes,
});
export type TypeWords = ReturnType<typeof typeWords.useWords>;
