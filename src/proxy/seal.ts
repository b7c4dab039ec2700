import { hkdfSync } from 'node:crypto';
import { CompactEncrypt, compactDecrypt } from 'jose';
import * as z from 'zod/mini';

/** A person whom the identity provider knows. */
export const Person = z.object({
  /** The provider's own id. */
  subject: z.string(),
  /** For people. */
  name: z.string(),
  /** Those of the provider's groups that mean something here. */
  groups: z.array(z.string()),
});
export type Person = z.infer<typeof Person>;

/** What a session is, all of it: the browser keeps it, sealed, and the proxy nothing. */
export const Session = z.object({
  /** Absent where a key pair, or a link from the terminal, is all that is known. */
  person: z.optional(Person),
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

/** Seals values so that only whoever has the same key can read or make one. */
interface Sealer<T> {
  seal: (value: T) => Promise<string>;
  /** Nothing when it was sealed with another key or for another purpose, or does not fit. */
  open: (sealed: string) => Promise<T | undefined>;
}

/**
 * @param secret text of any form with at least 256 bits of chance in it
 * @param purpose what is sealed for one cannot be opened for another
 */
export function createSealer<T>(
  secret: string,
  schema: z.ZodMiniType<T>,
  purpose: string,
): Sealer<T> {
  const key = new Uint8Array(hkdfSync('sha256', secret, '', `vm-console ${purpose}`, 32));
  return {
    seal: (value) =>
      new CompactEncrypt(new TextEncoder().encode(JSON.stringify(value)))
        .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
        .encrypt(key),
    async open(sealed) {
      try {
        const { plaintext } = await compactDecrypt(sealed, key, {
          keyManagementAlgorithms: ['dir'],
          contentEncryptionAlgorithms: ['A256GCM'],
        });
        return schema.parse(JSON.parse(new TextDecoder().decode(plaintext)));
      } catch {
        return undefined;
      }
    },
  };
}
