import { refusal } from '../contract/errors.ts';
import {
  bytesOf,
  customDataLimit,
  decodeUserdata,
  userdataKey,
  userdataProblem,
} from '../contract/userdata.ts';
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
    if (bytesOf(value) > customDataLimit)
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
  return given.map(({ key = userdataKey, value = '' }) => {
    const script = decodeUserdata(value);
    if (script === undefined) return refuse(invalid('is not base64'));
    const problem = userdataProblem(script, osType);
    if (problem === 'long') refuse(invalid('is longer than 16KB'));
    if (problem === 'begin') {
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
