import * as z from 'zod/mini';
import { regionId, secret } from './common.ts';

/** A key travels inside a header: printable ASCII without spaces. */
const key = (most: number) => z.string().check(z.regex(/^[\x21-\x7e]+$/), z.maxLength(most));

/** What is sent to sign in with a key pair of the cloud. */
export const SignIn = z.strictObject({
  accessKey: key(128),
  secretKey: secret(key(256)),
  /** Of a temporary key pair (STS). */
  sessionToken: z.optional(secret(key(8192))),
  /** Where the key is tried; a private cloud has regions of its own. */
  regionId,
});
export type SignIn = z.infer<typeof SignIn>;

/** What is sent to go on with another of the accounts a session may use. */
export const SwitchAccount = z.strictObject({ account: z.string() });
export type SwitchAccount = z.infer<typeof SwitchAccount>;

/** Why signing in at the identity provider came to nothing. */
export const signInFaults = [
  'PROVIDER_UNREACHABLE',
  'PROVIDER_REFUSED',
  'CLOCKS_DIFFER',
  'NO_RIGHTS',
  'SIGN_IN_STALE',
] as const;
export type SignInFault = (typeof signInFaults)[number];

/** What comes of signing out: where to go so that the identity provider forgets, too. */
export const SignedOut = z.object({ next: z.optional(z.string()) });

/** Who is signed in, and what with. */
export const SignedIn = z.object({
  /** Tells one from all others. A page, and what a browser remembers, belongs to one of them. */
  who: z.string(),
  /** The person's name, where an identity provider knows it. */
  person: z.optional(z.string()),
  /** The name of a profile, or an access key in part. */
  account: z.string(),
  /** The profiles that can be switched to, this one among them; none where the key is the person's own. */
  accounts: z.array(z.string()),
  /** Where the account's owner usually is. */
  region: z.optional(z.string()),
  /** Everything may be looked at, and nothing changed. */
  readOnly: z.boolean(),
});
export type SignedIn = z.infer<typeof SignedIn>;
