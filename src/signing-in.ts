import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { linesBackwards } from './audit-file.ts';
import type { Cloud } from './cloud.ts';
import type { SignedIn } from './contract/session.ts';
import { printedLinks } from './links.ts';
import type { Options } from './options.ts';
import type { PeerOf } from './peer.ts';
import { createAuditTrail } from './proxy/audit-trail.ts';
import type { Answer } from './proxy/exchange.ts';
import { createProxy, type ProxyOptions } from './proxy/proxy.ts';
import { createSessions } from './proxy/sessions.ts';
import { createSignIn, renewing } from './proxy/sign-in.ts';

/** The proxy, for whoever it is open to. */
export interface Doors {
  proxy: Answer;
  /** Answers `/session`, where people sign in. */
  signIn?: Answer;
  /** Answers `/audit`, where there is a file to read. */
  auditTrail?: Answer;
  /** Whose page is asked for, where that can be told. */
  signedIn: (request?: IncomingMessage) => Promise<SignedIn | undefined>;
}

interface DoorOptions {
  options: Options;
  /** Where the console will be reached, such as `http://127.0.0.1:8080`. */
  origin: string;
  peerOf: PeerOf;
  /** Shows a line to whoever started this. */
  print: (line: string) => void;
}

type Means = Omit<ProxyOptions, 'caller'>;

/** Without a lock: whoever reaches it uses it. */
export function openDoors(means: Means, { accounts }: Cloud, options: Options): Doors {
  const [own] = accounts;
  if (!own) throw new Error('Nobody brings a key, and there is none.');
  const { name } = own;
  const signedIn = { who: name, account: name, accounts: [], readOnly: false };
  return {
    ...answersFor(() => own, means, options),
    signedIn: () => Promise.resolve(signedIn),
  };
}

/** With sessions. */
export function lockedDoors(
  means: Means,
  { accounts }: Cloud,
  { options, origin, peerOf, print }: DoorOptions,
): Doors {
  const hasOwn = accounts.length > 0;
  if (options.sessionKey === undefined && !hasOwn) {
    process.stderr.write(
      'Sessions end with this process, and no other process knows them: VM_CONSOLE_SESSION_KEY is not set.\n',
    );
  }
  const sessions = createSessions({
    key: options.sessionKey ?? randomBytes(32).toString('base64'),
    idle: options.sessionIdle * 60_000,
    longest: options.sessionHours * 3_600_000,
    now: () => Date.now(),
    accounts,
  });
  const links = hasOwn ? printedLinks(origin, print) : undefined;
  const { proxy, auditTrail } = answersFor(sessions.of, means, options);
  return {
    proxy: renewing(sessions, proxy),
    ...(auditTrail && { auditTrail: renewing(sessions, auditTrail) }),
    signIn: createSignIn({ ...means, sessions, links }),
    async signedIn(request) {
      if (!request) return undefined;
      const header = (name: string) => request.headers[name]?.toString();
      try {
        return (await sessions.of({ header, peer: peerOf(request) })).signedIn;
      } catch {
        return undefined; // the page will ask for a sign-in
      }
    },
  };
}

/** What answers in the name of whoever calls. */
function answersFor(
  caller: ProxyOptions['caller'],
  means: Means,
  { audit }: Options,
): Pick<Doors, 'proxy' | 'auditTrail'> {
  const proxy = createProxy({ ...means, caller });
  // What is printed can be read where it ends up, not here.
  if (audit === undefined || audit === '-') return { proxy };
  const lines = (before?: number) => linesBackwards(audit, before);
  return { proxy, auditTrail: createAuditTrail({ ...means, caller, lines, now: Date.now }) };
}
