import type { Words } from '../en-US/index.ts';

type PartKind = Parameters<Words['actions']['deleteInstance']['part']>[0];

const partNames: Record<PartKind, string> = {
  systemDisk: '系统盘',
  dataDisk: '数据盘',
  localDisk: '本地盘',
  primaryInterface: '主网卡',
  interface: '弹性网卡',
  elasticIp: '公网 IP',
};

export const actions: Words['actions'] = {
  startInstance: {
    label: '启动',
    mayLackStock: '上次停机不计费，启动时可能缺货',
  },
  stopInstance: {
    label: '停止',
    title: (name) => `停止 ${name}？`,
    whenStopped: '停机计费',
    eachAsSet: '各自设置',
    asSet: (now) => `当前设置（${now}）`,
    keeps: '继续计费',
    stops: '停机不计费',
    losesLocal: '停机不计费；本地盘数据会丢失',
    keepsLocal: (why) => `${why}；本地盘保留`,
    chargedBecause: (why) => `停止期间：${why}。`,
    warning: '停机不计费会释放 vCPU 和内存，再启动时可能缺货。云盘和公网 IP 照常计费。',
    warningLocal:
      '停机不计费会释放 vCPU、内存和本地数据盘，本地盘上的数据会丢失，再启动时可能缺货。云盘和公网 IP 照常计费。',
  },
  rebootInstance: {
    label: '重启',
    title: (name) => `重启 ${name}？`,
    consequence: '实例上正在运行的业务会中断。',
  },
  deleteInstance: {
    label: '删除',
    verb: '删除实例',
    title: (name) => `删除 ${name}？`,
    erased: '永久清除',
    kept: '保留，继续计费',
    nothingKept: '无。',
    part: (kind, device) => [partNames[kind], device].filter(Boolean).join(' '),
    parts: (kind, n) => `${partNames[kind]} ${n} 个`,
    size: (gb) => `${gb.toLocaleString('zh-CN')} GB`,
    snapshots: '快照',
    pieces: (n) => `${n} 个`,
    releaseIp: '同时释放主网卡上的公网 IP',
    typeName: '输入实例名称以确认',
    typeNumber: (n) => `输入实例数量 ${n} 以确认`,
    final: '不能撤销',
  },
  modifyInstanceAttribute: {
    label: '修改名称',
    verb: '保存',
    title: (name) => `修改 ${name} 的名称`,
    name: '名称',
    nameRule: '2–128 个字符：中文、字母、数字、_、- 和 .（. 不能在首尾）',
    description: '描述',
    descriptionCount: (n) => `${n} / 256 个字符`,
  },
  describeInstanceVncUrl: { label: '打开 VNC' },
  copyId: { label: '复制 ID' },
  readOnly: '当前控制台为只读模式。',
  copied: (text) => `已复制 ${text}`,
  notCopied: '浏览器不允许此页面复制。',
  close: '关闭',
  notLoaded: '控制台的这一部分未能载入。',
  reload: '重新载入',
};
