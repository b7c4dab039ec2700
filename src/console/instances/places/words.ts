import { wordArea } from '../../words/area.ts';

/** What the dialogs say on whether, where and until when an instance is there. */
export const placeWords = wordArea({
  'en-US': async () => (await import('../../words/en-US/places.ts')).places,
  'zh-CN': async () => (await import('../../words/zh-CN/places.ts')).places,
});
