// Finds a Chromium for the end-to-end tests, or says how to get one.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { bin, run, say, SetupError, spawned, which } from './setup.mjs';

const commands = [
  // Made for what draws no window: the same pages in about a quarter less of the processor's time.
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'chrome',
];
const places = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];
/** Older ones lack parts of the protocol Playwright speaks. */
const leastVersion = 120;

/**
 * A browser of this machine: the one `CHROMIUM_PATH` names, or the first usable one in the usual places.
 * @returns {string | undefined}
 */
export function findChromium() {
  const named = process.env['CHROMIUM_PATH'];
  if (named !== undefined && named !== '') {
    if (isUsable(named)) return named;
    throw new SetupError(`CHROMIUM_PATH names no usable Chromium: ${named}`);
  }
  const onPath = commands.flatMap((command) => which(command) ?? []);
  return [...onPath, ...places].find((path) => existsSync(path) && isUsable(path));
}

/**
 * Asks for the version: on some systems the command is there but only tells how to install the browser.
 * @param {string} path
 */
function isUsable(path) {
  // On Windows the question opens a window instead.
  if (process.platform === 'win32') return existsSync(path);
  const { status, stdout } = spawnSync(path, ['--version'], { encoding: 'utf8', timeout: 30_000 });
  return status === 0 && majorOf(stdout) >= leastVersion;
}

/**
 * The first number a browser says of itself; NaN when it is none of the family.
 * @param {string} text such as `Google Chrome for Testing 159.0.8154.6`
 */
export function majorOf(text) {
  return Number(/(?:Chrom|Edge)\D*(\d+)\./.exec(text)?.[1]);
}

/**
 * The path of a browser that works, installing one if there is none: Playwright's own download first, then the
 * system's package manager where it may. Undefined means the one Playwright has downloaded.
 * @returns {Promise<string | undefined>}
 */
export async function provideChromium() {
  const found = findChromium();
  if (found !== undefined || (await hasDownload())) return found;
  say('No Chromium found: downloading one (set CHROMIUM_PATH to use your own)…');
  const playwright = bin('@playwright/test', 'playwright');
  // Against a network that swallows packets a download would otherwise wait for minutes.
  const env = { PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '20000' };
  const downloaded = await succeeds(run(playwright, ['install', 'chromium'], { env }));
  if (downloaded && (await hasDownload())) return undefined;
  const apt = which('apt-get');
  if (apt !== undefined && process.getuid?.() === 0) {
    say('Installing Chromium with apt-get…');
    const noQuestions = { env: { DEBIAN_FRONTEND: 'noninteractive' } };
    await succeeds(spawned(apt, ['update'], noQuestions));
    // Not every system that has the one has the other.
    for (const name of ['chromium-headless-shell', 'chromium']) {
      await succeeds(spawned(apt, ['install', '-y', name, 'fonts-noto-cjk'], noQuestions));
      const installed = findChromium();
      if (installed !== undefined) return installed;
    }
  }
  throw new SetupError(
    `The end-to-end tests need a Chromium (${leastVersion} or later), and none could be found or installed.\n` +
      'Install Chromium or Google Chrome with the package manager of your system,\n' +
      'or set CHROMIUM_PATH to the program of one, and run this again.',
  );
}

async function hasDownload() {
  const { chromium } = await import('@playwright/test');
  const path = chromium.executablePath();
  // A download may be there and still lack a library of the system.
  return existsSync(path) && isUsable(path);
}

/** @param {Promise<void>} work */
function succeeds(work) {
  return work.then(
    () => true,
    () => false,
  );
}
