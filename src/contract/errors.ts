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

/**
 * Words of the console's own proxy, in the cloud's envelope, with their HTTP status. Each means that the cloud did
 * not do what was asked, except `OUTCOME_UNKNOWN`: a write was sent and its reply was lost, so it may have happened.
 * A request that does not fit its row gets the cloud's own `INVALID_ARGUMENT`, with `details.problems`.
 */
export const proxyWords = {
  /** No operation has this method and path. */
  UNKNOWN_OPERATION: 404,
  METHOD_NOT_ALLOWED: 405,
  BODY_TOO_LARGE: 413,
  UNSUPPORTED_MEDIA_TYPE: 415,
  /** The `Host` header names a host this proxy does not answer for. */
  UNKNOWN_HOST: 421,
  /** The page that asks is of another origin. */
  FOREIGN_ORIGIN: 403,
  /** A write without the header of `writeHeader`. */
  MISSING_HEADER: 403,
  /** A write, or a read that hands over control, and the proxy was started read-only. */
  READ_ONLY: 403,
  /** The proxy has no usable key pair. */
  NO_CREDENTIALS: 401,
  /** Nobody is signed in, or not any more. */
  SIGN_IN_NEEDED: 401,
  /** The page that asks was opened by somebody else than who is signed in now. */
  SIGNED_IN_AS_ANOTHER: 401,
  TOO_MANY_ATTEMPTS: 429,
  /** A fault of the proxy itself. */
  PROXY_FAULT: 500,
  /** No connection; nothing was sent. */
  UNREACHABLE: 502,
  /** A reply that is not the cloud's: no JSON, cut off, or too large. */
  BAD_REPLY: 502,
  /** A read got no reply in time. */
  TIMEOUT: 504,
  OUTCOME_UNKNOWN: 504,
} as const;
export type ProxyWord = keyof typeof proxyWords;

/** Whether the proxy, not the cloud, says this. */
export function isProxyWord(status: string): status is ProxyWord {
  return Object.hasOwn(proxyWords, status);
}

/** Whether this is a word the cloud is known to say. */
export function isErrorWord(status: string): status is ErrorWord {
  return Object.hasOwn(errorWords, status);
}

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
  /** As `createInstances` spells it, without the full stop. */
  notFoundPlain: (kind: string, id: string) => refusal('NOT_FOUND', `${kind} '${id}' not found`),
  noIpv6: (subnetId: string) => refusal('CONFLICT', `Subnet '${subnetId}' not support ipv6`),
  stopFirst: () => refusal('FAILED_PRECONDITION', 'Please stop the instance first.'),
  chargeState: () => refusal('FAILED_PRECONDITION', 'Invalid charge state'),
  noSystemDisk: () => refusal('NOT_FOUND', 'System disk not found'),
  invalidPassword: () => refusal('INVALID_ARGUMENT', 'Invalid password'),
  outOfRange: (what: string) => refusal('OUT_OF_RANGE', `${what} out of range`),
  quota: (kind: string) => refusal('QUOTA_EXCEEDED', `${kind} quota limit exceeded`),
  typeSoldOut: (type: string) =>
    refusal('FAILED_PRECONDITION', `InstanceType '${type}' is out of stock`),
} as const;

/** The refusal that means "busy, try again": the API shows running tasks in no other way. An image words it in two ways. */
export function isTaskConflict(error: { status: string; message: string }): boolean {
  return (
    error.status === 'FAILED_PRECONDITION' &&
    /conflict with underlay|^the image .* is busy/i.test(error.message)
  );
}

/** The refusal of a disk that is still being made or changed: it can be had when that is done. */
export function isDiskChanging(error: { status: string; message: string }): boolean {
  return (
    error.status === 'FAILED_PRECONDITION' &&
    /invalid disk status '?(creating|extending|restoring)/i.test(error.message)
  );
}

/**
 * Whether the same request may be sent again by a machine. The proxy does so before it answers; what it could not
 * heal (a word of its own) is for a person. Reads: 429 RATE_LIMIT, 500, 502, 503. Writes: only
 * RATE_LIMIT, which says the call was not looked at. QUOTA_EXCEEDED never, although it is a 429 too.
 */
export function mayRetry(
  operation: AnyOperation,
  error: { code: number; status: string },
): boolean {
  if (isProxyWord(error.status)) return false;
  if (error.status === 'RATE_LIMIT') return true;
  return operation.kind === 'read' && [500, 502, 503].includes(error.code);
}
