import type { EventEmitter } from 'node:events';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type RawData, type WebSocket, WebSocketServer } from 'ws';
import { isAddressedTo } from './http-server.ts';
import type { Simulator } from './simulator/simulator.ts';
import type { VncEnd } from './simulator/vnc/consoles.ts';

/** A screen moves ten times a second; a viewer that has not answered for half a minute is gone. */
const tickEvery = 100;
const ticksPerPing = 300;

/** Bytes that may wait for a viewer who does not read. A whole screen takes 1 MB at most. */
const mostUnread = 8 * 1024 * 1024;

/**
 * Carries the simulator's screens over WebSockets at `/simulator/vnc?token=…`. A refused viewer is let in and closed
 * at once, with the reason: a browser's script cannot read why an upgrade failed.
 * @param hostNames names the request may be addressed to; any when left out
 * @returns ends all sessions, for an orderly end of the process
 */
export function attachVncSocket(
  server: EventEmitter,
  simulator: Simulator,
  hostNames?: readonly string[],
): () => void {
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: 512 * 1024,
    handleProtocols: (offered) => offered.has('binary') && 'binary',
  });
  let timer: NodeJS.Timeout | undefined;
  let ticks = 0;
  const silent = new WeakSet<WebSocket>();
  const tick = () => {
    simulator.screens.tick();
    if (ticks++ % ticksPerPing === 0) {
      for (const socket of sockets.clients) {
        if (silent.has(socket)) socket.terminate();
        else if (socket.readyState === socket.OPEN) {
          silent.add(socket);
          socket.ping();
        }
      }
    }
    if (sockets.clients.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };

  server.on('upgrade', (request: IncomingMessage, connection: Duplex, head: Buffer) => {
    const [path, query] = (request.url ?? '').split('?');
    if (path !== '/simulator/vnc') {
      // Behind Vite another listener has upgrades of its own.
      if (server.listenerCount('upgrade') === 1) refuse(connection, '404 Not Found');
    } else if (hostNames && !isAddressedTo(request, hostNames)) {
      refuse(connection, '421 Misdirected Request');
    } else if (!isSameOrigin(request)) {
      refuse(connection, '403 Forbidden');
    } else {
      sockets.handleUpgrade(request, connection, head, (socket) => {
        socket.on('pong', () => silent.delete(socket));
        show(socket, simulator, new URLSearchParams(query).get('token') ?? '');
        timer ??= setInterval(tick, tickEvery).unref();
      });
    }
  });
  return () => sockets.clients.forEach((socket) => socket.close(1001));
}

/** Joins a viewer's socket and a screen, until either ends. */
function show(socket: WebSocket, simulator: Simulator, token: string): void {
  const end = (why: VncEnd) => socket.close(4000, why);
  const session = simulator.screens.open(token, {
    send: (bytes) => {
      if (socket.bufferedAmount > mostUnread) socket.terminate();
      else socket.send(bytes);
    },
    end,
  });
  // What is wrong with a socket also closes it; there is nothing to do but not to die of it.
  socket.on('error', () => undefined);
  if (typeof session === 'string') {
    end(session);
    return;
  }
  socket.on('message', (data: RawData) => session.receive(bytesOf(data)));
  socket.on('close', () => session.leave());
}

function bytesOf(data: RawData): Uint8Array {
  if (Array.isArray(data)) return Buffer.concat(data);
  return data instanceof ArrayBuffer ? new Uint8Array(data) : data;
}

/** A page of another site may not reach in; something that is no browser sends no Origin. */
function isSameOrigin({ headers }: IncomingMessage): boolean {
  const { origin, host } = headers;
  return origin === undefined || origin === `http://${host}` || origin === `https://${host}`;
}

function refuse(connection: Duplex, status: string): void {
  connection.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
