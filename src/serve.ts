import { randomBytes } from 'node:crypto';
import { backendListener, isForBackend } from './answer.ts';
import { type Backend, createBackend } from './backend.ts';
import { readBuiltPage, serveBuiltFiles } from './built-files.ts';
import { endOnSignal } from './ending.ts';
import { exitWith } from './exit.ts';
import { isAddressedTo, listen, type NodeHandler } from './http-server.ts';
import { parseOptions } from './options.ts';
import { pageHeaders, renderPage } from './page.ts';
import { answerProbe } from './probes.ts';
import { usage } from './usage.ts';
import { attachVncSocket } from './vnc-socket.ts';

/** The one process an operator runs: the console's files, the proxy, and the simulator unless told otherwise. */
async function serve(): Promise<void> {
  const options = parseOptions(process.argv.slice(2), process.env);
  const [html, vncPage] = await Promise.all([readBuiltPage('console'), readBuiltPage('vnc')]);
  const { server, origin, handle } = await listen(options);
  const backend = await createBackend({ options, origin, print });
  const endSessions =
    backend.simulator && attachVncSocket(server, backend.simulator, backend.hostNames);
  const api = backendListener(backend, () => vncPage);
  const site = siteOf(html, backend);
  const ending = endOnSignal(server, { first: endSessions, drain: options.drain });
  if (options.metricsPort !== undefined) {
    await serveMetrics(backend, { host: options.host, port: options.metricsPort });
  }
  handle((request, response) => {
    if (answerProbe(request, response, ending)) return;
    if (!isAddressedTo(request, backend.hostNames)) {
      response.writeHead(421, { 'content-type': 'text/plain' });
      response.end('This console does not answer for that host name (see --allow-host).\n');
    } else if (isForBackend(request.url ?? '')) {
      api(request, response);
    } else site(request, response);
  });
  print(`VM Console  ${origin}/`);
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** On a port of its own: what is counted is for whoever runs this, not for those who use it. */
async function serveMetrics({ metrics }: Backend, at: { host: string; port: number }) {
  const { origin, handle } = await listen(at);
  handle((request, response) => {
    if (request.url?.split('?')[0] !== '/metrics') return response.writeHead(404).end();
    response.writeHead(200, { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' });
    return response.end(metrics.text());
  });
  print(`Metrics     ${origin}/metrics`);
}

/** Built files by their name, and the page at every other address: the console reads the rest from it. */
function siteOf(html: string, backend: Backend): NodeHandler {
  const serveFile = serveBuiltFiles();
  const page: NodeHandler = async (request, response) => {
    if (request.url?.startsWith('/assets/')) return response.writeHead(404).end();
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      return response.writeHead(405, { allow: 'GET, HEAD' }).end();
    }
    const nonce = randomBytes(16).toString('base64');
    const headers = { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' };
    const boot = await backend.bootOf(request);
    response.writeHead(200, { ...pageHeaders(nonce), ...headers });
    return response.end(renderPage(html, boot, nonce));
  };
  return (request, response) => {
    // A built page holds blanks to be filled; it is never served as it is.
    if (/\.html($|\?)/.test(request.url ?? '')) return page(request, response);
    return serveFile(request, response, () => void page(request, response));
  };
}

serve().catch(exitWith(usage));
