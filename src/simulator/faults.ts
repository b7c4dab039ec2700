import * as z from 'zod';
import { type ErrorWord, errorWords, refusal, refusals } from '../contract/errors.ts';
import type { AnyOperation } from '../contract/operation.ts';
import { refuse } from './handlers.ts';
import { sentinels } from './sentinels.ts';

const kinds = [
  'latency',
  'refuse',
  'reset',
  'rate-limit',
  'error',
  'html',
  'truncate',
  'lost-reply',
  'out-of-stock',
  'mfa',
  'huge',
  'bare',
  'reword',
] as const;

/** A fault that was ordered through the control endpoint. */
export const Fault = z.strictObject({
  kind: z.enum(kinds),
  /** Absent: every operation. */
  operation: z.string().optional(),
  resourceId: z.string().optional(),
  region: z.string().optional(),
  /** How often it strikes; 0 = until cleared. */
  times: z.int().min(0).default(1),
  /** Lets this many fitting calls pass first. */
  skip: z.int().min(0).default(0),
  /** latency: how long the reply takes. */
  ms: z.number().min(0).max(600_000).optional(),
  /** error: the word, code and message to answer with. html: the code. */
  status: z.string().optional(),
  code: z.int().min(400).max(599).optional(),
  message: z.string().optional(),
  /** huge: how much is put in front. */
  bytes: z
    .int()
    .min(1)
    .max(64 * 1024 * 1024)
    .optional(),
  /** reword: the names of the members, `status` unless told, and what they say. */
  members: z.array(z.string()).optional(),
  text: z.string().optional(),
});
export type Fault = z.infer<typeof Fault>;

/** What the faults look at in a call. */
export interface FaultyCall {
  operation: AnyOperation;
  region: string;
  resourceId: string;
  /** Of the instance the call is about, or of the ones it creates; empty when there is none. */
  name: string;
  /** That a machine is wanted of; empty when none is. */
  instanceType: string;
  /** Whether its client token was answered before. */
  repeated: boolean;
  hasMfaToken: boolean;
}

/** A connection that breaks. A host closes the socket; a transport inside the process rejects. */
export class Broken extends Error {
  /** `refuse`: nothing was sent. `reset`: it was, and no reply came. */
  readonly kind: 'refuse' | 'reset';
  constructor(kind: 'refuse' | 'reset') {
    super(kind === 'refuse' ? 'connection refused' : 'connection reset before a reply');
    this.name = 'Broken';
    this.kind = kind;
  }
}

/**
 * What becomes of a reply that is not simply sent. `bare`: it has nothing that may be missing. `reword`: some
 * members say something else.
 */
const spoilings = ['html', 'truncate', 'huge', 'lost-reply', 'bare', 'reword'] as const;
type Spoiling = (typeof spoilings)[number];
export interface Spoiled {
  latency: number;
  spoiling?: Spoiling;
  /** What was ordered. */
  fault?: Fault;
}

/** The faults in force: those ordered, and those an instance's name asks for. */
export class Faults {
  #ordered: Fault[] = [];
  /** Calls of `limit-…` instances turned away so far, by operation and instance. */
  #turnedAway = new Map<string, number>();

  order(faults: readonly Fault[]): void {
    this.#ordered = faults.map((fault) => ({ ...fault }));
    this.#turnedAway.clear();
  }

  /**
   * Decides what happens to a call before it is carried out.
   * @throws Broken, Refused
   */
  strike(call: FaultyCall): Spoiled {
    this.#strikeByName(call);
    const spoiled: Spoiled = { latency: 0 };
    if (call.operation.kind === 'write' && call.name.startsWith(sentinels.lost) && !call.repeated)
      spoiled.spoiling = 'lost-reply';
    for (const fault of this.#ordered.filter((ordered) => fits(ordered, call))) {
      if (fault.skip > 0) {
        fault.skip -= 1;
        continue;
      }
      this.#spend(fault);
      if (fault.kind === 'latency') spoiled.latency += fault.ms ?? 1000;
      else if (isSpoiling(fault.kind)) {
        spoiled.spoiling = fault.kind;
        spoiled.fault = fault;
      } else strikeNow(fault, call);
    }
    return spoiled;
  }

  #spend(fault: Fault): void {
    if (fault.times === 0) return;
    fault.times -= 1;
    // 0 means "until cleared", so a spent fault has to leave the list.
    if (fault.times === 0) this.#ordered = this.#ordered.filter((other) => other !== fault);
  }

  #strikeByName({ operation, name, resourceId, hasMfaToken }: FaultyCall): void {
    if (operation.kind !== 'write' || name === '') return;
    if (name.startsWith(sentinels.busy) && operation.name !== 'createInstances')
      refuse(refusals.conflictTask('90412'));
    if (name.startsWith(sentinels.mfa) && operation.mfa && !hasMfaToken) demandMfa();
    if (name.startsWith(sentinels.limit)) {
      const key = `${operation.name} ${resourceId || name}`;
      const count = this.#turnedAway.get(key) ?? 0;
      this.#turnedAway.set(key, count < 2 ? count + 1 : 0);
      if (count < 2) limitRate();
    }
  }
}

function fits(fault: Fault, call: FaultyCall): boolean {
  return (
    (fault.operation === undefined || fault.operation === call.operation.name) &&
    (fault.region === undefined || fault.region === call.region) &&
    (fault.resourceId === undefined || fault.resourceId === call.resourceId)
  );
}

function isSpoiling(kind: Fault['kind']): kind is Spoiling {
  return spoilings.some((spoiling) => spoiling === kind);
}

/** @throws Broken, Refused */
function strikeNow(fault: Fault, call: FaultyCall): void {
  switch (fault.kind) {
    case 'refuse':
    case 'reset':
      throw new Broken(fault.kind);
    case 'rate-limit':
      return limitRate();
    case 'out-of-stock':
      return refuse(refusals.typeSoldOut(call.instanceType));
    case 'mfa':
      return call.hasMfaToken ? undefined : demandMfa();
    default: {
      const status = fault.status ?? 'INTERNAL';
      const message = fault.message ?? 'Internal server error';
      const code = fault.code ?? (isWord(status) ? errorWords[status] : 500);
      return refuse({ code, status, message });
    }
  }
}

function isWord(status: string): status is ErrorWord {
  return status in errorWords;
}

function limitRate(): never {
  refuse(refusal('RATE_LIMIT', 'Request rate limit exceeded'));
}

/** What the cloud answers is not documented; 403 HTTP_FORBIDDEN is the likely shape. */
function demandMfa(): never {
  refuse(refusal('HTTP_FORBIDDEN', 'MFA verification is required for this operation'));
}
