import { type Answer, CloudError, readReply } from '../../contract/envelope.ts';
import type { AnyOperation, InputOf, OutputOf } from '../../contract/operation.ts';
import { encode } from '../../contract/wire.ts';

/** Sends a same-origin request; `fetch` in the browser, the real proxy in tests. */
export type Transport = (request: Request) => Promise<Response>;

interface CallOptions {
  signal?: AbortSignal | undefined;
  /** For writes the account protects: sent once, kept nowhere. */
  mfaToken?: string | undefined;
}

/** Calls an operation by its row. */
export type Call = <O extends AnyOperation>(
  operation: O,
  input: InputOf<O>,
  options?: CallOptions,
) => Promise<Answer<OutputOf<O>>>;

/**
 * The console's only way out: the operation's own path under `/api/{service}`, on the page's origin. It knows
 * nothing of keys or hosts.
 * @returns a function that throws CloudError for every failure but an aborted signal.
 */
export function createCall(transport: Transport, origin: string): Call {
  return async (operation, input, options = {}) => {
    const { method, path, query, body } = encode(operation, input);
    const headers = new Headers({ accept: 'application/json' });
    if (body !== undefined) headers.set('content-type', 'application/json');
    // A form or an image on a foreign page cannot set this header, so the proxy asks for it on writes.
    if (operation.kind === 'write') headers.set('x-vm-console', '1');
    if (options.mfaToken) headers.set('x-jdcloud-security-token', options.mfaToken);
    const url = `${origin}/api/${operation.service}${path}${query && `?${query}`}`;
    let response: Response;
    let text: string;
    try {
      response = await transport(
        new Request(url, { method, headers, body: body ?? null, signal: options.signal ?? null }),
      );
      text = await response.text();
    } catch (cause) {
      if (options.signal?.aborted) throw cause;
      throw new CloudError(
        { operation: operation.name, code: 0, status: 'UNREACHABLE', message: String(cause) },
        operation.kind === 'write' ? 'unknown' : 'refused',
      );
    }
    const requestId = response.headers.get('x-jdcloud-request-id') ?? undefined;
    return readReply(operation, { status: response.status, text, requestId });
  };
}
