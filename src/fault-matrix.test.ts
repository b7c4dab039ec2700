// Every fault the simulator can order against every operation there is: the console's own call, over HTTP to the
// proxy, and from there to the simulated cloud.
import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { legalInput } from '../tools/referee/legal-input.ts';
import { answerApi } from './api-wire.ts';
import { answerCloud } from './cloud-wire.ts';
import { type Call, createCall } from './console/api/client.ts';
import { CloudError } from './contract/envelope.ts';
import type { AnyOperation } from './contract/operation.ts';
import { services } from './contract/operation.ts';
import { operations } from './contract/operations.ts';
import { createImpatience } from './impatience.ts';
import type { CallLog } from './proxy/call-log.ts';
import { defaultEndpoints } from './proxy/endpoints.ts';
import { createProxy, type ProxyOptions } from './proxy/proxy.ts';
import { verifySignature } from './proxy/verify.ts';
import type { Fault } from './simulator/faults.ts';
import { testCloud } from './simulator/test-cloud.ts';
import { createHttpTransport } from './upstream.ts';

const key = { accessKey: 'AK', secretKey: 'SK' };
/** Bytes of a reply. */
const largest = 1024 * 1024;
const { limits, timer, sleep } = createImpatience();

const { simulator } = testCloud({
  verify: (request) => verifySignature(request, { secretOf: () => key.secretKey, now: Date.now() }),
  sleep,
});
const { transport, close } = createHttpTransport({ maxReply: largest });
const ends: (() => Promise<unknown>)[] = [close];

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  ends.unshift(() => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  });
  const { port } = server.address() as AddressInfo; // a TCP server that listens has one
  return `http://127.0.0.1:${port}`;
}

/** What a page calls, in front of a proxy of its own. */
async function consoleOf(cloud: string, options: Partial<ProxyOptions> = {}): Promise<Call> {
  const proxy = createProxy({
    endpoints: defaultEndpoints(
      Object.fromEntries(services.map((service) => [service, new URL(cloud)])),
    ),
    transport,
    caller: () => ({ credentials: key }),
    log: () => {},
    limits,
    timer,
    ...options,
  });
  const peer = { address: '127.0.0.1', secure: false };
  const origin = await serve((request, response) => void answerApi(proxy, peer, request, response));
  return createCall((request) => fetch(request), origin);
}

/** Calls an operation with everything it can be given, and tells how that ended and what the cloud saw. */
async function outcomeOf(call: Call, operation: AnyOperation) {
  const region = { regionId: 'cn-north-1' };
  const [sample] = fc.sample(legalInput(operation.input, 'every', operation.name), {
    seed: 1,
    numRuns: 1,
  });
  // The row's input is an object; a few of the monitor's have no region.
  const input = {
    ...(sample as Record<string, unknown>),
    ...('regionId' in operation.input.shape && region),
  };
  simulator.log.clear();
  const error = await call(operation, input).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  const sent = simulator.log.since(0);
  if (!(error instanceof CloudError)) throw new Error(`${operation.name}: ${String(error)}`);
  const { status, outcome, requestId } = error;
  expect(error.operation, 'what failed is named').toBe(operation.name);
  // Where any reply came, support can be told of it.
  expect([undefined, sent.at(-1)?.requestId]).toContain(requestId);
  const ended = `${sent.length}x ${status} ${outcome}${requestId === undefined ? '' : ' with id'}`;
  return { ended, refused: sent.some(({ code }) => code >= 400 && code < 500) };
}

const all = Object.values<AnyOperation>(operations);
const kinds = {
  reads: all.filter(({ kind }) => kind === 'read'),
  writes: all.filter((row) => row.kind === 'write' && row.repeat === 'never'),
  /** The cloud knows a repeat of these by its token. */
  tokens: all.filter((row) => row.kind === 'write' && row.repeat === 'token'),
};
type Kind = keyof typeof kinds;

let cloud = '';
let call: Call;
beforeAll(async () => {
  cloud = await serve((request, response) => void answerCloud(simulator, request, response));
  call = await consoleOf(cloud);
});
afterAll(async () => {
  for (const end of ends) await end();
});

type Expected = Record<Kind, string>;
const refusedOnce = (word: string): Expected => {
  const same = `1x ${word} refused with id`;
  return { reads: same, writes: same, tokens: same };
};
const broken: Expected = {
  reads: '3x BAD_REPLY refused',
  writes: '1x OUTCOME_UNKNOWN unknown',
  tokens: '3x OUTCOME_UNKNOWN unknown',
};

