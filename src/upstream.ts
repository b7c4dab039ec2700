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
  // `dispatch` rather than `request`: it says when the request goes out, which decides whether a write may have
  // happened; and a reply that is read whole needs no stream.
  const transport: Transport = ({ url, method, headers, body }, stop) =>
    new Promise((resolve, reject) => {
      const pathAt = url.indexOf('/', url.indexOf('://') + 3);
      let sent = false;
      let status = 0;
      let replyHeaders: Record<string, string | string[] | undefined> = {};
      const chunks: Buffer[] = [];
      const fail = (error: Error) => reject(asTransportError(error, sent, stop.stopped));
      stop.onStop(() => sent || fail(new Error('stopped')));
      agent.dispatch(
        {
          origin: url.slice(0, pathAt),
          path: url.slice(pathAt),
          method,
          headers: { ...headers, 'user-agent': 'vm-console' },
          body: body ?? null,
        },
        {
          onRequestStart(controller) {
            if (stop.stopped) return controller.abort(new Error('stopped'));
            sent = true;
            stop.onStop(() => controller.abort(new Error('stopped')));
          },
          onResponseStart(_, statusCode, received) {
            status = statusCode;
            replyHeaders = received;
          },
          onResponseData(_, chunk) {
            chunks.push(chunk);
          },
          onResponseEnd() {
            const [only] = chunks;
            const whole = chunks.length === 1 && only ? only : Buffer.concat(chunks);
            resolve({
              status,
              header: (name) => replyHeaders[name]?.toString(),
              body: whole as Uint8Array<ArrayBuffer>, // a socket's buffers are never shared memory
            });
          },
          onResponseError: (_, error) => fail(error),
        },
      );
    });
  return { transport, close: () => agent.close() };
}

function asTransportError(error: Error, sent: boolean, stopped: boolean): TransportError {
  const { code } = error as { code?: unknown }; // Node and undici put it on their errors
  const word = typeof code === 'string' ? code : 'unknown';
  if (!sent) return new TransportError('not-sent', stopped ? 'deadline' : word);
  if (stopped) return new TransportError('timeout', 'deadline');
  if (error instanceof errors.ResponseExceededMaxSizeError) {
    return new TransportError('too-large', word);
  }
  const late =
    error instanceof errors.HeadersTimeoutError || error instanceof errors.BodyTimeoutError;
  return new TransportError(late ? 'timeout' : 'no-reply', word);
}
