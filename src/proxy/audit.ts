import type { AuditLine } from '../contract/audit.ts';
import { outcomeOf } from '../contract/envelope.ts';
import type { AnyOperation } from '../contract/operation.ts';
import { recordable } from '../contract/redact.ts';
import type { CallLog } from './call-log.ts';
import { keyDigest } from './credentials.ts';
import type { ApiReply } from './exchange.ts';

/** What is known of a write before its end. */
export interface Write {
  from: string;
  operation: AnyOperation;
  /** Of the key pair that it is signed with. */
  accessKey?: string;
  input?: Record<string, unknown>;
  reply?: ApiReply;
}

export function auditLine(line: CallLog, write: Write): AuditLine {
  const { from, operation, accessKey, input, reply } = write;
  const { time, who, profile, subject, person, region, resource, status, word, requestId, ms } =
    line;
  const isDone = status < 400;
  const made = isDone && reply ? idsIn(reply) : [];
  return {
    time: new Date(time).toISOString(),
    ...(accessKey !== undefined && { key: keyDigest(accessKey) }),
    ...(who !== undefined && { who }),
    ...(profile !== undefined && { profile }),
    ...(subject !== undefined && { subject }),
    ...(person !== undefined && { person }),
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
