import { wordArea } from '../../words/area.ts';

/** What importing, exporting and the list of their tasks say. */
export const importWords = wordArea({
  'en-US': async () => (await import('../../words/en-US/image-import.ts')).imageImport,
  'zh-CN': async () => (await import('../../words/zh-CN/image-import.ts')).imageImport,
});
