import type { AuditLine } from '../contract/audit.ts';
import { isSecret } from '../contract/common.ts';
import type { Match } from '../contract/match.ts';
import type { AnyOperation } from '../contract/operation.ts';
import { operations } from '../contract/operations.ts';
import { mfaHeader } from '../contract/proxy-api.ts';
import { encode, type WireRequest } from '../contract/wire.ts';
import { answering } from './answering.ts';
import { auditLine, type Write } from './audit.ts';
import type { CallLog } from './call-log.ts';
import { type Caller, noteCaller } from './caller.ts';
import type { Answer, ApiReply, ApiRequest } from './exchange.ts';
import { find, type Found } from './find.ts';
import { createForward, type ForwardMeans, type Outcome, withDefaults } from './forward.ts';
import { checkOrigin, checkReadOnly, checkWrite } from './gate.ts';
import { readBody, readInput } from './input.ts';
import { refusalOf } from './outcome.ts';
import { createRecent } from './recent.ts';
import { Refusal, reply } from './refusal.ts';
import { createSharer } from './share.ts';
import { base64, fingerprint } from './signer.ts';
import { Stop } from './stop.ts';

export interface ProxyOptions extends ForwardMeans {
  /**
   * Whose key pair to sign a call with.
   * @throws CredentialsError when there is none; its message is shown to the caller. Refusal: see there
   */
  caller: (request: ApiRequest) => Caller | Promise<Caller>;
  log: (line: CallLog) => void;
  /** Gets every write, when it has ended. */
  audit?: ((line: AuditLine) => void) | undefined;
  /** Refuse every write, and every read that hands over control. */
  readOnly?: boolean | undefined;
  /** Names this proxy answers for, or `name:port`, in lower case. Every name when absent. */
  allowedHosts?: readonly string[] | undefined;
}

/** Two who ask for such a reply must not get the same one: a VNC address serves one viewer. */
const unshared = new Set(
  Object.values<AnyOperation>(operations)
    .filter(
      // A shape is the object of its members' schemas.
      ({ output }) => 'shape' in output && Object.values(output.shape as object).some(isSecret),
    )
    .map(({ name }) => name),
);

interface Fitting extends Found {
  input: Record<string, unknown>;
  wire: WireRequest;
}

/**
 * The signing proxy: answers `/api/{service}/{the cloud's own path and query}`. A request that fits a row of the
 * contract is built anew, signed and sent to the one endpoint configured for its service; anything else is refused
 * unsigned, in the cloud's own envelope.
 */
export function createProxy(options: ProxyOptions): Answer {
  const means = withDefaults(options);
  const { now, nonce } = means;
  const forward = createForward(means);
  const writes = new WeakMap<CallLog, Write>();
  const sharer = createSharer<Outcome>();
  // A console asks the same all day. What fitted its row once fits it again, and need not be read again.
  const reads = createRecent<Fitting>(500);
  // Most addresses are asked once. What is kept for nothing costs more than reading it.
  const askedOnce = createRecent<true>(1000);

  async function answer(request: ApiRequest, line: CallLog): Promise<ApiReply> {
    checkOrigin(request, options.allowedHosts);
    const { matched, input, wire } = await fit(request, line);
    const { operation } = matched;
    const caller = await options.caller(request);
    noteCaller(line, caller);
    const write = writes.get(line);
    if (write) write.accessKey = caller.credentials.accessKey;
    if (caller.readOnly) {
      const why = `You may only look at ${caller.profile ?? 'this account'}`;
      checkReadOnly(operation, why, 'Ask whoever runs this console for more.');
    }
    const headers = headersFor(operation, request);
    const { credentials, endpoints } = caller;
    const call = { operation, input, wire, credentials, endpoints, headers };
    const outcome = await run(call, request.gone, line);
    if ('requestId' in outcome && outcome.requestId !== undefined) {
      line.requestId = outcome.requestId;
    }
    if ('lost' in outcome) {
      line.cause = outcome.cause;
      throw refusalOf(operation, outcome);
    }
    if (outcome.word !== undefined) line.word = outcome.word;
    const replied = reply(outcome.status, outcome.body, outcome.requestId);
    if (write) write.reply = replied;
    return replied;
  }

  /** What the request asks for, checked, and as the cloud will get it. */
  async function fit(request: ApiRequest, line: CallLog): Promise<Fitting> {
    const known = request.method === 'GET' ? reads.get(request.target) : undefined;
    const { matched, query } = known ?? find(request);
    const { operation } = matched;
    line.operation = operation.name;
    line.service = operation.service;
    if (operation.kind === 'write') writes.set(line, { from: request.peer.address, operation });
    if (options.readOnly) {
      const why = 'This console is read-only';
      checkReadOnly(operation, why, 'Start it without --read-only to allow that.');
    }
    checkWrite(operation, request);
    const input = known?.input ?? readInput(matched, query, await readBody(request));
    if (typeof input['regionId'] === 'string') line.region = input['regionId'];
    const resource = resourceOf(matched);
    if (resource !== undefined) line.resource = resource;
    if (known) return known;
    const write = writes.get(line);
    if (write) write.input = input;
    // A creation costs money. With a token a lost reply can be asked for again without a second machine.
    if (operation.name === 'createInstances') input['clientToken'] ??= nonce();
    const fitting = { matched, query, input, wire: encode(operation, input) };
    if (request.method === 'GET') {
      if (askedOnce.get(request.target)) reads.set(request.target, fitting);
      else askedOnce.set(request.target, true);
    }
    return fitting;
  }

  async function run(
    call: Parameters<typeof forward>[0],
    gone: Stop,
    line: CallLog,
  ): Promise<Outcome> {
    const { operation, wire, credentials, endpoints = means.endpoints } = call;
    if (operation.kind === 'write') {
      // Somebody who closes the tab does not undo a write; its outcome is wanted in the log.
      const outcome = await forward(call, new Stop());
      noteSending(line, outcome);
      return outcome;
    }
    if (gone.stopped) throw new Refusal('CANCELLED', 'The caller has gone.');
    // A read is all in its path and query.
    const key = unshared.has(operation.name)
      ? nonce()
      : `${fingerprint(credentials)} ${endpoints[operation.service].origin} ${operation.service} ${wire.path}?${wire.query}`;
    const { result, shared } = await sharer.run(key, gone, (stop) => forward(call, stop));
    if (shared) line.shared = true;
    else noteSending(line, result);
    return result;
  }

  const log = (line: CallLog) => {
    options.log(line);
    const write = writes.get(line);
    if (write) options.audit?.(auditLine(line, write));
  };
  return answering({ now, log }, answer);
}

function noteSending(line: CallLog, { attempts, skew }: Outcome): void {
  line.attempts = attempts;
  if (skew !== undefined) line.skew = skew;
}

/** The last path parameter that is not the region: the resource, or the part of it that is meant. */
function resourceOf({ params }: Match): string | undefined {
  return Object.entries(params).find(([name]) => name !== 'regionId')?.[1];
}

/** @throws Refusal when the token cannot be one */
function headersFor(operation: AnyOperation, request: ApiRequest): Record<string, string> {
  if (operation.kind === 'read' || !operation.mfa) return {};
  const token = request.header(mfaHeader) ?? '';
  if (token === '') return {};
  if (!/^[\x21-\x7e]{1,4096}$/.test(token)) {
    const field = mfaHeader;
    throw new Refusal('INVALID_ARGUMENT', `${field}: is not a token`, {
      details: { field, problems: [{ field, message: 'is not a token' }] },
    });
  }
  return { [mfaHeader]: base64(token) };
}
