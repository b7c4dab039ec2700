import * as z from 'zod';
import { filtersOf, metricId, model, regionId, TagFilter } from './common.ts';
import { type FilterTable, read } from './operation.ts';

export const MetricTag = model({
  tagKey: z.string().optional(),
  tagValue: z.string().optional(),
});
export type MetricTag = z.infer<typeof MetricTag>;

export const ChartDimension = model({
  /** Group code */
  dimension: z.string().optional(),
  dimensionName: z.string().optional(),
  tags: z.unknown().optional(),
});
export type ChartDimension = z.infer<typeof ChartDimension>;

export const DataPoint = model({
  /** Epoch milliseconds (as read by public clients) */
  timestamp: z.number().optional(),
  /** Untyped; null = no sample */
  value: z.unknown().optional(),
});
export type DataPoint = z.infer<typeof DataPoint>;

export interface GroupNode {
  childs?: GroupNode[] | undefined;
  groupCode?: string | undefined;
  parent?: string | undefined;
}
export const GroupNode: z.ZodType<GroupNode> = z.lazy(() =>
  model({
    childs: z.array(GroupNode).optional(),
    groupCode: z.string().optional(),
    parent: z.string().optional(),
  }),
);

export const GroupTree = model({
  childs: z.array(GroupNode).optional(),
  serviceCode: z.string().optional(),
});
export type GroupTree = z.infer<typeof GroupTree>;

export const LastDownsampleRespItem = model({
  metric: z.string().optional(),
  name: z.string().optional(),
  /** Untyped */
  tags: z.unknown().optional(),
  unit: z.string().optional(),
  /** Untyped */
  value: z.unknown().optional(),
});
export type LastDownsampleRespItem = z.infer<typeof LastDownsampleRespItem>;

export const Metric = model({
  id: z.number().optional(),
  serviceCode: z.string().optional(),
  metricIndex: z.number().optional(),
  metricID: z.string().optional(),
  metricNameCH: z.string().optional(),
  metricNameEN: z.string().optional(),
  valueType: z.string().optional(),
  downsampleAgg: z.string().optional(),
  groupAgg: z.string().optional(),
  isRate: z.number().optional(),
  isSumRate: z.number().optional(),
  defaultDownsample: z.string().optional(),
  upUnit: z.string().optional(),
  monitorUnitCH: z.string().optional(),
  monitorUnitEN: z.string().optional(),
  alarmUnitCH: z.string().optional(),
  alarmUnitEN: z.string().optional(),
  unitConvertFrom: z.number().optional(),
  unitConvertTo: z.number().optional(),
  isShow: z.number().optional(),
  isEnable: z.number().optional(),
  defaultTagName: z.string().optional(),
  defaultTagValue: z.string().optional(),
  tags: z.string().optional(),
  isAlarm: z.number().optional(),
  newNet: z.number().optional(),
  timeInterval: z.number().optional(),
  serviceCodes: z.array(z.string()).optional(),
  groupIds: z.array(z.number()).optional(),
  groupCodes: z.string().optional(),
  column: z.string().optional(),
  dir: z.string().optional(),
  number: z.number().optional(),
  size: z.number().optional(),
});
export type Metric = z.infer<typeof Metric>;

export const MetricData = model({
  data: z.array(DataPoint).optional(),
  metric: Metric.optional(),
  tags: z.array(MetricTag).optional(),
});
export type MetricData = z.infer<typeof MetricData>;

export const MetricDetail = model({
  /** E.g. bit/s, %, k */
  calculateUnit: z.string().optional(),
  dimension: z.string().optional(),
  /** Sampling interval */
  downSample: z.string().optional(),
  /** Metric id */
  metric: z.string().optional(),
  metricName: z.string().optional(),
  serviceCode: z.string().optional(),
});
export type MetricDetail = z.infer<typeof MetricDetail>;

export const ServiceInfoV2 = model({
  dimensions: z.array(ChartDimension).optional(),
  groupTree: GroupTree.optional(),
  serviceCode: z.string().optional(),
  serviceName: z.string().optional(),
});
export type ServiceInfoV2 = z.infer<typeof ServiceInfoV2>;

