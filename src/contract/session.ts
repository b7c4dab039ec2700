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

/** Who is signed in: an access key in part, or the name of a profile. */
export const SignedIn = z.object({ who: z.string() });
