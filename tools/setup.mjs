// What has to be there before anything of the product can run. Plain Node: nothing is installed yet.
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** A reason to stop that a person can act on; shown without a stack. */
export class SetupError extends Error {}

/**
 * Runs a tool's main function and turns what goes wrong into a message and an exit code.
 * @param {() => Promise<void>} main
 */
export function runTool(main) {
  // Git and npm resolve paths from here, wherever the command was typed.
  process.chdir(root);
  main().catch((/** @type {unknown} */ error) => {
    console.error(error instanceof SetupError ? `\n${error.message}` : error);
    process.exitCode = 1;
  });
}

/** Refuses a Node this product, or a tool it is built with, does not run on. */
export function checkNode() {
  const wanted = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).engines.node;
  if (!satisfies(process.versions.node, wanted)) {
    throw new SetupError(
      `VM Console needs Node ${wanted}; this is ${process.versions.node} (${process.execPath}).\n` +
        'Install a current long-term release from https://nodejs.org and try again.',
    );
  }
}

/**
 * As much of semver ranges as package.json uses: `^20.19.0 || >=24.0.0`.
 * @param {string} version
 * @param {string} range
 */
export function satisfies(version, range) {
  const have = version.split('.').map(Number);
  return range.split('||').some((part) => {
    const [, operator, text = ''] = /^\s*(\^|>=)([\d.]+)\s*$/.exec(part) ?? [];
    const least = text.split('.').map(Number);
    if (operator === undefined || (operator === '^' && have[0] !== least[0])) return false;
    const differs = least.findIndex((number, place) => number !== have[place]);
    return differs === -1 || (have[differs] ?? 0) > (least[differs] ?? 0);
  });
}

/**
 * Installs what the lockfile of `folder` lists, unless it is all there. Output goes to stderr.
 * @param {string} [folder]
 */
export async function install(folder = root) {
  if (isInstalled(folder)) return;
  say(folder === root ? 'Installing the packages…' : `Installing the packages of ${folder}…`);
  // NODE_ENV=production would leave out the tools that build the product.
  await npm(['ci', '--include=dev', '--no-audit', '--no-fund'], folder).catch(() => {
    throw new SetupError(
      `npm could not install the packages of ${folder}; its own message is above.\n` +
        'It needs to reach its registry (npm config get registry) or a filled cache.',
    );
  });
}

/**
 * Whether node_modules holds every package of the lockfile. npm writes its own copy of the lockfile there last, so
 * that an installation cut short does not count; packages for other systems are in the lockfile alone.
 * @param {string} folder
 */
function isInstalled(folder) {
  const hidden = join(folder, 'node_modules/.package-lock.json');
  if (!existsSync(hidden)) return false;
  /** @type {(path: string) => Record<string, { version?: string, optional?: boolean }>} */
  const packages = (path) => JSON.parse(readFileSync(path, 'utf8')).packages;
  const have = packages(hidden);
  return Object.entries(packages(join(folder, 'package-lock.json'))).every(
    ([path, { version, optional }]) =>
      path === '' || optional === true || have[path]?.version === version,
  );
}

const sources = ['src', 'public', 'index.html', 'vite.config.ts', 'package-lock.json'];
const outputs = ['client/index.html', 'server/serve.js', 'server/simulate.js'];

/** Builds the product unless `dist` is newer than everything it is made from. Output goes to stderr. */
export async function build() {
  const built = Math.min(...outputs.map((path) => changedAt(join(root, 'dist', path))));
  if (built > Math.max(...sources.map((path) => newestUnder(join(root, path))))) return;
  say('Building…');
  await run(bin('vite'), ['build', '--app', '--logLevel', 'warn']).catch(() => {
    throw new SetupError('The build failed; its own message is above.');
  });
}

/**
 * Milliseconds, 0 for what is not there. A folder counts too: it changes when a file in it is deleted.
 * @param {string} path
 * @returns {number}
 */
function newestUnder(path) {
  if (/\.test\.tsx?$/.test(path)) return 0;
  if (!existsSync(path) || !statSync(path).isDirectory()) return changedAt(path);
  const inside = readdirSync(path).map((name) => newestUnder(join(path, name)));
  return Math.max(changedAt(path), ...inside);
}

/** @param {string} path */
function changedAt(path) {
  return existsSync(path) ? statSync(path).mtimeMs : 0;
}

/**
 * Runs a built program in this process, as if it had been started itself: no second process to forward signals to.
 * @param {string} program below dist/server
 */
export async function become(program) {
  const path = join(root, 'dist/server', program);
  process.argv[1] = path;
  await import(pathToFileURL(path).href);
}

/**
 * The script behind an installed package's command, to be run with this very Node: a command's shim differs from
 * system to system.
 * @param {string} name
 * @param {string} [command]
 */
export function bin(name, command = name) {
  const folder = join(root, 'node_modules', name);
  const { bin: declared } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return join(folder, typeof declared === 'string' ? declared : declared[command]);
}

/**
 * Runs a script with this Node; rejects when it fails. Its output goes to stderr unless `stdout` says otherwise.
 * @param {string} script
 * @param {readonly string[]} args
 * @param {{ cwd?: string, stdout?: 'inherit' | 2, env?: Record<string, string | undefined> }} [options]
 */
export function run(script, args, options = {}) {
  return spawned(process.execPath, [script, ...args], options);
}

/**
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, stdout?: 'inherit' | 2, env?: Record<string, string | undefined> }} [options]
 * @returns {Promise<void>}
 */
export function spawned(command, args, { cwd = root, stdout = 2, env = {} } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', stdout, 2],
      // npm is a .cmd file on Windows, and only a shell starts those.
      shell: process.platform === 'win32' && command === 'npm',
    });
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      if (code === 0) resolve();
      else reject(new Error(`${command} ended with ${signal ?? code}`));
    });
  });
}

/**
 * @param {readonly string[]} args
 * @param {string} cwd
 */
function npm(args, cwd) {
  // Set when npm itself started this script: the same npm again, without looking for it.
  const script = process.env['npm_execpath'];
  return script !== undefined && /npm-cli\.c?js$/.test(script)
    ? run(script, args, { cwd })
    : spawned('npm', args, { cwd });
}

/**
 * The full path of a command, or undefined when there is none.
 * @param {string} command
 */
export function which(command) {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return folders.map((folder) => join(folder, command)).find((path) => existsSync(path));
}

/** @param {string} text */
export function say(text) {
  process.stderr.write(`${text}\n`);
}
