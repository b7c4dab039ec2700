import { refusal } from '../contract/errors.ts';
import { refuse } from './handlers.ts';

interface Pair {
  key?: string | undefined;
  value?: string | undefined;
}

/** Metadata as it is kept: keys differ in more than case, and one that ends on `-` sets nothing. */
export function keptMetadata(given: readonly Pair[] = []): { key: string; value: string }[] {
  const kept = new Map<string, { key: string; value: string }>();
  for (const { key = '', value = '' } of given) {
    if (key === '' || key.endsWith('-')) continue;
    if (new TextEncoder().encode(value).length > 16 * 1024)
      refuse(refusal('INVALID_ARGUMENT', `Metadata '${key}' is longer than 16KB`));
    kept.set(key.toLowerCase(), { key, value });
  }
  return [...kept.values()];
}

/**
 * The launch script, checked: base64, at most 16 KB, and with the first line its system needs.
 * @throws Refused
 */
export function keptUserdata(
  given: readonly Pair[] = [],
  osType: 'linux' | 'windows',
): { key: string; value: string }[] {
  return given.map(({ key = 'launch-script', value = '' }) => {
    const script = decoded(value);
    const begins =
      osType === 'windows'
        ? /^<(cmd|powershell)>[^]*<\/\1>\s*$/
        : /^#!\/(bin\/bash|usr\/bin\/env python)\r?\n/;
    if (script === undefined) refuse(invalid('is not base64'));
    if (script.length > 16 * 1024) refuse(invalid('is longer than 16KB'));
    if (!begins.test(script)) {
      refuse(
        invalid(
          osType === 'windows'
            ? 'is not within <cmd></cmd> or <powershell></powershell>'
            : 'does not begin with #!/bin/bash or #!/usr/bin/env python',
        ),
      );
    }
    return { key, value };
  });
}

function invalid(why: string) {
  return refusal('INVALID_ARGUMENT', `Parameter Userdata invalid: launch-script ${why}`);
}

/** One character per byte. */
function decoded(base64: string): string | undefined {
  try {
    return atob(base64);
  } catch {
    return undefined;
  }
}
