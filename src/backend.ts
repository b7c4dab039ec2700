import { randomBytes } from 'node:crypto';
import pino from 'pino';
import { auditTo, linesBackwards } from './audit-file.ts';
import { type Cloud, embeddedCloud, realCloud } from './cloud.ts';
import type { Boot } from './console/boot.ts';
import { openApiDocument } from './contract/openapi.ts';
import { printedLinks } from './links.ts';
import type { Options } from './options.ts';
import { type PeerOf, peersBehind } from './peer.ts';
import type { CallLog } from './proxy/call-log.ts';
import { createAuditTrail } from './proxy/audit-trail.ts';
import { CredentialsError } from './proxy/credentials.ts';
import { defaultEndpoints } from './proxy/endpoints.ts';
import type { Answer } from './proxy/exchange.ts';
import { createMetrics, type Metrics } from './proxy/metrics.ts';
import { createProxy, type ProxyOptions } from './proxy/proxy.ts';
import { createSessions } from './proxy/sessions.ts';
import { createSignIn, renewing } from './proxy/sign-in.ts';
import type { Simulator } from './simulator/simulator.ts';
import manifest from '../package.json' with { type: 'json' };

/** A line may wait for others, a tenth of a second at most; what waits at the end of the process is still written. */
const logTo = { fd: 2, sync: false, minLength: 8_192, periodicFlush: 100 };

/** Everything behind the page: the proxy, and the simulator where that is the cloud. */
export interface Backend {
  boot: Boot;
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
    endpoints: defaultEndpoints(cloud.endpoints),
    transport: cloud.transport,
    readOnly: options.readOnly,
    allowedHosts: hostNames,
    audit: options.audit === undefined ? undefined : auditTo(options.audit),
    log: (line: CallLog) => {
      metrics.count(line);
      write(line);
    },
  };
  const { proxy, signIn, auditTrail } =
    cloud.signIn === 'none'
      ? answersWith(means, () => ownOf(cloud), options)
      : withSessions(means, cloud, { options, origin, print });
  return {
    boot: {
      cloud: options.cloud,
      readOnly: options.readOnly,
      profile: cloud.own?.who ?? '',
      region: cloud.region,
      signIn: cloud.signIn,
      audit: auditTrail !== undefined,
      version: manifest.version,
    },
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

type Means = Omit<ProxyOptions, 'credentials'>;

/** What answers with whatever key pair is the caller's. */
function answersWith(
  means: Means,
  credentials: ProxyOptions['credentials'],
  { audit }: Options,
): { proxy: Answer; auditTrail?: Answer; signIn?: Answer } {
  const proxy = createProxy({ ...means, credentials });
  // What is printed can be read where it ends up, not here.
  if (audit === undefined || audit === '-') return { proxy };
  const lines = (before?: number) => linesBackwards(audit, before);
  return { proxy, auditTrail: createAuditTrail({ ...means, credentials, lines, now: Date.now }) };
}

function ownOf({ own }: Cloud) {
  if (!own) throw new CredentialsError('There is no key pair.');
  return own.credentials;
}

function withSessions(means: Means, cloud: Cloud, { options, origin, print }: BackendOptions) {
  const { own } = cloud;
  if (options.sessionKey === undefined && !own) {
    process.stderr.write(
      'Sessions end with this process, and no other process knows them: VM_CONSOLE_SESSION_KEY is not set.\n',
    );
  }
  const sessions = createSessions({
    key: options.sessionKey ?? randomBytes(32).toString('base64'),
    idle: options.sessionIdle * 60_000,
    longest: options.sessionHours * 3_600_000,
    now: () => Date.now(),
    own,
  });
  const credentials: ProxyOptions['credentials'] = async (request) =>
    (await sessions.of(request)).credentials;
  const { proxy, auditTrail } = answersWith(means, credentials, options);
  return {
    proxy: renewing(sessions, proxy),
    ...(auditTrail && { auditTrail: renewing(sessions, auditTrail) }),
    signIn: createSignIn({ ...means, sessions, links: own && printedLinks(origin, print) }),
  };
}

function writeLog(): (line: CallLog) => void {
  const log = pino({ base: null, timestamp: false }, pino.destination(logTo));
  return ({ time, ...line }) =>
    log.info({ time: new Date(time).toISOString(), ...line }, line.operation ?? 'refused');
}
