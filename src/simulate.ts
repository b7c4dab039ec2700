import { parseArgs } from 'node:util';
import { getRequestListener } from '@hono/node-server';
import { answerSimulator } from './answer.ts';
import { readBuiltPage, serveBuiltFiles } from './built-files.ts';
import { answerCloud } from './cloud-wire.ts';
import { randomCredentials, startSimulator } from './embedded.ts';
import { exitOn } from './exit.ts';
import { closeOnSignal, listen, type NodeHandler } from './http-server.ts';
import { parseNumber, UsageError } from './options.ts';
import { attachVncSocket } from './vnc-socket.ts';

/** The simulator alone, on a port of its own: for the vendor's SDK and for a proxy elsewhere. */
async function simulate(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  const vncPage = await readBuiltPage('vnc');
  let handler: NodeHandler = (_, response) => response.writeHead(503).end();
  const { server, origin } = await listen(
    (request, response) => handler(request, response),
    options,
  );
  const simulator = startSimulator({ ...options, publicUrl: `${origin}/simulator` }, options);
  const endSessions = attachVncSocket(server, simulator);
  const files = serveBuiltFiles();
  const pages = getRequestListener((request) => answerSimulator(simulator, () => vncPage, request));
  handler = (request, response) => {
    if (request.url?.startsWith('/simulator/')) return pages(request, response);
    if (request.url?.startsWith('/assets/')) return files(request, response);
    return answerCloud(simulator, request, response);
  };
  closeOnSignal(server, endSessions);
  const { accessKey, secretKey } = options;
  process.stdout.write(`${JSON.stringify({ url: origin, accessKey, secretKey })}\n`);
}

function readOptions(args: string[]) {
  const values = read(args);
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

function read(args: string[]) {
  const text = { type: 'string' } as const;
  const options = {
    host: text,
    port: text,
    'access-key': text,
    'secret-key': text,
    instances: text,
    seed: text,
    speed: text,
  };
  try {
    return parseArgs({ args, options }).values;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

simulate().catch(exitOn);
