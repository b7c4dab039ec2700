import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

interface Started {
  child: ChildProcess;
  /** The first line it printed. */
  line: string;
  stop: () => Promise<void>;
}

/**
 * Runs a script with this Node and waits for its first line. Its log is read by nobody, as in production it is read
 * by somebody else.
 * @param script from the root of the repository
 * @throws Error with what it wrote, when it ends without a line
 */
export async function started(
  script: string,
  args: readonly string[] = [],
  env: NodeJS.ProcessEnv = {},
): Promise<Started> {
  const child = spawn(process.execPath, [script, ...args], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  let text = '';
  // Whoever closed it here would end a server that has more to say.
  for await (const chunk of child.stdout.iterator({ destroyOnReturn: false })) {
    text += String(chunk);
    if (text.includes('\n')) break;
  }
  child.stdout.resume();
  const line = text.slice(0, text.indexOf('\n'));
  if (line === '') throw new Error(`${script} ended without a word`);
  const stop = async (): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
  };
  return { child, line, stop };
}
