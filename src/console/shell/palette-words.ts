import { wordArea } from '../words/area.ts';

/** What the command palette says. */
export const paletteWords = wordArea({
  'en-US': async () => (await import('../words/en-US/palette.ts')).palette,
  'zh-CN': async () => (await import('../words/zh-CN/palette.ts')).palette,
});
export type PaletteWords = ReturnType<typeof paletteWords.useWords>;
