import { outcomeOf } from '../contract/envelope.ts';
import type { AnyOperation } from '../contract/operation.ts';
import { recordable } from '../contract/redact.ts';
import type { CallLog } from './call-log.ts';
import type { ApiReply } from './exchange.ts';

/** One write: who did what to which resource, from where, and what became of it. No secret, by the contract's marks. */
export interface AuditLine {
  /** Epoch milliseconds at the start. */
  time: number;
  /** The access key, in part; absent where the write was refused before anybody asked. */
  who?: string;
  /** The address the request came from. */
  from: string;
  operation: string;
  region?: string;
  resource?: string;
  /** Ids the cloud gave to what was made. */
  made?: readonly string[];
  /** What was asked for, secrets left out; absent where it did not fit. */
  input?: unknown;
  outcome: 'done' | 'refused' | 'unknown';
  status: number;
  word?: string;
  requestId?: string;
  ms: number;
}

/** What is known of a write before its end. */
export interface Write {
  from: string;
  operation: AnyOperation;
  input?: Record<string, unknown>;
  reply?: ApiReply;
}

export function auditLine(line: CallLog, { from, operation, input, reply }: Write): AuditLine {
  const { time, who, region, resource, status, word, requestId, ms } = line;
  const isDone = status < 400;
  const made = isDone && reply ? idsIn(reply) : [];
  return {
    time,
    ...(who !== undefined && { who }),
    from,
    operation: operation.name,
    ...(region !== undefined && { region }),
    ...(resource !== undefined && { resource }),
    ...(made.length > 0 && { made }),
    ...(input && { input: recordable(operation.input, input) }),
    outcome: isDone ? 'done' : outcomeOf(operation, word, status),
    status,
    ...(word !== undefined && { word }),
    ...(requestId !== undefined && { requestId }),
    ms,
  };
}

/** Members such as `instanceIds` or `imageId`; answers differ in how they name what they made. */
function idsIn({ body }: ApiReply): string[] {
  const result = resultOf(typeof body === 'string' ? body : new TextDecoder().decode(body));
  if (typeof result !== 'object' || result === null) return [];
  return Object.entries(result).flatMap(([name, value]: [string, unknown]) =>
    /Ids?$/.test(name) ? [value].flat().filter((id) => typeof id === 'string') : [],
  );
}

function resultOf(text: string): unknown {
  try {
    const { result }: { result?: unknown } = JSON.parse(text);
    return result;
  } catch {
    return undefined; // what was done is noted, whatever the reply looks like
  }
}
