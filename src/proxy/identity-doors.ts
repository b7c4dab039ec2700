import * as z from 'zod/mini';
import { beginPath, callbackPath } from '../contract/proxy-api.ts';
import { type SignInFault, signInFaults } from '../contract/session.ts';
import type { CallLog } from './call-log.ts';
import type { ApiReply, ApiRequest } from './exchange.ts';
import { type Identity, IdentityError } from './identity.ts';
import { reply } from './refusal.ts';
import { createSealer } from './seal.ts';
import { type Asking, cookieName, cookieOf, type Sessions } from './sessions.ts';

/** What the browser keeps, sealed, while its owner is at the provider. */
const Journey = z.object({
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  /** The page to come back to. */
  to: z.string(),
  startedAt: z.number(),
});

/** Who takes longer begins again. */
const longest = 10 * 60_000;

export interface IdentityDoorOptions {
  identity: Identity;
  sessions: Sessions;
  /** That of the sessions. */
  key: string;
  now: () => number;
}

/** Answers the way to the identity provider and back; nothing where the address is neither of the two. */
type IdentityDoors = (request: ApiRequest, line: CallLog) => Promise<ApiReply> | undefined;

/** Remembers nothing here: the way back may be another replica's. */
export function createIdentityDoors(options: IdentityDoorOptions): IdentityDoors {
  const { identity, sessions, key, now } = options;
  const sealer = createSealer(key, Journey, 'journey');

  async function begin(request: ApiRequest, query: URLSearchParams): Promise<ApiReply> {
    const to = pathOf(query.get('to') ?? '/');
    const { url, flow } = await identity.begin();
    const sealed = await sealer.seal({ ...flow, to, startedAt: now() });
    const cookie = attributes(request, sealed, longest / 1000);
    return reply(303, '', undefined, { location: url.href, 'set-cookie': cookie });
  }

  async function finish(
    request: ApiRequest,
    query: URLSearchParams,
    line: CallLog,
  ): Promise<ApiReply> {
    const journey = await sealer.open(cookieOf(request, nameFor(request)) ?? '');
    if (!journey || now() - journey.startedAt > longest) {
      throw new IdentityError('SIGN_IN_STALE', 'no journey');
    }
    const person = await identity.finish(String(query), journey);
    line.subject = person.subject;
    line.person = person.name;
    const started = await sessions.startFor(request, person);
    if (!started) throw new IdentityError('NO_RIGHTS', 'no group');
    line.profile = started.signedIn.account;
    return onwards(journey.to, started.cookie);
  }

  /** The page says why, in the reader's language. */
  async function explained(
    request: ApiRequest,
    line: CallLog,
    work: () => Promise<ApiReply>,
  ): Promise<ApiReply> {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof IdentityError)) throw error;
      line.word = error.fault;
      line.cause = error.cause;
      return onwards('/', attributes(request, error.fault, 60));
    }
  }

  return (request, line) => {
    const [path, query] = request.target.split('?');
    if (request.method !== 'GET' || (path !== beginPath && path !== callbackPath)) return undefined;
    const params = new URLSearchParams(query);
    line.operation = path === beginPath ? 'beginSignIn' : 'finishSignIn';
    return explained(request, line, () =>
      path === beginPath ? begin(request, params) : finish(request, params, line),
    );
  };
}

/** Why the last attempt of this browser came to nothing, a minute ago at most. */
export function faultOf(request: Asking): SignInFault | undefined {
  const value = cookieOf(request, nameFor(request));
  return signInFaults.find((fault) => fault === value);
}

/**
 * Goes on to a page of the console, as if that were asked for from here. (A redirect would still count as the
 * provider's, and the browser would not send along a cookie that is for this site's own pages.)
 */
function onwards(to: string, cookie: string): ApiReply {
  return reply(200, '', undefined, {
    'content-type': 'text/plain; charset=utf-8',
    refresh: `0;url=${to}`,
    'set-cookie': cookie,
  });
}

/** A page of this console alone, whatever somebody has written into a link. */
function pathOf(to: string): string {
  const here = 'http://console.invalid';
  if (!URL.canParse(to, here)) return '/';
  const { origin, pathname, search } = new URL(to, here);
  return origin === here && !pathname.startsWith('//') ? `${pathname}${search}` : '/';
}

function nameFor(request: Asking): string {
  return `${cookieName(request)}-journey`;
}

/** Lax: the browser comes back from another site. */
function attributes(request: Asking, value: string, age: number): string {
  const secure = request.peer.secure ? '; Secure' : '';
  return `${nameFor(request)}=${value}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${age}${secure}`;
}
