import { wordArea } from '../words/area.ts';

/** What is said of quotas, on their own page and on the overview. */
export const quotaWords = wordArea({
  'en-US': async () => (await import('../words/en-US/quotas.ts')).quotas,
  'zh-CN': async () => (await import('../words/zh-CN/quotas.ts')).quotas,
});
export type QuotaWords = ReturnType<typeof quotaWords.useWords>;
