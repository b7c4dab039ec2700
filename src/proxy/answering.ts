import type { CallLog } from './call-log.ts';
import { CredentialsError } from './credentials.ts';
import type { Answer, ApiReply, ApiRequest } from './exchange.ts';
import { Refusal, replyRefused } from './refusal.ts';

interface AnsweringOptions {
  now: () => number;
  log: (line: CallLog) => void;
}

/**
 * Turns whatever goes wrong into a reply, and every call into a line of the log.
 * @param answer fills in what the line should say; it may throw anything
 */
export function answering(
  { now, log }: AnsweringOptions,
  answer: (request: ApiRequest, line: CallLog) => Promise<ApiReply>,
): Answer {
  return async (request) => {
    const line: CallLog = { time: now(), status: 500, ms: 0, attempts: 0 };
    let answered: ApiReply;
    try {
      answered = await answer(request, line);
    } catch (error) {
      const refusal = asRefusal(error, line);
      line.word = refusal.word;
      answered = replyRefused(refusal, line.requestId);
    }
    line.status = answered.status;
    line.ms = now() - line.time;
    log(line);
    return answered;
  };
}

/** What is not foreseen is named in the log and not shown: its message may hold anything. */
function asRefusal(error: unknown, line: CallLog): Refusal {
  if (error instanceof Refusal) return error;
  if (error instanceof CredentialsError) return new Refusal('NO_CREDENTIALS', error.message);
  line.cause = error instanceof Error ? error.name : typeof error;
  return new Refusal('PROXY_FAULT', 'The proxy failed. Its log has a line about this call.');
}
