import { longestMetadataKey } from './instance-status.ts';

/** The only key user data may have. */
export const userdataKey = 'launch-script';

/** Bytes, before encoding. Metadata values may be as long. */
export const customDataLimit = 16 * 1024;

/** `begin`: not the first line (Linux) or the wrapping (Windows) its system looks for. */
type UserdataProblem = 'long' | 'begin';

/**
 * What keeps a launch script from being run; nothing when it will be. From the user data page: on Linux the first
 * line is exactly one of two interpreters, on Windows all of it is within `<cmd>` or `<powershell>`.
 */
export function userdataProblem(
  script: string,
  osType: string | undefined,
): UserdataProblem | undefined {
  if (bytesOf(script) > customDataLimit) return 'long';
  const begins =
    osType === 'windows'
      ? /^<(cmd|powershell)>[^]*<\/\1>\s*$/
      : /^#!\/(bin\/bash|usr\/bin\/env python)\r?\n/;
  return begins.test(script) ? undefined : 'begin';
}

/** What is wrong with a pair of metadata. */
export interface MetadataProblems {
  key?: 'keyEmpty' | 'keyLong' | 'keyEnd' | 'keyTwice' | undefined;
  value?: 'valueLong' | undefined;
}

/**
 * What is wrong with a pair of metadata.
 * @param before the keys of those before it; two that differ in case alone are the same.
 */
export function metadataProblems(
  { key, value }: { key: string; value: string },
  before: readonly string[],
): MetadataProblems {
  return {
    key: keyProblem(key, before),
    value: bytesOf(value) > customDataLimit ? 'valueLong' : undefined,
  };
}

function keyProblem(key: string, before: readonly string[]): MetadataProblems['key'] {
  if (key === '') return 'keyEmpty';
  if (key.length > longestMetadataKey) return 'keyLong';
  // It would delete the key that is called so without it.
  if (key.endsWith('-')) return 'keyEnd';
  const isTaken = before.some((other) => other.toLowerCase() === key.toLowerCase());
  return isTaken ? 'keyTwice' : undefined;
}

/** How long a text is on the wire, in UTF-8. */
export function bytesOf(text: string): number {
  return new TextEncoder().encode(text).length;
}

/** A script as the API takes it: base64 of its UTF-8. */
export function encodeUserdata(script: string): string {
  return btoa(
    Array.from(new TextEncoder().encode(script), (byte) => String.fromCharCode(byte)).join(''),
  );
}

/** @returns nothing when it is not base64 */
export function decodeUserdata(base64: string): string | undefined {
  try {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    return new TextDecoder().decode(bytes);
  } catch {
    return undefined;
  }
}
