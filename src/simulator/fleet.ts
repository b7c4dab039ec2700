import type { InstanceStatus } from '../contract/statuses.ts';
import type { publicImages } from './image-catalogue.ts';
import type { seededKeyNames } from './seed-templates.ts';

/** What the machines of one application have in common. */
export interface Shape {
  instanceType: string;
  image: (typeof publicImages)[number]['name'];
  /** Of the subnet's name, before the zone's letter. */
  net: 'trade' | 'data' | 'apps' | 'infra' | 'staging';
  team: string;
  env: 'prod' | 'staging' | 'dev';
  description?: string;
  /** Days left of the prepaid term; absent = by configuration. */
  prepaidDays?: number;
  /** Bandwidth of its elastic IP. */
  publicMbps?: number;
  systemGB?: number;
  data?: readonly { diskType: string; diskSizeGB: number; iops?: number; keep?: true }[];
  key?: (typeof seededKeyNames)[number];
  /** A security group beside the office's. */
  group?: 'web' | 'db';
}

const prod = { env: 'prod', key: 'ops-2026' } as const;

export const shapes = {
  orderApi: {
    ...prod,
    instanceType: 'g.n4.xlarge',
    image: 'CentOS 7.6 64位',
    net: 'trade',
    team: 'trade',
    description: 'Order API, blue pool. Drain in LB first.',
    prepaidDays: 114,
    publicMbps: 20,
    data: [{ diskType: 'ssd.io1', diskSizeGB: 500, iops: 15000, keep: true }],
    group: 'web',
  },
  orderWorker: {
    ...prod,
    instanceType: 'c.n4.2xlarge',
    image: 'CentOS 7.6 64位',
    net: 'trade',
    team: 'trade',
    description: 'Consumes the order queue',
  },
  payGateway: {
    ...prod,
    instanceType: 'g.n4.2xlarge',
    image: 'CentOS 8.2 64位',
    net: 'trade',
    team: 'pay',
    description: 'Payment gateway. Change window: Tue 02:00-04:00',
    prepaidDays: 41,
    publicMbps: 50,
    group: 'web',
  },
  postgres: {
    ...prod,
    instanceType: 'm.n4.8xlarge',
    image: 'CentOS 7.6 64位',
    net: 'data',
    team: 'data',
    description: 'PostgreSQL 13',
    prepaidDays: 203,
    systemGB: 80,
    data: [
      { diskType: 'ssd.io1', diskSizeGB: 2000, iops: 30000, keep: true },
      { diskType: 'ssd.gp1', diskSizeGB: 500, keep: true },
    ],
    group: 'db',
  },
  kafka: {
    ...prod,
    instanceType: 's.i3.2xlarge',
    image: 'CentOS 7.6 64位',
    net: 'data',
    team: 'data',
    description: 'Kafka broker, log on the local NVMe disk',
    prepaidDays: 5,
    group: 'db',
  },
  elastic: {
    ...prod,
    instanceType: 'm.n4.xlarge',
    image: 'Ubuntu 20.04 64位',
    net: 'apps',
    team: 'search',
    data: [{ diskType: 'ssd.gp1', diskSizeGB: 1000 }],
  },
  redis: {
    ...prod,
    instanceType: 'm.n4.large',
    image: 'CentOS 8.2 64位',
    net: 'data',
    team: 'data',
    prepaidDays: 88,
    group: 'db',
  },
  feature: {
    ...prod,
    instanceType: 'm.n4.large',
    image: 'Ubuntu 20.04 64位',
    net: 'apps',
    team: 'search',
  },
  batch: {
    env: 'prod',
    instanceType: 'c.n4.2xlarge',
    image: 'Ubuntu 20.04 64位',
    net: 'apps',
    team: 'data',
    key: 'ops-2026',
    description: 'Nightly ETL; off by day',
    data: [{ diskType: 'hdd.std1', diskSizeGB: 1000 }],
  },
  gpu: {
    env: 'dev',
    instanceType: 'p.n1v100.2xlarge',
    image: 'Ubuntu 18.04 64位',
    net: 'apps',
    team: 'search',
    key: 'liwei-laptop',
    systemGB: 100,
  },
  erp: {
    env: 'prod',
    instanceType: 'g.n2.xlarge',
    image: 'Windows Server 2012 R2标准版 64位 中文版',
    net: 'infra',
    team: 'office',
    description: '财务 ERP，勿动',
    prepaidDays: -2,
    publicMbps: 5,
    data: [{ diskType: 'hdd.std1', diskSizeGB: 300, keep: true }],
  },
  windowsBuild: {
    env: 'dev',
    instanceType: 'g.n4.xlarge',
    image: 'Windows Server 2016 数据中心版 64位 中文版',
    net: 'infra',
    team: 'ci',
    systemGB: 120,
  },
  runner: {
    env: 'dev',
    instanceType: 'g.n4.2xlarge',
    image: 'Ubuntu 20.04 64位',
    net: 'infra',
    team: 'ci',
    key: 'ci-runners',
    systemGB: 100,
  },
  bastion: {
    ...prod,
    instanceType: 't.g2.large',
    image: 'CentOS 8.2 64位',
    net: 'infra',
    team: 'infra',
    description: 'Jump host. MFA required.',
    prepaidDays: 322,
    publicMbps: 10,
  },
  monitoring: {
    ...prod,
    instanceType: 'g.n3.large',
    image: 'Ubuntu 20.04 64位',
    net: 'infra',
    team: 'infra',
    prepaidDays: 322,
    publicMbps: 5,
    data: [{ diskType: 'ssd.gp1', diskSizeGB: 200, keep: true }],
  },
  natGateway: {
    ...prod,
    instanceType: 'c.s2.large',
    image: 'CentOS 7.2 64位 NatGateway',
    net: 'infra',
    team: 'infra',
    description: 'Local system disk: stop it before making an image',
    publicMbps: 100,
  },
  metal: {
    env: 'dev',
    instanceType: 'g.n2.metal',
    image: 'CentOS 7.6 64位',
    net: 'infra',
    team: 'perf',
    description: 'Bare metal: no VNC, no resize',
    key: 'liwei-laptop',
  },
  node: {
    ...prod,
    instanceType: 'g.n4.4xlarge',
    image: 'CentOS 7.6 64位',
    net: 'apps',
    team: 'platform',
    description: 'Kubernetes node',
    data: [{ diskType: 'ssd.gp1', diskSizeGB: 200 }],
  },
  web: {
    ...prod,
    instanceType: 'g.n4.large',
    image: 'CentOS 7.6 64位',
    net: 'apps',
    team: 'web',
    publicMbps: 10,
    group: 'web',
  },
  staging: {
    env: 'staging',
    instanceType: 't.g2.large',
    image: 'Ubuntu 20.04 64位',
    net: 'staging',
    team: 'web',
    description: 'Behind the <canary> & "beta" flags',
  },
  old: {
    env: 'prod',
    instanceType: 'g.n2.large',
    image: 'CentOS 6.9 64位',
    net: 'infra',
    team: 'office',
    key: 'legacy-2023',
    description: 'End of life, see OPS-2291',
  },
  dev: {
    env: 'dev',
    instanceType: 'g.s2.large',
    image: 'Ubuntu 18.04 64位',
    net: 'staging',
    team: 'web',
    key: 'liwei-laptop',
  },
} as const satisfies Record<string, Shape>;

