import * as z from 'zod/mini';
import { errorWords, proxyWords } from './errors.ts';
import type { AnyOperation } from './operation.ts';
import { operations } from './operations.ts';
import { apiPrefix, mfaHeader, writeHeader } from './proxy-api.ts';

/**
 * An OpenAPI 3.1 document of the console's own API (`/api/{service}` followed by the cloud's path), derived from
 * the table of operations.
 */
export function openApiDocument(version: string): Record<string, unknown> {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const operation of Object.values<AnyOperation>(operations)) {
    const path = `${apiPrefix}${operation.service}${operation.path}`;
    paths[path] = { ...paths[path], [operation.method.toLowerCase()]: describe(operation) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'VM Console API',
      version,
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    paths,
    components: {
      responses: {
        Refusal: {
          description: `Refused. error.status is one of ${Object.keys({ ...errorWords, ...proxyWords }).join(', ')}.`,
          content: { 'application/json': { schema: refusalSchema } },
        },
      },
    },
  };
}

const refusalSchema = {
  type: 'object',
  properties: {
    requestId: { type: 'string' },
    error: {
      type: 'object',
      properties: {
        code: { type: 'integer' },
        status: { type: 'string' },
        message: { type: 'string' },
        details: {},
      },
      required: ['code', 'status', 'message'],
    },
  },
  required: ['error'],
};

function describe(operation: AnyOperation): Record<string, unknown> {
  const input = jsonSchema(operation.input, 'input');
  const properties = (input['properties'] ?? {}) as Record<string, unknown>; // of a JSON schema for an object
  const required = new Set((input['required'] ?? []) as string[]);
  const inPath = (name: string) => operation.path.includes(`{${name}}`);
  const usesQuery = operation.method === 'GET' || operation.method === 'DELETE';
  const rest = Object.keys(properties).filter((name) => !inPath(name));
  return {
    operationId: operation.name,
    tags: [operation.service],
    parameters: [
      ...Object.keys(properties)
        .filter((name) => inPath(name) || usesQuery)
        .map((name) => ({
          name,
          in: inPath(name) ? 'path' : 'query',
          required: required.has(name),
          schema: properties[name],
        })),
      ...headersOf(operation),
    ],
    ...(!usesQuery && {
      requestBody: {
        required: true,
        content: {
          'application/json': {
            schema: {
              type: 'object',
              properties: Object.fromEntries(rest.map((name) => [name, properties[name]])),
              required: rest.filter((name) => required.has(name)),
              additionalProperties: false,
            },
          },
        },
      },
    }),
    responses: {
      200: {
        description: 'Done',
        content: {
          'application/json': {
            schema: {
              type: 'object',
              properties: {
                requestId: { type: 'string' },
                result: jsonSchema(operation.output, 'output'),
              },
            },
          },
        },
      },
      default: { $ref: '#/components/responses/Refusal' },
    },
  };
}

function headersOf(operation: AnyOperation): Record<string, unknown>[] {
  if (operation.kind === 'read') return [];
  const { name, value } = writeHeader;
  return [
    { name, in: 'header', required: true, schema: { const: value } },
    ...(operation.mfa
      ? [{ name: mfaHeader, in: 'header', required: false, schema: { type: 'string' } }]
      : []),
  ];
}

function jsonSchema(schema: z.ZodMiniType, io: 'input' | 'output'): Record<string, unknown> {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return rest;
}
