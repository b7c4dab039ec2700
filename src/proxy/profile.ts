import { type Service, services } from '../contract/operation.ts';
import { checkKey, type Credentials, CredentialsError } from './credentials.ts';
import { parseEndpoint } from './endpoints.ts';
import { ConfigError, interpolate, parsePythonConfig } from './python-config.ts';

/** The contents of the vendor CLI's two files in `~/.jdc`. */
interface ProfileFiles {
  /** `~/.jdc/config`; absent when there is no such file. */
  config: string | undefined;
  /** `~/.jdc/current`, the bare name of the active profile; absent when there is no such file. */
  current?: string | undefined;
}

export interface Profile {
  name: string;
  credentials: Credentials;
  /** The region the CLI uses when none is given. */
  regionId?: string | undefined;
  /** Where the profile sends requests, if not to the public endpoints. */
  endpoints: Partial<Record<Service, URL>>;
}

/** The CLI's name for "the public cloud"; how that host tells services apart is not published. */
const generalHost = 'www.jdcloud-api.com';

/**
 * Reads a profile of the vendor's command line tool `jdc`.
 * @param wanted the profile's name; else the active one, else `default`
 * @throws CredentialsError that says what is missing and how to supply it; it holds no part of a key
 */
export function parseProfile(files: ProfileFiles, wanted?: string): Profile {
  const name = wanted ?? (files.current?.trim() || 'default');
  if (files.config === undefined) {
    throw new CredentialsError(
      'There is no ~/.jdc/config. Run "jdc configure add", or set JDCLOUD_ACCESS_KEY and JDCLOUD_SECRET_KEY.',
    );
  }
  return named(name, () => {
    const sections = parsePythonConfig(files.config ?? '');
    const own = sections.get(name);
    if (!own) {
      const others = [...sections.keys()].filter((key) => key !== 'DEFAULT');
      throw new CredentialsError(
        `~/.jdc/config has no profile "${name}". It has: ${others.join(', ') || 'none'}.`,
      );
    }
    // A section called DEFAULT, in capitals, supplies what the others leave out.
    const options = new Map([...(sections.get('DEFAULT') ?? []), ...own]);
    const value = (option: string) => interpolate(options, option) ?? '';
    return {
      name,
      credentials: {
        accessKey: key(name, 'access_key', value('access_key')),
        secretKey: key(name, 'secret_key', value('secret_key')),
      },
      regionId: value('region_id') || undefined,
      endpoints: endpointsOf(value('endpoint'), value('scheme') || 'https'),
    };
  });
}

function key(profile: string, option: string, value: string): string {
  if (value === '') {
    throw new CredentialsError(`Profile "${profile}" of ~/.jdc/config has no ${option}. Add it.`);
  }
  checkKey(`${option} of profile "${profile}"`, value);
  return value;
}

/**
 * The CLI sends every service's requests to the one host of the profile. Where that host is named after a service,
 * the others are taken to be its neighbours: the CLI's users switch hosts by hand.
 */
function endpointsOf(host: string, scheme: string): Profile['endpoints'] {
  if (host === '' || host === generalHost) return {};
  const [, rest] = new RegExp(`^(?:${services.join('|')})\\.(.+)$`).exec(host) ?? [];
  return Object.fromEntries(
    services.map((service) => [
      service,
      parseEndpoint(service, `${scheme}://${rest === undefined ? host : `${service}.${rest}`}`),
    ]),
  );
}

/** Tells which file and profile an error is about. */
function named(profile: string, read: () => Profile): Profile {
  try {
    return read();
  } catch (error) {
    if (error instanceof CredentialsError || !(error instanceof Error)) throw error;
    const where = error instanceof ConfigError ? '~/.jdc/config' : `Profile "${profile}"`;
    throw new CredentialsError(`${where}: ${error.message}.`);
  }
}
