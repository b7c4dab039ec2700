import { describe, expect, it } from 'vitest';
import type * as z from 'zod/mini';
import { definitionOf, isSecret } from './common.ts';
import type { AnyOperation } from './operation.ts';
import { operations } from './operations.ts';
import { personal, recordable } from './redact.ts';

const planted = 'PLANTED-secret';

/** Every member filled in: the secret ones with something to look for, and how many those are. */
function filled(schema: z.core.$ZodType, name = ''): { value: unknown; secrets: number } {
  if (isSecret(schema) || personal.has(name)) return { value: planted, secrets: 1 };
  const def = definitionOf(schema);
  if ('innerType' in def) return filled(def.innerType);
  if (def.type === 'array') {
    const { value, secrets } = filled(def.element);
    return { value: [value], secrets };
  }
  if (def.type !== 'object') return { value: 'plain', secrets: 0 };
  const members = Object.entries(def.shape).map(
    ([key, member]) => [key, filled(member, key)] as const,
  );
  return {
    value: Object.fromEntries(members.map(([key, { value }]) => [key, value])),
    secrets: members.reduce((sum, [, { secrets }]) => sum + secrets, 0),
  };
}

const writes = Object.values<AnyOperation>(operations).filter(({ kind }) => kind === 'write');

describe('what is written down of an input', () => {
  it.each(writes.map((operation) => [operation.name, operation] as const))(
    'holds no secret of %s, and the rest of it',
    (_, { input }) => {
      const { value, secrets } = filled(input);
      expect(JSON.stringify(value).split(planted)).toHaveLength(secrets + 1);
      const text = JSON.stringify(recordable(input, value));
      expect(text).not.toContain(planted);
      expect(text.split('(not recorded)')).toHaveLength(secrets + 1);
      expect(text).toContain('"regionId":"plain"');
    },
  );

  it('is looked for in operations that have secrets', () => {
    const having = writes.filter(({ input }) => filled(input).secrets > 0);
    expect(having.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['createInstances', 'modifyInstancePassword', 'rebuildInstance']),
    );
  });

  it('holds nothing the schema does not list', () => {
    const { input } = operations.stopInstance;
    const given = { regionId: 'cn-north-1', instanceId: 'i-1', surplus: planted };
    expect(recordable(input, given)).toEqual({ regionId: 'cn-north-1', instanceId: 'i-1' });
  });
});
