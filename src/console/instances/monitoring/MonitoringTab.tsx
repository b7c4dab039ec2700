import { useState } from 'react';
import { useSearchParams } from 'react-router';
import type { Instance } from '../../../contract/instances.ts';
import { ErrorPanel } from '../../kit/ErrorPanel.tsx';
import { Freshness } from '../../kit/Freshness.tsx';
import { Segments } from '../../kit/Segments.tsx';
import { useLanguage } from '../../words/language.tsx';
import { charts, rangeNamed, type RangeName, ranges } from './charts.ts';
import { MonitoringChart } from './MonitoringChart.tsx';
import classes from './MonitoringTab.module.css';
import { MonitoringTable } from './MonitoringTable.tsx';
import { useCharts } from './use-charts.ts';
import { monitoringWords } from './words.ts';

interface MonitoringProps {
  instance: Instance;
  region: string;
}

const views = ['charts', 'table'] as const;
type View = (typeof views)[number];

const day = 24 * 60 * 60_000;

/** What the cloud has measured on an instance: charts that share one crosshair, or the same as a table. */
export function MonitoringTab({ instance, region }: MonitoringProps) {
  const say = monitoringWords.useWords();
  const { language } = useLanguage();
  const [search, setSearch] = useSearchParams();
  const range = rangeNamed(search.get('range'));
  const view: View = search.get('view') === 'table' ? 'table' : 'charts';
  const data = useCharts(charts, region, instance.instanceId, range);
  const [at, setAt] = useState<number>();
  const set = (name: string, value: string) =>
    setSearch(
      (before) => {
        before.set(name, value);
        return before;
      },
      { replace: true },
    );
  const isLong = ranges[range].milliseconds > day;
  const sayMoment = (moment: number) =>
    new Date(moment).toLocaleString(language, {
      ...(isLong && { month: 'short', day: 'numeric' }),
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    });
  const sayTick = (moment: number) =>
    isLong
      ? new Date(moment).toLocaleDateString(language, { month: 'short', day: 'numeric' })
      : sayMoment(moment);
  return (
    <>
      <div className={classes.bar}>
        <Segments<RangeName>
          size="small"
          label={say.range}
          value={range}
          onChange={(value) => set('range', value)}
          choices={Object.entries(say.ranges).map(([name, label]) => ({
            value: rangeNamed(name),
            label,
          }))}
        />
        <Segments<View>
          size="small"
          label={say.view}
          value={view}
          onChange={(value) => set('view', value)}
          choices={views.map((value) => ({ value, label: say.views[value] }))}
        />
        <div className={classes.end}>
          {data.fetchedAt > 0 && (
            <Freshness
              at={data.fetchedAt}
              fetching={data.fetching}
              failed={data.stale}
              refresh={data.refresh}
            />
          )}
        </div>
      </div>
      {data.error ? (
        <ErrorPanel
          title={say.failed}
          error={data.error}
          region={region}
          failures={data.failures}
          retrying={data.fetching}
          onRetry={data.refresh}
        />
      ) : view === 'table' ? (
        <MonitoringTable charts={data.charts} sayMoment={sayMoment} />
      ) : (
        <div className={classes.charts}>
          {data.charts.map((one) => (
            <MonitoringChart
              key={one.chart.id}
              data={one}
              instance={instance}
              region={region}
              from={data.from}
              to={data.to}
              sayMoment={sayMoment}
              sayTick={sayTick}
              at={at}
              onPoint={setAt}
              onRetry={data.refresh}
            />
          ))}
        </div>
      )}
    </>
  );
}
