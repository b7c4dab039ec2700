import type { audit as english } from '../en-US/audit.ts';

const count = (n: number) => n.toLocaleString('zh-CN');

export const audit: typeof english = {
  title: '审计日志',
  note: '使用您的密钥执行的写操作，由此控制台副本记录',
  columns: {
    what: '操作',
    resource: '资源',
    outcome: '结果',
    who: '操作者',
    from: '来源地址',
    reason: '原因',
    request: '请求 ID',
    took: '耗时',
    input: '请求内容',
    region: '地域',
    time: '时间',
  },
  outcomes: { done: '成功', refused: '被拒绝', unknown: '未知' },
  ms: (n) => `${count(n)} 毫秒`,
  unit: '条',
  search: '资源、请求 ID 或内容',
  loading: '正在读取审计日志…',
  failed: '无法读取审计日志',
  empty: '还没有写操作',
  emptyHint:
    '使用您的密钥执行的每次写操作都会记录在这里，包括被拒绝和结果未知的操作。读操作不记录。',
  off: '此控制台没有保存审计文件',
  offHint: '请运维人员以 --audit FILE 启动控制台；此后每次写操作都会记入该文件，并可在这里查看。',
  shown: (n) => `已找到最新的 ${count(n)} 条，可能还有更早的记录。`,
  noneYet: '目前没有找到，可能还有更早的记录。',
  older: '继续向前查找',
  selected: (n) => `已选 ${count(n)} 条`,
  copyEntry: '复制这条记录（JSON）',
};
