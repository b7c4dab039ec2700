import { wordArea } from '../../words/area.ts';

/** The words of disks, interfaces and elastic IPs. */
export const deviceWords = wordArea({
  'en-US': async () => (await import('../../words/en-US/devices.ts')).devices,
  'zh-CN': async () => (await import('../../words/zh-CN/devices.ts')).devices,
});
