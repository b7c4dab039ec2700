import type { AnyOperation } from '../contract/operation.ts';
import { requestIdHeader } from '../contract/proxy-api.ts';
import type { TransportFailure, UpstreamReply } from './transport.ts';

/** The cloud answered, well or ill: this goes to the browser as it is. */
export interface Answered {
  status: number;
  body: Uint8Array<ArrayBuffer>;
  requestId: string | undefined;
  /** The error's word; absent on success. */
  word?: string | undefined;
  /** Milliseconds the cloud asks to wait. */
  retryAfter?: number | undefined;
  /** The cloud's own time, in epoch milliseconds, where it does not accept the signature. */
  refusedAt?: number | undefined;
}

/** There is no answer that could be passed on. `cause` is for the log. */
export type Failed =
  | { lost: TransportFailure; cause: string }
  | {
      lost: 'bad-reply';
      cause: string;
      status: number;
      type: string;
      requestId?: string | undefined;
    };

/** Bytes. An error can come with status 200, and is small. */
const smallBody = 1024;

/**
 * Tells an answer of the cloud from something else on the way (a gateway's page, half a body). A success of some
 * size is judged by its first and last byte, so that it needs no parsing here: the browser parses it anyway.
 */
export function readUpstream(operation: AnyOperation, reply: UpstreamReply): Answered | Failed {
  const { status, body } = reply;
  const requestId = identifier(reply.header(requestIdHeader)) ?? requestIdIn(body);
  const isEmpty = status === 204 || (status === 200 && body.length === 0);
  if (isEmpty && operation.output.safeParse(undefined).success) {
    // An action without a result; the vendor's SDK takes it as success too. (Where there should be a result, nothing
    // is half a reply, and not an empty list.)
    const text = JSON.stringify(requestId === undefined ? {} : { requestId });
    return { status: 200, body: new TextEncoder().encode(text), requestId };
  }
  const look = status >= 400 || body.length <= smallBody;
  const envelope = look ? parsed(body) : undefined;
  const isJson = look ? envelope !== undefined : looksWhole(body);
  if (!isJson || (status >= 300 && status < 400)) {
    const type = /^[\w.+-]+\/[\w.+-]+/.exec(reply.header('content-type') ?? '')?.[0] ?? 'no type';
    return { lost: 'bad-reply', cause: `${status} ${type}`, status, type, requestId };
  }
  // Whatever it is, its members are read as unknown.
  const error = envelope?.['error'] as { status?: unknown; type?: unknown } | null | undefined;
  const word = status >= 400 || error ? wordOf(error) : undefined;
  const seconds = Number(reply.header('retry-after'));
  const retryAfter = seconds > 0 ? seconds * 1000 : undefined;
  const time = status === 401 ? Date.parse(reply.header('date') ?? '') : NaN;
  const refusedAt = Number.isNaN(time) ? undefined : time;
  return { status, body, requestId, word, retryAfter, refusedAt };
}

/** An inner service says `type` in place of `status`. */
function wordOf(error: { status?: unknown; type?: unknown } | null | undefined): string {
  const word = error?.status ?? error?.type;
  return typeof word === 'string' && /^\w{1,64}$/.test(word) ? word : 'UNKNOWN';
}

function parsed(body: Uint8Array): Record<string, unknown> | undefined {
  if (!looksWhole(body)) return undefined;
  try {
    // It begins with a brace, so it is an object.
    return JSON.parse(new TextDecoder().decode(body)) as Record<string, unknown>;
  } catch {
    return undefined;
  }
}

function looksWhole(body: Uint8Array): boolean {
  let first = 0;
  let last = body.length - 1;
  while (isSpace(body[first])) first++;
  while (isSpace(body[last])) last--;
  return body[first] === 0x7b && body[last] === 0x7d && first < last;
}

function isSpace(byte: number | undefined): boolean {
  return byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;
}

/** The member `requestId` stands first or last in every sample. */
function requestIdIn(body: Uint8Array): string | undefined {
  const edges = [body.subarray(0, 200), body.subarray(-200)];
  for (const edge of edges) {
    const [, id] = /"requestId"\s*:\s*"([^"]*)"/.exec(new TextDecoder().decode(edge)) ?? [];
    if (identifier(id)) return id;
  }
  return undefined;
}

/** Goes into a header and a log line, so it must look like an id. */
function identifier(value: string | undefined): string | undefined {
  return value !== undefined && /^[\w-]{1,128}$/.test(value) ? value : undefined;
}
