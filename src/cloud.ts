import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import path from 'node:path';
import { randomCredentials, startSimulator, transportTo } from './embedded.ts';
import type { Boot } from './console/boot.ts';
import { isLoopback, type Options } from './options.ts';
import { UsageError } from './usage-error.ts';
import type { Account } from './proxy/caller.ts';
import { credentialsFromEnvironment } from './proxy/credentials.ts';
import { defaultEndpoints, type Endpoints } from './proxy/endpoints.ts';
import { parseProfile, type Profile } from './proxy/profile.ts';
import type { Transport } from './proxy/transport.ts';
import type { Simulator } from './simulator/simulator.ts';
import { createHttpTransport } from './upstream.ts';

/** The cloud that answers, and whose key it is asked with. */
export interface Cloud {
  /** The key pairs of this process; without one everybody signs in with their own. */
  accounts: readonly [] | readonly [Account, ...Account[]];
  /**
   * `none`: whoever reaches the console uses it. `link`: a link printed in the terminal opens it. `key`: a key pair
   * of the cloud does. `identity`: an identity provider says who may.
   */
  signIn: Boot['signIn'];
  endpoints: Endpoints;
  transport: Transport;
  simulator?: Simulator;
}

/** A simulator of this process alone: whoever uses it can break nothing but that. */
export function embeddedCloud(options: Options, origin: string): Cloud {
  const credentials = randomCredentials();
  const simulator = startSimulator({ ...options, publicUrl: `${origin}/simulator` }, credentials);
  return {
    accounts: [{ name: 'simulator', credentials }],
    signIn: 'none',
    endpoints: defaultEndpoints(),
    transport: transportTo(simulator),
    simulator,
  };
}

/**
 * A key of the environment or of a profile is for this machine alone, and there for whoever sees the terminal, or for
 * those whom an identity provider knows. All others bring a key of their own.
 * @throws UsageError or CredentialsError, with messages for people
 */
export async function realCloud(options: Options): Promise<Cloud> {
  const { transport } = createHttpTransport();
  const common = { endpoints: defaultEndpoints(options.endpoints), transport };
  const byKey: Cloud = { accounts: [], signIn: 'key', ...common };
  const isProfileWanted = options.profiles.length > 0;
  if (options.identity) {
    return { accounts: await grantedAccounts(options), signIn: 'identity', ...common };
  }
  if (options.signIn === 'key') {
    if (!isProfileWanted) return byKey;
    throw new UsageError('--sign-in key asks everybody for a key: leave out --profile');
  }
  if (!isLoopback(options.host)) {
    if (options.signIn === undefined && !isProfileWanted) return byKey;
    throw new UsageError(
      `At ${options.host} everybody signs in with a key of their own: leave out --profile and --sign-in link, or --host`,
    );
  }
  const [first, ...rest] = await ownAccounts(options);
  return first ? { accounts: [first, ...rest], signIn: 'link', ...common } : byKey;
}

/** @throws UsageError where there is nothing to grant, or something else is */
async function grantedAccounts(options: Options): Promise<Cloud['accounts']> {
  const [first, ...rest] = await ownAccounts(options);
  if (!first) throw new UsageError('--oidc-issuer needs a key: give --profile, or set the keys');
  const names = [first, ...rest].map(({ name }) => name);
  const stray = options.identity?.grants.find(({ profile }) => !names.includes(profile));
  if (!stray) return [first, ...rest];
  throw new UsageError(
    `--grant ${stray.group}=${stray.profile}: this console has ${names.join(', ')}`,
  );
}

/** The profiles that were asked for; else the environment's key; else the vendor tool's current profile. */
async function ownAccounts(options: Options): Promise<Account[]> {
  const { profiles, signIn } = options;
  const fromEnvironment = profiles.length > 0 ? undefined : credentialsFromEnvironment(process.env);
  if (fromEnvironment) return [{ name: 'environment', credentials: fromEnvironment }];
  const folder = path.join(homedir(), '.jdc');
  const read = (name: string) => readFile(path.join(folder, name), 'utf8').catch(() => undefined);
  const [config, current] = await Promise.all([read('config'), read('current')]);
  // The vendor's tool was never set up here, and nobody asked for its files.
  if (config === undefined && profiles.length === 0 && signIn === undefined) return [];
  const wanted: (string | undefined)[] = profiles.length > 0 ? profiles : [undefined];
  return wanted.map((name) => accountOf(parseProfile({ config, current }, name), options));
}

function accountOf({ name, credentials, regionId, endpoints }: Profile, options: Options): Account {
  return {
    name,
    credentials,
    region: regionId,
    endpoints: defaultEndpoints({ ...endpoints, ...options.endpoints }),
  };
}
