import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type NodeHandler = (request: IncomingMessage, response: ServerResponse) => unknown;

interface Listening {
  server: Server;
  /** The address for people, without a final slash. */
  origin: string;
  /** Sets who answers; 503 until then. What answers may hold the address, which is known only now. */
  handle: (handler: NodeHandler) => void;
}

/**
 * Listens, with limits on slow and oversized requests.
 * @throws Error that says what to do when the address cannot be had
 */
export function listen({ host, port }: { host: string; port: number }): Promise<Listening> {
  let handler: NodeHandler = (_, response) => response.writeHead(503).end();
  const server = createServer(
    // Longer than clients and load balancers keep a connection: else one is closed just as it is used again.
    { maxHeaderSize: 16_384, requestTimeout: 60_000, keepAliveTimeout: 75_000 },
    (request, response) => handler(request, response),
  );
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(new Error(explain(error, host, port)));
    });
    server.listen(port, host, () => {
      // A TCP server's address is never a string or null once it listens.
      const { port: actual } = server.address() as AddressInfo;
      const name = host.includes(':') ? `[${host}]` : host;
      const handle = (chosen: NodeHandler) => {
        handler = chosen;
      };
      resolve({
        server,
        handle,
        origin: `http://${name === '0.0.0.0' ? '127.0.0.1' : name}:${actual}`,
      });
    });
  });
}

function explain(error: NodeJS.ErrnoException, host: string, port: number): string {
  if (error.code === 'EADDRINUSE') {
    return `Port ${port} is in use. Choose another with --port, or --port 0 for a free one.`;
  }
  if (error.code === 'EADDRNOTAVAIL') return `This machine has no address ${host} (--host).`;
  if (error.code === 'EACCES') return `Port ${port} may not be used by this user (--port).`;
  return error.message;
}

/**
 * Whether a request names this server. A foreign page may point a name of its own at this address (DNS rebinding);
 * that name is not among these.
 * @param names in lower case, without a port
 */
export function isAddressedTo(request: IncomingMessage, names: readonly string[]): boolean {
  const { rawHeaders, headers } = request;
  let hosts = 0;
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const name = rawHeaders[at];
    if (name?.length === 4 && name.toLowerCase() === 'host') hosts++;
  }
  // Of several, Node reads the first, and a gateway in front may have read another (RFC 9112, 3.2).
  return hosts === 1 && names.includes((headers.host ?? '').toLowerCase().replace(/:\d+$/, ''));
}
