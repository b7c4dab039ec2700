import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Answer, Peer } from './proxy/exchange.ts';
import { Stop } from './proxy/stop.ts';

/** Carries a call from the browser to whoever answers it, and the reply back. */
export async function answerApi(
  answer: Answer,
  peer: Peer,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const gone = new Stop();
  // After a reply nobody listens any more.
  response.once('close', () => gone.stop());
  const { status, headers, body } = await answer({
    method: request.method ?? '',
    target: request.url ?? '',
    header: (name) => request.headers[name]?.toString(),
    // Whoever stops reading still wants to answer, on this very connection.
    body: request.iterator({ destroyOnReturn: false }),
    gone,
    peer,
  });
  response.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(body) }).end(body);
  // What was read in part would block the connection's next call. (What was not read at all, Node throws away.)
  if (request.readableDidRead) request.resume();
}
