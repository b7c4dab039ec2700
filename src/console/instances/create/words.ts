import { wordArea } from '../../words/area.ts';

/** What the form that creates instances says beside its shared sections, and the page that follows them. */
export const createWords = wordArea({
  'en-US': async () => (await import('../../words/en-US/create.ts')).create,
  'zh-CN': async () => (await import('../../words/zh-CN/create.ts')).create,
});
export type CreateWords = ReturnType<typeof createWords.useWords>;
