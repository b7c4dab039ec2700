import { createHash } from 'node:crypto';

/** A key pair of the cloud. Lives in the proxy alone: never in a log, an error, a reply or a map key. */
export interface Credentials {
  /** Names the key; it is shown to people only in part. */
  accessKey: string;
  secretKey: string;
  /** Goes with a temporary key pair (STS). */
  sessionToken?: string | undefined;
}

/** No usable credentials. The message says which part is missing and how to supply it, and holds no part of a key. */
export class CredentialsError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'CredentialsError';
  }
}

/** Environment variables that `credentialsFromEnvironment` reads. */
const environmentNames = {
  accessKey: 'JDCLOUD_ACCESS_KEY',
  secretKey: 'JDCLOUD_SECRET_KEY',
  sessionToken: 'JDCLOUD_SESSION_TOKEN',
} as const;

/**
 * Reads a key pair from environment variables.
 * @returns undefined when none of them is set: the caller may have another source
 * @throws CredentialsError when only some are set, or when a value cannot be a key
 */
export function credentialsFromEnvironment(
  env: Readonly<Record<string, string | undefined>>,
): Credentials | undefined {
  const accessKey = env[environmentNames.accessKey]?.trim() ?? '';
  const secretKey = env[environmentNames.secretKey]?.trim() ?? '';
  const sessionToken = env[environmentNames.sessionToken]?.trim() ?? '';
  if (accessKey === '' && secretKey === '' && sessionToken === '') return undefined;
  const missing = [
    accessKey === '' && environmentNames.accessKey,
    secretKey === '' && environmentNames.secretKey,
  ].filter((name) => name !== false);
  if (missing.length > 0) {
    throw new CredentialsError(
      `${missing.join(' and ')} ${missing.length > 1 ? 'are' : 'is'} not set. Set ${environmentNames.accessKey} and ${environmentNames.secretKey} together, or neither and name a profile with --profile.`,
    );
  }
  checkKey(environmentNames.accessKey, accessKey);
  checkKey(environmentNames.secretKey, secretKey);
  if (sessionToken !== '') checkKey(environmentNames.sessionToken, sessionToken);
  return { accessKey, secretKey, ...(sessionToken !== '' && { sessionToken }) };
}

/** A key travels inside a header: printable ASCII without spaces; an access key also without the scope's slash. */
export function checkKey(name: string, value: string): void {
  if (!/^[\x21-\x7e]+$/.test(value)) {
    throw new CredentialsError(
      `${name} holds a space or a character that no key has. Copy it again, without quotes.`,
    );
  }
}

/** An access key for people: enough to recognise one's own, not enough to use. */
export function maskedKey(accessKey: string): string {
  return accessKey.length < 12 ? '…' : `${accessKey.slice(0, 4)}…${accessKey.slice(-4)}`;
}

/**
 * Tells a key from all others where its mask may be that of two, as that of every short one is: whose a line of the audit
 * is, and what a browser remembers. It is no secret and holds none: a secret key is not part of it, and an access key,
 * drawn by chance, cannot be found by trying. Nor is a key of this process: every replica, and the next start, has to come
 * to the same, or what was kept would be nobody's.
 */
export function keyDigest(accessKey: string): string {
  return createHash('sha256').update(accessKey).digest('base64url').slice(0, 22);
}
