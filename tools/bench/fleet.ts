// How the simulator does with a hundred thousand instances: its start, its memory, and a page of a hundred.
import { execFileSync } from 'node:child_process';
import { operations } from '../../src/contract/operations.ts';
import type { InputOf } from '../../src/contract/operation.ts';
import { encode } from '../../src/contract/wire.ts';
import { createSigner } from '../../src/proxy/signer.ts';
import { started } from './processes.ts';
import { median, type Result } from './result.ts';

type Query = Omit<InputOf<typeof operations.describeInstances>, 'regionId'>;

const key = { accessKey: 'BENCHACCESSKEY01', secretKey: 'bench-secret' };
const size = 100_000;
const calls = 50;

/**
 * By number of the call. The simulator remembers what a filter found until something changes, so a question asked
 * again says little about a new one: both are here, under names that say which.
 */
const pages: Readonly<Record<string, (call: number) => Query>> = {
  'the first page': () => ({}),
  'the last page': () => ({ pageNumber: size / 100 }),
  'by a new part of a name': (call) => byName(`-${100 + call}`),
  'by a new part of an address': (call) => byAddress(`.${10 + call}.`),
  'by part of a name, asked again': () => byName('web'),
  'by part of an address, asked again': () => byAddress('.3.2'),
  'by status, asked again': () => ({ filters: [{ name: 'status', values: ['stopped'] }] }),
  'by tags, asked again': () => ({
    tags: [
      { key: 'team', values: ['web'] },
      { key: 'env', values: ['prod'] },
    ],
  }),
};

const byName = (part: string): Query => ({ filters: [{ name: 'name', values: [part] }] });
const byAddress = (part: string): Query => ({
  filters: [{ name: 'privateIpAddress', values: [part] }],
});

export async function measureFleet(): Promise<Result[]> {
  const since = performance.now();
  const simulator = await started(
    'dist/server/simulate.js',
    `--port 0 --instances ${size} --access-key ${key.accessKey} --secret-key ${key.secretKey}`.split(
      ' ',
    ),
  );
  try {
    const seconds = (performance.now() - since) / 1000;
    const { url } = JSON.parse(simulator.line) as { url: string }; // the line is documented so
    const times: Result[] = [];
    for (const [name, query] of Object.entries(pages))
      times.push(bounded(`A page of 100, ${name}`, await latency(url, query), 'ms', 20));
    return [
      bounded('Simulator of 100,000: start', seconds, 's', 10),
      memoryOf(simulator.child.pid ?? 0),
      ...times,
    ];
  } finally {
    await simulator.stop();
  }
}

function bounded(what: string, value: number, unit: string, most: number): Result {
  const measured = `${value.toFixed(1)} ${unit}`;
  return { what, measured, goal: `under ${most} ${unit}`, met: value < most, decides: false };
}

/** Resident, after it has worked. */
function memoryOf(pid: number): Result {
  const what = 'Simulator of 100,000: memory';
  const goal = 'under 1024 MiB';
  if (process.platform === 'win32')
    return { what, measured: 'not measured here', goal, met: false, decides: false };
  const kilobytes = execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' });
  return bounded(what, Number(kilobytes) / 1024, 'MiB', 1024);
}

/** Median milliseconds from the request to the last byte of its reply. */
async function latency(origin: string, queryOf: (call: number) => Query): Promise<number> {
  const signer = createSigner();
  const { host } = new URL(origin);
  const times: number[] = [];
  for (let call = 0; call < calls; call++) {
    const wire = encode(operations.describeInstances, {
      regionId: 'cn-north-1',
      pageSize: 100,
      ...queryOf(call),
    });
    const unsigned = { ...wire, body: '', host, region: 'cn-north-1', service: 'vm' };
    const headers = signer.sign(unsigned, key, Date.now(), crypto.randomUUID());
    const since = performance.now();
    const response = await fetch(`${origin}${wire.path}?${wire.query}`, { headers });
    const text = await response.text();
    times.push(performance.now() - since);
    if (!response.ok) throw new Error(`describeInstances was refused: ${text}`);
  }
  return median(times);
}
