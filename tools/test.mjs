// npm test: installs what the tests need, then runs every check in the order in which they are cheapest to fail.
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { provideChromium } from './chromium.mjs';
import { provideNginx } from './nginx.mjs';
import { bin, checkNode, install, root, run, runTool, say, SetupError } from './setup.mjs';

const results = join(root, 'test-results');
const unitReport = join(results, 'unit.json');
const e2eReport = join(results, 'e2e.json');
const operationsReport = join(results, 'operations.json');

/** What the tests themselves have counted; a step without tests (types, lint …) counts only when it fails. */
const total = { passed: 0, failed: 0 };

/** @type {Record<string, () => Promise<void>>} */
const steps = {
  types: () => tool('typescript', 'tsc', ['--noEmit']),
  lint: () => tool('oxlint', 'oxlint', ['--type-aware', '--deny-warnings']),
  format: () => tool('oxfmt', 'oxfmt', ['--check']),
  build,
  unit,
  e2e,
  operations,
};

async function unit() {
  await install(join(root, 'tools/referee'));
  await install(join(root, 'tools/identity'));
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${unitReport}`];
  await counted(tool('vitest', 'vitest', ['run', ...reporters]), unitReport, (report) => ({
    passed: report.numPassedTests,
    // A file that cannot be loaded has no tests to count, and has still failed.
    failed: report.numFailedTests || (report.success ? 0 : report.numFailedTestSuites),
  }));
}

async function build() {
  await tool('vite', 'vite', ['build', '--app', '--logLevel', 'warn']);
  await run(join(root, 'tools/budget.mjs'), [], { stdout: 'inherit' });
}

async function e2e() {
  await install(join(root, 'tools/identity'));
  const chromium = await provideChromium();
  const nginx = await provideNginx();
  const env = {
    CHROMIUM_PATH: chromium,
    NGINX_PATH: nginx,
    PLAYWRIGHT_JSON_OUTPUT_FILE: e2eReport,
  };
  const args = ['test', '--config', 'e2e/playwright.config.ts'];
  await counted(tool('@playwright/test', 'playwright', args, env), e2eReport, ({ stats }) => {
    if (stats.flaky > 0) {
      say(`${stats.flaky} passed only at the second attempt: see "flaky" above, and mend them.`);
    }
    return { passed: stats.expected + stats.flaky, failed: stats.unexpected };
  });
}

/** Says which operations of the cloud the end-to-end tests have reached through the pages; fails unless all that must be. */
async function operations() {
  /** @type {[string, { tests: number, required: boolean }][]} */
  let rows;
  try {
    rows = Object.entries(JSON.parse(readFileSync(operationsReport, 'utf8')));
  } catch {
    throw new SetupError('There is nothing to count yet: npm test -- --only build,e2e,operations.');
  }
  const required = rows.filter(([, row]) => row.required);
  const missing = required.filter(([, { tests }]) => tests === 0);
  say(
    `${required.length - missing.length} of ${required.length} operations are reached by what a person does:`,
  );
  const width = Math.max(...rows.map(([name]) => name.length));
  for (const [name, row] of rows.sort(([a], [b]) => (a < b ? -1 : 1))) {
    const reached = row.tests === 0 ? 'not reached' : `in ${row.tests} tests`;
    say(`  ${name.padEnd(width)}  ${reached}${row.required ? '' : ' (beyond those that must be)'}`);
  }
  if (missing.length > 0) {
    const names = missing.map(([name]) => name).join(', ');
    throw new SetupError(`No end-to-end test reaches ${names} through a page.`);
  }
}

/**
 * @param {string} name of the package
 * @param {string} command
 * @param {readonly string[]} args
 * @param {Record<string, string | undefined>} [env]
 */
function tool(name, command, args, env) {
  return run(bin(name, command), args, { stdout: 'inherit', env });
}

/**
 * Adds what a report counts, whether or not the run that wrote it went well.
 * @param {Promise<void>} work
 * @param {string} report
 * @param {(report: any) => { passed: number, failed: number }} count
 */
async function counted(work, report, count) {
  const failure = await work.then(
    () => undefined,
    (/** @type {Error} */ error) => error,
  );
  try {
    const { passed, failed } = count(JSON.parse(readFileSync(report, 'utf8')));
    total.passed += passed;
    total.failed += failed;
  } catch {
    throw new SetupError(
      `The tests ended without a report (${failure?.message ?? 'and without an error'}).`,
    );
  }
  if (failure !== undefined) throw failure;
}

/** @param {readonly string[]} argv */
function chosen(argv) {
  const { values } = parseArgs({ args: [...argv], options: { only: { type: 'string' } } });
  const names = values.only?.split(',') ?? Object.keys(steps);
  const unknown = names.find((name) => !Object.hasOwn(steps, name));
  if (unknown === undefined) return names;
  throw new SetupError(
    `--only takes some of ${Object.keys(steps).join(', ')}, with commas; not "${unknown}".`,
  );
}

runTool(async () => {
  checkNode();
  const names = chosen(process.argv.slice(2));
  await install();
  rmSync(results, { recursive: true, force: true });
  mkdirSync(results, { recursive: true });
  for (const name of names) {
    say(`\n── ${name}`);
    const started = performance.now();
    const failedBefore = total.failed;
    const error = await steps[name]?.().catch((/** @type {unknown} */ reason) => reason);
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    if (error === undefined) {
      say(`── ${name}: passed in ${seconds} s`);
      continue;
    }
    if (total.failed === failedBefore) total.failed += 1;
    if (error instanceof SetupError) say(error.message);
    say(`── ${name}: FAILED after ${seconds} s (again: npm test -- --only ${name})`);
    process.exitCode = 1;
    break;
  }
  // The last line, alone, for whoever wants to know whether tests ran at all.
  console.log(`${total.passed} passed, ${total.failed} failed`);
});
