import type { Words } from '../en-US/index.ts';

export const shell: Words['shell'] = {
  product: 'VM Console',
  overview: '总览',
  instances: '实例',
  activity: '操作记录',
};
