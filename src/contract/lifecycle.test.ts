import { describe, expect, it } from 'vitest';
import {
  can,
  type InstanceFacts,
  instanceActions,
  lifecycle,
  refusalFor,
  whyNot,
} from './lifecycle.ts';
import { operations } from './operations.ts';
import { instanceStatuses, isTransitional } from './statuses.ts';

const instance = (facts: Partial<InstanceFacts>): InstanceFacts => ({
  status: 'running',
  instanceType: 'g.n4.large',
  systemDisk: { diskCategory: 'cloud', status: 'attached' },
  charge: { chargeMode: 'postpaid_by_duration', chargeStatus: 'normal' },
  ...facts,
});

describe('the lifecycle', () => {
  it.each(instanceActions)('%s is an operation', (action) => {
    expect(operations).toHaveProperty(action);
  });

  it.each(instanceActions)('%s never starts from a status that is changing', (action) => {
    for (const status of instanceStatuses.filter(isTransitional)) {
      expect(can(action, instance({ status }))).toBe(false);
    }
  });

  it('every status but error and pending is passed or reached by an action', () => {
    const reached = new Set<string>(
      Object.values(lifecycle).flatMap((row) => ('to' in row ? [row.through, row.to] : [])),
    );
    // Creation gives pending; error is what a failure leaves behind.
    for (const status of instanceStatuses.filter((s) => s !== 'error' && s !== 'pending')) {
      expect(reached, status).toContain(status);
    }
  });

  it('the sentence, the verdict and the cloud’s refusal agree for every action and status', () => {
    for (const action of instanceActions) {
      for (const status of [...instanceStatuses, 'hibernating']) {
        for (const chargeStatus of ['normal', 'overdue', 'arrear']) {
          for (const chargeMode of ['prepaid_by_duration', 'postpaid_by_duration']) {
            const facts = instance({ status, charge: { chargeStatus, chargeMode } });
            const sentence = whyNot(action, facts);
            expect(can(action, facts)).toBe(sentence === undefined);
            expect(refusalFor(action, facts) === undefined).toBe(sentence === undefined);
          }
        }
      }
    }
  });

  it.each([
    ['startInstance', { status: 'running' }, 'Already running.', '已经是“运行中”。'],
    [
      'startInstance',
      { status: 'stopped', charge: { chargeStatus: 'overdue' } },
      'Overdue: renew it first.',
      '已到期，请先续费。',
    ],
    [
      'stopInstance',
      { status: 'rebooting' },
      'Rebooting: it can be stopped when that is done.',
      '重启中，完成后才能停止。',
    ],
    [
      'describeInstanceVncUrl',
      { status: 'stopped' },
      'Only a running instance can be opened over VNC.',
      '只有运行中的实例才能打开 VNC。',
    ],
    [
      'deleteInstance',
      { status: 'stopped', charge: { chargeMode: 'prepaid_by_duration', chargeStatus: 'normal' } },
      'Prepaid: it can be deleted once its term has ended.',
      '包年包月实例到期后才能删除。',
    ],
  ] as const)('%s of %j: %s', (action, facts, english, chinese) => {
    expect(whyNot(action, instance(facts))).toEqual({ 'en-US': english, 'zh-CN': chinese });
  });

  it('lets an expired prepaid instance be deleted, and one in error', () => {
    const charge = { chargeMode: 'prepaid_by_duration', chargeStatus: 'overdue' };
    expect(can('deleteInstance', instance({ status: 'stopped', charge }))).toBe(true);
    expect(can('deleteInstance', instance({ status: 'error' }))).toBe(true);
  });
});
