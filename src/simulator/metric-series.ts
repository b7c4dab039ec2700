import { instanceTypes } from './catalogue.ts';
import type { MetricFacts } from './metric-catalogue.ts';
import type { InstanceRecord } from './world.ts';

const minute = 60 * 1000;
const hour = 60 * minute;
const day = 24 * hour;

/** How several values become one: across the series of a resource, or across the moments of a period. */
export type Aggregation = 'sum' | 'avg' | 'last' | 'min' | 'max';

/** One line of a chart: the value at a moment, or nothing before the machine was there. */
export interface Series {
  /** `vda`, `eth0`; empty for what the machine has one of. */
  device: string;
  at: (time: number) => number | undefined;
}

/**
 * The series of a metric on one instance. They are drawn from the instance's id alone, which comes from the seed:
 * the same seed gives the same charts, and a chart asked for twice is the same chart. Zero while it is down.
 */
export function seriesOf(metric: MetricFacts, instance: InstanceRecord): Series[] {
  return devicesOf(metric, instance).map((device) => ({
    device,
    at: (time) => {
      if (time < instance.launched) return undefined;
      return isUp(instance, time) ? valueAt(metric, instance, device, time) : 0;
    },
  }));
}

function devicesOf({ per }: MetricFacts, instance: InstanceRecord): string[] {
  switch (per) {
    case 'instance':
      return [''];
    case 'disk':
      return [instance.systemDisk, ...instance.dataDisks].flatMap((disk) =>
        disk?.status === 'attached' ? disk.deviceName : [],
      );
    case 'interface':
      return instance.interfaces.map((_, index) => `eth${index}`);
  }
}

/** Only the last time it was down is remembered. A machine that was always stopped has never been up. */
function isUp({ status, halted, booted }: InstanceRecord, time: number): boolean {
  if (halted === undefined) return status !== 'stopped' && status !== 'pending';
  return time < halted || (booted > halted && time >= booted);
}

function valueAt(
  { id, unit, low, high, daily }: MetricFacts,
  instance: InstanceRecord,
  device: string,
  time: number,
): number {
  const key = `${instance.id} ${id} ${device}`;
  const own = hash(key);
  // What kind of machine this is: most are quiet, some are not.
  const level = 0.12 + 0.6 * noise(own, 0) ** 1.5;
  // Busiest in the afternoon, Beijing time.
  const rhythm = Math.cos(((time + 8 * hour - 15 * hour) / day) * 2 * Math.PI);
  const wander =
    0.5 * (noise(own + 1, time / (6 * hour)) - 0.5) +
    0.3 * (noise(own + 2, time / (25 * minute)) - 0.5) +
    0.2 * (noise(own + 3, time / (3 * minute)) - 0.5);
  const share = level * (1 + daily * 0.5 * rhythm) + wander * (0.1 + 0.5 * daily) * 2 * level;
  const size = unit === '%' ? 1 : (instanceTypes.get(instance.instanceType)?.cpu ?? 2) / 2;
  const value = low + (high - low) * size * Math.min(1, Math.max(0, share));
  return unit === '%' ? round(value, 2) : round(value, 0);
}

/** Smooth noise in [0, 1]: random heights at whole numbers, eased from one to the next. */
function noise(seed: number, x: number): number {
  const left = Math.floor(x);
  const way = x - left;
  const eased = way * way * (3 - 2 * way);
  return height(seed, left) * (1 - eased) + height(seed, left + 1) * eased;
}

function height(seed: number, at: number): number {
  let h = Math.imul((seed ^ Math.imul(at | 0, 0x9e3779b1)) >>> 0, 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return ((h ^ (h >>> 16)) >>> 0) / 4294967295;
}

function hash(text: string): number {
  let h = 2166136261;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 16777619);
  return h >>> 0;
}

export function aggregate(values: readonly number[], how: Aggregation): number | undefined {
  if (values.length === 0) return undefined;
  const sum = values.reduce((total, value) => total + value, 0);
  switch (how) {
    case 'sum':
      return round(sum, 2);
    case 'avg':
      return round(sum / values.length, 2);
    case 'last':
      return values.at(-1);
    case 'min':
      return Math.min(...values);
    case 'max':
      return Math.max(...values);
  }
}

function round(value: number, digits: number): number {
  const factor = 10 ** digits;
  return Math.round(value * factor) / factor;
}

/** The longer the window, the longer the period of a point, so that a chart has some 360 points at most. */
export function periodFor(window: number): number {
  const periods = [1, 2, 5, 15, 30, 60, 120].map((minutes) => minutes * minute);
  return periods.find((period) => window / period <= 360) ?? 2 * hour;
}
