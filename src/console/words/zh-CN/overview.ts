import type { Words } from '../en-US/index.ts';

export const overview: Words['overview'] = {
  title: '总览',
};
