import { hkdfSync } from 'node:crypto';
import { CompactEncrypt, compactDecrypt } from 'jose';
import * as z from 'zod/mini';

/** What a session is, all of it: the browser keeps it, sealed, and the proxy nothing. */
export const Session = z.object({
  /** The name of the process's own key pair; absent where the session brings one. */
  profile: z.optional(z.string()),
  credentials: z.optional(
    z.object({
      accessKey: z.string(),
      secretKey: z.string(),
      sessionToken: z.optional(z.string()),
    }),
  ),
  /** Epoch milliseconds. */
  startedAt: z.number(),
  seenAt: z.number(),
});
export type Session = z.infer<typeof Session>;

/** Seals sessions so that only whoever has the same key can read or make one. */
export interface Sealer {
  seal: (session: Session) => Promise<string>;
  /** Nothing when it was sealed with another key, or is no session. */
  open: (sealed: string) => Promise<Session | undefined>;
}

/** @param secret text of any form with at least 256 bits of chance in it */
export function createSealer(secret: string): Sealer {
  const key = new Uint8Array(hkdfSync('sha256', secret, '', 'vm-console session', 32));
  return {
    seal: (session) =>
      new CompactEncrypt(new TextEncoder().encode(JSON.stringify(session)))
        .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
        .encrypt(key),
    async open(sealed) {
      try {
        const { plaintext } = await compactDecrypt(sealed, key, {
          keyManagementAlgorithms: ['dir'],
          contentEncryptionAlgorithms: ['A256GCM'],
        });
        return Session.parse(JSON.parse(new TextDecoder().decode(plaintext)));
      } catch {
        return undefined;
      }
    },
  };
}
