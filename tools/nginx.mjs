// Finds an nginx for the test of many replicas, or says how to get one.
import { existsSync } from 'node:fs';
import { say, SetupError, spawned, which } from './setup.mjs';

/** Where it stands without being on the path of everybody. */
const places = ['/usr/sbin/nginx', '/usr/local/sbin/nginx', '/opt/homebrew/bin/nginx'];

/**
 * An nginx of this machine: the one `NGINX_PATH` names, or the first in the usual places.
 * @returns {string | undefined}
 */
export function findNginx() {
  const named = process.env['NGINX_PATH'];
  if (named !== undefined && named !== '') {
    if (existsSync(named)) return named;
    throw new SetupError(`NGINX_PATH names no file: ${named}`);
  }
  return which('nginx') ?? places.find((path) => existsSync(path));
}

/**
 * The path of an nginx, installing one with the system's package manager where there is none and it may.
 * @returns {Promise<string>}
 */
export async function provideNginx() {
  const found = findNginx();
  if (found !== undefined) return found;
  const apt = which('apt-get');
  if (apt !== undefined && process.getuid?.() === 0) {
    say('No nginx found: installing it with apt-get…');
    const noQuestions = { env: { DEBIAN_FRONTEND: 'noninteractive' } };
    // What fails here is told by what is there afterwards.
    await spawned(apt, ['update'], noQuestions).catch(() => undefined);
    await spawned(apt, ['install', '-y', 'nginx-light'], noQuestions).catch(() => undefined);
    const installed = findNginx();
    if (installed !== undefined) return installed;
  }
  throw new SetupError(
    'The end-to-end tests run the console behind nginx, and none could be found or installed.\n' +
      'Install it with the package manager of your system (Debian: nginx-light),\n' +
      'or set NGINX_PATH to the program, and run this again.',
  );
}
