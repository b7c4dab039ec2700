import { describe, expect, test } from 'vitest';
import type { Instance } from '../../contract/instances.ts';
import { concernsOf, zonesOf } from './summary.ts';

const now = Date.parse('2026-03-01T00:00:00Z');

function machine(name: string, facts: Partial<Instance> = {}): Instance {
  return { instanceId: `i-${name}`, instanceName: name, status: 'running', ...facts };
}

function paidUntil(date: string): Pick<Instance, 'charge'> {
  return {
    charge: {
      chargeMode: 'prepaid_by_duration',
      chargeStatus: 'normal',
      chargeExpiredTime: `${date}T00:00:00Z`,
    },
  };
}

const told = (fleet: readonly Instance[]) =>
  concernsOf(fleet, now).map(({ id, instances }) => [
    id,
    ...instances.map(({ instanceName }) => instanceName),
  ]);

describe('what needs attention', () => {
  test('is nothing in a healthy fleet', () => {
    expect(told([machine('a'), machine('b', { status: 'stopped' })])).toEqual([]);
  });

  test('comes worst first', () => {
    const fleet = [
      machine('ends', paidUntil('2026-03-05')),
      machine('unpaid', {
        status: 'stopped',
        charge: { chargeMode: 'postpaid_by_duration', chargeStatus: 'arrear' },
      }),
      machine('broken', { status: 'error' }),
    ];
    expect(told(fleet)).toEqual([
      ['error', 'broken'],
      ['overdue', 'unpaid'],
      ['soon', 'ends'],
    ]);
  });

  test('puts the term that ends first at the front', () => {
    const fleet = [machine('b', paidUntil('2026-03-06')), machine('a', paidUntil('2026-03-02'))];
    expect(told(fleet)).toEqual([['soon', 'a', 'b']]);
  });

  test('tells of a month only when that adds somebody', () => {
    const near = machine('near', paidUntil('2026-03-03'));
    expect(told([near])).toEqual([['soon', 'near']]);
    expect(told([machine('far', paidUntil('2026-03-20')), near])).toEqual([
      ['soon', 'near'],
      ['later', 'near', 'far'],
    ]);
  });

  test('leaves out terms that are over and terms that are far away', () => {
    const fleet = [
      machine('over', paidUntil('2026-02-20')),
      machine('far', paidUntil('2026-09-01')),
    ];
    expect(told(fleet)).toEqual([]);
  });
});

test('counts by zone', () => {
  const fleet = [
    machine('a', { az: 'cn-north-1b' }),
    machine('b', { az: 'cn-north-1a', status: 'stopped' }),
    machine('c', { az: 'cn-north-1a', status: 'error' }),
    machine('nowhere yet', { status: 'pending' }),
  ];
  expect(zonesOf(fleet)).toEqual([
    { az: 'cn-north-1a', running: 0, stopped: 1, total: 2 },
    { az: 'cn-north-1b', running: 1, stopped: 0, total: 1 },
  ]);
});
