import type { vnc as english } from '../en-US/vnc.ts';

export const vnc: typeof english = {
  title: 'VNC',
  opening: (name) => `正在打开 ${name} 的控制台`,
  openingHint: '正在获取新的连接地址，获取后将在本页打开。',
  failed: (name) => `无法打开 ${name} 的控制台`,
  notWeb: '云端返回的地址不是网页，未予打开。',
  readOnly: '当前控制台为只读模式。VNC 可以输入，会改变实例，因此不提供。',
  toInstance: '查看实例',
};
