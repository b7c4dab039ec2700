// For tests alone: what `npm run simulator` starts, driven by the vendor's SDK as the cloud would be.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';
import { loadSdk, type SdkReply, sdkClient } from '../tools/referee/sdk.ts';
import { errorWords } from './contract/errors.ts';
import type { AnyOperation, InputOf, OutputOf, Service } from './contract/operation.ts';
import { operations } from './contract/operations.ts';

type Operations = typeof operations;
export type Name = keyof Operations;
type Input<N extends Name> = Omit<InputOf<Operations[N]>, 'regionId'>;
type Result<N extends Name> = NonNullable<OutputOf<Operations[N]>>;

export const key = { accessKey: 'SIMULATORKEY0001', secretKey: 'simulator-secret' };
export const region = 'cn-north-1';
export const elsewhere = 'cn-east-2';
export const centos76 = 'img-c7m4q2x9vd';
export const password = 'Zx9-horse_Battery';

/** The start of a refusal for which the vendor's pages pair 404 with another word. */
const paired404 = 'FAILED_PRECONDITION: Invalid system disk mount state';

/** The command behind `npm run simulator`; the built program is made before these tests are. */
const command = fileURLToPath(new URL('../tools/simulator.mjs', import.meta.url));

/** One world for a whole file: its tests build what they need in it and move its clock. */
export function sdkCloud() {
  const sdk = loadSdk();
  let simulator: ChildProcess | undefined;
  let url = '';
  const succeeded = new Set<Name>();
  const refused = new Set<Name>();

  const client = (service: Service, as = key) =>
    sdkClient(sdk, service, { host: new URL(url).host, ...as });

  /** @throws what the SDK rejects with: the reply's parsed body, or an Error when there was none */
  async function send(name: Name, input: object, regionId: string): Promise<SdkReply> {
    const operation: AnyOperation = operations[name];
    // Two operations of the monitor have no region.
    const where = operation.path.includes('{regionId}') ? regionId : undefined;
    const reply = await client(operation.service)[name]?.(input, where);
    if (!reply) throw new Error(`The SDK has no ${name}.`);
    return reply;
  }

  /** Calls an operation through the SDK and reads its result by the contract. */
  async function call<N extends Name>(name: N, input: Input<N>, from = region): Promise<Result<N>> {
    const reply = await send(name, input, from).catch((body: unknown) => {
      throw body instanceof Error
        ? body
        : new Error(`${name} was refused: ${JSON.stringify(body)}`);
    });
    expect(reply.requestId).toMatch(/^[a-z0-9]{32}$/);
    const operation: AnyOperation = operations[name];
    const result = operation.output.parse(reply.result ?? {});
    succeeded.add(name);
    return result as Result<N>; // parsed by the very schema the type comes from
  }

  /** Calls an operation that must be refused, and gives the refusal as `word: message`. */
  async function refusal<N extends Name>(name: N, input: Input<N>, from = region): Promise<string> {
    const reply = await send(name, input, from).catch((body: SdkReply) => body);
    const { error } = reply;
    if (!error) throw new Error(`${name} was not refused: ${JSON.stringify(reply)}`);
    const text = `${error.status}: ${error.message}`;
    const codes: Readonly<Record<string, number>> = errorWords;
    expect(error.code).toBe(text.startsWith(paired404) ? 404 : codes[error.status]);
    expect(reply.requestId).toMatch(/^[a-z0-9]{32}$/);
    refused.add(name);
    return text;
  }

  async function control(order: object): Promise<void> {
    const headers = { 'content-type': 'application/json' };
    const body = JSON.stringify(order);
    const reply = await fetch(`${url}/simulator/control`, { method: 'POST', headers, body });
    if (!reply.ok) throw new Error(`The simulator refused: ${await reply.text()}`);
  }

  return {
    client,
    call,
    refusal,
    start: async () => {
      const keys = ['--access-key', key.accessKey, '--secret-key', key.secretKey];
      const world = ['--seed', 'sdk', '--instances', '20'];
      simulator = spawn(process.execPath, [command, '--port', '0', ...keys, ...world], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      url = await addressSaidBy(simulator);
      // Nothing happens by itself: time moves when a test says so.
      await control({ freeze: true });
    },
    stop: async () => {
      if (!simulator) return;
      const ended = once(simulator, 'exit');
      simulator.kill();
      await ended;
    },
    /** Lets time pass; unless told, long enough for everything but an import or a lingering disk. */
    wait: (seconds = 95) => control({ advance: seconds * 1000 }),
    /** Operations among these that were not both carried out and refused. */
    missing: (names: readonly Name[]) =>
      names.filter((name) => !succeeded.has(name) || !refused.has(name)),
  };
}

/** The address in the one line of JSON a simulator prints once it answers. */
async function addressSaidBy(simulator: ChildProcess): Promise<string> {
  if (!simulator.stdout) throw new Error('The simulator has no output to read.');
  for await (const line of createInterface({ input: simulator.stdout })) {
    const { url, accessKey, secretKey } = JSON.parse(line);
    expect({ accessKey, secretKey }).toEqual(key);
    return url;
  }
  throw new Error('The simulator ended before it answered.');
}
