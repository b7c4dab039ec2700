import { expect, test } from 'vitest';
import type { InstanceType } from '../../contract/instance-types.ts';
import { instanceTypes as words } from '../words/en-US/instance-types.ts';
import { kit } from '../words/en-US/kit.ts';
import { linesOf } from './comparison.ts';

const general: InstanceType = {
  instanceType: 'g.n4.xlarge',
  family: 'g.n',
  cpu: 4,
  memoryMB: 16_384,
  nicLimit: 4,
  cloudDiskTypes: ['ssd.gp1', 'hdd.std1'],
  state: [{ az: 'cn-north-1a', inStock: true }],
};
const burstable: InstanceType = {
  ...general,
  instanceType: 't.g2.xlarge',
  family: 't.g',
  cloudDiskTypes: ['hdd.std1', 'ssd.gp1'],
  localDisks: [
    { diskType: 'ssd', diskSizeGB: 1862 },
    { diskType: 'ssd', diskSizeGB: 1862 },
  ],
  burstInfo: { basePerformance: 0.4, creditsEarnedPerHour: 96 },
  state: [{ az: 'cn-north-1a', inStock: false }],
};

const linesFor = (...types: InstanceType[]) =>
  new Map(
    linesOf(types, { words, together: kit.together, language: 'en-US', region: 'cn-north-1' })
      .flatMap(({ lines }) => lines)
      .map(({ id, values, differs }) => [id, { values, differs }]),
  );

test('what differs is told from what is alike', () => {
  const lines = linesFor(general, burstable);
  expect(lines.get('memory')).toEqual({ values: ['16 GiB', '16 GiB'], differs: false });
  expect(lines.get('class')).toEqual({ values: ['General', 'Burstable'], differs: true });
  expect(lines.get('cn-north-1a')).toEqual({ values: ['In stock', 'Sold out'], differs: true });
  expect(lines.get('localDisks')?.values).toEqual([undefined, '2 × 1,862 GB ssd']);
});

test('the order in which the cloud names disk types is no difference', () => {
  expect(linesFor(general, burstable).get('diskTypes')?.differs).toBe(false);
});

test('what none of them has is left out', () => {
  const lines = linesFor(general);
  expect([...lines.keys()]).not.toContain('gpu');
  expect([...lines.keys()]).not.toContain('burst');
});

test('the baseline reads the same as a share and as percent', () => {
  const inPercent = { ...burstable, burstInfo: { basePerformance: 40 } };
  expect(linesFor(burstable).get('burst')?.values).toEqual(['40%, 96 credits an hour']);
  expect(linesFor(inPercent).get('burst')?.values).toEqual(['40%']);
});
