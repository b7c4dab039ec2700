import { getRequestListener } from '@hono/node-server';
import { answerApi } from './api-wire.ts';
import type { Backend } from './backend.ts';
import { auditPath } from './contract/audit.ts';
import { apiPrefix, sessionPath } from './contract/proxy-api.ts';
import type { NodeHandler } from './http-server.ts';
import { pageHeaders } from './page.ts';
import type { Simulator } from './simulator/simulator.ts';
import { answerWeb } from './simulator/web.ts';

/** Gives the page that shows a simulated screen. */
type VncPage = () => string | Promise<string>;

/** Paths that are the backend's; everything else is a page or a file. */
export function isForBackend(target: string): boolean {
  return /^\/(api\/|audit$|session(\/|$)|simulator\/|openapi\.json$)/.test(
    target.split('?')[0] ?? '',
  );
}

/** Answers what is not a file: the proxy, signing in, the simulator's own pages, the API's description. */
export function backendListener(backend: Backend, vncPage: VncPage): NodeHandler {
  const rest = getRequestListener((request) => answerRest(backend, vncPage, request));
  const { proxy, signIn, auditTrail, peerOf } = backend;
  return (request, response) => {
    const { url = '' } = request;
    if (url.startsWith(apiPrefix)) return answerApi(proxy, peerOf(request), request, response);
    if (signIn && url.startsWith(sessionPath)) {
      return answerApi(signIn, peerOf(request), request, response);
    }
    if (auditTrail && url.startsWith(auditPath)) {
      return answerApi(auditTrail, peerOf(request), request, response);
    }
    return rest(request, response);
  };
}

async function answerRest(backend: Backend, vncPage: VncPage, request: Request): Promise<Response> {
  const { pathname } = new URL(request.url);
  if (pathname === '/openapi.json') {
    const headers = { ...plain, 'content-type': 'application/json' };
    return new Response(backend.openApi, { headers });
  }
  if (backend.simulator) return answerSimulator(backend.simulator, vncPage, request);
  return notFound();
}

/** Answers `/simulator/…`: control, log, and the page behind a VNC address. */
export async function answerSimulator(
  simulator: Simulator,
  vncPage: VncPage,
  request: Request,
): Promise<Response> {
  if (new URL(request.url).pathname === '/simulator/vnc_auto.html') {
    const headers = { ...pageHeaders(), 'content-type': 'text/html; charset=utf-8' };
    return new Response(await vncPage(), { headers });
  }
  return (await answerWeb(simulator, request)) ?? notFound();
}

const plain = { 'content-type': 'text/plain; charset=utf-8', 'x-content-type-options': 'nosniff' };

function notFound(): Response {
  return new Response('There is nothing at this address.\n', { status: 404, headers: plain });
}
