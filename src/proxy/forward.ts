import { mayRetry } from '../contract/errors.ts';
import type { AnyOperation } from '../contract/operation.ts';
import type { WireRequest } from '../contract/wire.ts';
import type { Credentials } from './credentials.ts';
import type { Endpoints } from './endpoints.ts';
import { type Answered, type Failed, readUpstream } from './read-upstream.ts';
import { noRegion } from './sign.ts';
import { createSigner } from './signer.ts';
import type { Stop } from './stop.ts';
import { type Transport, TransportError, type UpstreamReply } from './transport.ts';

/** What varies between a server, a test and a benchmark. */
interface ForwardOptions {
  endpoints: Endpoints;
  transport: Transport;
  /** Epoch milliseconds. */
  now: () => number;
  /** A fresh UUID per request. */
  nonce: () => string;
  /** 0 up to 1: spreads repeats. */
  random: () => number;
  timer: Timer;
  limits: Limits;
}

/** What must be given; the rest is this machine's own clock, chance and patience unless a test has others. */
export type ForwardMeans = Pick<ForwardOptions, 'endpoints' | 'transport'> & {
  [K in 'now' | 'nonce' | 'random' | 'timer']?: ForwardOptions[K] | undefined;
} & { limits?: Partial<Limits> | undefined };

export function withDefaults(means: ForwardMeans): ForwardOptions {
  return {
    endpoints: means.endpoints,
    transport: means.transport,
    now: means.now ?? (() => Date.now()),
    nonce: means.nonce ?? (() => crypto.randomUUID()),
    random: means.random ?? (() => Math.random()),
    timer:
      means.timer ??
      ((ms, run) => {
        const timer = setTimeout(run, ms);
        return () => clearTimeout(timer);
      }),
    limits: { deadline: 30_000, attempts: 3, pause: 250, ...means.limits },
  };
}

/** Calls `run` after `ms`, unless the function it returns is called before. */
type Timer = (ms: number, run: () => void) => () => void;

interface Limits {
  /** Milliseconds a call may take altogether, repeats and pauses included. */
  deadline: number;
  /** How often one call is sent at most. */
  attempts: number;
  /** Milliseconds before the first repeat, on average; each further pause is twice as long. */
  pause: number;
}

interface UpstreamCall {
  operation: AnyOperation;
  /** Fits `operation.input`. */
  input: Record<string, unknown>;
  /** The input as the cloud gets it. */
  wire: WireRequest;
  credentials: Credentials;
  /** Where the key pair is good; absent = where all the others are. */
  endpoints?: Endpoints | undefined;
  /** Further headers to sign and send. */
  headers: Readonly<Record<string, string>>;
}

/** How a call ended. `skew`: it was signed again because the cloud's clock was found to be so far ahead. */
export type Outcome = (Answered | Failed) & { attempts: number; skew?: number | undefined };

/** Milliseconds. The cloud does not say what it tolerates; it cannot be less than this. */
const tolerance = 60_000;

/**
 * Sends a call, signed, again where that is safe, until its deadline (which stops it) or until stopped by others.
 * Never rejects for trouble upstream.
 */
type Forward = (call: UpstreamCall, stop: Stop) => Promise<Outcome>;

