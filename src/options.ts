import { parseArgs, type ParseArgsConfig } from 'node:util';
import type { Service } from './contract/operation.ts';
import { type IdentityChoice, identityFlags, readIdentity } from './identity-options.ts';
import { parseEndpointOption } from './proxy/endpoints.ts';
import { UsageError } from './usage-error.ts';

/** How the console is run. Each option may also come from the environment as `VM_CONSOLE_…`. */
export interface Options {
  cloud: 'simulator' | 'jdcloud';
  /** Profiles of the vendor CLI's files; none = the environment's keys, else the CLI's current profile. */
  profiles: string[];
  host: string;
  /** 0 = any free port. */
  port: number;
  /** Host names, beside the loopback ones and `host`, a request may be addressed to. */
  allowHosts: string[];
  endpoints: Partial<Record<Service, URL>>;
  /** How people get in, where the cloud is a real one; absent = as the key and the address suggest. */
  signIn?: 'link' | 'key' | undefined;
  /** Where people sign in, if not with a key of their own or a printed link. */
  identity?: IdentityChoice | undefined;
  /** Seals sessions; absent = a new one at every start. */
  sessionKey?: string | undefined;
  /** Minutes without a call, and hours altogether, after which a session ends. */
  sessionIdle: number;
  sessionHours: number;
  /** Addresses or networks of reverse proxies. */
  trustedProxies: string[];
  readOnly: boolean;
  /** The file that every write is noted in; `-` = what is printed. */
  audit?: string | undefined;
  /** Where metrics are served, on the same address; nowhere when absent, 0 = any free port. */
  metricsPort?: number | undefined;
  /** Seconds from SIGTERM until no more connections are taken. */
  drain: number;
  /** Of the simulator. */
  instances: number;
  seed: string;
  speed: number;
}

const known = {
  cloud: { type: 'string' },
  profile: { type: 'string', multiple: true },
  host: { type: 'string' },
  port: { type: 'string' },
  'allow-host': { type: 'string', multiple: true },
  endpoint: { type: 'string', multiple: true },
  'sign-in': { type: 'string' },
  ...identityFlags,
  'session-key': { type: 'string' },
  'session-idle': { type: 'string' },
  'session-hours': { type: 'string' },
  'trusted-proxy': { type: 'string', multiple: true },
  'read-only': { type: 'boolean' },
  audit: { type: 'string' },
  'metrics-port': { type: 'string' },
  drain: { type: 'string' },
  instances: { type: 'string' },
  seed: { type: 'string' },
  speed: { type: 'string' },
} as const;

/** @throws UsageError */
export function parseOptions(argv: string[], env: NodeJS.ProcessEnv): Options {
  const values = parseFlags(argv, known);
  const text = (name: keyof typeof known): string | undefined => {
    const value = values[name] ?? env[`VM_CONSOLE_${name.toUpperCase().replaceAll('-', '_')}`];
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  const list = (name: 'endpoint' | 'allow-host' | 'trusted-proxy' | 'grant'): string[] =>
    values[name] ?? text(name)?.split(/[\s,]+/) ?? [];
  const cloud = text('cloud') ?? 'simulator';
  const signIn = text('sign-in');
  if (signIn !== undefined && signIn !== 'link' && signIn !== 'key') {
    throw new UsageError(`--sign-in must be link or key, not "${signIn}"`);
  }
  const sessionKey = text('session-key');
  if (sessionKey !== undefined && sessionKey.length < 32) {
    throw new UsageError('--session-key is too short. Make one: openssl rand -base64 32');
  }
  const metricsPort = text('metrics-port');
  if (cloud !== 'simulator' && cloud !== 'jdcloud') {
    throw new UsageError(`--cloud must be simulator or jdcloud, not "${cloud}"`);
  }
  return {
    cloud,
    // The name of a profile may hold a space.
    profiles: [...new Set(values.profile ?? text('profile')?.split(/\s*,\s*/) ?? [])],
    host: text('host') ?? '127.0.0.1',
    port: parseNumber('port', text('port') ?? '8080', 0, 65535),
    allowHosts: list('allow-host'),
    endpoints: Object.fromEntries(list('endpoint').map(endpoint)),
    signIn,
    identity: readIdentity(text, list('grant')),
    sessionKey,
    sessionIdle: parseNumber('session-idle', text('session-idle') ?? '60', 1, 1440),
    sessionHours: parseNumber('session-hours', text('session-hours') ?? '12', 1, 168),
    trustedProxies: list('trusted-proxy'),
    readOnly: values['read-only'] ?? /^(1|true|yes)$/i.test(text('read-only') ?? ''),
    audit: text('audit'),
    metricsPort:
      metricsPort === undefined ? undefined : parseNumber('metrics-port', metricsPort, 0, 65535),
    drain: parseNumber('drain', text('drain') ?? '0', 0, 3600),
    instances: parseNumber('instances', text('instances') ?? '60', 0, 1_000_000),
    seed: text('seed') ?? 'vm-console',
    speed: parseNumber('speed', text('speed') ?? '1', 0.01, 100_000),
  };
}

/** @throws UsageError for what is not among these flags */
export function parseFlags<const F extends NonNullable<ParseArgsConfig['options']>>(
  args: string[],
  options: F,
) {
  try {
    return parseArgs({ args, options, allowPositionals: false }).values;
  } catch (error) {
    throw new UsageError(messageOf(error));
  }
}

/** @throws UsageError */
export function parseNumber(name: string, value: string, low: number, high: number): number {
  const parsed = Number(value);
  if (value.trim() === '' || !(parsed >= low && parsed <= high)) {
    throw new UsageError(`--${name} must be a number from ${low} to ${high}, not "${value}"`);
  }
  return parsed;
}

function endpoint(value: string): [Service, URL] {
  try {
    const { service, url } = parseEndpointOption(value);
    return [service, url];
  } catch (error) {
    throw new UsageError(`--endpoint ${value}: ${messageOf(error)}`);
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Whether an address to listen on can be reached from this machine alone. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127\.\d+\.\d+\.\d+$/.test(host);
}