/**
 * - Start and end snap down to 10 s
 */
export const describeMetricData = read({
  name: 'describeMetricData',
  service: 'monitor',
  method: 'GET',
  path: '/v2/regions/{regionId}/metrics/{metric}/metricData',
  input: z.strictObject({
    regionId: regionId,
    /** Metric id, e.g. cpu_util */
    metric: metricId,
    /** Across series of one resource */
    aggrType: z.enum(['sum', 'avg', 'min', 'max']).optional(),
    /** Across time inside one period */
    downSampleType: z.enum(['sum', 'avg', 'last', 'min', 'max']).optional(),
    /** YYYY-MM-DDTHH:mm:ss+0800; not in the future, not older than 30 days; '+' must travel as %2B; default endTime - timeInterval */
    startTime: z.string().optional(),
    /** Same format; default now; a future value is clamped to now; not older than 30 days */
    endTime: z.string().optional(),
    /** Unneeded when both times are given; default "1h" */
    timeInterval: z.enum(['1h', '6h', '12h', '1d', '3d', '7d', '14d']).optional(),
    tags: z.array(TagFilter).optional(),
    /** Group the result by tags */
    groupBy: z.boolean().optional(),
    /** Rate of a cumulative metric; default false */
    rate: z.boolean().optional(),
    /** Vm for instances */
    serviceCode: z.string().optional(),
    dimension: z.string().optional(),
    /** Instance id */
    resourceId: z.string(),
  }),
  output: model({
    metricDatas: z.array(MetricData).optional(),
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
    dimension: z.string().optional(),
    /** 0 shown in console, 1 internal, 2 all; default 0 */
    type: z.union([z.literal(0), z.literal(1), z.literal(2)]).optional(),
  }),
  output: model({
    metrics: z.array(MetricDetail).optional(),
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
    filters: filtersOf(servicesFilters).optional(),
    /** 0 all, 1 resource monitoring, 2 other; ignored with a serviceCodes filter; default 1 */
    productType: z.union([z.literal(0), z.literal(1), z.literal(2)]).optional(),
  }),
  output: model({
    services: z.array(ServiceInfoV2).optional(),
  }),
  filters: servicesFilters,
});

export const describeTagValues = read({
  name: 'describeTagValues',
  service: 'monitor',
  method: 'GET',
  path: '/v2/regions/{regionId}/tagValues/{tagKey}',
  input: z.strictObject({
    regionId: regionId,
    tagKey: metricId,
    serviceCode: z.string(),
    resourceId: z.string(),
    metric: z.string().optional(),
    /** As in describeMetricData; default one hour ago */
    startTime: z.string().optional(),
    /** As in describeMetricData; default now */
    endTime: z.string().optional(),
    /** Default "1h" */
    timeInterval: z.enum(['1h', '6h', '12h', '1d', '3d', '7d', '14d']).optional(),
    tags: z.array(TagFilter).optional(),
  }),
  output: model({
    tagValues: z.array(z.string()).optional(),
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
    regionId: regionId,
    /** Metric id */
    metric: metricId,
    /** Vm for instances */
    serviceCode: z.string(),
    dimension: z.string().optional(),
    /** Several ids joined with | */
    resourceId: z.string(),
    tags: z.array(TagFilter).optional(),
    /** YYYY-MM-DDTHH:mm:ss+0800; older than 30 days is reset to 30 days; '+' must travel as %2B */
    startTime: z.string().optional(),
    /** Same format; absent = from startTime and timeInterval */
    endTime: z.string().optional(),
    /** Number + m/h/d, e.g. 1m, 1h, 1d; up to 30 days */
    timeInterval: z.string().optional(),
    /** Max, avg, min ..: across series */
    aggrType: z.string().optional(),
    /** Last, max, min, avg: within one series; default "last" */
    downAggrType: z.string().optional(),
    /** Number + s/m/h/d; shifts the whole window back */
    timeOffset: z.string().optional(),
  }),
  output: model({
    items: z.array(LastDownsampleRespItem).optional(),
  }),
});
