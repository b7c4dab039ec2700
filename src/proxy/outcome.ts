import type { AnyOperation } from '../contract/operation.ts';
import { mayHaveHappened } from './forward.ts';
import type { Failed } from './read-upstream.ts';
import { Refusal } from './refusal.ts';

/** Says to a person what became of a call that got no answer. */
export function refusalOf(operation: AnyOperation, failed: Failed): Refusal {
  const details = { reason: failed.lost };
  const what =
    failed.lost === 'bad-reply'
      ? `what came back is not a reply of the cloud (HTTP ${failed.status}, ${failed.type})`
      : reasons[failed.lost];
  if (mayHaveHappened(operation, failed)) {
    return new Refusal(
      'OUTCOME_UNKNOWN',
      `${operation.name} was sent, but ${what}. It may have happened: look before you repeat it.`,
      { details },
    );
  }
  if (failed.lost === 'not-sent') {
    return new Refusal(
      'UNREACHABLE',
      `No connection to the ${operation.service} service (${failed.cause}). Nothing was sent.`,
      { details },
    );
  }
  const word = failed.lost === 'timeout' ? 'TIMEOUT' : 'BAD_REPLY';
  return new Refusal(word, `${operation.name}: ${what}.`, { details });
}

const reasons = {
  'not-sent': 'no connection could be made',
  timeout: 'the cloud did not answer in time',
  'no-reply': 'the connection broke before the reply was complete',
  'too-large': 'the reply was too large',
} as const;
