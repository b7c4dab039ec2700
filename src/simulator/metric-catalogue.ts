import type { VmMetricId } from '../contract/metrics.ts';

/** One metric of the service `vm`, as `describeMetrics` lists it and its series are drawn. */
export interface MetricFacts {
  id: VmMetricId;
  zh: string;
  en: string;
  unit: '%' | 'Bps' | 'IOPS';
  /** What has a series of its own. */
  per: 'instance' | 'disk' | 'interface';
  /** Values wander between these; `high` is per vCPU where the size of the machine matters. */
  low: number;
  high: number;
  /** How much of it shows the day's rhythm, 0-1. */
  daily: number;
}

/**
 * The metric ids come from a public client. Units of the byte metrics are not documented: ours are bytes per second.
 */
export const vmMetrics: readonly MetricFacts[] = [
  {
    id: 'cpu_util',
    zh: 'CPU使用率',
    en: 'CPU usage',
    unit: '%',
    per: 'instance',
    low: 2,
    high: 78,
    daily: 0.5,
  },
  {
    id: 'memory.usage',
    zh: '内存使用率',
    en: 'Memory usage',
    unit: '%',
    per: 'instance',
    low: 24,
    high: 88,
    daily: 0.1,
  },
  {
    id: 'vm.disk.dev.used',
    zh: '磁盘使用率',
    en: 'Disk usage',
    unit: '%',
    per: 'disk',
    low: 12,
    high: 74,
    daily: 0.02,
  },
  {
    id: 'vm.disk.dev.bytes.read',
    zh: '磁盘读吞吐量',
    en: 'Disk read bytes',
    unit: 'Bps',
    per: 'disk',
    low: 4e3,
    high: 6e6,
    daily: 0.4,
  },
  {
    id: 'vm.disk.dev.bytes.write',
    zh: '磁盘写吞吐量',
    en: 'Disk write bytes',
    unit: 'Bps',
    per: 'disk',
    low: 2e4,
    high: 9e6,
    daily: 0.4,
  },
  {
    id: 'vm.disk.dev.io.read',
    zh: '磁盘读IOPS',
    en: 'Disk reads',
    unit: 'IOPS',
    per: 'disk',
    low: 1,
    high: 260,
    daily: 0.4,
  },
  {
    id: 'vm.disk.dev.io.write',
    zh: '磁盘写IOPS',
    en: 'Disk writes',
    unit: 'IOPS',
    per: 'disk',
    low: 3,
    high: 340,
    daily: 0.4,
  },
  {
    id: 'vm.network.dev.bytes.in',
    zh: '网络流入',
    en: 'Network in',
    unit: 'Bps',
    per: 'interface',
    low: 2e3,
    high: 2.4e6,
    daily: 0.7,
  },
  {
    id: 'vm.network.dev.bytes.out',
    zh: '网络流出',
    en: 'Network out',
    unit: 'Bps',
    per: 'interface',
    low: 3e3,
    high: 3.8e6,
    daily: 0.7,
  },
];

/** The services one may ask about; only `vm` has metrics here. */
export const monitoredServices = [
  { serviceCode: 'vm', serviceName: '云主机', dimension: 'instance', dimensionName: '云主机' },
  { serviceCode: 'disk', serviceName: '云硬盘', dimension: 'disk', dimensionName: '云硬盘' },
  { serviceCode: 'ip', serviceName: '弹性公网IP', dimension: 'ip', dimensionName: '公网IP' },
] as const;
