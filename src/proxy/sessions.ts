import { signInHeader, whoHeader } from '../contract/proxy-api.ts';
import { type Credentials, maskedKey } from './credentials.ts';
import type { ApiRequest } from './exchange.ts';
import { createRecent } from './recent.ts';
import { Refusal } from './refusal.ts';
import { createSealer, type Session } from './seal.ts';

export interface SessionOptions {
  /** Whoever has it can make and read sessions; another one ends them all. */
  key: string;
  /** Milliseconds without a call, and altogether, after which a session has ended. */
  idle: number;
  longest: number;
  now: () => number;
  /** The key pair of the process itself, for sessions that bring none. */
  own?: { who: string; credentials: Credentials } | undefined;
}

/** A session whose key pair is known. */
export interface Opened {
  who: string;
  credentials: Credentials;
}

/** Sessions, which live in the browser's cookie alone: any number of proxies with the same key serve them. */
export interface Sessions {
  /** @throws Refusal when the call has none, it has ended, or the page that calls is somebody else's */
  of: (request: ApiRequest) => Promise<Opened>;
  /** The cookie of a new session. @param credentials absent = the process's own */
  start: (request: ApiRequest, credentials?: Credentials) => Promise<string>;
  /** A younger cookie for one that has lived for a while; nothing where that is not needed. */
  renewed: (request: ApiRequest) => Promise<string | undefined>;
  /** The cookie that takes the session away. */
  end: (request: ApiRequest) => string;
}

/** Browsers keep 4096 bytes of a cookie, its name and attributes included. */
const mostBytes = 3_900;

export function createSessions({ key, idle, longest, now, own }: SessionOptions): Sessions {
  const sealer = createSealer(key);
  // One browser sends the same cookie with every call; it need not be opened each time.
  const opened = createRecent<Promise<Session | undefined>>(500);

  function open(request: ApiRequest): Promise<Session | undefined> | undefined {
    const sealed = cookieOf(request);
    if (sealed === undefined) return undefined;
    let session = opened.get(sealed);
    if (!session) opened.set(sealed, (session = sealer.open(sealed)));
    return session;
  }

  async function living(request: ApiRequest): Promise<Session | undefined> {
    const session = await open(request);
    if (!session) return undefined;
    const hasEnded = now() - session.seenAt > idle || now() - session.startedAt > longest;
    return hasEnded ? undefined : session;
  }

  async function cookie(request: ApiRequest, session: Session): Promise<string> {
    const sealed = await sealer.seal(session);
    if (sealed.length > mostBytes) {
      throw new Refusal(
        'INVALID_ARGUMENT',
        'The session token is too long to be kept in a cookie. Use a key pair without one.',
      );
    }
    const age = Math.ceil((session.startedAt + longest - now()) / 1000);
    return attributes(request, sealed, age);
  }

  return {
    async of(request) {
      const session = await living(request);
      if (!session) throw needed();
      const { who } = session;
      // A session of a profile is worth nothing where another profile, or none, is in use.
      const credentials =
        session.credentials ?? (own?.who === session.who ? own.credentials : undefined);
      if (!credentials) throw needed();
      const page = request.header(whoHeader);
      if (page !== undefined && page !== encodeURIComponent(who)) throw another();
      return { who, credentials };
    },

    start(request, credentials) {
      const who = credentials ? maskedKey(credentials.accessKey) : (own?.who ?? '');
      const session = { who, startedAt: now(), seenAt: now() };
      return cookie(request, credentials ? { ...session, credentials } : session);
    },

    async renewed(request) {
      const session = await living(request);
      // A tenth is short enough to end in time, and long enough not to seal anew with every call.
      if (!session || now() - session.seenAt < idle / 10) return undefined;
      return cookie(request, { ...session, seenAt: now() });
    },

    end: (request) => attributes(request, '', 0),
  };
}

function needed(): Refusal {
  const word = 'SIGN_IN_NEEDED';
  return new Refusal(word, 'Sign in first. A session ends after a while without a call.', {
    headers: { [signInHeader]: word },
  });
}

function another(): Refusal {
  const word = 'SIGNED_IN_AS_ANOTHER';
  return new Refusal(word, 'Somebody else has signed in since this page was loaded. Reload it.', {
    headers: { [signInHeader]: word },
  });
}

/**
 * Cookies are shared by all ports of a host, so two consoles on one machine need two names. Where there is TLS the
 * prefix keeps other hosts of the same domain from setting it.
 */
function nameFor({ peer, header }: ApiRequest): string {
  if (peer.secure) return '__Host-vm-console';
  const [, port = '80'] = /:(\d+)$/.exec(header('host') ?? '') ?? [];
  return `vm-console-${port}`;
}

function attributes(request: ApiRequest, value: string, age: number): string {
  const secure = request.peer.secure ? '; Secure' : '';
  return `${nameFor(request)}=${value}; Path=/; HttpOnly; SameSite=Strict; Max-Age=${age}${secure}`;
}

function cookieOf(request: ApiRequest): string | undefined {
  const name = `${nameFor(request)}=`;
  const all = request.header('cookie')?.split('; ') ?? [];
  return all.find((cookie) => cookie.startsWith(name))?.slice(name.length);
}