export function createForward(options: ForwardOptions): Forward {
  const { now, limits } = options;
  const signer = createSigner();
  /** Milliseconds that the clock of a service's host is ahead of this one; only where a refusal has shown it. */
  const skews = new Map<string, number>();

  async function once(
    call: UpstreamCall,
    signedAt: number,
    stop: Stop,
  ): Promise<Answered | Failed> {
    const { operation, input, wire, credentials, headers } = call;
    const endpoint = (call.endpoints ?? options.endpoints)[operation.service];
    const { method, path, query, body } = wire;
    const signed = signer.sign(
      {
        method,
        path,
        query,
        body: body ?? '',
        host: endpoint.host,
        region: typeof input['regionId'] === 'string' ? input['regionId'] : noRegion,
        service: operation.service,
        headers,
      },
      credentials,
      signedAt,
      options.nonce(),
    );
    const url = `${endpoint.origin}${path}${query && `?${query}`}`;
    // Not signed: a gateway in between may rewrite it.
    const all = { ...signed, accept: 'application/json' };
    try {
      const sending = options.transport({ url, method, headers: all, body }, stop);
      return readUpstream(operation, await unlessStopped(sending, stop));
    } catch (error) {
      if (error instanceof TransportError) return { lost: error.kind, cause: error.message };
      if (stop.stopped) return { lost: 'timeout', cause: 'deadline' };
      // Not foreseen, so nothing is known about how far the request got.
      return { lost: 'no-reply', cause: error instanceof Error ? error.name : typeof error };
    }
  }

  return async (call, stop) => {
    const { host } = options.endpoints[call.operation.service];
    const started = now();
    const cancelDeadline = options.timer(limits.deadline, () => stop.stop());
    /** Once a write may have happened, a later certainty about a repeat does not take that back. */
    let doubtful: (Failed & { attempts: number }) | undefined;
    let skew: number | undefined;
    try {
      for (let attempts = 1; ; attempts++) {
        const signedAt = now() + (skews.get(host) ?? 0);
        const outcome: Outcome = { ...(await once(call, signedAt, stop)), attempts, skew };
        if (skew === undefined && isForAnotherTime(outcome, signedAt) && !stop.stopped) {
          skew = outcome.refusedAt - now();
          skews.set(host, skew);
          continue;
        }
        if ('lost' in outcome && mayHaveHappened(call.operation, outcome)) doubtful = outcome;
        const pause = pauseBefore(attempts, outcome);
        if (
          attempts >= limits.attempts ||
          stop.stopped ||
          now() - started + pause >= limits.deadline ||
          !maySendAgain(call, outcome)
        ) {
          return doubtful && isNoAnswer(outcome) ? { ...doubtful, attempts } : outcome;
        }
        await wait(pause, stop);
        if (stop.stopped) return doubtful ? { ...doubtful, attempts } : outcome;
      }
    } finally {
      cancelDeadline();
    }
  };

  /** Ends early, without an error, when told to stop. */
  async function wait(ms: number, stop: Stop): Promise<void> {
    await new Promise<void>((resolve) => {
      const cancel = options.timer(ms, resolve);
      stop.onStop(() => {
        cancel();
        resolve();
      });
    });
  }

  /** Doubles each time, and spreads over 50-150 %, so that callers refused together do not return together. */
  function pauseBefore(attempts: number, outcome: Outcome): number {
    const pause = limits.pause * 2 ** (attempts - 1) * (0.5 + options.random());
    const asked = 'retryAfter' in outcome ? (outcome.retryAfter ?? 0) : 0;
    return Math.max(pause, asked);
  }
}

/**
 * Whether a refusal of the signature may be for this machine's clock alone. Then nothing has been looked at, so that
 * even a write may be sent again.
 */
function isForAnotherTime<O extends Outcome>(
  outcome: O,
  signedAt: number,
): outcome is O & { refusedAt: number } {
  if ('lost' in outcome || outcome.refusedAt === undefined) return false;
  return Math.abs(outcome.refusedAt - signedAt) > tolerance;
}

/** A transport may be slow to hear that it should stop, or deaf. */
function unlessStopped(sending: Promise<UpstreamReply>, stop: Stop): Promise<UpstreamReply> {
  return new Promise((resolve, reject) => {
    sending.then(resolve, reject);
    stop.onStop(() => reject(new Error('stopped')));
  });
}

/** Whether a write may have happened although there is no answer. */
export function mayHaveHappened(operation: AnyOperation, failed: Failed): boolean {
  if (operation.kind === 'read' || failed.lost === 'not-sent') return false;
  if (failed.lost !== 'bad-reply') return true;
  // A gateway that redirects or refuses has not passed the request on, save for the two that mean "took too long".
  const { status } = failed;
  return status < 300 || status >= 500 || status === 408 || status === 499;
}

/** Says nothing about what an earlier attempt did. */
function isNoAnswer(outcome: Outcome): boolean {
  return 'lost' in outcome || outcome.word === 'RATE_LIMIT';
}

function maySendAgain({ operation, input }: UpstreamCall, outcome: Outcome): boolean {
  if (!('lost' in outcome)) {
    return (
      outcome.status >= 400 &&
      mayRetry(operation, { code: outcome.status, status: outcome.word ?? '' })
    );
  }
  if (outcome.lost === 'too-large') return false;
  if (operation.kind === 'read') {
    if (outcome.lost !== 'bad-reply') return outcome.lost !== 'timeout';
    return outcome.status < 300 || mayRetry(operation, { code: outcome.status, status: '' });
  }
  // The cloud answers a repeat that has the same token with the first result.
  const hasToken = operation.repeat === 'token' && input['clientToken'] !== undefined;
  return hasToken && (outcome.lost !== 'bad-reply' || mayHaveHappened(operation, outcome));
}
