// What the instance list's first load costs, from the build's own manifest. Fails when it is over the budget.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { firstLoad } from './first-load.mjs';
import { root, runTool, SetupError } from './setup.mjs';

/** Kibibytes of JS and CSS, compressed as a server would; and files of JS. */
const most = { kibibytes: 183, scripts: 10 };

/** What the list asks for by itself once the entry runs: its page, and one language's words. */
const page = 'src/console/instances/InstancesPage.tsx';
const catalogue = /^src\/console\/words\/[\w-]+\/index\.ts$/;

const client = join(root, 'dist/client');

/** @returns {import('./first-load.mjs').Manifest} */
function readManifest() {
  try {
    return JSON.parse(readFileSync(join(client, '.vite/manifest.json'), 'utf8'));
  } catch {
    throw new SetupError('There is no build to measure: run npm run build.');
  }
}

/** Scripts the page names itself, beside those of the manifest. */
function inPage() {
  const html = readFileSync(join(client, 'index.html'), 'utf8');
  return [...html.matchAll(/<script src="\/([^"]+)"/g)].map(([, file = '']) => file);
}

/** @param {string} file */
function measure(file) {
  const bytes = readFileSync(join(client, file));
  return { file, raw: bytes.length / 1024, gzip: gzipSync(bytes).length / 1024 };
}

/** @param {readonly { gzip: number }[]} rows */
function sum(rows) {
  return rows.reduce((total, { gzip }) => total + gzip, 0);
}

runTool(async () => {
  const manifest = readManifest();
  if (!existsSync(join(root, page)))
    throw new SetupError(`${page} has moved: tell tools/budget.mjs.`);
  // Where the build has put the page into the entry's own files, it is counted with them.
  const wanted = ['index.html', ...(page in manifest ? [page] : [])];
  const catalogues = Object.keys(manifest).filter((key) => catalogue.test(key));
  // Whoever reads the longest language pays most.
  const rows = catalogues
    .map((words) => [...inPage(), ...firstLoad(manifest, [...wanted, words])].map(measure))
    .reduce((most, one) => (sum(one) > sum(most) ? one : most), []);
  if (rows.length === 0) throw new SetupError(`No chunk of the build fits ${catalogue}.`);
  const kibibytes = sum(rows);
  const scripts = rows.filter(({ file }) => file.endsWith('.js')).length;
  const width = Math.max(...rows.map(({ file }) => file.length));
  console.log('\nFirst load of the instance list, KiB'.padEnd(width + 1), '     raw     gzip');
  for (const { file, raw, gzip } of rows.sort((a, b) => b.gzip - a.gzip)) {
    console.log(file.padEnd(width), raw.toFixed(1).padStart(9), gzip.toFixed(1).padStart(8));
  }
  console.log(
    `${kibibytes.toFixed(1)} of ${most.kibibytes} KiB, ${scripts} of ${most.scripts} scripts`,
  );
  if (kibibytes > most.kibibytes || scripts > most.scripts) {
    throw new SetupError(
      'The first load is over its budget. Import what the first row does not need where it is used:\n' +
        'dialogs, menus, charts, forms and other pages with import().',
    );
  }
});
