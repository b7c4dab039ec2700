import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { operations } from './operations.ts';
import { decode, encode, encodeQuery, MalformedRequest, percentEncode } from './wire.ts';

const regionId = 'cn-north-1';

describe('encode', () => {
  it('counts filters, their values and tags from 1', () => {
    const { method, path, query, body } = encode(operations.describeInstances, {
      regionId,
      pageNumber: 1,
      pageSize: 20,
      filters: [
        { name: 'status', values: ['running', 'stopped'] },
        { name: 'name', values: ['web (a)*'] },
      ],
      tags: [{ key: 'env', values: ['prod'] }],
    });
    expect({ method, path, body }).toEqual({
      method: 'GET',
      path: '/v1/regions/cn-north-1/instances',
      body: undefined,
    });
    expect(query.split('&')).toEqual([
      'pageNumber=1',
      'pageSize=20',
      'filters.1.name=status',
      'filters.1.values.1=running',
      'filters.1.values.2=stopped',
      'filters.2.name=name',
      'filters.2.values.1=web%20%28a%29%2A',
      'tags.1.key=env',
      'tags.1.values.1=prod',
    ]);
  });

  it('escapes the colon before an action and leaves path parameters out of the body', () => {
    expect(
      encode(operations.stopInstance, {
        regionId,
        instanceId: 'i-abcdef1234',
        chargeOnStopped: 'stopCharging',
      }),
    ).toEqual({
      method: 'POST',
      path: '/v1/regions/cn-north-1/instances/i-abcdef1234%3AstopInstance',
      query: '',
      body: '{"chargeOnStopped":"stopCharging"}',
    });
  });

  it('sends an empty object where there is nothing to send', () => {
    expect(encode(operations.startInstance, { regionId, instanceId: 'i-1' }).body).toBe('{}');
  });

  it('sends a sort direction of 0, which is ascending', () => {
    const { query } = encode(operations.describeDisks, {
      regionId,
      orders: [{ name: 'create_time', direction: 0 }],
    });
    expect(query).toBe('orders.1.name=create_time&orders.1.direction=0');
  });

  it('leaves out what is empty, the operator eq, and filters without values, without a gap', () => {
    expect(
      encodeQuery({
        a: '',
        b: undefined,
        c: null,
        filters: [
          { name: 'x', values: [] },
          { name: 'y', operator: 'eq', values: ['1'] },
          { name: 'z', operator: 'like', values: ['2'] },
        ],
      }),
    ).toBe(
      'filters.1.name=y&filters.1.values.1=1&filters.2.name=z&filters.2.operator=like&filters.2.values.1=2',
    );
  });
});

describe('percentEncode', () => {
  it('leaves only the unreserved characters bare', () => {
    expect(percentEncode("aZ09-._~ +:*!'()/%测")).toBe(
      'aZ09-._~%20%2B%3A%2A%21%27%28%29%2F%25%E6%B5%8B',
    );
  });

  it('is undone by decodeURIComponent', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(decodeURIComponent(percentEncode(text))).toBe(text);
      }),
    );
  });
});

describe('decode', () => {
  const params = { regionId };

  it('undoes encode for a query', () => {
    const value = fc.string({ unit: 'grapheme', minLength: 1 });
    fc.assert(
      fc.property(
        fc.array(value, { minLength: 1, maxLength: 12 }),
        fc.integer({ min: 1, max: 9999 }),
        (values, pageNumber) => {
          const input = { regionId, pageNumber, filters: [{ name: 'status' as const, values }] };
          const { query } = encode(operations.describeInstances, input);
          expect(decode(operations.describeInstances, { params, query, body: '' })).toEqual(input);
        },
      ),
    );
  });

  it('reads booleans and numbers as the row wants them, and leaves the rest to be refused', () => {
    const read = (query: string) => decode(operations.describeImages, { params, query, body: '' });
    expect(read('offline=true&pageSize=50&imageName=50')).toEqual({
      regionId,
      offline: true,
      pageSize: 50,
      imageName: '50',
    });
    expect(read('offline=maybe&pageSize=ten')).toMatchObject({ offline: 'maybe', pageSize: 'ten' });
  });

  it('keeps unknown names, so that they can be refused', () => {
    expect(decode(operations.describeVpcs, { params, query: 'colour=red', body: '' })).toEqual({
      regionId,
      colour: 'red',
    });
  });

  it('reads a body as the vendor’s Go SDK sends it: nulls, and path parameters repeated', () => {
    const body = '{"instanceId":"i-2","regionId":"x","chargeOnStopped":null}';
    expect(
      decode(operations.stopInstance, {
        params: { regionId, instanceId: 'i-1' },
        query: '',
        body,
      }),
    ).toEqual({ regionId, instanceId: 'i-1' });
  });

  it.each([
    ['a body that is no JSON', { query: '', body: '{' }, 'body'],
    ['a body that is no object', { query: '', body: '[1]' }, 'body'],
    ['a query where a body belongs', { query: 'a=1', body: '{}' }, 'query'],
  ])('refuses %s', (_, request, field) => {
    const attempt = () => decode(operations.startInstance, { params, ...request });
    expect(attempt).toThrow(MalformedRequest);
    expect(attempt).toThrow(expect.objectContaining({ field }));
  });

  it('refuses a parameter given twice and one nested without end', () => {
    const read = (query: string) => decode(operations.describeVpcs, { params, query, body: '' });
    expect(() => read('pageSize=10&pageSize=20')).toThrow(MalformedRequest);
    expect(() => read(`${'a.'.repeat(20)}b=1`)).toThrow(MalformedRequest);
  });

  it('is not fooled by names of Object.prototype', () => {
    const input = decode(operations.describeVpcs, { params, query: '__proto__.x=1', body: '' });
    expect({}).not.toHaveProperty('x');
    expect(operations.describeVpcs.input.safeParse(input).success).toBe(false);
  });
});
