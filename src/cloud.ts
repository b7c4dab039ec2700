import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import path from 'node:path';
import { randomCredentials, startSimulator, transportTo } from './embedded.ts';
import { isLoopback, type Options, UsageError } from './options.ts';
import { type Credentials, credentialsFromEnvironment } from './proxy/credentials.ts';
import { parseProfile, type Profile } from './proxy/profile.ts';
import type { Transport } from './proxy/transport.ts';
import type { Simulator } from './simulator/simulator.ts';
import { createHttpTransport } from './upstream.ts';

/** The cloud that answers, and whose key it is asked with. */
export interface Cloud {
  /** The key pair of this process; without one everybody signs in with their own. */
  own?: { who: string; credentials: Credentials };
  /**
   * `none`: whoever reaches the console uses it. `link`: a link printed in the terminal opens it. `key`: a key pair
   * of the cloud does.
   */
  signIn: 'none' | 'link' | 'key';
  /** The region that the profile prefers. */
  region?: string | undefined;
  endpoints: Options['endpoints'];
  transport: Transport;
  simulator?: Simulator;
}

/** A simulator of this process alone: whoever uses it can break nothing but that. */
export function embeddedCloud(options: Options, origin: string): Cloud {
  const credentials = randomCredentials();
  const simulator = startSimulator({ ...options, publicUrl: `${origin}/simulator` }, credentials);
  return {
    own: { who: 'simulator', credentials },
    signIn: 'none',
    endpoints: {},
    transport: transportTo(simulator),
    simulator,
  };
}

/**
 * A key of the environment or of a profile is for this machine alone, and there for whoever sees the terminal. All
 * others bring a key of their own.
 * @throws UsageError or CredentialsError, with messages for people
 */
export async function realCloud(options: Options): Promise<Cloud> {
  const { transport } = createHttpTransport();
  const { endpoints } = options;
  const byKey: Cloud = { signIn: 'key', endpoints, transport };
  if (options.signIn === 'key') {
    if (options.profile === undefined) return byKey;
    throw new UsageError('--sign-in key asks everybody for a key: leave out --profile');
  }
  if (!isLoopback(options.host)) {
    if (options.signIn === undefined && options.profile === undefined) return byKey;
    throw new UsageError(
      `At ${options.host} everybody signs in with a key of their own: leave out --profile and --sign-in link, or --host`,
    );
  }
  const fromEnvironment = options.profile ? undefined : credentialsFromEnvironment(process.env);
  if (fromEnvironment) {
    const own = { who: 'environment', credentials: fromEnvironment };
    return { own, signIn: 'link', endpoints, transport };
  }
  const profile = await readProfile(options);
  if (!profile) return byKey;
  return {
    own: { who: profile.name, credentials: profile.credentials },
    signIn: 'link',
    region: profile.regionId,
    endpoints: { ...profile.endpoints, ...endpoints },
    transport,
  };
}

/** @returns nothing when the vendor's tool was never set up here and nobody asked for its files */
async function readProfile({ profile, signIn }: Options): Promise<Profile | undefined> {
  const folder = path.join(homedir(), '.jdc');
  const read = (name: string) => readFile(path.join(folder, name), 'utf8').catch(() => undefined);
  const [config, current] = await Promise.all([read('config'), read('current')]);
  if (config === undefined && profile === undefined && signIn === undefined) return undefined;
  return parseProfile({ config, current }, profile);
}
