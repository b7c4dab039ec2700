/**
 * Something nobody else has, for a client token or an id. `crypto.randomUUID` would do, but browsers have it only on
 * https and on this machine.
 */
export function newToken(): string {
  const words = crypto.getRandomValues(new Uint32Array(4));
  return Array.from(words, (word) => word.toString(36)).join('-');
}
