import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import {
  test as base,
  expect,
  type APIRequestContext,
  type ConsoleMessage,
} from '@playwright/test';

export { expect };

/** Orders a misbehaviour from the simulated cloud; see the simulator's control endpoint. */
export interface Fault {
  kind: string;
  operation?: string;
  resourceId?: string;
  /** How often it happens; 0 = until the next order. Once by default. */
  times?: number;
  skip?: number;
  ms?: number;
  status?: string;
  code?: number;
  message?: string;
}

export interface Instance {
  instanceId: string;
  instanceName: string;
  status: string;
}

export interface Call {
  n: number;
  operation: string;
  region: string;
  resourceId?: string;
  input: Record<string, unknown>;
  code: number;
  status: string;
}

/** The simulated cloud behind the console, from the side a user never sees. */
export class Cloud {
  readonly #request: APIRequestContext;

  constructor(request: APIRequestContext) {
    this.#request = request;
  }

  /** The same fleet again, no faults, an empty log, a running clock. */
  reset = (reset: { seed?: string; instances?: number } = {}): Promise<void> =>
    this.#control({ reset, freeze: false, speed: 1 });

  /** Stops the cloud's clock: what is under way stays so until `advance`. */
  freeze = (): Promise<void> => this.#control({ freeze: true });
  advance = (milliseconds: number): Promise<void> => this.#control({ advance: milliseconds });
  order = (...faults: Fault[]): Promise<void> => this.#control({ faults });

  /** Calls that reached the cloud, oldest first. */
  async calls(operation?: string): Promise<Call[]> {
    const reply = await this.#request.get('/simulator/log?after=0');
    const { calls }: { calls: Call[] } = await reply.json();
    return calls.filter((call) => operation === undefined || call.operation === operation);
  }

  /** Instances of a region, as the cloud lists them now; at most 100. */
  async instances({ status = '', region = 'cn-north-1' } = {}): Promise<Instance[]> {
    const query = status ? `&filters.1.name=status&filters.1.values.1=${status}` : '';
    const path = `/api/vm/v1/regions/${region}/instances?pageSize=100${query}`;
    const reply = await this.#request.get(path);
    const { result }: { result: { instances: Instance[] } } = await reply.json();
    return result.instances;
  }

  /** The text on an instance's screen, 25 lines of 80 columns. */
  async screen(instanceId: string): Promise<string> {
    const reply = await this.#request.get(`/simulator/vnc-screen?instanceId=${instanceId}`);
    const { lines }: { lines: string[] } = await reply.json();
    return lines.join('\n');
  }

  async #control(data: object): Promise<void> {
    const reply = await this.#request.post('/simulator/control', { data });
    expect(reply.ok(), await reply.text()).toBe(true);
  }
}

/** What the browser complains about: scripts that throw, refused contents, failed loads. */
class Complaints {
  readonly #allowed: RegExp[] = [];
  readonly #heard: string[] = [];

  /** A test that provokes a complaint says so beforehand. */
  allow(pattern: RegExp): void {
    this.#allowed.push(pattern);
  }

  hear(text: string): void {
    this.#heard.push(text);
  }

  unexpected(): string[] {
    return this.#heard.filter((text) => !this.#allowed.some((pattern) => pattern.test(text)));
  }
}

interface TestFixtures {
  cloud: Cloud;
  complaints: Complaints;
}

interface WorkerFixtures {
  /** Address of a console of this worker's own, with its simulated cloud. */
  server: string;
}

export const test = base.extend<TestFixtures, WorkerFixtures>({
  server: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the fixtures wanted from the pattern
    async ({}, use) => {
      const { address, stop } = await startConsole('--seed', 'e2e');
      await use(address);
      await stop();
    },
    { scope: 'worker' },
  ],

  baseURL: ({ server }, use) => use(server),

  cloud: [
    async ({ request }, use) => {
      const cloud = new Cloud(request);
      await cloud.reset();
      await use(cloud);
    },
    { auto: true },
  ],

  complaints: [
    async ({ context }, use) => {
      const complaints = new Complaints();
      context.on('console', (message) => {
        if (isComplaint(message)) complaints.hear(`${message.type()}: ${message.text()}`);
      });
      context.on('weberror', (event) => complaints.hear(event.error().message));
      await use(complaints);
      expect(complaints.unexpected(), 'complaints of the browser').toEqual([]);
    },
    { auto: true },
  ],
});

function isComplaint(message: ConsoleMessage): boolean {
  return message.type() === 'error' || message.type() === 'warning';
}

/** Starts the built product as `npm start` does; resolves once it has printed where it answers. */
export async function startConsole(
  ...args: string[]
): Promise<{ address: string; stop: () => Promise<void> }> {
  // What the developer has configured for himself must not decide what the tests see.
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(VM_CONSOLE|JDCLOUD)_/.test(name)),
  );
  const child = spawn(process.execPath, ['dist/server/serve.js', '--port', '0', ...args], {
    cwd: new URL('..', import.meta.url),
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<void>((resolve) => void child.once('exit', () => resolve()));
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const address = await new Promise<string>((resolve, reject) => {
    const lines = createInterface({ input: child.stdout });
    lines.on('line', (line) => {
      const [, url] = /^VM Console {2}(http:\S+)$/.exec(line) ?? [];
      if (url !== undefined) resolve(url);
    });
    child.once('error', reject);
    void ended.then(() => reject(new Error(`The console ended before it answered:\n${said}`)));
  });
  return {
    address,
    stop: async () => {
      child.kill();
      await ended;
    },
  };
}