export interface Member {
  name: string;
  shape: keyof typeof shapes;
  /** Last letter of its zone. */
  zone: 'a' | 'b' | 'c';
  status?: InstanceStatus;
  /** `overdue` and `arrear` are stopped by the service. */
  charge?: 'overdue' | 'arrear';
  /** Stopped without charge: its machine was given back. */
  released?: true;
  instanceType?: string;
}

const member = (
  name: string,
  shape: Member['shape'],
  zone: Member['zone'],
  rest: Omit<Member, 'name' | 'shape' | 'zone'> = {},
): Member => ({ name, shape, zone, ...rest });

/** The machines every main region begins with, as far as it is asked to have so many. */
export const notables: readonly Member[] = [
  member('order-api-01', 'orderApi', 'a'),
  member('order-api-02', 'orderApi', 'a'),
  member('order-api-03', 'orderApi', 'b'),
  member('order-worker-01', 'orderWorker', 'a', { status: 'rebooting' }),
  member('order-worker-02', 'orderWorker', 'b'),
  member('pay-gateway-01', 'payGateway', 'a'),
  member('pay-gateway-02', 'payGateway', 'b'),
  member('pg-main-primary', 'postgres', 'a'),
  member('pg-main-replica-1', 'postgres', 'b'),
  member('kafka-broker-01', 'kafka', 'a'),
  member('kafka-broker-02', 'kafka', 'b'),
  member('search-es-data-03', 'elastic', 'b', { status: 'error' }),
  member('recommendation-feature-store-offline-builder-01', 'feature', 'a'),
  member('batch-etl-07', 'batch', 'a', { status: 'stopped' }),
  member('gpu-train-v100-01', 'gpu', 'a', { status: 'stopping' }),
  member('legacy-erp', 'erp', 'a', { status: 'stopped', charge: 'overdue' }),
  member('win-build-02', 'windowsBuild', 'b'),
  member('gitlab-runner-04', 'runner', 'b', { status: 'pending' }),
  member('bastion-bj', 'bastion', 'a'),
  member('grafana', 'monitoring', 'a'),
  member('staging-web-01', 'staging', 'a'),
  member('staging-web-02', 'staging', 'b'),
  member('redis-cache-01', 'redis', 'a'),
  member('redis-cache-02', 'redis', 'b'),
  member('search-es-data-01', 'elastic', 'a'),
  member('search-es-data-02', 'elastic', 'c'),
  member('k8s-node-01', 'node', 'a'),
  member('k8s-node-02', 'node', 'b'),
  member('k8s-node-03', 'node', 'c'),
  member('nat-gw-01', 'natGateway', 'a'),
  member('web-front-01', 'web', 'a'),
  member('web-front-02', 'web', 'b'),
  member('web-front-03', 'web', 'c'),
  member('mysql-report-01', 'old', 'b', { status: 'stopped', charge: 'arrear' }),
  member('perf-metal-01', 'metal', 'a'),
  member('batch-etl-08', 'batch', 'b', { status: 'stopped', released: true }),
  // Sold out while it was off: it cannot be started.
  member('gpu-train-v100x4-01', 'gpu', 'b', {
    status: 'stopped',
    released: true,
    instanceType: 'p.n1v100.10xlarge',
  }),
  member('gitlab-runner-01', 'runner', 'a'),
  member('gitlab-runner-02', 'runner', 'b'),
  member('测试机-张伟', 'dev', 'a', { status: 'stopped' }),
  member('dev-liwei', 'dev', 'b'),
  member('billing-cron', 'old', 'a'),
];

/** Applications that fill up the rest of a fleet, in turn. */
export const fillers: readonly { base: string; shape: Member['shape'] }[] = [
  { base: 'web-front', shape: 'web' },
  { base: 'order-api', shape: 'orderApi' },
  { base: 'k8s-node', shape: 'node' },
  { base: 'user-api', shape: 'orderWorker' },
  { base: 'redis-cache', shape: 'redis' },
  { base: 'search-es-data', shape: 'elastic' },
  { base: 'batch-etl', shape: 'batch' },
  { base: 'staging-web', shape: 'staging' },
  { base: 'mq-consumer', shape: 'orderWorker' },
  { base: 'feature-store', shape: 'feature' },
  { base: 'gitlab-runner', shape: 'runner' },
  { base: 'dev', shape: 'dev' },
];
