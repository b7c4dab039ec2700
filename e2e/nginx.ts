import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { get } from 'node:https';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findNginx } from '../tools/nginx.mjs';
import { selfSigned } from './certificate.ts';

/** The configuration that the guide shows. */
const shown = new URL('../docs/deploy/nginx.conf', import.meta.url);

/** What differs here: addresses, and where files are. Each of these must be there. */
function adapted(
  config: string,
  folder: string,
  port: number,
  replicas: readonly string[],
): string {
  const files = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (name) => `${name}_temp_path ${folder}/${name};`,
  );
  const changes: [RegExp, string][] = [
    [/^http \{$/m, `http {\naccess_log off;\n${files.join('\n')}`],
    [/(^ +server [\d.]+:\d+;\n)+/m, replicas.map((host) => `server ${host};\n`).join('')],
    [/^ +listen .*$/m, `listen 127.0.0.1:${port} ssl;`],
    [/^ +server_name .*$/m, 'server_name 127.0.0.1;'],
    [/^ +ssl_certificate .*$/m, `ssl_certificate ${folder}/certificate.pem;`],
    [/^ +ssl_certificate_key .*$/m, `ssl_certificate_key ${folder}/key.pem;`],
  ];
  return changes.reduce((text, [pattern, to]) => {
    if (!pattern.test(text)) throw new Error(`The configuration shown has no ${pattern}`);
    return text.replace(pattern, () => to);
  }, config);
}

/**
 * Starts nginx as `docs/deploy/nginx.conf` has it. Resolves once it answers.
 * @param replicas `host:port` each
 */
export async function startNginx(replicas: readonly string[]) {
  const program = findNginx();
  if (program === undefined) throw new Error('There is no nginx: npm test installs one.');
  const folder = await mkdtemp(join(tmpdir(), 'nginx-'));
  const port = await freePort();
  const file = join(folder, 'nginx.conf');
  const { certificate, key } = selfSigned();
  await writeFile(join(folder, 'certificate.pem'), certificate);
  await writeFile(join(folder, 'key.pem'), key);
  await writeFile(file, adapted(await readFile(shown, 'utf8'), folder, port, replicas));
  const directives = `daemon off; pid ${folder}/pid; error_log stderr;`;
  const child = spawn(program, ['-p', folder, '-c', file, '-e', 'stderr', '-g', directives], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const ended = once(child, 'exit');
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const address = `https://127.0.0.1:${port}/`;
  while (!(await answers(`${address}healthz`, certificate))) {
    if (child.exitCode !== null) throw new Error(`nginx ended before it answered:\n${said}`);
  }
  return {
    address,
    said: () => said,
    stop: async () => {
      child.kill();
      await ended;
      await rm(folder, { recursive: true });
    },
  };
}

function answers(url: string, ca: string): Promise<boolean> {
  return new Promise((resolve) => {
    get(url, { ca }, (response) => {
      response.resume();
      resolve(response.statusCode === 200);
    }).once('error', () => resolve(false));
  });
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('No port is free');
  return address.port;
}
