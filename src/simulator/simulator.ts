import { type ErrorBody, refusal } from '../contract/errors.ts';
import { type Match, match } from '../contract/match.ts';
import { type Service, services } from '../contract/operation.ts';
import { inEnglish } from '../contract/problems.ts';
import { decode, MalformedRequest } from '../contract/wire.ts';
import { handlers } from './all-handlers.ts';
import { CallLog } from './call-log.ts';
import { Broken, Faults, type Spoiled } from './faults.ts';
import { faultyCall, resourceOf } from './faulty-call.ts';
import { type OperationName, Refused } from './handlers.ts';
import { inputRefusal } from './input-refusals.ts';
import { Random } from './random.ts';
import type { Clock } from './scheduler.ts';
import { seedWorld } from './seed.ts';
import { SimulatedClock } from './simulated-clock.ts';
import { spoil } from './spoiled-replies.ts';
import { VncTokens } from './vnc-tokens.ts';
import { Consoles } from './vnc/consoles.ts';
import type { Context, GeneratedKey, RegionWorld, World } from './world.ts';

/** A request as it came over the wire, or as it would have. */
export interface CloudRequest {
  method: string;
  /** As they came, percent-encoded; the query without its question mark. */
  path: string;
  query: string;
  /** A header by its lower-case name. */
  header: (name: string) => string | null | undefined;
  body: string;
}

export interface CloudReply {
  status: number;
  headers: Record<string, string>;
  body: string;
}

export interface SimulatorOptions {
  /** The wall clock of the host, or a number a test moves by hand. */
  clock: Clock;
  /** The same seed gives the same fleet. */
  seed: number | string;
  /** Instances of the main region at the start. */
  instances: number;
  /** Durations are divided by this. */
  speed: number;
  /** Checks the signature. The signed scope tells which service is meant: one address serves all four. */
  verify: (
    request: CloudRequest,
  ) => { ok: true; scope: { service: string } } | { ok: false; message: string };
  /** Base URL of the simulator's own pages, such as `http://127.0.0.1:8080/simulator`. */
  publicUrl: string;
  generateKey: () => GeneratedKey;
  /** Waits in real time, for the fault `latency`. */
  sleep: (milliseconds: number) => Promise<void>;
}

/** The cloud in memory: a pure function of a request and a world whose clock and chance come from the host. */
export class Simulator {
  readonly clock: SimulatedClock;
  readonly log = new CallLog();
  readonly faults = new Faults();
  readonly vnc: VncTokens;
  readonly screens = new Consoles(this);
  #options: SimulatorOptions;
  #requestIds: Random;
  #world: World;

  constructor(options: SimulatorOptions) {
    this.#options = options;
    this.clock = new SimulatedClock(options.clock);
    // Of their own, so that reads do not change what the seed gives.
    this.#requestIds = new Random(`${options.seed} requests`);
    this.vnc = new VncTokens(this.clock, new Random(`${options.seed} tokens`));
    this.#world = seedWorld({ ...options, clock: this.clock });
  }

  /** The world as it is at this moment: everything that is due has happened. */
  get world(): World {
    this.#world.scheduler.settle();
    this.#doubtColumns();
    return this.#world;
  }

  /** A fresh world; the clock goes on. Clears faults and the log. */
  reset(fresh: { seed?: number | string; instances?: number } = {}): void {
    this.#world = seedWorld({ ...this.#options, ...fresh, clock: this.clock });
    this.faults.order([]);
    this.log.clear();
  }

  /** What a handler works on, for a region. */
  contextOf(region: RegionWorld): Context {
    this.#doubtColumns();
    return this.#contextOf(region);
  }

  /** Whoever gets hold of the world may change it. */
  #doubtColumns(): void {
    for (const { columns } of this.#world.regions.values()) columns.doubt();
  }

  #contextOf(region: RegionWorld): Context {
    const { generateKey, publicUrl } = this.#options;
    return { world: this.#world, region, generateKey, publicUrl, vnc: this.vnc };
  }

  /**
   * Answers a request of the cloud's wire.
   * @throws Broken when the connection is to break without a reply
   */
  async handle(request: Request): Promise<Response> {
    const url = new URL(request.url);
    const reply = await this.answer({
      method: request.method,
      path: url.pathname,
      query: url.search.slice(1),
      header: (name) => request.headers.get(name),
      body: await request.text(),
    });
    return new Response(reply.body, { status: reply.status, headers: reply.headers });
  }

