// How the simulator does with a hundred thousand instances: its start, its memory, and a page of a hundred.
import { execFileSync } from 'node:child_process';
import { operations } from '../../src/contract/operations.ts';
import type { AnyOperation, InputOf } from '../../src/contract/operation.ts';
import { encode } from '../../src/contract/wire.ts';
import { createSigner } from '../../src/proxy/signer.ts';
import { started } from './processes.ts';
import { median, type Result } from './result.ts';

const key = { accessKey: 'BENCHACCESSKEY01', secretKey: 'bench-secret' };
const size = 100_000;
const calls = 50;
const regionId = 'cn-north-1';

type FilterName = NonNullable<
  InputOf<typeof operations.describeInstances>['filters']
>[number]['name'];
type Query = Omit<InputOf<typeof operations.describeInstances>, 'regionId'>;

const by = (name: FilterName, ...values: string[]): Query => ({
  filters: [{ name, values }],
});

/**
 * By number of the call, each of which asks for something else. The simulator gathers what a filter looks at when it
 * is first asked about, and looks it over again after a change; the median tells what all other calls take.
 */
const pages: Readonly<Record<string, (call: number) => Query>> = {
  'the first page': () => ({}),
  'the last page': () => ({ pageNumber: size / 100 }),
  'by part of a name': (call) => by('name', `-${100 + call}`),
  'by part of an address': (call) => by('privateIpAddress', `.${10 + call}.`),
  'by an elastic IP': (call) => by('elasticIpAddress', `116.196.0.${call}`),
  'by status': (call) => by('status', 'stopped', `none-${call}`),
  'by tags': (call) => ({ tags: [{ key: 'team', values: ['web', `none-${call}`] }] }),
};

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
    const times = await pageTimes(askingAt(url));
    return [
      bounded('Simulator of 100,000: start', seconds, 's', 10),
      memoryOf(simulator.child.pid ?? 0),
      ...times.map(([name, ms]) => bounded(`A page of 100, ${name}`, ms, 'ms', 20)),
    ];
  } finally {
    await simulator.stop();
  }
}

/** Sends a call, signed, and gives its reply's text. */
type Ask = <O extends AnyOperation>(operation: O, input: InputOf<O>) => Promise<string>;

async function pageTimes(ask: Ask): Promise<[name: string, ms: number][]> {
  const { describeInstances, describeDisks, modifyInstanceAttribute } = operations;
  const list = (query: Query) => ask(describeInstances, { regionId, pageSize: 100, ...query });
  const times: [string, number][] = [];
  for (const [name, query] of Object.entries(pages))
    times.push([name, await medianOf((call) => list(query(call)))]);

  const orders = [{ name: 'create_time', direction: 1 as const }];
  const disks = (pageNumber: number) =>
    ask(describeDisks, { regionId, pageSize: 100, pageNumber, orders });
  times.push(['of disks in order of time', await medianOf((call) => disks(1 + call))]);

  const [, instanceId = ''] = /"instanceId":"(i-\w+)"/.exec(await list({})) ?? [];
  const change = (call: number) =>
    ask(modifyInstanceAttribute, { regionId, instanceId, name: `changed-${call}` });
  times.push([
    'by part of a name, after a change',
    await medianOf((call) => list(by('name', `-${100 + call}`)), change),
  ]);
  return times;
}

/** Median milliseconds from the request to the last byte of its reply. @param before is not counted */
async function medianOf(
  run: (call: number) => Promise<unknown>,
  before?: (call: number) => Promise<unknown>,
): Promise<number> {
  const times: number[] = [];
  for (let call = 0; call < calls; call++) {
    await before?.(call);
    const since = performance.now();
    await run(call);
    times.push(performance.now() - since);
  }
  return median(times);
}

function askingAt(origin: string): Ask {
  const signer = createSigner();
  const { host } = new URL(origin);
  return async (operation, input) => {
    const { method, path, query, body } = encode(operation, input);
    const { service } = operation;
    const unsigned = { method, path, query, body: body ?? '', host, region: regionId, service };
    const headers = signer.sign(unsigned, key, Date.now(), crypto.randomUUID());
    const url = `${origin}${path}${query && `?${query}`}`;
    const response = await fetch(url, { method, headers, body: body ?? null });
    const text = await response.text();
    if (!response.ok) throw new Error(`${operation.name} was refused: ${text}`);
    return text;
  };
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
