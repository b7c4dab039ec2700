// npm run bench: ours against what a user would pick instead, measured in turn in this very run, and the simulator's
// size. Exits with 1 when a ratio misses its goal. For numbers worth keeping, nothing else should run meanwhile.
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build, checkNode, install, root, runTool, say, SetupError } from './setup.mjs';

/** @typedef {import('./bench/result.ts').Result} Result */

/** @type {Record<string, () => Promise<Result[]>>} */
const benchmarks = {
  signers: async () => {
    await install(join(root, 'tools/referee'));
    /** @type {typeof import('./bench/signers.ts')} */
    const { compareSigners } = await script('signers');
    return compareSigners();
  },
  proxies: async () => {
    await install(join(root, 'tools/bench'));
    await build();
    /** @type {typeof import('./bench/proxies.ts')} */
    const { compareProxies } = await script('proxies');
    return compareProxies();
  },
  fleet: async () => {
    await build();
    /** @type {typeof import('./bench/fleet.ts')} */
    const { measureFleet } = await script('fleet');
    return measureFleet();
  },
};

/**
 * Loads a benchmark together with the product's own sources, which are TypeScript.
 * @param {string} name
 * @returns {Promise<any>}
 */
async function script(name) {
  const { runnerImport } = await import('vite');
  const config = /** @type {const} */ ({ configFile: false, logLevel: 'error' });
  return (await runnerImport(join(root, `tools/bench/${name}.ts`), config)).module;
}

/** @param {readonly Result[]} results */
function print(results) {
  const rows = results.map(({ what, measured, goal, met, decides }) => [
    what,
    measured,
    goal,
    met ? 'met' : decides ? 'MISSED' : 'missed on this machine',
  ]);
  const header = ['', 'measured', 'goal', ''];
  const widths = header.map((_, place) =>
    Math.max(...[header, ...rows].map((row) => row[place]?.length ?? 0)),
  );
  for (const row of [header, ...rows])
    console.log(
      row
        .map((cell, place) => cell.padEnd(widths[place] ?? 0))
        .join('   ')
        .trimEnd(),
    );
}

/** @param {readonly string[]} argv */
function chosen(argv) {
  const { values } = parseArgs({ args: [...argv], options: { only: { type: 'string' } } });
  const names = values.only?.split(',') ?? Object.keys(benchmarks);
  const unknown = names.find((name) => !Object.hasOwn(benchmarks, name));
  if (unknown === undefined) return names;
  throw new SetupError(
    `--only takes some of ${Object.keys(benchmarks).join(', ')}, with commas; not "${unknown}".`,
  );
}

runTool(async () => {
  checkNode();
  const names = chosen(process.argv.slice(2));
  await install();
  /** @type {Result[]} */
  const results = [];
  for (const name of names) {
    say(`Measuring ${name}…`);
    results.push(...((await benchmarks[name]?.()) ?? []));
  }
  print(results);
  if (results.some(({ met, decides }) => decides && !met)) process.exitCode = 1;
});
