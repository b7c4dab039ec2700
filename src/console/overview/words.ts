import { wordArea } from '../words/area.ts';

/** What the overview says. */
export const overviewWords = wordArea({
  'en-US': async () => (await import('../words/en-US/overview.ts')).overview,
  'zh-CN': async () => (await import('../words/zh-CN/overview.ts')).overview,
});
export type OverviewWords = ReturnType<typeof overviewWords.useWords>;
