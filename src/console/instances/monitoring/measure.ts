/** How a metric is to be read: as it comes, or bytes a second as bits, which is how networks are sold. */
export type Reading = 'plain' | 'bits';

/** How the values of a chart are written: all of them in one unit. */
export interface Measure {
  unit: string;
  /** What a raw value is divided by. */
  divisor: number;
}

const prefixes = ['', 'K', 'M', 'G', 'T'];

/**
 * The unit in which the largest of some values is easy to read. The cloud's units are not documented; one that is
 * not known here is shown as it came.
 */
export function measureFor(unit: string, largest: number, reading: Reading): Measure {
  if (unit === '%') return { unit, divisor: 1 };
  const isBytes = /^(B|[Bb]ytes?)(ps|\/s)$/.test(unit);
  const isBits = /^(b|[Bb]its?)(ps|\/s)$/.test(unit) || (isBytes && reading === 'bits');
  const scale = isBytes && isBits ? 1 / 8 : 1;
  const steps = Math.floor(Math.log10(Math.max(1, largest / scale)) / 3 + 1e-9);
  const step = Math.min(prefixes.length - 1, steps);
  const prefix = prefixes[step] ?? '';
  const divisor = scale * 1000 ** step;
  if (isBits) return { unit: `${prefix.replace('K', 'k')}bps`, divisor };
  if (isBytes) return { unit: `${prefix}B/s`, divisor };
  return { unit: [prefix.replace('K', 'k'), unit].filter(Boolean).join(' '), divisor };
}

/** A value without its unit: as many digits as tell something. */
export function amount(value: number, { divisor }: Measure): string {
  const scaled = value / divisor;
  const digits = scaled >= 100 ? 0 : scaled >= 10 || scaled === 0 ? 1 : 2;
  return scaled.toLocaleString('en-US', {
    maximumFractionDigits: digits,
    minimumFractionDigits: scaled === 0 ? 0 : Math.min(digits, 1),
  });
}

/** A value with its unit. */
export function quantity(value: number, measure: Measure): string {
  return `${amount(value, measure)} ${measure.unit}`;
}

/** A round value with its unit, such as those on a scale. */
export function round(value: number, { divisor, unit }: Measure): string {
  const scaled = (value / divisor).toLocaleString('en-US', { maximumFractionDigits: 3 });
  return `${scaled} ${unit}`;
}
