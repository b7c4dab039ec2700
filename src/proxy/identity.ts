import * as oidc from 'openid-client';
import type { SignInFault } from '../contract/session.ts';
import type { Person } from './seal.ts';

export interface IdentityOptions {
  issuer: URL;
  clientId: string;
  /** Absent for a public client. */
  clientSecret?: string | undefined;
  /** Where the provider sends the browser back to: known to it beforehand, to the letter. */
  redirect: URL;
  /** Where it may go after signing out. */
  home: URL;
  scope: string;
  /** The claim, of the ID token or of the userinfo endpoint, that holds the names of the person's groups. */
  groupsClaim: string;
  now: () => number;
}

/** What is to be known again when the browser comes back. */
interface Flow {
  state: string;
  nonce: string;
  verifier: string;
}

/** An OpenID Connect provider. Nothing of it is asked before somebody signs in; it may be down until then. */
export interface Identity {
  /** @throws IdentityError */
  begin: () => Promise<{ url: URL; flow: Flow }>;
  /** @param query of the address that the browser came back to. @throws IdentityError */
  finish: (query: string, flow: Flow) => Promise<Person>;
  /** Where signing out at the provider begins; nothing where it offers none, or is out of reach. */
  end: () => Promise<URL | undefined>;
}

/** Signing in at the provider came to nothing. `cause` is a code, and holds nothing that the provider sent. */
export class IdentityError extends Error {
  readonly fault: SignInFault;
  override readonly cause: string;
  constructor(fault: SignInFault, cause: string) {
    super(fault);
    this.fault = fault;
    this.cause = cause;
  }
}

/** Seconds until a provider that does not answer is said to be out of reach. */
const patience = 10;

export function createIdentity(options: IdentityOptions): Identity {
  const { redirect, home, scope, groupsClaim } = options;
  let known: Promise<oidc.Configuration> | undefined;

  /** What the provider says of itself; asked anew until it has been heard once. */
  function configuration(): Promise<oidc.Configuration> {
    known ??= discover(options).catch((error: unknown) => {
      known = undefined;
      throw error;
    });
    return known;
  }

  async function personOf(config: oidc.Configuration, tokens: Tokens): Promise<Person> {
    const claims: Record<string, unknown> = { ...tokens.claims() };
    const subject = String(claims['sub']);
    if (claims[groupsClaim] === undefined && config.serverMetadata().userinfo_endpoint) {
      Object.assign(claims, await oidc.fetchUserInfo(config, tokens.access_token, subject));
    }
    const names = [claims['name'], claims['preferred_username'], claims['email']];
    const [name = subject] = names.filter((one) => typeof one === 'string' && one !== '');
    const groups = [claims[groupsClaim]].flat().filter((one) => typeof one === 'string');
    return { subject, name: String(name).slice(0, 100), groups };
  }

  return {
    begin: () =>
      explained(async () => {
        const config = await configuration();
        const verifier = oidc.randomPKCECodeVerifier();
        const flow = { state: oidc.randomState(), nonce: oidc.randomNonce(), verifier };
        const url = oidc.buildAuthorizationUrl(config, {
          redirect_uri: redirect.href,
          scope,
          state: flow.state,
          nonce: flow.nonce,
          code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
          code_challenge_method: 'S256',
        });
        return { url, flow };
      }),

    finish: (query, { state, nonce, verifier }) =>
      explained(async () => {
        const config = await configuration();
        const tokens = await oidc.authorizationCodeGrant(config, new URL(`?${query}`, redirect), {
          expectedState: state,
          expectedNonce: nonce,
          pkceCodeVerifier: verifier,
          idTokenExpected: true,
        });
        return personOf(config, tokens);
      }),

    async end() {
      const config = await configuration().catch(() => undefined);
      if (!config?.serverMetadata().end_session_endpoint) return undefined;
      return oidc.buildEndSessionUrl(config, { post_logout_redirect_uri: home.href });
    },
  };
}

type Tokens = Awaited<ReturnType<typeof oidc.authorizationCodeGrant>>;

function discover({ issuer, clientId, clientSecret, now }: IdentityOptions) {
  const metadata = {
    ...(clientSecret !== undefined && { client_secret: clientSecret }),
    // Whoever runs this console by another clock than this machine's means that one.
    [oidc.clockSkew]: Math.round((now() - Date.now()) / 1000),
  };
  const auth = clientSecret === undefined ? oidc.None() : undefined;
  // A provider without TLS is one on this machine, or inside a network of its owner's; the operator has typed that.
  const execute = issuer.protocol === 'http:' ? [oidc.allowInsecureRequests] : [];
  return oidc.discovery(issuer, clientId, metadata, auth, { execute, timeout: patience });
}

async function explained<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const cause = 'code' in error && typeof error.code === 'string' ? error.code : error.name;
    throw new IdentityError(faultOf(cause, error), cause);
  }
}

/** Nothing came, or what came is not from a provider. */
const unanswered = new Set([
  'OAUTH_TIMEOUT',
  'OAUTH_RESPONSE_IS_NOT_CONFORM',
  'OAUTH_RESPONSE_IS_NOT_JSON',
  'OAUTH_PARSE_ERROR',
]);

function faultOf(cause: string, error: Error): SignInFault {
  if (cause === 'OAUTH_JWT_TIMESTAMP_CHECK_FAILED') return 'CLOCKS_DIFFER';
  // The state or the nonce is that of another attempt.
  if (cause === 'OAUTH_INVALID_RESPONSE') return 'SIGN_IN_STALE';
  const isAnswer = error instanceof oidc.AuthorizationResponseError;
  if (isAnswer || error instanceof oidc.ResponseBodyError) return 'PROVIDER_REFUSED';
  return unanswered.has(cause) || !cause.startsWith('OAUTH_')
    ? 'PROVIDER_UNREACHABLE'
    : 'PROVIDER_REFUSED';
}
