import { isTaskConflict } from '../../contract/errors.ts';
import type { Words } from '../words/en-US/index.ts';

/** As much of a failure as its explanation needs. */
export interface Failure {
  code: number;
  /** The cloud's word. */
  status: string;
  message: string;
  /** What was asked for, by the cloud's name. */
  operation?: string | undefined;
}

/**
 * What a failure means and what to do about it, where more can be said than the cloud does. The cloud's own message
 * is always shown beside it: it is what its support and its documentation know.
 */
export function explain({ errors }: Words, failure: Failure): string | undefined {
  if (isTaskConflict(failure)) return errors.busy;
  switch (failure.status) {
    case 'BUSY':
      return errors.sameUnderWay;
    case 'RATE_LIMIT':
      return errors.rateLimit;
    case 'QUOTA_EXCEEDED':
      return errors.quota;
    case 'UNAUTHENTICATED':
    case 'ACCESS_ERROR':
      return errors.unauthenticated;
    case 'HTTP_FORBIDDEN':
    case 'PERMISSION_DENIED':
      return errors.forbidden;
    case 'NOT_FOUND':
      return errors.notFound;
    case 'UNREACHABLE':
      if (failure.code > 0) return errors.cloudUnreachable;
      return navigator.onLine ? errors.unreachable : errors.offline;
    case 'PROXY_FAULT':
      return errors.serverBroken;
    case 'OUTCOME_UNKNOWN':
      return errors.unknownOutcome;
    case 'MALFORMED_REPLY':
      return errors.malformed;
    default:
  }
  if (/out of stock|resource is not enough/i.test(failure.message)) return errors.soldOut;
  if (/invalid instance status/i.test(failure.message)) return errors.statusChanged;
  if (failure.code >= 500) return errors.cloudBroken;
  return undefined;
}
