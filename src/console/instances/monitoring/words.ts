import { wordArea } from '../../words/area.ts';

/** The words of the charts. */
export const monitoringWords = wordArea({
  'en-US': async () => (await import('../../words/en-US/monitoring.ts')).monitoring,
  'zh-CN': async () => (await import('../../words/zh-CN/monitoring.ts')).monitoring,
});
