import type { TagFilter } from '../contract/common.ts';
import { refusal } from '../contract/errors.ts';
import { type Metric, servicesFilters } from '../contract/metrics.ts';
import { passing } from './filters.ts';
import { type HandlersOf, refuse } from './handlers.ts';
import { type MetricFacts, monitoredServices, vmMetrics } from './metric-catalogue.ts';
import { aggregate, type Aggregation, periodFor, type Series, seriesOf } from './metric-series.ts';
import { lengthOf, spanOf } from './metric-times.ts';
import type { RegionWorld } from './world.ts';

/** The tag that tells the disks and interfaces of one machine apart. */
const deviceTag = 'devName';

export const metricHandlers: HandlersOf<
  | 'describeMetricData'
  | 'describeMetrics'
  | 'describeServices'
  | 'describeTagValues'
  | 'lastDownsample'
> = {
  describeServices(_, { filters, productType = 1 }) {
    const passes = passing(
      servicesFilters,
      filters,
      ({ serviceCode }: (typeof monitoredServices)[number]) => [serviceCode],
    );
    // 2 asks for what is no resource, of which there is nothing here; a filter by code makes it not count.
    const listed = filters?.length || productType !== 2 ? monitoredServices.filter(passes) : [];
    return {
      services: listed.map(({ serviceCode, serviceName, dimension, dimensionName }) => ({
        serviceCode,
        serviceName,
        dimensions: [{ dimension, dimensionName }],
        groupTree: { serviceCode, childs: [{ groupCode: dimension, parent: serviceCode }] },
      })),
    };
  },

  describeMetrics(_, { serviceCode, type = 0 }) {
    // 1 asks for internal metrics alone.
    const listed = serviceCode === 'vm' && type !== 1 ? vmMetrics : [];
    return {
      metrics: listed.map(({ id, zh, unit }) => ({
        metric: id,
        metricName: zh,
        serviceCode,
        dimension: 'instance',
        calculateUnit: unit,
        downSample: '1m',
      })),
    };
  },

  describeMetricData({ world, region }, input) {
    const metric = metricNamed(input.metric);
    const { start, end } = spanOf(input, world.scheduler.now());
    const period = periodFor(end - start);
    const within = input.downSampleType ?? 'avg';
    const lines = linesOf(region, metric, input).map(({ device, at }) => ({
      device,
      points: downsampled(at, start, end, period, within),
    }));
    const groups =
      input.groupBy === true ? lines.map((line) => [line]) : lines.length > 0 ? [lines] : [];
    return {
      metricDatas: groups.map((group) => ({
        metric: metricView(metric),
        tags: tagsOf(input.resourceId, group.length === 1 ? group[0]?.device : ''),
        data: merged(group, start, period, input.aggrType ?? acrossDevices(metric)),
      })),
    };
  },

  lastDownsample({ world, region }, input) {
    const metric = metricNamed(input.metric);
    const offset = input.timeOffset === undefined ? 0 : lengthOf(input.timeOffset, 'TimeOffset');
    const span = spanOf({ timeInterval: '1m', ...input }, world.scheduler.now(), 'reset');
    const within = aggregationNamed(input.downAggrType ?? 'last', 'DownAggrType');
    const across = aggregationNamed(input.aggrType ?? acrossDevices(metric), 'AggrType');
    return {
      items: input.resourceId.split('|').flatMap((resourceId) => {
        const lines = linesOf(region, metric, { ...input, resourceId });
        const values = lines.flatMap(({ at }) => {
          const [start, end] = [span.start - offset, span.end - offset];
          return downsampled(at, start, end, end - start || 10_000, within).at(-1) ?? [];
        });
        const value = aggregate(values, across);
        if (value === undefined) return [];
        const tags = { resourceId, serviceCode: 'vm' };
        return { metric: metric.id, name: metric.zh, unit: metric.unit, tags, value };
      }),
    };
  },

  describeTagValues({ world, region }, input) {
    spanOf(input, world.scheduler.now());
    const metric = input.metric === undefined ? undefined : metricNamed(input.metric);
    const metrics = metric ? [metric] : vmMetrics;
    const devices = metrics.flatMap((one) =>
      linesOf(region, one, input).map(({ device }) => device),
    );
    if (input.tagKey === 'resourceId')
      return { tagValues: devices.length > 0 ? [input.resourceId] : [] };
    const values = input.tagKey === deviceTag ? devices.filter((device) => device !== '') : [];
    return { tagValues: [...new Set(values)] };
  },
};

function metricNamed(id: string): MetricFacts {
  return (
    vmMetrics.find((metric) => metric.id === id) ??
    refuse(refusal('INVALID_ARGUMENT', `Metric '${id}' not found in service 'vm'`))
  );
}

/** The series of an instance that pass the tags. A machine that is not there, or not a machine, has none. */
function linesOf(
  region: RegionWorld,
  metric: MetricFacts,
  asked: {
    resourceId: string;
    serviceCode?: string | undefined;
    tags?: readonly TagFilter[] | undefined;
  },
): Series[] {
  const instance = region.instances.get(asked.resourceId);
  if (!instance || (asked.serviceCode ?? 'vm') !== 'vm') return [];
  return seriesOf(metric, instance).filter(({ device }) =>
    (asked.tags ?? []).every(({ key, values }) =>
      key === deviceTag ? values.includes(device) : true,
    ),
  );
}

/** One value per period, from a few moments in it. Periods before the machine was there hold nothing. */
function downsampled(
  at: Series['at'],
  start: number,
  end: number,
  period: number,
  how: Aggregation,
): (number | undefined)[] {
  const count = Math.max(1, Math.floor((end - start) / period));
  const moments = how === 'last' ? [1] : [0, 0.25, 0.5, 0.75];
  return Array.from({ length: count }, (_, index) =>
    aggregate(
      moments.flatMap((part) => at(start + (index + part) * period) ?? []),
      how,
    ),
  );
}

function merged(
  group: readonly { points: (number | undefined)[] }[],
  start: number,
  period: number,
  how: Aggregation,
): { timestamp: number; value: number }[] {
  return (group[0]?.points ?? []).flatMap((_, index) => {
    const value = aggregate(
      group.flatMap(({ points }) => points[index] ?? []),
      how,
    );
    return value === undefined ? [] : { timestamp: start + index * period, value };
  });
}

/** Traffic of several devices adds up; shares of them do not. */
const acrossDevices = ({ unit }: MetricFacts): Aggregation => (unit === '%' ? 'avg' : 'sum');

function aggregationNamed(name: string, parameter: string): Aggregation {
  switch (name) {
    case 'sum':
    case 'avg':
    case 'last':
    case 'min':
    case 'max':
      return name;
    default:
      return refuse(refusal('INVALID_ARGUMENT', `Parameter ${parameter} '${name}' invalid`));
  }
}

function metricView({ id, zh, en, unit }: MetricFacts): Metric {
  return {
    serviceCode: 'vm',
    metricID: id,
    metricNameCH: zh,
    metricNameEN: en,
    monitorUnitCH: unit,
    monitorUnitEN: unit,
    downsampleAgg: 'avg',
  };
}

function tagsOf(resourceId: string, device = '') {
  const tags = [{ tagKey: 'resourceId', tagValue: resourceId }];
  return device === '' ? tags : [...tags, { tagKey: deviceTag, tagValue: device }];
}
