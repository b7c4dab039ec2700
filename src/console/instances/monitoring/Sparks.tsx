import { Link } from 'react-router';
import type { Instance } from '../../../contract/instances.ts';
import { draw, periodOf, plotHeight, plotWidth } from '../../kit/chart/scale.ts';
import { paths } from '../../paths.ts';
import { charts } from './charts.ts';
import { amount } from './measure.ts';
import classes from './Sparks.module.css';
import { type ChartData, useCharts } from './use-charts.ts';
import { monitoringWords } from './words.ts';
import { useWords } from '../../words/language.tsx';

/** Four that tell at a glance how a machine is doing. */
const glance = charts.filter(({ id }) => ['cpu', 'memory', 'network', 'iops'].includes(id));

interface SparksProps {
  instance: Instance;
  region: string;
}

/** The last hour of an instance, small; the way to all of it. */
export function Sparks({ instance, region }: SparksProps) {
  const say = monitoringWords.useWords();
  const { instanceId } = instance;
  const { charts: all, from, to } = useCharts(glance, region, instanceId, '1h');
  return (
    <Link
      className={classes.sparks}
      to={paths.instanceTab(region, instanceId, 'monitoring')}
      title={say.open}
    >
      <span className="visually-hidden">{say.open}</span>
      {all.map((data) => (
        <Spark key={data.chart.id} data={data} from={from} to={to} />
      ))}
    </Link>
  );
}

function Spark({ data, from, to }: { data: ChartData; from: number; to: number }) {
  const say = monitoringWords.useWords();
  const { kit } = useWords();
  const { chart, series, measure, top } = data;
  const latest = series.map(({ points }) => points.at(-1)?.value);
  const known = latest.filter((value) => value !== undefined);
  // What goes in and what goes out are one load on the machine.
  const sum = known.reduce((total, value) => total + value, 0);
  const two = kit.together(chart.metrics.map((metric) => say.lines[metric]));
  return (
    <span className={classes.spark}>
      <span className={classes.head}>
        <span>{say.charts[chart.id]}</span>
        <span className={classes.quiet}>{chart.metrics.length > 1 ? two : say.lastHour}</span>
      </span>
      <span className={classes.number}>
        {known.length > 0 ? amount(sum, measure) : '–'}
        {known.length > 0 && <span className={classes.unit}>{measure.unit}</span>}
      </span>
      <svg
        className={classes.plot}
        viewBox={`0 0 ${plotWidth} ${plotHeight}`}
        preserveAspectRatio="none"
        aria-hidden="true"
      >
        {series.map(({ points }, place) => {
          const { line, area } = draw(points, { from, to, top }, 1.9 * periodOf(points));
          return (
            <g key={chart.metrics[place]}>
              {place === 0 && <path d={area} className={classes.area} />}
              <path d={line} className={classes.line} data-place={place} />
            </g>
          );
        })}
      </svg>
    </span>
  );
}
