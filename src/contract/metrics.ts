import * as z from 'zod/mini';
import { filtersOf, metricId, model, regionId, TagFilter } from './common.ts';
import { type FilterTable, read } from './operation.ts';

const MetricTag = model({
  tagKey: z.optional(z.string()),
  tagValue: z.optional(z.string()),
});

const ChartDimension = model({
  /** Group code */
  dimension: z.optional(z.string()),
  dimensionName: z.optional(z.string()),
  tags: z.optional(z.unknown()),
});

const DataPoint = model({
  /** Epoch milliseconds (as read by public clients) */
  timestamp: z.optional(z.number()),
  /** Untyped; null = no sample */
  value: z.optional(z.unknown()),
});

interface GroupNode {
  childs?: GroupNode[] | undefined;
  groupCode?: string | undefined;
  parent?: string | undefined;
}
const GroupNode: z.ZodMiniType<GroupNode> = z.lazy(() =>
  model({
    childs: z.optional(z.array(GroupNode)),
    groupCode: z.optional(z.string()),
    parent: z.optional(z.string()),
  }),
);

const GroupTree = model({
  childs: z.optional(z.array(GroupNode)),
  serviceCode: z.optional(z.string()),
});

const LastDownsampleRespItem = model({
  metric: z.optional(z.string()),
  name: z.optional(z.string()),
  /** Untyped */
  tags: z.optional(z.unknown()),
  unit: z.optional(z.string()),
  /** Untyped */
  value: z.optional(z.unknown()),
});

export const Metric = model({
  id: z.optional(z.number()),
  serviceCode: z.optional(z.string()),
  metricIndex: z.optional(z.number()),
  metricID: z.optional(z.string()),
  metricNameCH: z.optional(z.string()),
  metricNameEN: z.optional(z.string()),
  valueType: z.optional(z.string()),
  downsampleAgg: z.optional(z.string()),
  groupAgg: z.optional(z.string()),
  isRate: z.optional(z.number()),
  isSumRate: z.optional(z.number()),
  defaultDownsample: z.optional(z.string()),
  upUnit: z.optional(z.string()),
  monitorUnitCH: z.optional(z.string()),
  monitorUnitEN: z.optional(z.string()),
  alarmUnitCH: z.optional(z.string()),
  alarmUnitEN: z.optional(z.string()),
  unitConvertFrom: z.optional(z.number()),
  unitConvertTo: z.optional(z.number()),
  isShow: z.optional(z.number()),
  isEnable: z.optional(z.number()),
  defaultTagName: z.optional(z.string()),
  defaultTagValue: z.optional(z.string()),
  tags: z.optional(z.string()),
  isAlarm: z.optional(z.number()),
  newNet: z.optional(z.number()),
  timeInterval: z.optional(z.number()),
  serviceCodes: z.optional(z.array(z.string())),
  groupIds: z.optional(z.array(z.number())),
  groupCodes: z.optional(z.string()),
  column: z.optional(z.string()),
  dir: z.optional(z.string()),
  number: z.optional(z.number()),
  size: z.optional(z.number()),
});
export type Metric = z.infer<typeof Metric>;

export const MetricData = model({
  data: z.optional(z.array(DataPoint)),
  metric: z.optional(Metric),
  tags: z.optional(z.array(MetricTag)),
});
export type MetricData = z.infer<typeof MetricData>;

const MetricDetail = model({
  /** E.g. bit/s, %, k */
  calculateUnit: z.optional(z.string()),
  dimension: z.optional(z.string()),
  /** Sampling interval */
  downSample: z.optional(z.string()),
  /** Metric id */
  metric: z.optional(z.string()),
  metricName: z.optional(z.string()),
  serviceCode: z.optional(z.string()),
});

const ServiceInfoV2 = model({
  dimensions: z.optional(z.array(ChartDimension)),
  groupTree: z.optional(GroupTree),
  serviceCode: z.optional(z.string()),
  serviceName: z.optional(z.string()),
});

/** Metrics of the service `vm`. The ids come from a public client; the vendor documents no list of them. */
const vmMetricIds = [
  'cpu_util',
  'memory.usage',
  'vm.disk.dev.used',
  'vm.disk.dev.bytes.read',
  'vm.disk.dev.bytes.write',
  'vm.disk.dev.io.read',
  'vm.disk.dev.io.write',
  'vm.network.dev.bytes.in',
  'vm.network.dev.bytes.out',
] as const;
export type VmMetricId = (typeof vmMetricIds)[number];

/**
 * - Start and end snap down to 10 s
 */
