import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Ending } from './ending.ts';

/**
 * Answers `/healthz` (the process runs) and `/readyz` (it takes calls, which it stops to do before it ends). They
 * tell nothing else, so whoever asks may use any name for this server: a load balancer knows its number only.
 * @returns whether the request was one of these
 */
export function answerProbe(
  request: IncomingMessage,
  response: ServerResponse,
  ending: Ending,
): boolean {
  const path = request.url?.split('?')[0];
  if (path !== '/healthz' && path !== '/readyz') return false;
  const ready = path === '/healthz' || !ending.begun;
  response.writeHead(ready ? 200 : 503, {
    'content-type': 'text/plain; charset=utf-8',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
  response.end(ready ? 'ok\n' : 'ending\n');
  return true;
}
