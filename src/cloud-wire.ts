import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { Broken } from './simulator/faults.ts';
import type { Simulator } from './simulator/simulator.ts';

/** The cloud's wire: one address for all services, told apart by the signature's scope. */
export async function answerCloud(
  simulator: Simulator,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const [path = '/', query = ''] = (request.url ?? '').split(/\?(.*)/s);
  try {
    const reply = await simulator.answer({
      method: request.method ?? '',
      path,
      query,
      header: (name) => request.headers[name]?.toString(),
      body: await text(request),
    });
    response.writeHead(reply.status, reply.headers).end(reply.body);
  } catch (error) {
    // An ordered fault breaks the connection; anything else is a bug and shows itself as one.
    if (!(error instanceof Broken)) process.stderr.write(`${String(error)}\n`);
    request.socket.destroy();
  }
}
