import { signInHeader, whoHeader } from '../contract/proxy-api.ts';
import type { SignedIn } from '../contract/session.ts';
import type { Account, Caller } from './caller.ts';
import { type Credentials, keyDigest, maskedKey } from './credentials.ts';
import type { ApiRequest } from './exchange.ts';
import { createRecent } from './recent.ts';
import { Refusal } from './refusal.ts';
import { createSealer, type Person, Session } from './seal.ts';

export interface SessionOptions {
  /** Whoever has it can make and read sessions; another one ends them all. */
  key: string;
  /** Milliseconds without a call, and altogether, after which a session has ended. */
  idle: number;
  longest: number;
  now: () => number;
  /** The key pairs of the process itself, for sessions that bring none; the first is what they begin with. */
  accounts?: readonly Account[] | undefined;
  /** Which of them a person may use. Without grants, whoever has a session may use all. */
  grants?: readonly Grant[] | undefined;
}

/** What the members of a group may do. */
export interface Grant {
  group: string;
  /** The name of the account. */
  profile: string;
  readOnly: boolean;
}

/** A session whose key pair is known. */
interface Opened extends Caller {
  signedIn: SignedIn;
}

/** A session that has been read, and what it may do where it may do anything. */
interface Known {
  session: Session;
  meant: Opened | undefined;
}

/** What of a request tells whose it is. */
export type Asking = Pick<ApiRequest, 'header' | 'peer'>;

/** Sessions, which live in the browser's cookie alone: any number of proxies with the same key serve them. */
export interface Sessions {
  /** @throws Refusal when the call has none, it has ended, or the page that calls is somebody else's */
  of: (request: Asking) => Promise<Opened>;
  /** The cookie of a new session. @param credentials absent = the process's own */
  start: (request: Asking, credentials?: Credentials) => Promise<Started>;
  /** The same for a person. @returns nothing where none of the person's groups has been granted anything */
  startFor: (request: Asking, person: Person) => Promise<Started | undefined>;
  /** The same session with another of its accounts. @throws Refusal when it has no such account */
  change: (request: Asking, account: string) => Promise<Started>;
  /** A younger cookie for one that has lived for a while; nothing where that is not needed. */
  renewed: (request: Asking) => Promise<string | undefined>;
  /** The cookie that takes the session away. */
  end: (request: Asking) => string;
}

interface Started {
  cookie: string;
  signedIn: SignedIn;
}

/** Browsers keep 4096 bytes of a cookie, its name and attributes included. */
const mostBytes = 3_900;

