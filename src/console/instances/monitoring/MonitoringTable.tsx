import { nearest } from '../../kit/chart/scale.ts';
import { DetailTable } from '../../kit/DetailTable.tsx';
import type { Chart } from './charts.ts';
import { quantity } from './measure.ts';
import type { ChartData } from './use-charts.ts';
import { monitoringWords } from './words.ts';

/** Those whose heads need more. All columns together fit a window of 1024 px. */
const wide: readonly Chart['id'][] = ['iops', 'throughput'];

interface MonitoringTableProps {
  charts: readonly ChartData[];
  sayMoment: (at: number) => string;
}

/** What the charts show in numbers, the latest first. */
export function MonitoringTable({ charts, sayMoment }: MonitoringTableProps) {
  const say = monitoringWords.useWords();
  const columns = charts.flatMap(({ chart, series, measure }) =>
    chart.metrics.map((metric, place) => ({
      metric,
      measure,
      width: wide.includes(chart.id) ? 103 : 80,
      label:
        chart.metrics.length === 1
          ? say.charts[chart.id]
          : `${say.charts[chart.id]}\n${say.lines[metric]}`,
      points: series[place]?.points ?? [],
    })),
  );
  const moments = new Set(columns.flatMap(({ points }) => points.map(({ at }) => at)));
  const waiting = charts.some((one) => one.waiting);
  return (
    <DetailTable
      title={say.title}
      empty={waiting ? say.loading : say.nothing}
      head={[
        { label: say.time, width: 104 },
        ...columns.map(({ label, width }) => ({ label, width, end: true })),
      ]}
    >
      {[...moments]
        .sort((a, b) => b - a)
        .map((at) => (
          <tr key={at}>
            <th scope="row">{sayMoment(at)}</th>
            {columns.map(({ metric, measure, points }) => {
              const point = points[nearest(points, at)];
              return (
                <td key={metric} data-end="true">
                  {point?.at === at ? quantity(point.value, measure) : '–'}
                </td>
              );
            })}
          </tr>
        ))}
    </DetailTable>
  );
}
