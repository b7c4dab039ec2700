import { wordArea } from '../words/area.ts';

/** What the sections say that creations and templates share. */
export const launchWords = wordArea({
  'en-US': async () => (await import('../words/en-US/launch.ts')).launch,
  'zh-CN': async () => (await import('../words/zh-CN/launch.ts')).launch,
});
export type LaunchWords = ReturnType<typeof launchWords.useWords>;
