import { createHmac, hash } from 'node:crypto';
import type { Service } from '../contract/operation.ts';
import { percentEncode } from '../contract/wire.ts';

/**
 * JDCLOUD2-HMAC-SHA256, a close relative of AWS Signature V4. One function per intermediate string, so that a test
 * (or a person with a refused request) can look at each.
 */
export const algorithm = 'JDCLOUD2-HMAC-SHA256';
const terminator = 'jdcloud2_request';

/** Operations without a region in their path are signed with this one: what the vendor's Node SDK does. */
export const noRegion = 'jdcloud';

/** A request as far as its signature goes. */
interface Signable {
  method: string;
  /** As on the wire: percent-encoded or not, both give the same signature. */
  path: string;
  /** As on the wire, without the question mark. */
  query: string;
  /** Exactly the headers to sign; names in lower case. */
  headers: Readonly<Record<string, string>>;
  /** Empty when there is none. */
  body: string | Uint8Array;
}

/** What a signature is good for. */
export interface Scope {
  /** YYYYMMDD, the first eight characters of `x-jdcloud-date`. */
  date: string;
  region: string;
  service: Service | (string & {});
}

/** `x-jdcloud-date` for a moment in epoch milliseconds: UTC, `YYYYMMDDTHHmmssZ`. */
export function dateTimeOf(now: number): string {
  const iso = new Date(now).toISOString();
  return `${iso.slice(0, 4)}${iso.slice(5, 7)}${iso.slice(8, 13)}${iso.slice(14, 16)}${iso.slice(17, 19)}Z`;
}

/** The six parts of a request that are signed. */
export function canonicalRequest(request: Signable, names = signedNames(request.headers)): string {
  let headers = '';
  // One line per header, and an empty line after the last.
  for (const name of names) headers += `${name}:${tidy(request.headers[name] ?? '')}\n`;
  return `${request.method.toUpperCase()}\n${canonicalPath(request.path)}\n${canonicalQuery(request.query)}\n${headers}\n${names.join(';')}\n${sha256(request.body)}`;
}

/** Names of the signed headers as `SignedHeaders` lists them. */
export function signedNames(headers: Readonly<Record<string, string>>): string[] {
  return Object.keys(headers).sort();
}

/** Both SDKs trim a header's value and shrink white space inside it. */
function tidy(value: string): string {
  if (!/\s/.test(value)) return value;
  return value.replace(/\s+/g, ' ').trim();
}

/** Every segment percent-encoded exactly once; `/` kept; empty becomes `/`. */
function canonicalPath(path: string): string {
  if (path === '') return '/';
  if (/^[A-Za-z0-9._~/-]*$/.test(path)) return path;
  return path.split('/').map(encodeOnce).join('/');
}

/** Pairs sorted by name (by code unit, before encoding) and by encoded value; a bare name keeps its `=`. */
export function canonicalQuery(query: string): string {
  if (query === '') return '';
  if (plainQuery.test(query)) {
    // Names decide first, so what ends one has to come before every character in one.
    return query.replaceAll('=', '\0').split('&').sort().join('&').replaceAll('\0', '=');
  }
  const pairs: Pair[] = [];
  for (const text of query.split('&')) {
    const at = text.indexOf('=');
    if (text !== '') pairs.push(encodedPair(text, at));
  }
  pairs.sort((a, b) => compare(a.name, b.name) || compare(a.text, b.text));
  return pairs.map((pair) => pair.text).join('&');
}

interface Pair {
  /** Decoded. */
  name: string;
  /** Encoded, with its value; among pairs of one name it sorts as its value does. */
  text: string;
}

/** What needs no encoding, as nearly all of ours. */
const plainQuery = /^[A-Za-z0-9._~-]+=[A-Za-z0-9._~-]*(?:&[A-Za-z0-9._~-]+=[A-Za-z0-9._~-]*)*$/;

function encodedPair(text: string, at: number): Pair {
  // A plus in a query means a space; a plus sign itself travels as %2B.
  const name = plain((at < 0 ? text : text.slice(0, at)).replaceAll('+', ' '));
  const value = at < 0 ? '' : encodeOnce(text.slice(at + 1).replaceAll('+', ' '));
  return { name, text: `${encodeOnce(name)}=${value}` };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

const unreserved = /^[A-Za-z0-9._~-]*$/;

function encodeOnce(text: string): string {
  return unreserved.test(text) ? text : percentEncode(plain(text));
}

/** Percent-decodes; a text that is no valid encoding stands for itself. */
function plain(text: string): string {
  if (!text.includes('%')) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** `{date}/{region}/{service}/jdcloud2_request`. */
export function scopeText(scope: Scope): string {
  return `${scope.date}/${scope.region}/${scope.service}/${terminator}`;
}

/** What the key signs. @param dateTime the value of `x-jdcloud-date` */
export function stringToSign(dateTime: string, scope: Scope, canonical: string): string {
  return `${algorithm}\n${dateTime}\n${scopeText(scope)}\n${sha256(canonical)}`;
}

/** The four steps from a secret to the key of one day, region and service. */
export function signingKeys(secretKey: string, scope: Scope) {
  const kDate = hmac(`JDCLOUD2${secretKey}`, scope.date);
  const kRegion = hmac(kDate, scope.region);
  const kService = hmac(kRegion, scope.service);
  return { kDate, kRegion, kService, kSigning: hmac(kService, terminator) };
}

/** Lower-case hex. @param key `kSigning` */
export function signature(key: Uint8Array, text: string): string {
  return createHmac('sha256', key).update(text).digest('hex');
}

/** The value of the `Authorization` header. */
export function authorization(
  accessKey: string,
  scope: Scope,
  names: readonly string[],
  signed: string,
): string {
  return `${algorithm} Credential=${accessKey}/${scopeText(scope)}, SignedHeaders=${names.join(';')}, Signature=${signed}`;
}

/** Lower-case hex SHA-256. */
function sha256(data: string | Uint8Array): string {
  return data === '' ? ofNothing : hash('sha256', data, 'hex');
}

/** Of the body that most requests have. */
const ofNothing = hash('sha256', '', 'hex');

function hmac(key: string | Uint8Array, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}
