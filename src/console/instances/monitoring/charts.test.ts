import { describe, expect, test } from 'vitest';
import { createCall } from '../../api/client.ts';
import { createQueryClient } from '../../api/query-client.ts';
import { rangeNamed, seriesFrom, seriesOptions, topOf } from './charts.ts';

describe('an answer of the monitor', () => {
  test('becomes a line, without moments that hold nothing', () => {
    const { points, unit } = seriesFrom([
      {
        metric: { monitorUnitEN: '%' },
        data: [
          { timestamp: 3000, value: '4.5' },
          { timestamp: 1000, value: 2 },
          { timestamp: 2000, value: null },
          { timestamp: 4000, value: '' },
          { value: 9 },
        ],
      },
    ]);
    expect(points).toEqual([
      { at: 1000, value: 2 },
      { at: 3000, value: 4.5 },
    ]);
    expect(unit).toBe('%');
  });

  test('may be empty', () => {
    expect(seriesFrom([])).toEqual({ points: [], unit: '' });
  });
});

test('a share never goes beyond a hundred, an empty chart has a scale', () => {
  const line = (unit: string, ...values: number[]) => ({
    unit,
    points: values.map((value, at) => ({ at, value })),
  });
  expect(topOf([line('%', 78, 90)], 1)).toBe(100);
  expect(topOf([line('Bps', 3_100_000), line('Bps', 10)], 125_000)).toBe(5_000_000);
  expect(topOf([line('IOPS', 0, 0)], 1)).toBe(1);
});

test('an address without a known range is the last hour', () => {
  expect(['24h', 'year', null].map(rangeNamed)).toEqual(['24h', '1h', '1h']);
});

describe('30 days ago', () => {
  const since = async (clockAhead: number) => {
    const asked: string[] = [];
    const call = createCall(async (request) => {
      const startTime = new URL(request.url).searchParams.get('startTime') ?? '';
      asked.push(startTime);
      const at = Date.parse(startTime.replace('+0800', '+08:00'));
      const tooOld = at < Date.now() + clockAhead - 30 * 24 * 3_600_000;
      const error = { code: 400, status: 'OUT_OF_RANGE', message: 'within the last 30 days' };
      return tooOld
        ? Response.json({ requestId: 'r', error }, { status: 400 })
        : Response.json({ requestId: 'r', result: { metricDatas: [] } });
    }, 'http://console.test');
    const options = seriesOptions(call, 'cn-north-1', 'i-1', '30d', { metric: 'cpu_util' });
    await createQueryClient().fetchQuery(options);
    return asked.length;
  };

  test('is asked for once where the clocks agree', async () => {
    expect(await since(0)).toBe(1);
  });

  test('is a day less where the cloud’s clock is ahead', async () => {
    expect(await since(7 * 3_600_000)).toBe(2);
  });
});
