import type { palette as english } from '../en-US/palette.ts';

export const palette: typeof english = {
  title: '命令',
  hint: '搜索资源或执行命令',
  actionsOn: (what) => `对 ${what} 的操作`,
  instances: '实例',
  allFound: (text) => `所有含“${text}”的实例`,
  view: (name) => `实例视图：${name}`,
  inState: (state) => `${state}的实例`,
  setting: (what, value) => `${what}：${value}`,
  importImage: '导入镜像',
  imageTasks: '镜像导入与导出任务',
  createTemplate: '创建实例模板',
  compareTemplates: '对比实例模板与实例',
  goTo: '前往',
  settings: '设置',
  nothing: '没有匹配项。',
  leaveScope: (what) => `不再针对 ${what}`,
  keys: {
    move: '移动',
    run: '执行',
    newTab: '新标签页',
    actions: '操作',
    leave: '退出范围',
  },
  found: (n) => `${n} 项结果`,
};