export function createSessions(options: SessionOptions): Sessions {
  const { key, idle, longest, now, accounts = [], grants = [] } = options;
  const sealer = createSealer(key, Session, 'session');
  // One browser sends the same cookie with every call; it need not be opened each time.
  const opened = createRecent<Promise<Known | undefined>>(500);
  /** Cookies that have been taken back. A call that came with one before must not bring its session back. */
  const takenBack = createRecent<true>(500);

  function open(request: Asking): Promise<Known | undefined> | undefined {
    const sealed = cookieOf(request);
    if (sealed === undefined) return undefined;
    let known = opened.get(sealed);
    if (!known) opened.set(sealed, (known = read(sealed)));
    return known;
  }

  async function read(sealed: string): Promise<Known | undefined> {
    const session = await sealer.open(sealed);
    return session && { session, meant: meaning(session) };
  }

  async function living(request: Asking): Promise<Known | undefined> {
    const known = await open(request);
    if (!known) return undefined;
    const { seenAt, startedAt } = known.session;
    const hasEnded = now() - seenAt > idle || now() - startedAt > longest;
    return hasEnded ? undefined : known;
  }

  async function cookie(request: Asking, session: Session): Promise<string> {
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

  /** The accounts that a person, or anybody without a name, may use. */
  function usable(person: Person | undefined): { account: Account; readOnly: boolean }[] {
    if (!person) return accounts.map((account) => ({ account, readOnly: false }));
    return accounts.flatMap((account) => {
      const given = grants.filter(
        ({ group, profile }) => profile === account.name && person.groups.includes(group),
      );
      return given.length > 0 ? [{ account, readOnly: given.every((one) => one.readOnly) }] : [];
    });
  }

  /** What the session may do here: a profile that is no longer in use is worth nothing. */
  function meaning({ credentials, profile, person }: Session): Opened | undefined {
    if (credentials) {
      const { accessKey } = credentials;
      const account = maskedKey(accessKey);
      const who = `${account} ${keyDigest(accessKey)}`;
      return { credentials, signedIn: { who, account, accounts: [], readOnly: false } };
    }
    const all = usable(person);
    const own = all.find(({ account }) => account.name === profile);
    if (!own) return undefined;
    const { account, readOnly } = own;
    const { name, region } = account;
    return {
      credentials: account.credentials,
      endpoints: account.endpoints,
      profile: name,
      person,
      readOnly,
      signedIn: {
        who: person ? `${person.subject} ${name}` : name,
        ...(person && { person: person.name }),
        account: name,
        accounts: all.map((one) => one.account.name),
        ...(region !== undefined && { region }),
        readOnly,
      },
    };
  }

  async function begin(request: Asking, session: Session): Promise<Started> {
    const meant = meaning(session);
    if (!meant) throw needed();
    return { cookie: await cookie(request, session), signedIn: meant.signedIn };
  }

  async function current(request: Asking) {
    const { session, meant } = (await living(request)) ?? {};
    if (!session || !meant) throw needed();
    const page = request.header(whoHeader);
    if (page !== undefined && page !== encodeURIComponent(meant.signedIn.who)) throw another();
    return { session, meant };
  }

  function takeBack(request: Asking): void {
    const sealed = cookieOf(request);
    if (sealed !== undefined) takenBack.set(sealed, true);
  }

  return {
    of: async (request) => (await current(request)).meant,

    start(request, credentials) {
      const own = credentials ? { credentials } : { profile: accounts[0]?.name };
      return begin(request, { ...own, startedAt: now(), seenAt: now() });
    },

    async startFor(request, { subject, name, groups }) {
      // A person may be in hundreds; a cookie has no room for those that say nothing.
      const known = groups.filter((group) => grants.some((grant) => grant.group === group));
      const person = { subject, name, groups: known };
      const [first] = usable(person);
      if (!first) return undefined;
      const profile = first.account.name;
      return begin(request, { person, profile, startedAt: now(), seenAt: now() });
    },

    async change(request, account) {
      const { session, meant } = await current(request);
      if (!meant.signedIn.accounts.includes(account)) {
        throw new Refusal('INVALID_ARGUMENT', 'account: is none of yours', {
          details: { field: 'account' },
        });
      }
      takeBack(request);
      return begin(request, { ...session, profile: account, seenAt: now() });
    },

    async renewed(request) {
      const session = (await living(request))?.session;
      // A tenth is short enough to end in time, and long enough not to seal anew with every call.
      if (!session || now() - session.seenAt < idle / 10) return undefined;
      if (takenBack.get(cookieOf(request) ?? '')) return undefined;
      return cookie(request, { ...session, seenAt: now() });
    },

    end(request) {
      takeBack(request);
      return attributes(request, '', 0);
    },
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
  return new Refusal(word, 'Another account is in use since this page was loaded. Reload it.', {
    headers: { [signInHeader]: word },
  });
}

/**
 * Cookies are shared by all ports of a host, so two consoles on one machine need two names. Where there is TLS the
 * prefix keeps other hosts of the same domain from setting it.
 */
export function cookieName({ peer, header }: Asking): string {
  if (peer.secure) return '__Host-vm-console';
  const [, port = '80'] = /:(\d+)$/.exec(header('host') ?? '') ?? [];
  return `vm-console-${port}`;
}

function attributes(request: Asking, value: string, age: number): string {
  const secure = request.peer.secure ? '; Secure' : '';
  return `${cookieName(request)}=${value}; Path=/; HttpOnly; SameSite=Strict; Max-Age=${age}${secure}`;
}

/** The value of a cookie that came with a request. */
export function cookieOf(request: Asking, name = cookieName(request)): string | undefined {
  const all = request.header('cookie')?.split('; ') ?? [];
  return all.find((cookie) => cookie.startsWith(`${name}=`))?.slice(name.length + 1);
}