  /** The same without `Request` and `Response`, for a proxy in the same process. */
  async answer(request: CloudRequest): Promise<CloudReply> {
    if (this.#world.scheduler.settle()) this.#doubtColumns();
    const requestId = this.#requestIds.letters(32);
    const verdict = this.#options.verify(request);
    if (!verdict.ok) return failed(requestId, refusal('UNAUTHENTICATED', verdict.message));
    const found = isService(verdict.scope.service)
      ? match(verdict.scope.service, request.method, request.path)
      : undefined;
    if (!found) return failed(requestId, refusal('NOT_FOUND', 'The API does not exist'));

    // Filled in below, step by step.
    const call = { input: {} as Record<string, unknown>, spoiled: { latency: 0 } as Spoiled };
    let reply: CloudReply;
    let word = '';
    try {
      reply = succeeded(requestId, this.#carryOut(request, found, call));
    } catch (error) {
      if (!(error instanceof Refused)) {
        this.#record(found, call.input, requestId, 0, '');
        throw error;
      }
      word = error.body.status;
      reply = failed(requestId, error.body);
    }
    const lost = call.spoiled.spoiling === 'lost-reply';
    this.#record(found, call.input, requestId, lost ? 0 : reply.status, word);
    if (call.spoiled.latency > 0) await this.#options.sleep(call.spoiled.latency);
    if (lost) throw new Broken('reset');
    return spoil(reply, call.spoiled, found.operation);
  }

  /** @throws Refused, Broken */
  #carryOut(
    request: CloudRequest,
    found: Match,
    call: { input: Record<string, unknown>; spoiled: Spoiled },
  ): unknown {
    const { operation, params } = found;
    try {
      call.input = decode(operation, { params, query: request.query, body: request.body });
    } catch (error) {
      if (!(error instanceof MalformedRequest)) throw error;
      throw new Refused(refusal('INVALID_ARGUMENT', `Parameter ${error.field} ${error.message}`));
    }
    const parsed = operation.input.safeParse(call.input, inEnglish);
    if (!parsed.success)
      throw new Refused(inputRefusal(operation, call.input, parsed.error.issues));
    const regionId = params['regionId'];
    // A few operations of the monitor have no region; any will do.
    const [first] = this.#world.regions.values();
    const region = regionId === undefined ? first : this.#world.regions.get(regionId);
    if (!region)
      throw new Refused(refusal('INVALID_ARGUMENT', `Invalid region '${regionId ?? ''}'`));
    const hasMfaToken = Boolean(request.header('x-jdcloud-security-token'));
    call.spoiled = this.faults.strike(faultyCall(found, call.input, region, hasMfaToken));
    // The row's own schema has just parsed this input for the row's own handler.
    const handler = handlers[operation.name as OperationName] as (
      context: Context,
      input: unknown,
    ) => unknown;
    return handler(
      operation.kind === 'read' ? this.#contextOf(region) : this.contextOf(region),
      parsed.data,
    );
  }

  #record(
    { operation, params }: Match,
    input: Record<string, unknown>,
    requestId: string,
    code: number,
    status: string,
  ): void {
    const region = params['regionId'] ?? '';
    this.log.add(operation, input, {
      region,
      resourceId: resourceOf(params),
      code,
      status,
      requestId,
    });
  }
}

export function createSimulator(options: SimulatorOptions): Simulator {
  return new Simulator(options);
}

function isService(name: string): name is Service {
  return services.some((service) => service === name);
}

function headersOf(requestId: string): Record<string, string> {
  return {
    'content-type': 'application/json; charset=utf-8',
    'x-jdcloud-request-id': requestId,
  };
}

/** Actions answer their request id alone; what is undefined is left out, so a reply never holds null. */
function succeeded(requestId: string, result: unknown): CloudReply {
  const nothing = typeof result !== 'object' || result === null || Object.keys(result).length === 0;
  const body = JSON.stringify(nothing ? { requestId } : { requestId, result });
  return { status: 200, headers: headersOf(requestId), body };
}

function failed(requestId: string, error: ErrorBody): CloudReply {
  const body = JSON.stringify({ requestId, error });
  return { status: error.code, headers: headersOf(requestId), body };
}
