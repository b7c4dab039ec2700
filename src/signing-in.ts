import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { linesBackwards } from './audit-file.ts';
import type { Cloud } from './cloud.ts';
import type { Boot } from './console/boot.ts';
import { callbackPath } from './contract/proxy-api.ts';
import { printedLinks } from './links.ts';
import type { IdentityChoice } from './identity-options.ts';
import type { Options } from './options.ts';
import type { PeerOf } from './peer.ts';
import { createAuditTrail } from './proxy/audit-trail.ts';
import type { Answer } from './proxy/exchange.ts';
import { faultOf } from './proxy/identity-doors.ts';
import { createIdentity, type IdentityOptions } from './proxy/identity.ts';
import { createProxy, type ProxyOptions } from './proxy/proxy.ts';
import { createSessions } from './proxy/sessions.ts';
import { createSignIn, renewing } from './proxy/sign-in.ts';

/** The proxy, for whoever it is open to. */
interface Doors {
  proxy: Answer;
  /** Answers `/session`, where people sign in. */
  signIn?: Answer;
  /** Answers `/audit`, where there is a file to read. */
  auditTrail?: Answer;
  /** Whose page is asked for, where that can be told; or why an attempt to sign in has come to nothing. */
  asker: (request?: IncomingMessage) => Promise<Pick<Boot, 'session' | 'fault'>>;
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
  const session = { who: name, account: name, accounts: [], readOnly: false };
  return {
    ...answersFor(() => own, means, options),
    asker: () => Promise.resolve({ session }),
  };
}

/** With sessions. */
export function lockedDoors(
  means: Means,
  { accounts, signIn }: Cloud,
  { options, origin, peerOf, print }: DoorOptions,
): Doors {
  if (options.sessionKey === undefined && signIn !== 'link') {
    process.stderr.write(
      'Sessions end with this process, and no other process knows them: VM_CONSOLE_SESSION_KEY is not set.\n',
    );
  }
  const key = options.sessionKey ?? randomBytes(32).toString('base64');
  const sessions = createSessions({
    key,
    idle: options.sessionIdle * 60_000,
    longest: options.sessionHours * 3_600_000,
    now: () => Date.now(),
    accounts,
    grants: options.identity?.grants,
  });
  const links = signIn === 'link' ? printedLinks(origin, print) : undefined;
  const identity = options.identity && {
    identity: createIdentity(addressed(options.identity, origin)),
    key,
  };
  const { proxy, auditTrail } = answersFor(sessions.of, means, options);
  return {
    proxy: renewing(sessions, proxy),
    ...(auditTrail && { auditTrail: renewing(sessions, auditTrail) }),
    signIn: createSignIn({ ...means, sessions, links, identity }),
    async asker(request) {
      if (!request) return {};
      const header = (name: string) => request.headers[name]?.toString();
      const asking = { header, peer: peerOf(request) };
      try {
        return { session: (await sessions.of(asking)).signedIn };
      } catch {
        // The page will ask for a sign-in.
        const fault = faultOf(asking);
        return fault ? { fault } : {};
      }
    },
  };
}

function addressed(choice: IdentityChoice, origin: string): IdentityOptions {
  const home = choice.publicUrl ?? new URL(origin);
  return { ...choice, home, redirect: new URL(callbackPath, home), now: Date.now };
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
