import { randomBytes } from 'node:crypto';
import { backendListener, isForBackend } from './answer.ts';
import { type Backend, createBackend } from './backend.ts';
import { readBuiltPage, serveBuiltFiles } from './built-files.ts';
import { exitOn } from './exit.ts';
import { closeOnSignal, isAddressedTo, listen, type NodeHandler } from './http-server.ts';
import { parseOptions } from './options.ts';
import { pageHeaders, renderPage } from './page.ts';
import { attachVncSocket } from './vnc-socket.ts';

/** The one process an operator runs: the console's files, the proxy, and the simulator unless told otherwise. */
async function serve(): Promise<void> {
  const options = parseOptions(process.argv.slice(2), process.env);
  const [html, vncPage] = await Promise.all([readBuiltPage('console'), readBuiltPage('vnc')]);
  const { server, origin, handle } = await listen(options);
  const backend = await createBackend(options, origin);
  const endSessions =
    backend.simulator && attachVncSocket(server, backend.simulator, backend.hostNames);
  const api = backendListener(backend, () => vncPage);
  const site = siteOf(html, backend);
  handle((request, response) => {
    if (!isAddressedTo(request, backend.hostNames)) {
      response.writeHead(421, { 'content-type': 'text/plain' });
      response.end('This console does not answer for that host name (see --allow-host).\n');
    } else if (isForBackend(request.url ?? '')) {
      api(request, response);
    } else site(request, response);
  });
  closeOnSignal(server, endSessions);
  process.stdout.write(`VM Console  ${origin}/\n`);
}

/** Built files by their name, and the page at every other address: the console reads the rest from it. */
function siteOf(html: string, backend: Backend): NodeHandler {
  const serveFile = serveBuiltFiles();
  const page: NodeHandler = (request, response) => {
    if (request.url?.startsWith('/assets/')) return response.writeHead(404).end();
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      return response.writeHead(405, { allow: 'GET, HEAD' }).end();
    }
    const nonce = randomBytes(16).toString('base64');
    const headers = { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' };
    response.writeHead(200, { ...pageHeaders(nonce), ...headers });
    return response.end(renderPage(html, backend.boot, nonce));
  };
  return (request, response) => {
    // A built page holds blanks to be filled; it is never served as it is.
    if (/\.html($|\?)/.test(request.url ?? '')) return page(request, response);
    return serveFile(request, response, () => void page(request, response));
  };
}

serve().catch(exitOn);
