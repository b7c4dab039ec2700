import { queryOptions } from '@tanstack/react-query';
import { CloudError } from '../../../contract/envelope.ts';
import { describeMetricData, type MetricData, type VmMetricId } from '../../../contract/metrics.ts';
import type { InputOf } from '../../../contract/operation.ts';
import type { Call } from '../../api/client.ts';
import { niceTop, type Point } from '../../kit/chart/scale.ts';
import type { Words } from '../../words/en-US/monitoring.ts';
import type { Reading } from './measure.ts';

interface Range {
  milliseconds: number;
  /** How often new points are worth asking for, in milliseconds. */
  every: number;
  /** The word the cloud has for it. */
  interval?: InputOf<typeof describeMetricData>['timeInterval'];
}

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** What can be looked back at. The cloud keeps 30 days, and has no word for so long. */
export const ranges = {
  '1h': { milliseconds: hour, every: minute, interval: '1h' },
  '6h': { milliseconds: 6 * hour, every: minute, interval: '6h' },
  '24h': { milliseconds: day, every: 5 * minute, interval: '1d' },
  '7d': { milliseconds: 7 * day, every: 15 * minute, interval: '7d' },
  '30d': { milliseconds: 30 * day, every: hour },
} as const satisfies Record<string, Range>;
export type RangeName = keyof typeof ranges;

/** What the address says; anything else is the last hour. */
export function rangeNamed(name: string | null): RangeName {
  return Object.keys(ranges).find((one): one is RangeName => one === name) ?? '1h';
}

export interface Chart {
  id: keyof Words['charts'];
  /** One line each; the second is the lesser of two. */
  metrics: readonly VmMetricId[];
  reading: Reading;
  /** Of several disks or interfaces: their sum, unless it says otherwise. */
  across?: 'max';
}

export const charts: readonly Chart[] = [
  { id: 'cpu', metrics: ['cpu_util'], reading: 'plain' },
  { id: 'memory', metrics: ['memory.usage'], reading: 'plain' },
  {
    id: 'network',
    metrics: ['vm.network.dev.bytes.in', 'vm.network.dev.bytes.out'],
    reading: 'bits',
  },
  { id: 'iops', metrics: ['vm.disk.dev.io.read', 'vm.disk.dev.io.write'], reading: 'plain' },
  {
    id: 'throughput',
    metrics: ['vm.disk.dev.bytes.read', 'vm.disk.dev.bytes.write'],
    reading: 'plain',
  },
  { id: 'space', metrics: ['vm.disk.dev.used'], reading: 'plain', across: 'max' },
];

/** The line of one metric. */
export interface Series {
  points: Point[];
  /** As the cloud names it; empty when it does not. */
  unit: string;
}

/** A chart's line over a range, kept fresh while its page is looked at. */
export function seriesOptions(
  call: Call,
  regionId: string,
  resourceId: string,
  range: RangeName,
  { metric, across }: { metric: VmMetricId; across?: Chart['across'] },
) {
  const { every, milliseconds, ...rest }: Range = ranges[range];
  return queryOptions<Series>({
    queryKey: [describeMetricData.name, { regionId, resourceId, metric, range }],
    queryFn: async ({ signal }) => {
      const read = async (span: Partial<InputOf<typeof describeMetricData>>) => {
        const input = { regionId, resourceId, metric, serviceCode: 'vm', ...span };
        const aggregate = across && { aggrType: across };
        const { result } = await call(describeMetricData, { ...input, ...aggregate }, { signal });
        return seriesFrom(result.metricDatas);
      };
      if (rest.interval) return read({ timeInterval: rest.interval });
      const since = (grace: number) => ({
        startTime: cloudTime(Date.now() - milliseconds + grace),
      });
      try {
        return await read(since(hour));
      } catch (error) {
        // The cloud's clock decides what is too old, and it is ahead of this one: a day less is better than nothing.
        if (!(error instanceof CloudError) || error.status !== 'OUT_OF_RANGE') throw error;
        return read(since(day));
      }
    },
    refetchInterval: every,
    staleTime: every / 2,
  });
}

/** The first line of an answer. A moment without a sample holds null, a number may come as text. */
export function seriesFrom(datas: readonly MetricData[] = []): Series {
  const [first] = datas;
  const points = (first?.data ?? []).flatMap(({ timestamp, value }) => {
    const number = typeof value === 'string' && value !== '' ? Number(value) : value;
    return timestamp !== undefined && typeof number === 'number' && Number.isFinite(number)
      ? [{ at: timestamp, value: number }]
      : [];
  });
  points.sort((a, b) => a.at - b.at);
  return { points, unit: first?.metric?.monitorUnitEN ?? '' };
}

/** The top of a chart's scale, in raw values: a share has a natural end, and nothing is drawn against zero. */
export function topOf(series: readonly Series[], divisor: number): number {
  const largest = Math.max(0, ...series.flatMap(({ points }) => points.map(({ value }) => value)));
  const share = series.some(({ unit }) => unit === '%');
  return niceTop(largest / divisor, share ? 100 : Infinity) * divisor;
}

/** `2026-11-24T14:00:00+0800`, the only form the cloud documents. */
function cloudTime(at: number): string {
  const local = new Date(at + 8 * hour).toISOString().slice(0, 19);
  return `${local}+0800`;
}
