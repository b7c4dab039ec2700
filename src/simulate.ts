import { getRequestListener } from '@hono/node-server';
import { answerSimulator } from './answer.ts';
import { readBuiltPage, serveBuiltFiles } from './built-files.ts';
import { answerCloud } from './cloud-wire.ts';
import { randomCredentials, startSimulator } from './embedded.ts';
import { endOnSignal } from './ending.ts';
import { exitWith } from './exit.ts';
import { listen } from './http-server.ts';
import { parseFlags, parseNumber } from './options.ts';
import { attachVncSocket } from './vnc-socket.ts';

/** The simulator alone, on a port of its own: for the vendor's SDK and for a proxy elsewhere. */
async function simulate(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  const vncPage = await readBuiltPage('vnc');
  const { server, origin, handle } = await listen(options);
  const simulator = startSimulator({ ...options, publicUrl: `${origin}/simulator` }, options);
  const endSessions = attachVncSocket(server, simulator);
  const files = serveBuiltFiles();
  const pages = getRequestListener((request) => answerSimulator(simulator, () => vncPage, request));
  handle((request, response) => {
    if (request.url?.startsWith('/simulator/')) return pages(request, response);
    if (request.url?.startsWith('/assets/')) return files(request, response);
    return answerCloud(simulator, request, response);
  });
  endOnSignal(server, { first: endSessions });
  const { accessKey, secretKey } = options;
  process.stdout.write(`${JSON.stringify({ url: origin, accessKey, secretKey })}\n`);
}

const flags = {
  host: { type: 'string' },
  port: { type: 'string' },
  'access-key': { type: 'string' },
  'secret-key': { type: 'string' },
  instances: { type: 'string' },
  seed: { type: 'string' },
  speed: { type: 'string' },
} as const;

const usage = `Options (after --):
  --host ADDRESS              where to listen (127.0.0.1)
  --port N                    0 picks a free one (8081)
  --access-key AK  --secret-key SK
                              the one key pair it knows (a new one at every start)
  --instances N  --seed TEXT  the fleet (60, "vm-console")
  --speed N                   transitions run N times as fast (1)
`;

/** @throws UsageError */
function readOptions(args: string[]) {
  const values = parseFlags(args, flags);
  const random = randomCredentials();
  return {
    host: values.host ?? '127.0.0.1',
    port: parseNumber('port', values.port ?? '8081', 0, 65535),
    accessKey: values['access-key'] ?? random.accessKey,
    secretKey: values['secret-key'] ?? random.secretKey,
    instances: parseNumber('instances', values.instances ?? '60', 0, 1_000_000),
    seed: values.seed ?? 'vm-console',
    speed: parseNumber('speed', values.speed ?? '1', 0.01, 100_000),
  };
}

simulate().catch(exitWith(usage));
