import { wordArea } from '../words/area.ts';

/** What the pages and dialogs of images say. */
export const imageWords = wordArea({
  'en-US': async () => (await import('../words/en-US/images.ts')).images,
  'zh-CN': async () => (await import('../words/zh-CN/images.ts')).images,
});
export type ImageWords = ReturnType<typeof imageWords.useWords>;
