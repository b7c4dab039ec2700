import type * as z from 'zod/mini';
import type { Match } from '../contract/match.ts';
import { inEnglish } from '../contract/problems.ts';
import { decode, MalformedRequest } from '../contract/wire.ts';
import type { ApiRequest } from './exchange.ts';
import { Refusal } from './refusal.ts';

/** One thing that is wrong with a request. `field` is dotted, as the parameter travels: `filters.1.name`. */
interface Problem {
  field: string;
  message: string;
}

const maxBodyBytes = 1024 * 1024;
const maxDepth = 32;
const maxProblems = 50;

/**
 * The text of a request's body, empty when there is none.
 * @throws Refusal when it is too large, not UTF-8, not declared as JSON, or nested beyond reason
 */
export async function readBody(request: ApiRequest): Promise<string> {
  if (request.method === 'GET') return '';
  // Saves reading what is declared too large; the count below is what decides.
  if (Number(request.header('content-length')) > maxBodyBytes) throw tooLarge();
  const bytes = await readAtMost(request.body, maxBodyBytes);
  if (bytes.length === 0) return '';
  const type = request.header('content-type') ?? '';
  if (!/^application\/json\s*(;\s*charset="?utf-8"?\s*)?$/i.test(type)) {
    throw new Refusal('UNSUPPORTED_MEDIA_TYPE', 'Send the body as content-type application/json.');
  }
  if ((request.header('content-encoding') ?? 'identity') !== 'identity') {
    throw new Refusal('UNSUPPORTED_MEDIA_TYPE', 'Send the body without content-encoding.');
  }
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw invalid([{ field: 'body', message: 'is not valid UTF-8' }]);
  }
  // Whatever walks the parsed value does so recursively.
  if (depthOf(text) > maxDepth) {
    throw invalid([{ field: 'body', message: `is nested deeper than ${maxDepth} levels` }]);
  }
  return text;
}

async function readAtMost(stream: AsyncIterable<Uint8Array>, limit: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    size += chunk.length;
    if (size > limit) throw tooLarge();
    chunks.push(chunk);
  }
  const [only] = chunks;
  if (chunks.length === 1 && only) return only;
  const all = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}

function tooLarge(): Refusal {
  return new Refusal('BODY_TOO_LARGE', `The body is larger than ${maxBodyBytes} bytes.`);
}

/** How deep brackets nest in a JSON text, strings left out. (A regular expression can be made to take for ever.) */
function depthOf(json: string): number {
  let depth = 0;
  let deepest = 0;
  let inString = false;
  for (let at = 0; at < json.length; at++) {
    const char = json[at];
    if (inString) {
      if (char === '\\') at++;
      else if (char === '"') inString = false;
    } else if (char === '"') inString = true;
    else if (char === '{' || char === '[') deepest = Math.max(deepest, ++depth);
    else if (char === '}' || char === ']') depth--;
  }
  return deepest;
}

/**
 * An operation's input, checked with the row's own schema.
 * @throws Refusal INVALID_ARGUMENT with every problem; values are never repeated, they may be secret
 */
export function readInput(match: Match, query: string, body: string): Record<string, unknown> {
  const { operation, params } = match;
  const usesQuery = operation.method === 'GET' || operation.method === 'DELETE';
  if (usesQuery && body !== '') {
    throw invalid([{ field: 'body', message: `${operation.method} takes no body` }]);
  }
  let raw: Record<string, unknown>;
  try {
    raw = decode(operation, { params, query, body });
  } catch (error) {
    if (error instanceof MalformedRequest) {
      throw invalid([{ field: error.field, message: error.message }]);
    }
    throw error;
  }
  const parsed = operation.input.safeParse(raw, inEnglish);
  if (parsed.success) return parsed.data;
  throw invalid(problemsOf(parsed.error, raw, usesQuery));
}

function problemsOf(error: z.core.$ZodError, raw: unknown, usesQuery: boolean): Problem[] {
  return error.issues.flatMap((issue) => {
    // In a query arrays count from 1.
    const field = issue.path
      .map((step) => String(typeof step === 'number' && usesQuery ? step + 1 : step))
      .join('.');
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({
        field: [field, key.slice(0, 64)].filter(Boolean).join('.'),
        message: 'is not a parameter of this operation',
      }));
    }
    const expects = issue.code === 'invalid_type' || issue.code === 'invalid_value';
    if (expects && valueAt(raw, issue.path) === undefined) {
      return [{ field, message: 'is required' }];
    }
    return [{ field, message: issue.message }];
  });
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    // Anything can be asked for a member, but for nothing at all.
    (inner, step) => (inner as Record<PropertyKey, unknown> | null | undefined)?.[step],
    value,
  );
}

function invalid(problems: readonly Problem[]): Refusal {
  const shown = problems.slice(0, maxProblems);
  const [first] = shown;
  return new Refusal('INVALID_ARGUMENT', `${first?.field}: ${first?.message}`, {
    details: { field: first?.field, problems: shown },
  });
}
