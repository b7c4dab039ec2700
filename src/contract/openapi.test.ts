import { expect, it } from 'vitest';
import type { AnyOperation } from './operation.ts';
import { openApiDocument } from './openapi.ts';
import { operations } from './operations.ts';

interface Described {
  operationId: string;
  parameters: { name: string; in: string; required: boolean; schema: Record<string, unknown> }[];
  requestBody?: { content: { 'application/json': { schema: Record<string, unknown> } } };
}

const paths = openApiDocument('1.0.0')['paths'] as Record<string, Record<string, Described>>;

it('describes every operation at the address the console calls', () => {
  for (const row of Object.values<AnyOperation>(operations)) {
    const described = paths[`/api/${row.service}${row.path}`]?.[row.method.toLowerCase()];
    expect(described?.operationId).toBe(row.name);
  }
});

it('carries limits, patterns and enums of the input', () => {
  const list = paths['/api/vm/v1/regions/{regionId}/instances']?.['get'];
  expect(list?.parameters).toContainEqual({
    name: 'pageSize',
    in: 'query',
    required: false,
    schema: expect.objectContaining({ type: 'integer', minimum: 10, maximum: 100 }),
  });
  expect(list?.parameters[0]).toMatchObject({ name: 'regionId', in: 'path', required: true });
  const stop = paths['/api/vm/v1/regions/{regionId}/instances/{instanceId}:stopInstance']?.['post'];
  expect(stop?.requestBody?.content['application/json'].schema).toMatchObject({
    properties: { chargeOnStopped: { enum: ['keepCharging', 'stopCharging'] } },
    additionalProperties: false,
  });
});

it('says the same when it is built twice, and is plain JSON', () => {
  const document = openApiDocument('1.0.0');
  expect(JSON.parse(JSON.stringify(document))).toEqual(document);
});
