import { describe, expect, it } from 'vitest';
import { match } from './match.ts';

describe('match', () => {
  it('tells an action from the resource itself', () => {
    const path = '/v1/regions/cn-north-1/instances/i-1';
    expect(match('vm', 'GET', path)?.operation.name).toBe('describeInstance');
    expect(match('vm', 'DELETE', path)?.operation.name).toBe('deleteInstance');
    expect(match('vm', 'POST', `${path}%3AstopInstance`)?.operation.name).toBe('stopInstance');
  });

  it('takes describeBriefInstances by POST too, as the oldest clients send it', () => {
    const path = '/v1/regions/cn-north-1/instances:describeBriefInstances';
    expect(match('vm', 'GET', path)?.operation.name).toBe('describeBriefInstances');
    expect(match('vm', 'POST', path)?.operation.name).toBe('describeBriefInstances');
  });

  it.each([
    ['another service', 'vpc', '/v1/regions/cn-north-1/instances'],
    ['another version', 'vm', '/v2/regions/cn-north-1/instances'],
    ['an unknown action', 'vm', '/v1/regions/cn-north-1/instances/i-1:explode'],
    ['a dot segment', 'vm', '/v1/regions/../regions/cn-north-1/instances'],
    ['a dot segment as an id', 'vm', '/v1/regions/cn-north-1/instances/..'],
    ['an encoded dot segment', 'vm', '/v1/regions/cn-north-1/instances/%2e'],
    ['a dot segment before an action', 'vm', '/v1/regions/cn-north-1/instances/..:stopInstance'],
    ['an encoded slash', 'vm', '/v1/regions/cn-north-1/instances/i-1%2F..%2F..'],
    ['a doubled slash', 'vm', '/v1//regions/cn-north-1/instances'],
    ['a broken escape', 'vm', '/v1/regions/cn-north-1/instances/%E0%A4%A'],
    ['a missing final slash, which is signed', 'vpc', '/v1/regions/cn-north-1/vpcs'],
  ] as const)('finds nothing for %s', (_, service, path) => {
    expect(match(service, 'GET', path)).toBeUndefined();
    expect(match(service, 'POST', path)).toBeUndefined();
  });
});
