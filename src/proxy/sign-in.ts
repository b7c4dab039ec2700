import { timingSafeEqual } from 'node:crypto';
import type * as z from 'zod/mini';
import { sessionPath, writeHeader } from '../contract/proxy-api.ts';
import { describeQuotas } from '../contract/quotas.ts';
import { SignIn, SwitchAccount } from '../contract/session.ts';
import { encode } from '../contract/wire.ts';
import { answering } from './answering.ts';
import { createAttempts } from './attempts.ts';
import type { CallLog } from './call-log.ts';
import { noteCaller } from './caller.ts';
import { type Credentials, maskedKey } from './credentials.ts';
import type { Answer, ApiReply, ApiRequest } from './exchange.ts';
import { createIdentityDoors, type IdentityDoorOptions } from './identity-doors.ts';
import { createForward, type ForwardMeans, withDefaults } from './forward.ts';
import { checkOrigin } from './gate.ts';
import { readBody } from './input.ts';
import { refusalOf } from './outcome.ts';
import { Refusal, reply } from './refusal.ts';
import type { Sessions } from './sessions.ts';
import { Stop } from './stop.ts';

interface SignInOptions extends ForwardMeans {
  sessions: Sessions;
  /** Links that each start one session of the process's own key pair; people sign in with theirs where it is absent. */
  links?: OneTimeLinks | undefined;
  /** Where an identity provider says who is who, in place of keys and links. */
  identity?: Pick<IdentityDoorOptions, 'identity' | 'key'> | undefined;
  log: (line: CallLog) => void;
  allowedHosts?: readonly string[] | undefined;
}

export interface OneTimeLinks {
  /** What the only link that works now ends with. */
  current: () => string;
  /** It has been used: there is to be another, and whoever runs this is to be told. */
  next: () => void;
}

/** A person mistypes twice or thrice; a machine that guesses gets nowhere. */
const attemptsAMinute = 10;

/** Answers `/session`, and `/session/…` where that is a one-time link. */
export function createSignIn(options: SignInOptions): Answer {
  const { sessions, links } = options;
  const means = withDefaults(options);
  const forward = createForward(means);
  const { now } = means;
  const doors = options.identity && createIdentityDoors({ ...options.identity, sessions, now });
  const attempts = createAttempts(attemptsAMinute, 60_000, now);

  /** Whether the cloud knows this key pair; what it may do there, the cloud decides call by call. */
  async function refusedBy(
    credentials: Credentials,
    regionId: string,
    line: CallLog,
  ): Promise<ApiReply | undefined> {
    const input = { regionId };
    const wire = encode(describeQuotas, input);
    const call = { operation: describeQuotas, input, wire, credentials, headers: {} };
    const outcome = await forward(call, new Stop());
    line.attempts = outcome.attempts;
    if ('requestId' in outcome && outcome.requestId !== undefined) {
      line.requestId = outcome.requestId;
    }
    if ('lost' in outcome) throw refusalOf(describeQuotas, outcome);
    if (outcome.status < 400 || outcome.status === 403) return undefined;
    if (outcome.word !== undefined) line.word = outcome.word;
    return reply(outcome.status, outcome.body, outcome.requestId);
  }

  async function signIn(request: ApiRequest, line: CallLog): Promise<ApiReply> {
    if (links || doors) {
      const how = links ? 'with the link that the console printed' : 'at the identity provider';
      throw new Refusal('METHOD_NOT_ALLOWED', `Sign in ${how}.`);
    }
    const { regionId, ...credentials } = await readJson(request, SignIn);
    line.who = maskedKey(credentials.accessKey);
    const seconds = attempts.make(request.peer.address);
    if (seconds > 0) {
      throw new Refusal('TOO_MANY_ATTEMPTS', `Too many attempts. Wait ${seconds} s.`, {
        headers: { 'retry-after': String(seconds) },
      });
    }
    const refused = await refusedBy(credentials, regionId, line);
    if (refused) return refused;
    const { signedIn, cookie } = await sessions.start(request, credentials);
    return reply(200, JSON.stringify(signedIn), undefined, { 'set-cookie': cookie });
  }

  async function switchAccount(request: ApiRequest, line: CallLog): Promise<ApiReply> {
    const { account } = await readJson(request, SwitchAccount);
    const { signedIn, cookie } = await sessions.change(request, account);
    line.profile = account;
    return reply(200, JSON.stringify(signedIn), undefined, { 'set-cookie': cookie });
  }

  async function signOut(request: ApiRequest): Promise<ApiReply> {
    const next = await options.identity?.identity.end();
    const cookie = sessions.end(request);
    return reply(200, JSON.stringify({ next: next?.href }), undefined, { 'set-cookie': cookie });
  }

  async function openLink(request: ApiRequest, token: string): Promise<ApiReply> {
    const isRight = links !== undefined && isSame(token, links.current());
    // What a browser fetches beforehand, nobody has opened.
    const isOpened = request.method === 'GET' && request.header('sec-purpose') === undefined;
    if (!isRight || !isOpened) return reply(303, '', undefined, { location: '/' });
    links.next();
    const { cookie } = await sessions.start(request);
    return reply(303, '', undefined, { location: '/', 'set-cookie': cookie });
  }

  return answering({ now, log: options.log }, async (request, line) => {
    const way = doors?.(request, line);
    if (way) return way;
    const path = request.target.split('?')[0] ?? '';
    if (path.startsWith(`${sessionPath}/`)) {
      line.operation = 'openLink';
      return openLink(request, path.slice(sessionPath.length + 1));
    }
    checkOrigin(request, options.allowedHosts);
    switch (request.method) {
      case 'GET': {
        line.operation = 'showSession';
        const opened = await sessions.of(request);
        noteCaller(line, opened);
        return reply(200, JSON.stringify(opened.signedIn), undefined);
      }
      case 'POST':
        line.operation = 'signIn';
        checkHeader(request);
        return signIn(request, line);
      case 'PUT':
        line.operation = 'switchAccount';
        checkHeader(request);
        return switchAccount(request, line);
      case 'DELETE':
        line.operation = 'signOut';
        checkHeader(request);
        return signOut(request);
      default:
        throw new Refusal('METHOD_NOT_ALLOWED', 'This path answers GET, POST, PUT, DELETE only.', {
          headers: { allow: 'GET, POST, PUT, DELETE' },
        });
    }
  });
}

/** The same proxy; sessions that call it live on. */
export function renewing(sessions: Sessions, answer: Answer): Answer {
  return async (request) => {
    const replied = await answer(request);
    const cookie = await sessions.renewed(request);
    if (cookie === undefined) return replied;
    return { ...replied, headers: { ...replied.headers, 'set-cookie': cookie } };
  };
}

/** @throws Refusal that repeats no value */
async function readJson<T>(request: ApiRequest, schema: z.ZodMiniType<T>): Promise<T> {
  let body: unknown;
  try {
    body = JSON.parse(await readBody(request));
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal('INVALID_ARGUMENT', 'body: is not JSON');
  }
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  const fields = [...new Set(parsed.error.issues.map(({ path }) => path.join('.') || 'body'))];
  throw new Refusal('INVALID_ARGUMENT', `${fields.join(', ')}: does not fit`, {
    details: { field: fields[0] },
  });
}

function checkHeader(request: ApiRequest): void {
  const { name, value } = writeHeader;
  if (request.header(name) === value) return;
  throw new Refusal('MISSING_HEADER', `This needs the header "${name}: ${value}".`);
}

function isSame(given: string, wanted: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(wanted)];
  return a.length === b.length && timingSafeEqual(a, b);
}
