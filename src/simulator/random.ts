/** A small seeded generator (mulberry32): the same seed gives the same fleet, everywhere. */
export class Random {
  #state: number;

  constructor(seed: string | number) {
    let hash = 2166136261;
    for (const c of String(seed)) hash = Math.imul(hash ^ (c.codePointAt(0) ?? 0), 16777619);
    this.#state = hash >>> 0;
  }

  /** In [0, 1). */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let t = this.#state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  }

  /** An integer from `low` to `high`, both included. */
  between(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low + 1));
  }

  /** One of a list that is not empty. */
  pick<T>(list: readonly [T, ...T[]]): T {
    return list[this.between(0, list.length - 1)] ?? list[0];
  }

  /** `length` lower-case letters and digits, as in the cloud's ids. */
  letters(length: number): string {
    const alphabet = 'abcdefghijklmnopqrstuvwxyz0123456789';
    let text = '';
    for (let i = 0; i < length; i++) text += alphabet.charAt(this.between(0, alphabet.length - 1));
    return text;
  }
}
