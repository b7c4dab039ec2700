import { wordArea } from '../words/area.ts';

/** What the pages and dialogs of key pairs say. */
export const keypairWords = wordArea({
  'en-US': async () => (await import('../words/en-US/keypairs.ts')).keypairs,
  'zh-CN': async () => (await import('../words/zh-CN/keypairs.ts')).keypairs,
});
export type KeypairWords = ReturnType<typeof keypairWords.useWords>;
