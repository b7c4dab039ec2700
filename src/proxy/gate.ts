import type { AnyOperation } from '../contract/operation.ts';
import { writeHeader } from '../contract/proxy-api.ts';
import type { ApiRequest } from './exchange.ts';
import { Refusal } from './refusal.ts';

/**
 * Refuses what does not come from the console's own page or from a person's own tool. A page elsewhere that
 * points a name of its own at this address (DNS rebinding) fails the first check, any other foreign page the second.
 * @param allowedHosts names, or `name:port`; every host when absent
 * @throws Refusal
 */
export function checkOrigin(
  request: ApiRequest,
  allowedHosts: readonly string[] | undefined,
): void {
  const host = (request.header('host') ?? '').toLowerCase();
  if (allowedHosts && !allowedHosts.includes(host) && !allowedHosts.includes(nameOf(host))) {
    throw new Refusal(
      'UNKNOWN_HOST',
      'This proxy does not answer for the host in the address. Use the address it printed when it started.',
    );
  }
  // Every browser says where a request comes from; `none` is an address typed by a person.
  const site = request.header('sec-fetch-site');
  if (site !== undefined && site !== 'same-origin' && site !== 'none') throw foreign();
  const origin = request.header('origin');
  // The scheme is not compared: behind a proxy that ends TLS it differs.
  if (origin !== undefined && hostOf(origin) !== host) throw foreign();
}

/**
 * A write must carry the header that only the console's own script, or a person, would add.
 * @throws Refusal
 */
export function checkWrite(operation: AnyOperation, request: ApiRequest): void {
  if (operation.kind === 'read') return;
  if (request.header(writeHeader.name) !== writeHeader.value) {
    throw new Refusal(
      'MISSING_HEADER',
      `A write needs the header "${writeHeader.name}: ${writeHeader.value}".`,
    );
  }
}

/**
 * Refuses a write, and a read that hands over control, to whoever may only look.
 * @param why a sentence's beginning, such as "This console is read-only"
 * @throws Refusal
 */
export function checkReadOnly(operation: AnyOperation, why: string, remedy: string): void {
  const writes = operation.kind === 'write';
  if (!writes && !operation.control) return;
  const what = writes ? 'is a write' : 'hands over control of what it is asked for';
  throw new Refusal('READ_ONLY', `${why}, and ${operation.name} ${what}. ${remedy}`);
}

function foreign(): Refusal {
  return new Refusal('FOREIGN_ORIGIN', 'Calls are answered for pages of this console only.');
}

function hostOf(origin: string): string | undefined {
  try {
    return new URL(origin).host;
  } catch {
    return undefined; // "null": a sandboxed frame or a file
  }
}

/** The host without its port; the brackets of an IPv6 address stay. */
function nameOf(host: string): string {
  return host.replace(/:\d+$/, '');
}