export const describeMetricData = read({
  name: 'describeMetricData',
  service: 'monitor',
  method: 'GET',
  path: '/v2/regions/{regionId}/metrics/{metric}/metricData',
  input: z.strictObject({
    regionId,
    /** Metric id, e.g. cpu_util */
    metric: metricId,
    /** Across series of one resource */
    aggrType: z.optional(z.enum(['sum', 'avg', 'min', 'max'])),
    /** Across time inside one period */
    downSampleType: z.optional(z.enum(['sum', 'avg', 'last', 'min', 'max'])),
    /** YYYY-MM-DDTHH:mm:ss+0800; not in the future, not older than 30 days; '+' must travel as %2B; default endTime - timeInterval */
    startTime: z.optional(z.string()),
    /** Same format; default now; a future value is clamped to now; not older than 30 days */
    endTime: z.optional(z.string()),
    /** Unneeded when both times are given; default "1h" */
    timeInterval: z.optional(z.enum(['1h', '6h', '12h', '1d', '3d', '7d', '14d'])),
    tags: z.optional(z.array(TagFilter)),
    /** Group the result by tags */
    groupBy: z.optional(z.boolean()),
    /** Rate of a cumulative metric; default false */
    rate: z.optional(z.boolean()),
    /** Vm for instances */
    serviceCode: z.optional(z.string()),
    dimension: z.optional(z.string()),
    /** Instance id */
    resourceId: z.string(),
  }),
  output: model({
    metricDatas: z.optional(z.array(MetricData)),
  }),
});

/**
 * - No region in the path; signing region see README
 */
export const describeMetrics = read({
  name: 'describeMetrics',
  service: 'monitor',
  method: 'GET',
  path: '/v2/metrics',
  input: z.strictObject({
    /** Vm for instances; list from describeServices */
    serviceCode: z.string(),
    dimension: z.optional(z.string()),
    /** 0 shown in console, 1 internal, 2 all; default 0 */
    type: z.optional(z.union([z.literal(0), z.literal(1), z.literal(2)])),
  }),
  output: model({
    metrics: z.optional(z.array(MetricDetail)),
  }),
});

/** What `describeServices` may be filtered by, and how a value is compared. */
export const servicesFilters = {
  /** How it matches is not documented */
  serviceCodes: 'exact',
} as const satisfies FilterTable;

/**
 * - No region in the path; signing region see README
 */
export const describeServices = read({
  name: 'describeServices',
  service: 'monitor',
  method: 'GET',
  path: '/v2/services',
  input: z.strictObject({
    filters: z.optional(filtersOf(servicesFilters)),
    /** 0 all, 1 resource monitoring, 2 other; ignored with a serviceCodes filter; default 1 */
    productType: z.optional(z.union([z.literal(0), z.literal(1), z.literal(2)])),
  }),
  output: model({
    services: z.optional(z.array(ServiceInfoV2)),
  }),
  filters: servicesFilters,
});

export const describeTagValues = read({
  name: 'describeTagValues',
  service: 'monitor',
  method: 'GET',
  path: '/v2/regions/{regionId}/tagValues/{tagKey}',
  input: z.strictObject({
    regionId,
    tagKey: metricId,
    serviceCode: z.string(),
    resourceId: z.string(),
    metric: z.optional(z.string()),
    /** As in describeMetricData; default one hour ago */
    startTime: z.optional(z.string()),
    /** As in describeMetricData; default now */
    endTime: z.optional(z.string()),
    /** Default "1h" */
    timeInterval: z.optional(z.enum(['1h', '6h', '12h', '1d', '3d', '7d', '14d'])),
    tags: z.optional(z.array(TagFilter)),
  }),
  output: model({
    tagValues: z.optional(z.array(z.string())),
  }),
});

/**
 * - One point per series
 * - Values are raw, no unit conversion
 */
export const lastDownsample = read({
  name: 'lastDownsample',
  service: 'monitor',
  method: 'GET',
  path: '/v2/regions/{regionId}/metrics/{metric}/lastDownsample',
  input: z.strictObject({
    regionId,
    /** Metric id */
    metric: metricId,
    /** Vm for instances */
    serviceCode: z.string(),
    dimension: z.optional(z.string()),
    /** Several ids joined with | */
    resourceId: z.string(),
    tags: z.optional(z.array(TagFilter)),
    /** YYYY-MM-DDTHH:mm:ss+0800; older than 30 days is reset to 30 days; '+' must travel as %2B */
    startTime: z.optional(z.string()),
    /** Same format; absent = from startTime and timeInterval */
    endTime: z.optional(z.string()),
    /** Number + m/h/d, e.g. 1m, 1h, 1d; up to 30 days */
    timeInterval: z.optional(z.string()),
    /** Max, avg, min ..: across series */
    aggrType: z.optional(z.string()),
    /** Last, max, min, avg: within one series; default "last" */
    downAggrType: z.optional(z.string()),
    /** Number + s/m/h/d; shifts the whole window back */
    timeOffset: z.optional(z.string()),
  }),
  output: model({
    items: z.optional(z.array(LastDownsampleRespItem)),
  }),
});
