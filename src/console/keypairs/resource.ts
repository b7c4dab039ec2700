import type { Resource } from '../api/write.ts';

/** A key pair as the activity remembers it: its name is all it is known by. */
export function resourceOf(keyName: string): Resource {
  return { kind: 'keypair', id: keyName, name: keyName };
}
