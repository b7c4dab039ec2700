import {
  AuditLine,
  type AuditPage,
  auditPath,
  AuditQuery,
  type AuditEntry,
} from '../contract/audit.ts';
import { answering } from './answering.ts';
import { keyDigest } from './credentials.ts';
import { noteCaller } from './caller.ts';
import type { Answer } from './exchange.ts';
import { checkOrigin } from './gate.ts';
import type { ProxyOptions } from './proxy.ts';
import { Refusal, reply } from './refusal.ts';

/** A line of the audit file, and the byte it begins at. */
export interface FileLine {
  at: number;
  text: string;
}

interface AuditTrailOptions extends Pick<ProxyOptions, 'caller' | 'log' | 'allowedHosts'> {
  /** The file's lines from its end backwards; only those that begin before a place in it, where one is given. */
  lines: (before?: number) => AsyncIterable<FileLine>;
  now: () => number;
}

/** One answer looks through no more: the file is as long as its years, and others wait. */
const most = { entries: 500, lines: 20_000 };

/**
 * Answers `/audit`: what was written with the key pair that the caller signs with, newest first. Lines of other keys
 * are nobody else's to read, whatever else one may do in this console.
 */
export function createAuditTrail(options: AuditTrailOptions): Answer {
  return answering({ now: options.now, log: options.log }, async (request, line) => {
    line.operation = 'readAudit';
    checkOrigin(request, options.allowedHosts);
    if (request.method !== 'GET') {
      throw new Refusal('METHOD_NOT_ALLOWED', 'This path answers GET only.', {
        headers: { allow: 'GET' },
      });
    }
    const caller = await options.caller(request);
    noteCaller(line, caller);
    const { accessKey } = caller.credentials;
    const query = readQuery(request.target);
    const result = await pageOf(options.lines(query.before), keyDigest(accessKey), query);
    return reply(200, JSON.stringify({ result }), undefined);
  });
}

async function pageOf(
  lines: AsyncIterable<FileLine>,
  key: string,
  { since, has }: AuditQuery,
): Promise<AuditPage> {
  const from = since === undefined ? 0 : Date.parse(since);
  const suits = textMatch(has);
  const entries: AuditEntry[] = [];
  let looked = 0;
  for await (const { at, text } of lines) {
    looked += 1;
    const found = text.includes(key) ? lineOf(text) : undefined;
    if (found?.key === key) {
      const { key: _, ...rest } = found;
      // A line tells when its write began, and is noted when it ended.
      const began = Date.parse(rest.time);
      if (began + rest.ms < from) return { entries };
      if (began >= from && suits(text)) entries.push({ ...rest, at });
    }
    const isEnough = entries.length === most.entries || looked === most.lines;
    if (isEnough && at > 0) return { entries, older: at };
  }
  return { entries };
}

/** Nothing for a line that a crash has cut, or that is none of ours. */
function lineOf(text: string): AuditLine | undefined {
  try {
    return AuditLine.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

function textMatch(has: readonly string[]): (text: string) => boolean {
  // As JSON writes it within quotes.
  const written = (word: string) => JSON.stringify(word.toLowerCase()).slice(1, -1);
  const groups = has.map((words) => words.split('\n').map(written));
  return (text) => {
    const hay = text.toLowerCase();
    return groups.every((words) => words.some((word) => hay.includes(word)));
  };
}

/** @throws Refusal */
function readQuery(target: string): AuditQuery {
  const params = new URLSearchParams(target.slice(auditPath.length));
  const [before, since] = [params.get('before'), params.get('since')];
  const parsed = AuditQuery.safeParse({
    ...(before !== null && { before: Number(before) }),
    ...(since !== null && { since }),
    has: params.getAll('has'),
  });
  if (parsed.success) return parsed.data;
  const field = String(parsed.error.issues[0]?.path[0] ?? '');
  throw new Refusal('INVALID_ARGUMENT', `${field}: does not fit`, { details: { field } });
}
