import * as z from 'zod';
import { Fault } from './faults.ts';
import type { Simulator } from './simulator.ts';

const Control = z.strictObject({
  reset: z
    .strictObject({
      seed: z.union([z.number(), z.string()]).optional(),
      instances: z.int().min(0).max(1_000_000).optional(),
    })
    .optional(),
  /** Milliseconds. */
  advance: z.number().min(0).optional(),
  freeze: z.boolean().optional(),
  speed: z.number().positive().optional(),
  faults: z.array(Fault).optional(),
});
type Control = z.infer<typeof Control>;

/**
 * Answers the simulator's own addresses, which no cloud has: `/simulator/control`, `/simulator/log` and
 * `/simulator/vnc-screen`. Nothing for any other path.
 */
export async function answerWeb(
  simulator: Simulator,
  request: Request,
): Promise<Response | undefined> {
  const url = new URL(request.url);
  switch (url.pathname) {
    case '/simulator/control':
      return answerControl(simulator, request);
    case '/simulator/log':
      if (request.method !== 'GET') return problem(405, 'Ask with GET.');
      return json(200, { calls: simulator.log.since(Number(url.searchParams.get('after')) || 0) });
    case '/simulator/vnc-screen':
      if (request.method !== 'GET') return problem(405, 'Ask with GET.');
      return screen(simulator, url.searchParams.get('instanceId') ?? '');
    default:
      return undefined;
  }
}

/** The text on an instance's screen, so that a test or a terminal can read it. */
function screen(simulator: Simulator, instanceId: string): Response {
  const lines = simulator.screens.lines(instanceId);
  return lines
    ? json(200, { lines })
    : problem(404, `There is no instance '${instanceId}': give its id as instanceId.`);
}

async function answerControl(simulator: Simulator, request: Request): Promise<Response> {
  if (request.method !== 'POST') return problem(405, 'Send a POST with a JSON body.');
  // Another site's page can send neither this type without a preflight, nor a request without its own Origin.
  if (!/^application\/json\b/i.test(request.headers.get('content-type') ?? ''))
    return problem(400, 'The content-type must be application/json.');
  const origin = request.headers.get('origin');
  const host = request.headers.get('host') ?? new URL(request.url).host;
  if (origin !== null && hostOf(origin) !== host)
    return problem(403, 'Only pages of this server may control the simulator.');
  const parsed = Control.safeParse(await bodyOf(request));
  if (!parsed.success) return problem(400, z.prettifyError(parsed.error));
  apply(simulator, parsed.data);
  return json(200, { ok: true });
}

/** In this order, whatever the order in the body. */
function apply(simulator: Simulator, { reset, advance, freeze, speed, faults }: Control): void {
  if (reset) simulator.reset(reset);
  if (advance !== undefined) simulator.clock.advance(advance);
  if (freeze !== undefined) simulator.clock.freeze(freeze);
  const { world } = simulator;
  if (speed !== undefined) world.speed = speed;
  if (faults) simulator.faults.order(faults);
}

async function bodyOf(request: Request): Promise<unknown> {
  try {
    return await request.json();
  } catch {
    return undefined;
  }
}

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined;
}

function problem(status: number, error: string): Response {
  return json(status, { error });
}

function json(status: number, body: unknown): Response {
  const headers = {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
  };
  return new Response(JSON.stringify(body), { status, headers });
}
