import type { overview as english } from '../en-US/overview.ts';

const count = (n: number) => n.toLocaleString('zh-CN');

export const overview: typeof english = {
  title: '总览',
  instances: '实例',
  all: '全部',
  reading: (known, total) => `已读取 ${count(known)} / ${count(total)} 台`,
  changing: '正在变化',
  nothingChanging: '没有正在变化的实例。',
  attention: '需要关注',
  error: '错误',
  overdue: '到期或欠费停机',
  within: (days) => `${days} 天内到期`,
  number: count,
  failedOperations: '失败的操作',
  failedTasks: '失败的导入与导出',
  failedHere: '失败的操作',
  startedHere: '最近操作',
  zones: '按可用区',
  nothingWrong: '没有需要关注的事项。',
  more: (n) => `另有 ${count(n)} 项`,
};