/** For each kind of fault: how often a call is sent when it never ends, and what the page is told. */
const expected: Record<Exclude<Fault['kind'], 'bare' | 'reword'>, Expected> = {
  // Over a network both look the same: the connection was there, and ended.
  refuse: broken,
  reset: broken,
  'lost-reply': broken,
  html: broken,
  truncate: {
    reads: '3x BAD_REPLY refused with id',
    writes: '1x OUTCOME_UNKNOWN unknown with id',
    tokens: '3x OUTCOME_UNKNOWN unknown with id',
  },
  error: {
    reads: '3x INTERNAL refused with id',
    writes: '1x INTERNAL unknown with id',
    tokens: '1x INTERNAL unknown with id',
  },
  'rate-limit': {
    reads: '3x RATE_LIMIT refused with id',
    writes: '3x RATE_LIMIT refused with id',
    tokens: '3x RATE_LIMIT refused with id',
  },
  latency: {
    reads: '1x TIMEOUT refused',
    writes: '1x OUTCOME_UNKNOWN unknown',
    tokens: '1x OUTCOME_UNKNOWN unknown',
  },
  huge: {
    reads: '1x BAD_REPLY refused',
    writes: '1x OUTCOME_UNKNOWN unknown',
    tokens: '1x OUTCOME_UNKNOWN unknown',
  },
  'out-of-stock': refusedOnce('FAILED_PRECONDITION'),
  mfa: refusedOnce('HTTP_FORBIDDEN'),
};

describe.each(Object.entries(expected))('%s that does not end', (fault, outcomes) => {
  test.each(Object.entries(outcomes))('%s: %s', async (group, outcome) => {
    simulator.reset();
    simulator.faults.order([
      { kind: fault as Fault['kind'], times: 0, skip: 0, bytes: 2 * largest }, // a key of the table
    ]);
    const rows = kinds[group as Kind]; // as above
    for (const row of rows) {
      const { ended, refused } = await outcomeOf(call, row);
      // What was made up for an input, the cloud may refuse; half a refusal is one, too, save for a 5xx.
      const isCut = fault === 'truncate' && refused;
      expect(ended, row.name).toBe(isCut ? '1x BAD_REPLY refused with id' : outcome);
    }
  });
});

test('nothing is sent where no connection can be made, and it says so', async () => {
  const nowhere = await consoleOf('http://127.0.0.1:1');
  for (const row of all) {
    expect((await outcomeOf(nowhere, row)).ended, row.name).toBe('0x UNREACHABLE refused');
  }
});

describe('a clock that is wrong', () => {
  const regionId = 'cn-north-1';
  const anHour = 3_600_000;

  test.each([-anHour, anHour])('by %i ms is found out at the first refusal', async (wrong) => {
    simulator.reset();
    const lines: CallLog[] = [];
    const astray = await consoleOf(cloud, {
      now: () => Date.now() + wrong,
      log: (line) => lines.push(line),
    });
    const input = { regionId, instanceId: 'i-none' };
    const refused = await astray(operations.stopInstance, input).catch((error: unknown) => error);
    expect(refused).toMatchObject({ status: 'NOT_FOUND' });
    await astray(operations.describeInstances, { regionId });
    expect(lines.map(({ attempts }) => attempts)).toEqual([2, 1]);
    const [{ skew = 0 } = {}] = lines;
    expect(Math.round(skew / 60_000)).toBe(Math.round(-wrong / 60_000));
    expect(lines[1]).not.toHaveProperty('skew');
    expect(simulator.log.since(0).map(({ operation }) => operation)).toEqual([
      'stopInstance',
      'describeInstances',
    ]);
  });

  test('is not what a wrong key is for', async () => {
    const lines: CallLog[] = [];
    const stranger = await consoleOf(cloud, {
      caller: () => ({ credentials: { ...key, secretKey: 'another' } }),
      log: (line) => lines.push(line),
    });
    const call = stranger(operations.describeInstances, { regionId });
    await expect(call).rejects.toMatchObject({ status: 'UNAUTHENTICATED', code: 401 });
    expect(lines).toMatchObject([{ attempts: 1 }]);
  });
});
