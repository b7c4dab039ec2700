import type * as z from 'zod/mini';
import { definitionOf } from './common.ts';
import type { AnyOperation, InputOf } from './operation.ts';

/** A request as the cloud gets it, without scheme, host and headers. */
export interface WireRequest {
  method: AnyOperation['method'];
  /** Percent-encoded; the colon before an action is `%3A`. */
  path: string;
  /** Percent-encoded, without the question mark; empty when there is none. */
  query: string;
  /** JSON; absent on GET and DELETE. */
  body?: string;
}

/** RFC 3986: all but `A-Z a-z 0-9 - . _ ~` as upper-case `%XX` of the UTF-8 bytes. */
export function percentEncode(text: string): string {
  if (/^[A-Za-z0-9._~-]*$/.test(text)) return text;
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** Builds the request for an operation. The input is not checked here. */
export function encode<O extends AnyOperation>(operation: O, input: InputOf<O>): WireRequest {
  const { path, rest } = fillPath(operation.path, input);
  if (operation.method === 'GET' || operation.method === 'DELETE') {
    return { method: operation.method, path, query: encodeQuery(rest) };
  }
  return { method: operation.method, path, query: '', body: JSON.stringify(rest) };
}

function fillPath(template: string, input: Record<string, unknown>) {
  const path = template.replace(/\{(\w+)\}|:/g, (_, name: string | undefined) =>
    name === undefined ? '%3A' : percentEncode(String(input[name])),
  );
  const rest: Record<string, unknown> = {};
  for (const name of Object.keys(input)) {
    if (!template.includes(`{${name}}`)) rest[name] = input[name];
  }
  return { path, rest };
}

/**
 * Arrays count from 1 (`filters.1.values.2=…`); empty and missing values are left out, and so is the operator
 * `eq`. A filter without values is skipped without leaving a gap.
 */
export function encodeQuery(input: Record<string, unknown>): string {
  const pairs: string[] = [];
  const add = (name: string, value: unknown): void => {
    if (value === undefined || value === null || value === '') return;
    if (Array.isArray(value)) {
      value.filter(isWorthSending).forEach((item, index) => add(`${name}.${index + 1}`, item));
    } else if (typeof value === 'object') {
      for (const [key, member] of Object.entries(value)) {
        if (!(key === 'operator' && member === 'eq')) add(`${name}.${key}`, member);
      }
    } else if (
      typeof value === 'string' ||
      typeof value === 'number' ||
      typeof value === 'boolean'
    ) {
      pairs.push(`${percentEncode(name)}=${percentEncode(String(value))}`);
    }
  };
  for (const [name, value] of Object.entries(input)) add(name, value);
  return pairs.join('&');
}

function isWorthSending(item: unknown): boolean {
  if (typeof item !== 'object' || item === null || !('values' in item)) return item !== '';
  return Array.isArray(item.values) && item.values.length > 0;
}

/** A request that is not even well-formed; `field` names the offender. */
export class MalformedRequest extends Error {
  readonly field: string;
  constructor(field: string, message: string) {
    super(message);
    this.name = 'MalformedRequest';
    this.field = field;
  }
}

/**
 * Collects an operation's input from the parts of a request, ready for `operation.input.safeParse`. Numbers and
 * booleans of the query are read as the schema wants them. `null` counts as absent and path parameters repeated
 * in the body are dropped: the vendor's Go SDK sends both.
 * @throws MalformedRequest
 */
export function decode(
  operation: AnyOperation,
  request: { params: Record<string, string>; query: string; body: string },
): Record<string, unknown> {
  const usesQuery = operation.method === 'GET' || operation.method === 'DELETE';
  const rest = usesQuery ? decodeQuery(operation.input, request.query) : decodeBody(request.body);
  if (!usesQuery && request.query !== '')
    throw new MalformedRequest('query', 'takes no query parameters');
  return { ...rest, ...request.params };
}

function decodeBody(body: string): Record<string, unknown> {
  if (body === '') return {};
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    throw new MalformedRequest('body', 'is not valid JSON');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new MalformedRequest('body', 'must be a JSON object');
  }
  return withoutNulls(value) as Record<string, unknown>; // an object stays an object
}

/**
 * Takes away members that are `null`, at every depth: the cloud's samples hold explicit nulls for "absent". Does so in
 * place, since a page of a hundred instances has some ten thousand members and hardly ever a null among them.
 * @param value fresh from the parser, so that nobody else holds it.
 */
export function withoutNulls(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const isList = Array.isArray(value);
  for (const [key, member] of Object.entries(value)) {
    if (member !== null) withoutNulls(member);
    else if (!isList) Reflect.deleteProperty(value, key);
  }
  return value;
}

type Tree = Map<string, Tree | string>;

function decodeQuery(schema: z.ZodMiniObject, query: string): Record<string, unknown> {
  const tree: Tree = new Map();
  for (const pair of query.split('&')) {
    if (pair === '') continue;
    const [name, value] = decodedPair(pair);
    const steps = name.split('.');
    if (steps.length > 8) throw new MalformedRequest(name, 'is nested too deeply');
    let node = tree;
    for (const step of steps.slice(0, -1)) {
      const next = node.get(step) ?? new Map<string, Tree | string>();
      if (typeof next === 'string') throw new MalformedRequest(name, 'is given twice');
      node.set(step, next);
      node = next;
    }
    const last = steps.at(-1) ?? '';
    if (node.has(last)) throw new MalformedRequest(name, 'is given twice');
    node.set(last, value);
  }
  return Object.fromEntries(
    [...tree].map(([name, node]) => [name, shape(own(schema.shape, name), node)]),
  );
}

/** A percent-encoded `name=value` as two texts. A plus is a space. */
function decodedPair(pair: string): readonly [name: string, value: string] {
  const at = pair.indexOf('=');
  const texts = at < 0 ? ([pair, ''] as const) : ([pair.slice(0, at), pair.slice(at + 1)] as const);
  if (!/[%+]/.test(pair)) return texts;
  // Forgiving where an escape is broken, which decodeURIComponent is not.
  const [[name, value] = texts] = new URLSearchParams(`&${pair}`);
  return [name, value];
}

/** Turns a query tree into what `schema` describes; what does not fit is left as it is for zod to refuse. */
function shape(schema: z.core.$ZodType | undefined, node: Tree | string): unknown {
  const def = schema && definitionOf(schema);
  if (def && 'innerType' in def) return shape(def.innerType, node);
  if (typeof node === 'string') {
    if (def?.type === 'boolean' && /^(true|false)$/.test(node)) return node === 'true';
    const numeric = def?.type === 'number' || def?.type === 'union';
    return numeric && /^-?\d+(\.\d+)?$/.test(node) ? Number(node) : node;
  }
  if (def?.type === 'array') {
    return [...node]
      .sort(([a], [b]) => Number(a) - Number(b))
      .map(([, item]) => shape(def.element, item));
  }
  const members = def?.type === 'object' ? def.shape : {};
  return Object.fromEntries(
    [...node].map(([name, member]) => [name, shape(own(members, name), member)]),
  );
}

/** A member of a record, blind to what every object inherits. */
function own<T>(record: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(record, name) ? record[name] : undefined;
}
