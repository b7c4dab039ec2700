import { wordArea } from '../words/area.ts';

/** What the tab says that leads to an instance's screen. */
export const vncWords = wordArea({
  'en-US': async () => (await import('../words/en-US/vnc.ts')).vnc,
  'zh-CN': async () => (await import('../words/zh-CN/vnc.ts')).vnc,
});
