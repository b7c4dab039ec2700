import { CloudError, readReply } from '../contract/envelope.ts';
import type { ErrorBody } from '../contract/errors.ts';
import type { InputOf, OutputOf } from '../contract/operation.ts';
import { operations } from '../contract/operations.ts';
import { encode } from '../contract/wire.ts';
import type { OperationName } from './handlers.ts';
import { createSimulator, type Simulator, type SimulatorOptions } from './simulator.ts';
import type { RegionWorld } from './world.ts';

type Input<N extends OperationName> = Omit<InputOf<(typeof operations)[N]>, 'regionId'> & {
  regionId?: string;
};
type Output<N extends OperationName> = NonNullable<OutputOf<(typeof operations)[N]>>;

/** A simulator for tests: its clock moves by hand, nobody signs, and operations are called by their names. */
export interface TestCloud {
  simulator: Simulator;
  /** The main region, as it is now. */
  readonly region: RegionWorld;
  /** The operation's result, which has been read by its row's own schema. The region is cn-north-1 unless given. */
  call: <N extends OperationName>(name: N, input: Input<N>) => Promise<Output<N>>;
  /** The refusal of a call that must not succeed. */
  refusal: <N extends OperationName>(
    name: N,
    input: Input<N>,
  ) => Promise<Pick<ErrorBody, 'code' | 'status' | 'message'>>;
  /** Lets simulated time pass. */
  pass: (milliseconds: number) => void;
}

/** The moment every test world begins: 24 November 2026, 14:00 in Beijing. */
export const testStart = Date.parse('2026-11-24T14:00:00+08:00');

export function testCloud(options: Partial<SimulatorOptions> = {}): TestCloud {
  const clock = { time: testStart, now: () => clock.time };
  let keys = 0;
  let service = '';
  const simulator = createSimulator({
    clock,
    seed: 'test',
    instances: 30,
    speed: 1,
    verify: () => ({ ok: true, scope: { service } }),
    publicUrl: 'http://simulator.test/simulator',
    generateKey: () => testKey(keys++),
    sleep: async () => {},
    ...options,
  });

  async function call<N extends OperationName>(name: N, input: Input<N>): Promise<Output<N>> {
    const operation = operations[name];
    // The monitor has operations without a region.
    const row = 'regionId' in operation.input.shape ? { regionId: 'cn-north-1', ...input } : input;
    // The row and its input were paired by the signature above; picked by name, TypeScript sees any pair.
    const { method, path, query, body = '' } = encode(operation, row as never);
    service = operation.service;
    const reply = await simulator.answer({
      method,
      path,
      query,
      body,
      header: () => undefined,
    });
    const { result } = readReply(operation, { status: reply.status, text: reply.body });
    return (result ?? {}) as Output<N>; // as above; nothing counts as an empty object
  }

  return {
    simulator,
    get region() {
      const region = simulator.world.regions.get('cn-north-1');
      if (!region) throw new Error('there is no cn-north-1');
      return region;
    },
    call,
    refusal: async (name, input) => {
      const answered = await call(name, input).catch((error: unknown) => error);
      if (!(answered instanceof CloudError))
        throw new Error(`${name} was not refused: ${JSON.stringify(answered)}`);
      const { code, status, message } = answered;
      return { code, status, message };
    },
    pass: (milliseconds) => {
      clock.time += milliseconds;
      simulator.world.scheduler.settle();
    },
  };
}

/** Not a key, but shaped like one: its blob has the two numbers an RSA key has. */
function testKey(count: number) {
  const field = (text: string) => `\0\0\0${String.fromCharCode(text.length)}${text}`;
  const blob = btoa(field('ssh-rsa') + field('\x01\0\x01') + field(`modulus ${count}`));
  return {
    privateKey: `-----BEGIN RSA PRIVATE KEY-----\ntest ${count}\n-----END RSA PRIVATE KEY-----\n`,
    publicKey: `ssh-rsa ${blob} test`,
  };
}
