import type { PlaceWords } from '../en-US/places.ts';

export const places: PlaceWords = {
  suspend: {
    title: (name) => `挂起 ${name}？`,
    consequence: '恢复之前，实例上的业务全部暂停。',
    untold:
      '官方文档未说明挂起期间保留哪些资源、如何计费以及显示为何种状态，此处按云端返回的状态显示。',
  },
  resume: {
    title: (name) => `恢复 ${name}？`,
    consequence: '实例将从挂起处继续运行。',
    untold: '官方文档未说明所需时间和失败情形。',
  },
  redeploy: {
    title: (name) => `重新部署 ${name}？`,
    consequence: '实例将迁移到其他宿主机，业务会中断。',
    untold:
      '仅因宿主机故障而被隔离的实例可以重新部署，其他实例会被拒绝；官方文档未说明被隔离的实例如何显示。建议先停止实例。',
  },
  release: {
    title: (name) => `设置 ${name} 的定时删除`,
    verb: '设置定时删除',
    cancelVerb: '取消定时删除',
    at: '删除时间',
    atHint: 'YYYY-MM-DD HH:mm:ss，1 小时后至 10 年内；时区应为北京时间（UTC+8）。',
    format: '格式为 YYYY-MM-DD HH:mm:ss。',
    range: '须在 1 小时后至 10 年内。',
    never: '不定时删除，一直保留到手动删除',
    now: (time) => `当前设置为 ${time}。`,
    unset: '当前未设置。',
    consequence: '到期后实例会被自动删除，系统盘及设置为随实例删除的资源一并删除，不再另行确认。',
    sameForAll: '统一设置为同一时间。',
    note: (time) => `原为 ${time}`,
  },
  network: {
    title: (name) => `修改 ${name} 的网络`,
    verb: '修改网络',
    subnet: '主网卡所在子网',
    pickSubnet: '名称、ID 或网段',
    here: '当前子网',
    free: (n) => `${n} 个可用 IP`,
    noneFree: '没有可用 IP。',
    address: '内网 IP',
    anyAddress: '不填则自动分配。',
    otherAddress: '子网不变时必填。',
    outside: (range) => `须在 ${range} 内。`,
    sameAddress: '与当前内网 IP 相同。',
    groups: '安全组',
    pickGroups: '名称或 ID',
    groupsHint: '属于新的私有网络，最多 5 个；原有安全组不再生效。',
    groupsLimit: '最多 5 个。',
    consequence:
      '通过内网 IP 访问该实例的业务须改用新 IP。实例不能是负载均衡的后端；此处不能指定 IPv6 地址。',
    none: '没有可选项。',
  },
  placement: {
    title: (name) => `将 ${name} 加入高可用组`,
    verb: '加入高可用组',
    group: '高可用组',
    pick: '名称或 ID',
    hint: '仅列出本地域有实例模板的高可用组。',
    none: '本地域的实例模板均未关联高可用组。',
    template: (name) => `实例模板 ${name}`,
    balance: '强制均衡分布',
    balanceHint: '实例可能迁移到其他错误域，须先停止。',
    clear: '清除本地数据盘',
    clearHint: '其中的数据无法恢复。',
    managed: '由高可用组的弹性伸缩托管',
    managedHint:
      '仅对启用弹性伸缩的高可用组有效。缩容或健康检查失败时实例会被删除；包年包月实例不受托管。',
  },
};
