import type { Words } from '../en-US/index.ts';

export const activity: Words['activity'] = {
  short: '操作',
  inProgress: (n) => `${n} 项进行中`,
};
