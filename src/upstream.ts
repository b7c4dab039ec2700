import { Agent, errors } from 'undici';
import { type Transport, TransportError } from './proxy/transport.ts';

export interface HttpTransportOptions {
  /** Milliseconds, each: to connect, until the reply begins, between two parts of its body. */
  connectTimeout?: number;
  headersTimeout?: number;
  bodyTimeout?: number;
  /** Bytes of a reply. */
  maxReply?: number;
}

/** Sends over HTTP(S) with connections that are kept. `close` lets calls under way finish. */
export function createHttpTransport(options: HttpTransportOptions = {}): {
  transport: Transport;
  close: () => Promise<void>;
} {
  const agent = new Agent({
    connect: { timeout: options.connectTimeout ?? 5_000 },
    headersTimeout: options.headersTimeout ?? 20_000,
    bodyTimeout: options.bodyTimeout ?? 10_000,
    maxResponseSize: options.maxReply ?? 16 * 1024 * 1024,
    connections: 128,
  });
  const transport: Transport = async ({ url, method, headers, body }, signal) => {
    const { origin, pathname, search } = new URL(url);
    try {
      const reply = await agent.request({
        origin,
        path: pathname + search,
        method,
        headers: { ...headers, 'user-agent': 'vm-console' },
        body: body ?? null,
        signal,
      });
      return {
        status: reply.statusCode,
        header: (name) => {
          const value = reply.headers[name];
          return Array.isArray(value) ? value[0] : value;
        },
        body: new Uint8Array(await reply.body.arrayBuffer()),
      };
    } catch (error) {
      throw asTransportError(error, signal);
    }
  };
  return { transport, close: () => agent.close() };
}

/** Whether a write may have happened hangs on this: `not-sent` only for what surely failed before the request. */
function asTransportError(error: unknown, signal: AbortSignal): TransportError {
  if (signal.aborted) return new TransportError('timeout', 'deadline');
  const { code, syscall } = error as { code?: unknown; syscall?: unknown };
  const word = typeof code === 'string' ? code : 'unknown';
  if (error instanceof errors.ResponseExceededMaxSizeError) {
    return new TransportError('too-large', word);
  }
  if (error instanceof errors.HeadersTimeoutError || error instanceof errors.BodyTimeoutError) {
    return new TransportError('timeout', word);
  }
  const beforeSending =
    error instanceof errors.ConnectTimeoutError ||
    syscall === 'connect' ||
    syscall === 'getaddrinfo' ||
    /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|CERT_|ERR_TLS_|ERR_SSL_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_)/.test(
      word,
    );
  return new TransportError(beforeSending ? 'not-sent' : 'no-reply', word);
}
