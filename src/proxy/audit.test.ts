import { describe, expect, test } from 'vitest';
import type { AuditLine } from './audit.ts';
import { createRig, ok, planted, refused, type Script, upstreamReply } from './rig.ts';
import { TransportError } from './transport.ts';

const region = '/api/vm/v1/regions/cn-north-1';

function audited(script: Script, options = {}) {
  const noted: AuditLine[] = [];
  const { call } = createRig(script, { audit: (line) => noted.push(line), ...options });
  return { noted, call };
}

describe('every write is noted:', () => {
  test('who, from where, what, to which resource, and what became of it', async () => {
    const { call, noted } = audited(() => ok);
    await call(`POST ${region}/instances/i-1:stopInstance`, { chargeOnStopped: 'stopCharging' });
    await call(`GET ${region}/instances/i-1`);
    expect(noted).toEqual([
      {
        time: Date.UTC(2026, 0, 2, 3, 4, 5),
        who: 'PLAN…0001',
        from: '192.0.2.1',
        operation: 'stopInstance',
        region: 'cn-north-1',
        resource: 'i-1',
        input: { regionId: 'cn-north-1', instanceId: 'i-1', chargeOnStopped: 'stopCharging' },
        outcome: 'done',
        status: 200,
        requestId: 'req-1',
        ms: 0,
      },
    ]);
  });

  test('one that is refused, here or there, and one whose end nobody knows', async () => {
    const stop = `POST ${region}/instances/i-1:stopInstance`;
    const readOnly = audited(() => ok, { readOnly: true });
    await readOnly.call(stop);
    const there = audited(() => refused(400, 'FAILED_PRECONDITION'));
    await there.call(stop);
    const broken = audited(() => refused(500, 'INTERNAL'));
    await broken.call(stop);
    const lost = audited(() => {
      throw new TransportError('no-reply', 'ECONNRESET');
    });
    await lost.call(stop);
    expect(
      [readOnly, there, broken, lost].map(({ noted: [line] }) => [line?.outcome, line?.word]),
    ).toEqual([
      ['refused', 'READ_ONLY'],
      ['refused', 'FAILED_PRECONDITION'],
      ['unknown', 'INTERNAL'],
      ['unknown', 'OUTCOME_UNKNOWN'],
    ]);
  });

  test('with what it made, and without any secret of it', async () => {
    const password = 'Planted-password-1';
    const privateKey = 'planted-private-key';
    const { call, noted } = audited((_, n) =>
      upstreamReply(200, {
        requestId: 'req-1',
        result: n === 0 ? { instanceIds: ['i-7', 'i-8'] } : { keyName: 'k', privateKey },
      }),
    );
    await call(`POST ${region}/instances`, {
      instanceSpec: {
        az: 'cn-north-1a',
        instanceType: 'g.n3.small',
        name: 'web-1',
        password,
        userdata: [{ key: 'launch-script', value: btoa(password) }],
      },
    });
    await call(`POST ${region}/keypairs`, { keyName: 'k' });
    expect(noted[0]).toMatchObject({
      made: ['i-7', 'i-8'],
      input: { instanceSpec: { name: 'web-1', password: '(not recorded)' } },
    });
    const text = JSON.stringify(noted);
    for (const secret of [password, btoa(password), privateKey, ...Object.values(planted)]) {
      expect(text).not.toContain(secret);
    }
  });
});
