import type { EventEmitter } from 'node:events';
import type { Server, ServerResponse } from 'node:http';

/** The end of the process, as far as it has come. */
export interface Ending {
  /** Told to end: what is under way finishes, and nobody should send anything new. */
  begun: boolean;
}

interface EndingOptions {
  /** Ends what would hold it up: sessions without an end of their own. */
  first?: (() => void) | undefined;
  /** Seconds after SIGTERM in which new connections are still taken, until every load balancer has noticed. */
  drain?: number;
  signals?: Pick<EventEmitter, 'once'>;
  exit?: (code: number) => void;
}

/** What the longest call may take; its caller, and the log, get to know how it ended. */
const patience = 31_000;

/**
 * On SIGTERM or SIGINT (which does not wait for load balancers) calls under way finish, then the process ends. A
 * second signal of a kind ends it at once.
 */
export function endOnSignal(server: Server, options: EndingOptions = {}): Ending {
  const { first, drain = 0, signals = process, exit = (code) => process.exit(code) } = options;
  const ending: Ending = { begun: false };
  const close = () => {
    first?.();
    server.close(() => exit(0));
    // A connection falls idle when its call has been answered; it would then be kept for the next one.
    setInterval(() => server.closeIdleConnections(), 50).unref();
    setTimeout(() => exit(0), patience).unref();
  };
  const begin = (seconds: number) => {
    ending.begun = true;
    if (seconds === 0) close();
    else setTimeout(close, seconds * 1000);
  };
  server.prependListener('request', (_: unknown, response: ServerResponse) => {
    if (ending.begun) response.setHeader('connection', 'close');
  });
  signals.once('SIGTERM', () => begin(drain));
  signals.once('SIGINT', () => begin(0));
  return ending;
}
