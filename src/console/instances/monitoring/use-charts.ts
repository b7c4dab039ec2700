import { useQueries } from '@tanstack/react-query';
import { useCall } from '../../api/context.tsx';
import { type Chart, type RangeName, ranges, type Series, seriesOptions, topOf } from './charts.ts';
import { type Measure, measureFor } from './measure.ts';

/** A chart with what is known of it. */
export interface ChartData {
  chart: Chart;
  /** In the order of the chart's metrics; a line that is not there yet has no points. */
  series: Series[];
  measure: Measure;
  /** Of its scale, in raw values. */
  top: number;
  /** Nothing has come yet. */
  waiting: boolean;
  /** Why there is nothing. */
  error: Error | null;
}

interface Charts {
  charts: ChartData[];
  from: number;
  to: number;
  /** When the oldest of it was read, in milliseconds since 1970; 0 before the first answer. */
  fetchedAt: number;
  fetching: boolean;
  /** The last refresh of something that is on screen failed. */
  stale: boolean;
  /** What keeps everything from being shown. */
  error: Error | null;
  failures: number;
  refresh: () => void;
}

/** Reads the lines of some charts, and again every so often while somebody looks. */
export function useCharts(
  wanted: readonly Chart[],
  regionId: string,
  instanceId: string,
  range: RangeName,
): Charts {
  const call = useCall();
  const keys = wanted.flatMap((chart) => chart.metrics.map((metric) => ({ chart, metric })));
  const queries = useQueries({
    queries: keys.map(({ chart, metric }) =>
      seriesOptions(call, regionId, instanceId, range, { metric, across: chart.across }),
    ),
  });
  const answers = queries.map((query, at) => ({ ...query, ...keys[at] }));
  const known = queries.filter(({ data }) => data !== undefined);
  // The cloud's clock counts where it is ahead of the browser's.
  const latest = queries.flatMap(({ data }) => data?.points.at(-1)?.at ?? []);
  const fetchedAt = Math.min(...known.map(({ dataUpdatedAt }) => dataUpdatedAt));
  const to = Math.max(known.length > 0 ? fetchedAt : Date.now(), ...latest);
  return {
    charts: wanted.map((chart) => {
      const own = answers.filter((answer) => answer.chart === chart);
      const series = own.map(({ data }) => data ?? { points: [], unit: '' });
      const largest = Math.max(0, ...series.flatMap(({ points }) => points.map((p) => p.value)));
      const unit = series.find((one) => one.unit !== '')?.unit ?? '';
      const measure = measureFor(unit, largest, chart.reading);
      return {
        chart,
        series,
        measure,
        top: topOf(series, measure.divisor),
        waiting: own.some(({ isPending }) => isPending),
        error: own.find(({ data, error }) => error && !data)?.error ?? null,
      };
    }),
    from: to - ranges[range].milliseconds,
    to,
    fetchedAt: known.length > 0 ? fetchedAt : 0,
    fetching: queries.some(({ isFetching }) => isFetching),
    stale: queries.some(({ isRefetchError }) => isRefetchError),
    error: known.length === 0 ? (queries.find(({ error }) => error)?.error ?? null) : null,
    failures: Math.max(...queries.map(({ errorUpdateCount }) => errorUpdateCount)),
    refresh: () => {
      for (const query of queries) void query.refetch();
    },
  };
}
