import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { match } from './match.ts';
import type { AnyOperation } from './operation.ts';
import { operations } from './operations.ts';
import { encode } from './wire.ts';

const rows = Object.entries<AnyOperation>(operations);

describe('the table of operations', () => {
  it('has the 51 of the mission, 11 further ones of the vm service, and the companions', () => {
    const of = (service: string) => rows.filter(([, row]) => row.service === service);
    expect(of('vm')).toHaveLength(62);
    expect(of('vm').filter(([, row]) => !row.extra)).toHaveLength(51);
    expect(of('vpc')).toHaveLength(11);
    expect(of('disk')).toHaveLength(7);
    expect(of('monitor')).toHaveLength(5);
  });

  it.each(rows)('%s is listed under its own name', (name, row) => {
    expect(row.name).toBe(name);
  });

  it.each(rows)('%s has an input for every part of its path', (_, row) => {
    for (const [, parameter = ''] of row.path.matchAll(/\{(\w+)\}/g)) {
      expect(row.input.shape).toHaveProperty(parameter);
      const schema = row.input.shape[parameter] ?? z.any();
      expect(z.safeParse(schema, undefined).success, parameter).toBe(false);
      expect(z.safeParse(schema, '../x').success, parameter).toBe(false);
    }
  });

  it.each(rows)('%s is a read exactly when it is a GET', (_, row) => {
    expect(row.kind === 'read').toBe(row.method === 'GET');
  });

  const writes = rows.flatMap(([name, row]) =>
    row.kind === 'write' ? [[name, row] as const] : [],
  );

  it.each(writes)('%s: what it touches are reads', (_, row) => {
    expect(row.touches.length).toBeGreaterThan(0);
    for (const name of row.touches) {
      expect(operations).toHaveProperty(name);
      expect(operations[name as keyof typeof operations].kind).toBe('read');
    }
  });

  it.each(rows)('%s is a repeat by token exactly when it takes one', (_, row) => {
    const takesToken = 'clientToken' in row.input.shape;
    expect(row.kind === 'write' && row.repeat === 'token').toBe(takesToken);
  });

  it.each(rows)('%s is found again by the path it encodes to', (_, row) => {
    const input = Object.fromEntries(
      [...row.path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => [name, sample(name)]),
    );
    const { method, path } = encode(row, input as z.input<typeof row.input>); // only the path is looked at
    expect(match(row.service, method, path)).toEqual({ operation: row, params: input });
    expect(match(row.service, method, path.replaceAll('%3A', ':'))?.operation).toBe(row);
  });

  it('refuses an unknown parameter, so that a misspelt one is not lost', () => {
    const result = operations.stopInstance.input.safeParse({
      regionId: 'cn-north-1',
      instanceId: 'i-abcdef1234',
      chargeOnStoped: 'stopCharging',
    });
    expect(result.error?.issues[0]).toMatchObject({ code: 'unrecognized_keys' });
  });

  it('takes only the filters a list documents', () => {
    const parse = (name: string, values: string[]) =>
      operations.describeInstances.input.safeParse({
        regionId: 'cn-north-1',
        filters: [{ name, values }],
      }).success;
    expect(parse('status', ['running', 'stopped'])).toBe(true);
    expect(parse('state', ['running'])).toBe(false);
    expect(parse('name', ['web'])).toBe(true);
    expect(parse('name', ['web', 'db'])).toBe(false);
  });
});

function sample(parameter: string): string {
  if (parameter === 'regionId') return 'cn-north-1';
  return parameter === 'metric' ? 'vm.disk.dev.used' : 'i-abcdef1234';
}
