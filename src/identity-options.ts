import { readFileSync } from 'node:fs';
import type { Grant } from './proxy/sessions.ts';
import { UsageError } from './usage-error.ts';

/** The identity provider, and what its groups may do here. */
export interface IdentityChoice {
  issuer: URL;
  clientId: string;
  clientSecret?: string | undefined;
  scope: string;
  groupsClaim: string;
  /** Where browsers reach the console; absent = where it listens. */
  publicUrl?: URL | undefined;
  grants: Grant[];
}

export const identityFlags = {
  'oidc-issuer': { type: 'string' },
  'oidc-client': { type: 'string' },
  'oidc-secret': { type: 'string' },
  'oidc-secret-file': { type: 'string' },
  'oidc-scope': { type: 'string' },
  'oidc-groups': { type: 'string' },
  'public-url': { type: 'string' },
  grant: { type: 'string', multiple: true },
} as const;

/**
 * @param text the value of an option, from the command line or the environment
 * @throws UsageError
 */
export function readIdentity(
  text: (name: keyof typeof identityFlags) => string | undefined,
  grants: readonly string[],
): IdentityChoice | undefined {
  const issuer = text('oidc-issuer');
  if (issuer === undefined) return undefined;
  const clientId = text('oidc-client');
  if (clientId === undefined) throw new UsageError('--oidc-issuer needs --oidc-client');
  if (grants.length === 0) {
    throw new UsageError('--oidc-issuer needs a --grant GROUP=PROFILE, or nobody may do anything');
  }
  const publicUrl = text('public-url');
  return {
    issuer: url('oidc-issuer', issuer),
    clientId,
    clientSecret: text('oidc-secret') ?? secretIn(text('oidc-secret-file')),
    scope: text('oidc-scope') ?? 'openid profile email',
    groupsClaim: text('oidc-groups') ?? 'groups',
    publicUrl: publicUrl === undefined ? undefined : url('public-url', publicUrl),
    grants: grants.map(grantOf),
  };
}

function url(name: string, value: string): URL {
  if (/^https?:/.test(value) && URL.canParse(value)) return new URL(value);
  throw new UsageError(`--${name} ${value}: give an address, such as https://id.example.com`);
}

function secretIn(path: string | undefined): string | undefined {
  if (path === undefined) return undefined;
  try {
    return readFileSync(path, 'utf8').trim();
  } catch (error) {
    throw new UsageError(`--oidc-secret-file: ${error instanceof Error ? error.message : ''}`);
  }
}

/** The name of a group may hold anything, also an equals sign; that of a profile ends it. */
function grantOf(value: string): Grant {
  const [, group, profile, limit] = /^(.+)=([^=:]+)(:read-only)?$/.exec(value) ?? [];
  if (group === undefined || profile === undefined) {
    throw new UsageError(`--grant ${value}: give GROUP=PROFILE or GROUP=PROFILE:read-only`);
  }
  return { group, profile, readOnly: limit !== undefined };
}
