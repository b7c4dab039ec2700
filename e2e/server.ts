import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

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
