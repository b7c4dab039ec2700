import type * as z from 'zod/mini';
import { isProxyWord } from './errors.ts';
import type { AnyOperation, OutputOf } from './operation.ts';
import { withoutNulls } from './wire.ts';

/** As much of an operation as the reading of its reply needs. */
type Replying = Pick<AnyOperation, 'name' | 'kind' | 'output'>;

/** An HTTP reply as far as the envelope needs it. */
interface Reply {
  status: number;
  text: string;
  /** From the header `x-jdcloud-request-id`, for replies without a JSON body. */
  requestId?: string | undefined;
}

interface CloudErrorFacts {
  operation: string;
  /** HTTP status, repeated in the body as `error.code`. 0 when no reply came. */
  code: number;
  /** The cloud's word, such as `FAILED_PRECONDITION`. Branch on this, never on the message. */
  status: string;
  message: string;
  requestId?: string | undefined;
  details?: unknown;
}

/**
 * Any failure of a call: refused by the cloud, by the proxy, or never answered. `outcome` is `unknown` when a
 * write may have happened all the same.
 */
export class CloudError extends Error implements CloudErrorFacts {
  readonly operation: string;
  readonly code: number;
  readonly status: string;
  readonly requestId: string | undefined;
  readonly details: unknown;
  readonly outcome: 'refused' | 'unknown';

  constructor(facts: CloudErrorFacts, outcome: 'refused' | 'unknown' = 'refused') {
    super(facts.message);
    this.name = 'CloudError';
    this.operation = facts.operation;
    this.code = facts.code;
    this.status = facts.status;
    this.requestId = facts.requestId;
    this.details = facts.details;
    this.outcome = outcome;
  }
}

/** A successful call: its result and the id that the cloud's support asks for. */
export interface Answer<T> {
  result: T;
  requestId: string | undefined;
}

/**
 * Reads a reply by the operation's row.
 * @throws CloudError with the cloud's words; status `MALFORMED_REPLY` when the reply does not fit at all.
 */
export function readReply<O extends Replying>(operation: O, reply: Reply): Answer<OutputOf<O>> {
  const body = parseJson(reply.text);
  const requestId = text(body?.['requestId']) ?? reply.requestId;
  const error = body?.['error'];
  if (isRecord(error) && Number(error['code'] ?? reply.status) !== 0) {
    throw new CloudError(
      {
        operation: operation.name,
        code: Number(error['code']) || reply.status,
        // An inner service answers `type` and `cause` in place of `status` (seen in a public client's fixture).
        status: text(error['status']) ?? text(error['type']) ?? 'UNKNOWN',
        message: text(error['message']) ?? text(error['cause']) ?? '',
        requestId,
        details: error['details'],
      },
      outcomeOf(operation, text(error['status']), Number(error['code']) || reply.status),
    );
  }
  if (reply.status < 200 || reply.status > 299 || body === undefined) {
    throw new CloudError(
      {
        operation: operation.name,
        code: reply.status,
        status: reply.status >= 200 && reply.status <= 299 ? 'MALFORMED_REPLY' : 'UNKNOWN',
        message: `HTTP ${reply.status} without a JSON body`,
        requestId,
      },
      operation.kind === 'write' ? 'unknown' : 'refused',
    );
  }
  // Older samples of import and export answer without the `result` wrapper.
  const parsed = operation.output.safeParse(
    withoutNulls('result' in body ? body['result'] : unwrapped(body)),
  );
  if (!parsed.success) throw malformed(operation, parsed.error, requestId);
  // The generic row loses the link between its output schema and O.
  return { result: parsed.data as OutputOf<O>, requestId };
}

/** A 5xx of the cloud after a write says nothing about whether it happened; the proxy says which it is. */
export function outcomeOf(
  operation: Replying,
  status: string | undefined,
  code: number,
): 'refused' | 'unknown' {
  if (status !== undefined && isProxyWord(status)) {
    return status === 'OUTCOME_UNKNOWN' ? 'unknown' : 'refused';
  }
  return operation.kind === 'write' && code >= 500 && status !== 'NOT_IMPLEMENTED'
    ? 'unknown'
    : 'refused';
}

function malformed(
  operation: Replying,
  error: z.core.$ZodError,
  requestId: string | undefined,
): CloudError {
  const [issue] = error.issues;
  return new CloudError(
    {
      operation: operation.name,
      code: 200,
      status: 'MALFORMED_REPLY',
      message: `${['result', ...(issue?.path ?? [])].join('.')}: ${issue?.code ?? 'does not fit'}`,
      requestId,
    },
    // The cloud speaks of a success; what it made can only not be read.
    operation.kind === 'write' ? 'unknown' : 'refused',
  );
}

function unwrapped(body: Record<string, unknown>): Record<string, unknown> | undefined {
  const { requestId: _, ...rest } = body;
  return Object.keys(rest).length > 0 ? rest : undefined;
}

function parseJson(value: string): Record<string, unknown> | undefined {
  try {
    const body: unknown = JSON.parse(value);
    return isRecord(body) ? body : undefined;
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
