import { type ErrorWord, errorWords, type ProxyWord, proxyWords } from '../contract/errors.ts';
import { requestIdHeader } from '../contract/proxy-api.ts';
import type { ApiReply } from './exchange.ts';

/** Ends a call with an error of the proxy's own. The message is for the caller: what is wrong and what to do. */
export class Refusal extends Error {
  readonly word: ProxyWord | ErrorWord;
  readonly details: unknown;
  readonly headers: Readonly<Record<string, string>>;
  constructor(
    word: ProxyWord | ErrorWord,
    message: string,
    more: { details?: unknown; headers?: Record<string, string> } = {},
  ) {
    super(message);
    this.name = 'Refusal';
    this.word = word;
    this.details = more.details;
    this.headers = more.headers ?? {};
  }

  get code(): number {
    return { ...errorWords, ...proxyWords }[this.word];
  }
}

const safe = {
  'content-type': 'application/json; charset=utf-8',
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  // Replies are data for this origin's scripts; no foreign page may embed one.
  'cross-origin-resource-policy': 'same-origin',
} as const;

/** A reply for the browser. @param body JSON text or its bytes */
export function reply(
  status: number,
  body: string | Uint8Array<ArrayBuffer>,
  requestId: string | undefined,
  more: Readonly<Record<string, string>> = {},
): ApiReply {
  const headers: Record<string, string> = { ...safe, ...more };
  if (requestId !== undefined) headers[requestIdHeader] = requestId;
  return { status, headers, body };
}

/** A refusal in the cloud's envelope. */
export function replyRefused(refusal: Refusal, requestId: string | undefined): ApiReply {
  const { code, word: status, message, details } = refusal;
  const error = { code, status, message, ...(details !== undefined && { details }) };
  const envelope = requestId === undefined ? { error } : { requestId, error };
  return reply(code, JSON.stringify(envelope), requestId, refusal.headers);
}
