import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useMemo } from 'react';
import { CloudError } from '../../../contract/envelope.ts';
import type { Instance } from '../../../contract/instances.ts';
import { useCall } from '../../api/context.tsx';
import { sizesOptions } from '../../instance-types/queries.ts';
import { LineChart } from '../../kit/chart/LineChart.tsx';
import { explain } from '../../kit/explain.ts';
import { useLater } from '../../kit/later.ts';
import { StatusGlyph } from '../../kit/Status.tsx';
import { useWords } from '../../words/language.tsx';
import { quantity, round } from './measure.ts';
import type { ChartData } from './use-charts.ts';
import { monitoringWords } from './words.ts';

interface MonitoringChartProps {
  data: ChartData;
  instance: Instance;
  region: string;
  from: number;
  to: number;
  sayMoment: (at: number) => string;
  sayTick: (at: number) => string;
  at: number | undefined;
  onPoint: (at: number | undefined) => void;
  onRetry: () => void;
}

/** One chart of an instance, or what stands in its place. */
export function MonitoringChart({
  data,
  instance,
  region,
  onRetry,
  ...rest
}: MonitoringChartProps) {
  const say = monitoringWords.useWords();
  const { chart, series, measure, top } = data;
  const { data: sizes } = useQuery(
    sizesOptions(useCall(), region, instance.instanceType ? [instance.instanceType] : []),
  );
  const memory = sizes?.get(instance.instanceType ?? '')?.memoryGib;
  const notes: Partial<Record<typeof chart.id, string | undefined>> = {
    memory: memory === undefined ? undefined : say.ofMemory(memory),
    space: say.fullest,
  };
  const lines = useMemo(
    () =>
      chart.metrics.map((metric, place) => ({
        name: say.lines[metric],
        points: series[place]?.points ?? [],
      })),
    [chart, series, say],
  );
  return (
    <LineChart
      title={say.charts[chart.id]}
      note={notes[chart.id]}
      lines={lines}
      frame={{ from: rest.from, to: rest.to, top }}
      say={(value) => quantity(value, measure)}
      sayScale={(value) => round(value, measure)}
      sayMoment={rest.sayMoment}
      sayTick={rest.sayTick}
      crosshair={say.crosshair}
      at={rest.at}
      onPoint={rest.onPoint}
      instead={insteadOf(data, onRetry)}
    />
  );
}

function insteadOf({ error, waiting, series }: ChartData, onRetry: () => void): ReactNode {
  if (error) return <Failed error={error} onRetry={onRetry} />;
  if (waiting) return <Waiting />;
  return series.every(({ points }) => points.length === 0) && <Nothing />;
}

function Failed({ error, onRetry }: { error: Error; onRetry: () => void }) {
  const words = useWords();
  const cloud = error instanceof CloudError ? error : undefined;
  return (
    <>
      <p>
        <StatusGlyph look="bad" /> {(cloud && explain(words, cloud)) ?? error.message}
      </p>
      <Button size="xs" onClick={onRetry}>
        {words.kit.retry}
      </Button>
    </>
  );
}

function Waiting() {
  const say = monitoringWords.useWords();
  return useLater() && <p role="status">{say.loading}</p>;
}

function Nothing() {
  const say = monitoringWords.useWords();
  return (
    <>
      <p>{say.nothing}</p>
      <p>{say.nothingHint}</p>
    </>
  );
}
