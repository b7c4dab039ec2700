import { describe, expect, test } from 'vitest';
import type * as z from 'zod/mini';
import type { AuditLine } from '../contract/audit.ts';
import { definitionOf, isSecret } from '../contract/common.ts';
import type { AnyOperation } from '../contract/operation.ts';
import { operations } from '../contract/operations.ts';
import { auditLine } from './audit.ts';
import { keyDigest } from './credentials.ts';
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
        time: '2026-01-02T03:04:05.000Z',
        key: keyDigest(planted.accessKey),
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

/** A value for all that a schema lists, with something to be looked for wherever the schema says secret. */
function plantedIn(schema: z.core.$ZodType): unknown {
  if (isSecret(schema)) return 'planted-in-the-input';
  const def = definitionOf(schema);
  if ('innerType' in def) return plantedIn(def.innerType);
  if (def.type === 'array') return [plantedIn(def.element)];
  if (def.type !== 'object') return 'open';
  const members = Object.entries(def.shape).map(([name, one]) => [name, plantedIn(one)]);
  return { ...Object.fromEntries(members), unlisted: 'planted-beside-the-schema' };
}

describe('no secret field of the contract gets into a line:', () => {
  const secretive = Object.values<AnyOperation>(operations).filter(
    ({ kind, input }) =>
      kind === 'write' && JSON.stringify(plantedIn(input)).includes('planted-in'),
  );

  test('there are such fields', () => {
    expect(secretive.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['createInstances', 'modifyInstancePassword', 'rebuildInstance']),
    );
  });

  test.each(secretive.map((operation) => [operation.name, operation] as const))(
    '%s',
    (_, operation) => {
      // An object's schema makes an object.
      const input = plantedIn(operation.input) as Record<string, unknown>;
      const call = { time: 0, status: 200, ms: 1, attempts: 1 };
      const text = JSON.stringify(auditLine(call, { from: '192.0.2.1', operation, input }));
      expect(text).toContain('open');
      expect(text).not.toContain('planted');
    },
  );
});
