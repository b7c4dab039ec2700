import type { RegionWorld } from './world.ts';

/**
 * Does `run` once per operation and client token; a repeat gets the first call's result, whatever else it says.
 * A call that was refused leaves no trace, so it may be sent again with the same token.
 */
export function once<T>(
  region: RegionWorld,
  operation: string,
  token: string | undefined,
  run: () => T,
): T {
  if (token === undefined) return run();
  const key = `${operation}/${token}`;
  // Only this function writes under the operation's name, and an operation has one type of result.
  if (region.tokens.has(key)) return region.tokens.get(key) as T;
  const result = run();
  region.tokens.set(key, result);
  return result;
}
