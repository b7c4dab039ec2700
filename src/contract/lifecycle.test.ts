import { describe, expect, it } from 'vitest';
import {
  can,
  type InstanceFacts,
  instanceActions,
  lifecycle,
  refusalFor,
  whyNot,
  whyNotEvenStopped,
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
    ['startInstance', { status: 'running' }, 'Already running.', '已处于“运行中”状态。'],
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
    [
      'startInstance',
      { status: 'stopped', charge: { chargeStatus: 'arrear' } },
      'In arrears: top up the account first.',
      '账户欠费，请先充值。',
    ],
    [
      'startInstance',
      { status: 'stopped', systemDisk: { status: 'detached' } },
      'It has no system disk.',
      '未挂载系统盘。',
    ],
    [
      'startInstance',
      { status: 'stopped', systemDisk: { status: 'attaching' } },
      'Its system disk is not properly attached.',
      '系统盘未挂载好。',
    ],
    [
      'stopInstance',
      { status: 'stopped', charge: { chargeStatus: 'overdue' } },
      'Shut down for payment: not running any more.',
      '到期或欠费停机，已不在运行。',
    ],
    [
      'rebuildInstance',
      { status: 'running' },
      'Only a stopped instance can be rebuilt.',
      '只有已停止的实例才能重置。',
    ],
    [
      'resizeInstance',
      { status: 'stopped', instanceType: 'g.n2.metal' },
      'Bare metal cannot be resized.',
      '裸金属规格不能调整配置。',
    ],
    [
      'modifyInstancePassword',
      { status: 'error' },
      'Only a running or stopped instance can be given a new password.',
      '只有运行中或已停止的实例才能重置密码。',
    ],
    [
      'createImage',
      { status: 'running', systemDisk: { diskCategory: 'local', status: 'attached' } },
      'Its system disk is local: stop it first.',
      '系统盘为本地盘，请先停止实例。',
    ],
    [
      'attachDisk',
      { status: 'error' },
      'Only a running or stopped instance can be given a disk.',
      '只有运行中或已停止的实例才能挂载云硬盘。',
    ],
    [
      'detachNetworkInterface',
      { status: 'starting' },
      'Starting: it can be parted from a network interface when that is done.',
      '启动中，完成后才能解绑弹性网卡。',
    ],
    [
      'describeInstanceVncUrl',
      { status: 'running', instanceType: 'g.n2.metal' },
      'Bare metal has no VNC console.',
      '裸金属规格不支持 VNC。',
    ],
  ] as const)('%s of %j: %s', (action, facts, english, chinese) => {
    expect(whyNot(action, instance(facts))).toEqual({ 'en-US': english, 'zh-CN': chinese });
  });

  it('takes a running machine for one that is stopped, where it may be stopped first', () => {
    expect(whyNotEvenStopped('rebuildInstance', instance({ status: 'running' }))).toBeUndefined();
    const local = { diskCategory: 'local' as const, status: 'attached' as const };
    expect(whyNotEvenStopped('createImage', instance({ systemDisk: local }))).toBeUndefined();
    expect(whyNotEvenStopped('resizeInstance', instance({ status: 'stopping' }))).toBeDefined();
    const metal = instance({ instanceType: 'g.n2.metal' });
    expect(whyNotEvenStopped('resizeInstance', metal)?.['en-US']).toMatch(/Bare metal/);
  });

  it('lets an expired prepaid instance be deleted, and one in error', () => {
    const charge = { chargeMode: 'prepaid_by_duration', chargeStatus: 'overdue' };
    expect(can('deleteInstance', instance({ status: 'stopped', charge }))).toBe(true);
    expect(can('deleteInstance', instance({ status: 'error' }))).toBe(true);
  });
});
