import type { IncomingMessage } from 'node:http';
import pino from 'pino';
import { auditTo } from './audit-file.ts';
import { embeddedCloud, realCloud } from './cloud.ts';
import type { Boot } from './console/boot.ts';
import { openApiDocument } from './contract/openapi.ts';
import type { Options } from './options.ts';
import { type PeerOf, peersBehind } from './peer.ts';
import type { CallLog } from './proxy/call-log.ts';
import type { Answer } from './proxy/exchange.ts';
import { createMetrics, type Metrics } from './proxy/metrics.ts';
import { lockedDoors, openDoors } from './signing-in.ts';
import type { Simulator } from './simulator/simulator.ts';
import manifest from '../package.json' with { type: 'json' };

/** A line may wait for others, a tenth of a second at most; what waits at the end of the process is still written. */
const logTo = { fd: 2, sync: false, minLength: 8_192, periodicFlush: 100 };

/** Everything behind the page: the proxy, and the simulator where that is the cloud. */
export interface Backend {
  /** What a page is told, which this request asks for. */
  bootOf: (request?: IncomingMessage) => Promise<Boot>;
  /** Host names, in lower case and without a port, that a request may be addressed to. */
  hostNames: readonly string[];
  peerOf: PeerOf;
  simulator?: Simulator;
  /** Answers `/api/…`. */
  proxy: Answer;
  /** Answers `/session`, where people sign in. */
  signIn?: Answer;
  /** Answers `/audit`, where there is a file to be read. */
  auditTrail?: Answer;
  metrics: Metrics;
  openApi: string;
}

interface BackendOptions {
  options: Options;
  /** Where the console will be reached, such as `http://127.0.0.1:8080`. */
  origin: string;
  /** Shows a line to whoever started this. */
  print: (line: string) => void;
}

/** @throws UsageError or CredentialsError, with messages for people */
export async function createBackend({ options, origin, print }: BackendOptions): Promise<Backend> {
  const peerOf = peersBehind(options.trustedProxies);
  const cloud =
    options.cloud === 'simulator' ? embeddedCloud(options, origin) : await realCloud(options);
  const hostNames = [
    'localhost',
    '127.0.0.1',
    '[::1]',
    options.host,
    new URL(origin).hostname,
    ...options.allowHosts,
  ].map((name) => name.toLowerCase());
  const metrics = createMetrics(manifest.version);
  const write = writeLog();
  const means = {
    endpoints: cloud.endpoints,
    transport: cloud.transport,
    readOnly: options.readOnly,
    allowedHosts: hostNames,
    audit: options.audit === undefined ? undefined : auditTo(options.audit),
    log: (line: CallLog) => {
      metrics.count(line);
      write(line);
    },
  };
  const { proxy, signIn, auditTrail, asker } =
    cloud.signIn === 'none'
      ? openDoors(means, cloud, options)
      : lockedDoors(means, cloud, { options, origin, peerOf, print });
  const boot = {
    cloud: options.cloud,
    readOnly: options.readOnly,
    signIn: cloud.signIn,
    audit: auditTrail !== undefined,
    version: manifest.version,
  };
  return {
    bootOf: async (request) => ({ ...boot, ...(await asker(request)) }),
    hostNames,
    peerOf,
    ...(cloud.simulator && { simulator: cloud.simulator }),
    ...(signIn && { signIn }),
    ...(auditTrail && { auditTrail }),
    openApi: JSON.stringify(openApiDocument(manifest.version)),
    proxy: metrics.watched(proxy),
    metrics,
  };
}

function writeLog(): (line: CallLog) => void {
  const log = pino({ base: null, timestamp: false }, pino.destination(logTo));
  return ({ time, ...line }) =>
    log.info({ time: new Date(time).toISOString(), ...line }, line.operation ?? 'refused');
}
