import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

/** A server of the built product. */
export interface Server {
  /** Where it answers, with a slash at the end. */
  address: string;
  /** Everything it has written so far: what it printed, and its log. */
  said: () => string;
  signal: (name: NodeJS.Signals) => void;
  /** The code it ends with; nothing where a signal ends it. */
  ended: Promise<number | null>;
  stop: () => Promise<void>;
  /** Ends it as a crash of the machine would: with SIGKILL, whatever it is at. */
  kill: () => Promise<void>;
}

/** Starts the console as `npm start` does; resolves once it has printed where it answers. */
export function startConsole(...args: string[]): Promise<Server> {
  return startConsoleIn({}, ...args);
}

/** The same with further environment variables. */
export function startConsoleIn(env: NodeJS.ProcessEnv, ...args: string[]): Promise<Server> {
  return start(
    'dist/server/serve.js',
    args,
    env,
    (line) => /^VM Console {2}(http:\S+)$/.exec(line)?.[1],
  );
}

/** Starts the simulated cloud on a port of its own, as `npm run simulator` does. */
export function startSimulator(...args: string[]): Promise<Server> {
  return start('dist/server/simulate.js', args, {}, (line) => {
    const { url }: { url: string } = JSON.parse(line);
    return `${url}/`;
  });
}

/** Starts an OpenID Connect provider; see there for who is known to it. */
export function startProvider(): Promise<Server> {
  const program = 'tools/identity/provider.mjs';
  return start(program, [], {}, (line) => /^Provider {2}(http:\S+)$/.exec(line)?.[1]);
}

async function start(
  program: string,
  args: string[],
  more: NodeJS.ProcessEnv,
  addressIn: (line: string) => string | undefined,
): Promise<Server> {
  // What the developer has configured for himself must not decide what the tests see.
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(VM_CONSOLE|JDCLOUD)_/.test(name)),
  );
  const child: ChildProcess = spawn(process.execPath, [program, '--port', '0', ...args], {
    cwd: new URL('..', import.meta.url),
    env: { ...env, HOME: '/nonexistent', ...more },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<number | null>((resolve) => void child.once('close', resolve));
  let said = '';
  const hear = (chunk: Buffer) => (said += chunk.toString());
  child.stdout?.on('data', hear);
  child.stderr?.on('data', hear);
  const address = await new Promise<string>((resolve, reject) => {
    if (child.stdout) {
      createInterface({ input: child.stdout }).on('line', (line) => {
        const found = addressIn(line);
        if (found !== undefined) resolve(found);
      });
    }
    child.once('error', reject);
    void ended.then(() => reject(new Error(`${program} ended before it answered:\n${said}`)));
  });
  const signal = (name: NodeJS.Signals) => void child.kill(name);
  const end = async (name: NodeJS.Signals) => {
    signal(name);
    await ended;
  };
  return {
    address,
    said: () => said,
    signal,
    ended,
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
  };
}
