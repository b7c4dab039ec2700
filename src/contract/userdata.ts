/** The only key user data may have. */
export const userdataKey = 'launch-script';

/** Bytes, before encoding. Metadata values may be as long. */
export const customDataLimit = 16 * 1024;

/** `begin`: not the first line (Linux) or the wrapping (Windows) its system looks for. */
export type UserdataProblem = 'long' | 'begin';

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
