import { timingSafeEqual } from 'node:crypto';
import {
  algorithm,
  canonicalRequest,
  type Scope,
  scopeText,
  signature,
  signingKeys,
  stringToSign,
} from './sign.ts';

/** A request whose signature is in question. */
export interface SignedRequest {
  method: string;
  /** Path and query as they came. */
  path: string;
  /** Without the question mark. */
  query: string;
  /** A header by its lower-case name. */
  header: (name: string) => string | null | undefined;
  /** The bytes as they came; empty when there are none. */
  body: string | Uint8Array;
}

/** Why a signature does not hold. `message` is for the caller and holds no secret. */
interface Unverified {
  ok: false;
  reason: 'missing' | 'malformed' | 'unknown-key' | 'stale' | 'mismatch';
  message: string;
}

type Verdict = { ok: true; accessKey: string; scope: Scope } | Unverified;

interface VerifyOptions {
  /** The secret behind an access key, or nothing when the key is not known. */
  secretOf: (accessKey: string) => string | undefined;
  /** Epoch milliseconds. */
  now: number;
  /** Milliseconds that the two clocks may differ. The cloud's own tolerance is not published; 15 minutes is AWS's. */
  maxSkew?: number;
}

const header =
  /^JDCLOUD2-HMAC-SHA256\s+Credential=([^/\s]+)\/(\d{8})\/([^/\s]+)\/([^/\s]+)\/jdcloud2_request,\s*SignedHeaders=([a-z0-9_;.-]+),\s*Signature=([0-9a-f]{64})$/;

/** Signs the request again, with the headers that its `Authorization` names, and compares. */
export function verifySignature(request: SignedRequest, options: VerifyOptions): Verdict {
  const given = request.header('authorization');
  if (!given) return refuse('missing', 'The request has no Authorization header.');
  const parts = header.exec(given.trim());
  if (!parts) return refuse('malformed', `The Authorization header is not ${algorithm}.`);
  // The groups of a match are all there: none of them is optional.
  const [, accessKey, date, region, service, names, signed] = parts as unknown as [
    string,
    string,
    string,
    string,
    string,
    string,
    string,
  ];
  const scope: Scope = { date, region, service };

  const headers: Record<string, string> = {};
  for (const name of names.split(';')) {
    const value = request.header(name);
    if (value === null || value === undefined) {
      return refuse('malformed', `The signed header ${name} is missing.`);
    }
    headers[name] = value;
  }
  const dateTime = headers['x-jdcloud-date'];
  if (dateTime === undefined || headers['x-jdcloud-nonce'] === undefined) {
    return refuse('malformed', 'x-jdcloud-date and x-jdcloud-nonce must be signed.');
  }
  const time = timeOf(dateTime);
  if (time === undefined || !dateTime.startsWith(date)) {
    return refuse('malformed', 'x-jdcloud-date is not YYYYMMDDTHHmmssZ of the day in the scope.');
  }

  const secret = options.secretOf(accessKey);
  if (secret === undefined) return refuse('unknown-key', 'The access key does not exist.');
  if (Math.abs(options.now - time) > (options.maxSkew ?? 15 * 60_000)) {
    return refuse('stale', `The request is dated ${dateTime}, too far from this clock.`);
  }
  const expected = signature(
    signingKeys(secret, scope).kSigning,
    stringToSign(dateTime, scope, canonicalRequest({ ...request, headers })),
  );
  // Both are 64 hex digits. Comparing them in constant time keeps a guesser from learning them one by one.
  return timingSafeEqual(Buffer.from(expected), Buffer.from(signed))
    ? { ok: true, accessKey, scope }
    : refuse('mismatch', `The signature for ${scopeText(scope)} does not match.`);
}

function refuse(reason: Unverified['reason'], message: string): Unverified {
  return { ok: false, reason, message };
}

function timeOf(dateTime: string): number | undefined {
  const parts = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(dateTime);
  if (!parts) return undefined;
  const [, year, month, day, hour, minute, second] = parts;
  const time = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  return Number.isNaN(time) ? undefined : time;
}
