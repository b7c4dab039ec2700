import { createHmac, randomBytes } from 'node:crypto';
import type { Credentials } from './credentials.ts';
import { createRecent } from './recent.ts';
import {
  authorization,
  canonicalRequest,
  dateTimeOf,
  type Scope,
  scopeText,
  signature,
  signedNames,
  signingKeys,
  stringToSign,
} from './sign.ts';

/** A request without its signature. */
export interface Unsigned {
  method: string;
  /** Host with port, as the `host` header will have it. */
  host: string;
  path: string;
  query: string;
  body: string;
  region: string;
  service: string;
  /** Further headers, all signed; names in lower case, `x-jdcloud-…`. */
  headers?: Readonly<Record<string, string>>;
}

interface Signer {
  /**
   * @param now epoch milliseconds
   * @param nonce a fresh UUID
   * @returns every header the request is to carry, `authorization` among them
   */
  sign(
    request: Unsigned,
    credentials: Credentials,
    now: number,
    nonce: string,
  ): Record<string, string>;
}

/**
 * A signer that remembers the keys it derived: a key is good for a day, and deriving it costs as much as the rest.
 * @param maxKeys how many to remember; one per credentials, day, region and service
 */
export function createSigner(maxKeys = 200): Signer {
  const keys = createRecent<Buffer>(maxKeys);
  function keyFor(credentials: Credentials, scope: Scope): Buffer {
    const id = `${fingerprint(credentials)}/${scopeText(scope)}`;
    const known = keys.get(id);
    if (known) return known;
    const key = signingKeys(credentials.secretKey, scope).kSigning;
    keys.set(id, key);
    return key;
  }
  return {
    sign(request, credentials, now, nonce) {
      const dateTime = dateTimeOf(now);
      const scope: Scope = {
        date: dateTime.slice(0, 8),
        region: request.region,
        service: request.service,
      };
      const headers: Record<string, string> = {
        'content-type': 'application/json',
        host: request.host,
        'x-jdcloud-date': dateTime,
        'x-jdcloud-nonce': nonce,
        ...request.headers,
      };
      if (credentials.sessionToken !== undefined) {
        headers['x-jdcloud-session-token'] = base64(credentials.sessionToken);
      }
      const names = signedNames(headers);
      const { method, path, query, body } = request;
      const canonical = canonicalRequest({ method, path, query, body, headers }, names);
      const signed = signature(
        keyFor(credentials, scope),
        stringToSign(dateTime, scope, canonical),
      );
      headers['authorization'] = authorization(credentials.accessKey, scope, names, signed);
      return headers;
    },
  };
}

/**
 * Token headers travel in Base64: the Go SDK does it for `x-jdcloud-security-token`, the .NET and iOS SDKs for
 * `x-jdcloud-session-token` too. (No page says what the gateway wants of the latter; if it is ever seen to refuse
 * this, sending it raw is the other candidate.)
 */
export function base64(value: string): string {
  return Buffer.from(value, 'utf8').toString('base64');
}

const salt = randomBytes(32);
const fingerprints = new WeakMap<Credentials, string>();

/**
 * Tells credentials apart without containing them: keyed with a number of this process, so it is useless elsewhere.
 * All three parts count. Somebody who knows another's access key but not the secret is somebody else.
 */
export function fingerprint(credentials: Credentials): string {
  const known = fingerprints.get(credentials);
  if (known !== undefined) return known;
  const { accessKey, secretKey, sessionToken = '' } = credentials;
  const text = createHmac('sha256', salt)
    .update(JSON.stringify([accessKey, secretKey, sessionToken]))
    .digest('base64');
  fingerprints.set(credentials, text);
  return text;
}
