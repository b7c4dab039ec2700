import type { Words } from '../en-US/index.ts';

export const actions: Words['actions'] = {
  startInstance: { label: '启动' },
  stopInstance: { label: '停止' },
  rebootInstance: { label: '重启' },
  deleteInstance: { label: '删除' },
  modifyInstanceAttribute: { label: '修改名称' },
  describeInstanceVncUrl: { label: '打开 VNC' },
  copyId: { label: '复制 ID' },
  readOnly: '当前控制台为只读模式。',
  copied: (text) => `已复制 ${text}`,
  notLoaded: '控制台的这一部分未能载入。',
  reload: '重新载入',
};
