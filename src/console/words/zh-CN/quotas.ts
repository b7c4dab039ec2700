import type { quotas as english } from '../en-US/quotas.ts';

const count = (n: number) => n.toLocaleString('zh-CN');

export const quotas: typeof english = {
  title: '配额',
  failed: '无法获取配额',
  ofRegion: '地域配额',
  none: '云端在此地域没有给出配额。',
  elsewhere: '云硬盘、弹性公网IP和网络的配额由其他云服务管理。API 没有提升配额的接口。',
  number: count,
  usage: (used, limit) => `${count(used)} / ${count(limit)}`,
  levels: { near: '接近上限', full: '已用尽' },
  lines: { near: '配额接近上限', full: '配额已用尽' },
  enough: '充足',
  usedUp: (kinds) => `已用尽：${kinds.join('、')}。无法继续创建。`,
  nearlyUsedUp: (kinds) => `接近上限：${kinds.join('、')}。`,
  columns: {
    kind: '配额',
    used: '已用',
    limit: '上限',
    left: '剩余',
    share: '使用率',
    level: '状态',
  },
  kinds: {
    instance: '实例',
    instance_cpu: 'vCPU',
    instance_memory: '内存（GiB）',
    instance_local_disk: '本地盘（GB）',
    keypair: '密钥对',
    image: '私有镜像',
    instanceTemplate: '实例模板',
    imageShare: '镜像共享',
  },
  shares: {
    title: '私有镜像可共享的账号数',
    count,
    image: '镜像',
    none: '此地域没有私有镜像。',
    read: '读取',
    again: '重新读取',
    readOf: (name) => `读取 ${name} 的共享配额`,
    readAll: (n) => `读取全部 ${count(n)} 个镜像`,
  },
};
