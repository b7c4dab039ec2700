import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import path from 'node:path';
import pino from 'pino';
import type { Boot } from './console/boot.ts';
import { openApiDocument } from './contract/openapi.ts';
import { randomCredentials, startSimulator, transportTo } from './embedded.ts';
import { isLoopback, type Options, UsageError } from './options.ts';
import { type Credentials, credentialsFromEnvironment } from './proxy/credentials.ts';
import { defaultEndpoints } from './proxy/endpoints.ts';
import { createMetrics, type Metrics } from './proxy/metrics.ts';
import { parseProfile, type Profile } from './proxy/profile.ts';
import { createProxy, type Proxy } from './proxy/proxy.ts';
import type { Transport } from './proxy/transport.ts';
import type { Simulator } from './simulator/simulator.ts';
import { createHttpTransport } from './upstream.ts';
import manifest from '../package.json' with { type: 'json' };

/** A line may wait for others, a tenth of a second at most; what waits at the end of the process is still written. */
const logTo = { fd: 2, sync: false, minLength: 8_192, periodicFlush: 100 };

/** Everything behind the page: the proxy, and the simulator where that is the cloud. */
export interface Backend {
  boot: Boot;
  /** Host names, in lower case and without a port, that a request may be addressed to. */
  hostNames: readonly string[];
  simulator?: Simulator;
  /** Answers `/api/…`. */
  proxy: Proxy;
  metrics: Metrics;
  openApi: string;
}

/**
 * @param origin where the console will be reached, such as `http://127.0.0.1:8080`
 * @throws UsageError or CredentialsError, with messages for people
 */
export async function createBackend(options: Options, origin: string): Promise<Backend> {
  const cloud = options.cloud === 'simulator' ? embedded(options, origin) : await real(options);
  const hostNames = [
    'localhost',
    '127.0.0.1',
    '[::1]',
    options.host,
    new URL(origin).hostname,
    ...options.allowHosts,
  ].map((name) => name.toLowerCase());
  const log = pino({ base: null, timestamp: false }, pino.destination(logTo));
  const metrics = createMetrics(manifest.version);
  const proxy = createProxy({
    endpoints: defaultEndpoints(cloud.endpoints),
    transport: cloud.transport,
    credentials: () => cloud.credentials,
    readOnly: options.readOnly,
    allowedHosts: hostNames,
    log: ({ time, ...line }) => {
      metrics.count({ time, ...line });
      log.info({ time: new Date(time).toISOString(), ...line }, line.operation ?? 'refused');
    },
  });
  return {
    boot: {
      cloud: options.cloud,
      readOnly: options.readOnly,
      profile: cloud.profile,
      region: cloud.region,
      version: manifest.version,
    },
    hostNames,
    ...(cloud.simulator && { simulator: cloud.simulator }),
    openApi: JSON.stringify(openApiDocument(manifest.version)),
    proxy: metrics.watched(proxy),
    metrics,
  };
}

interface Cloud {
  credentials: Credentials;
  /** The name of the credentials, for people. */
  profile: string;
  region?: string | undefined;
  endpoints: Options['endpoints'];
  transport: Transport;
  simulator?: Simulator;
}

function embedded(options: Options, origin: string): Cloud {
  const credentials = randomCredentials();
  const simulator = startSimulator({ ...options, publicUrl: `${origin}/simulator` }, credentials);
  const transport = transportTo(simulator);
  return { credentials, profile: 'simulator', endpoints: {}, transport, simulator };
}

async function real(options: Options): Promise<Cloud> {
  if (!isLoopback(options.host)) {
    throw new UsageError(
      `Whoever reaches ${options.host} could use the key, since there is no sign-in. ` +
        'Listen on loopback (leave out --host), and reach it over SSH: ssh -L 8080:127.0.0.1:8080 …',
    );
  }
  const { transport } = createHttpTransport();
  const fromEnvironment = options.profile ? undefined : credentialsFromEnvironment(process.env);
  if (fromEnvironment) {
    const { endpoints } = options;
    return { credentials: fromEnvironment, profile: 'environment', endpoints, transport };
  }
  const { name, credentials, regionId, endpoints } = await readProfile(options.profile);
  return {
    credentials,
    profile: name,
    region: regionId,
    endpoints: { ...endpoints, ...options.endpoints },
    transport,
  };
}

async function readProfile(wanted: string | undefined): Promise<Profile> {
  const folder = path.join(homedir(), '.jdc');
  const read = (name: string) => readFile(path.join(folder, name), 'utf8').catch(() => undefined);
  const [config, current] = await Promise.all([read('config'), read('current')]);
  return parseProfile({ config, current }, wanted);
}
