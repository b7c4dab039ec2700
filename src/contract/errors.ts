import type { AnyOperation } from './operation.ts';

/** `error.status` words and the HTTP status they travel with; `error.code` repeats the number. */
export const errorWords = {
  INVALID_ARGUMENT: 400,
  FAILED_PRECONDITION: 400,
  OUT_OF_RANGE: 400,
  CONFLICT: 400,
  DUPLICATE: 400,
  UNAUTHENTICATED: 401,
  ACCESS_ERROR: 401,
  HTTP_FORBIDDEN: 403,
  PERMISSION_DENIED: 403,
  NOT_FOUND: 404,
  ABORTED: 409,
  ALREADY_EXISTS: 409,
  QUOTA_EXCEEDED: 429,
  RATE_LIMIT: 429,
  CANCELLED: 499,
  UNKNOWN: 500,
  INTERNAL: 500,
  NOT_IMPLEMENTED: 501,
  SOURCE_UNAVAILABLE: 502,
  UNAVAILABLE: 503,
} as const;
export type ErrorWord = keyof typeof errorWords;

/** The `error` member of a failed reply. */
export interface ErrorBody {
  code: number;
  status: string;
  message: string;
  details?: unknown;
}

/** A refusal as the cloud words it. Most words have one HTTP status; two documented ones pair 404 with another. */
export function refusal(
  status: ErrorWord,
  message: string,
  code: number = errorWords[status],
): ErrorBody {
  return { code, status, message };
}

/** The refusals that many operations share, with the vendor's own texts (which are not consistent). */
export const refusals = {
  conflictTask: (task: string) =>
    refusal('FAILED_PRECONDITION', `Conflict with underlay task ${task}`),
  conflictImageTask: (task: string) =>
    refusal('FAILED_PRECONDITION', `Conflict with underlay image task '${task}'`),
  badStatus: (status: string) =>
    refusal('FAILED_PRECONDITION', `Invalid instance status ${status}`),
  notFound: (kind: string, id: string) => refusal('NOT_FOUND', `${kind} '${id}' not found.`),
  stopFirst: () => refusal('FAILED_PRECONDITION', 'Please stop the instance first.'),
  chargeState: () => refusal('FAILED_PRECONDITION', 'Invalid charge state'),
  noSystemDisk: () => refusal('NOT_FOUND', 'System disk not found'),
  invalidPassword: () => refusal('INVALID_ARGUMENT', 'Invalid password'),
  outOfRange: (what: string) => refusal('OUT_OF_RANGE', `${what} out of range`),
  quota: (kind: string) => refusal('QUOTA_EXCEEDED', `${kind} quota limit exceeded`),
  typeSoldOut: (type: string) =>
    refusal('FAILED_PRECONDITION', `InstanceType '${type}' is out of stock`),
} as const;

/** The refusal that means "busy, try again": the API shows running tasks in no other way. */
export function isTaskConflict(error: { status: string; message: string }): boolean {
  return error.status === 'FAILED_PRECONDITION' && /conflict with underlay/i.test(error.message);
}

/**
 * Whether the same request may be sent again by a machine. Reads: 429 RATE_LIMIT, 500, 502, 503. Writes: only
 * RATE_LIMIT, which says the call was not looked at. QUOTA_EXCEEDED never, although it is a 429 too.
 */
export function mayRetry(
  operation: AnyOperation,
  error: { code: number; status: string },
): boolean {
  if (error.status === 'RATE_LIMIT') return true;
  return operation.kind === 'read' && [500, 502, 503].includes(error.code);
}
