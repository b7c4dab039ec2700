/** What a list found among all items of one map, and by which question. */
interface Finding {
  list: object;
  items: object;
  question: string;
  found: readonly unknown[];
}

/** How many questions are worth remembering: a few people, each on a page of their own. */
const most = 8;

/**
 * What filtered lists found, until something may have changed. To look through a hundred thousand machines takes
 * a while; to turn the page, or to ask again whether anything has moved, must not.
 */
export class Findings {
  #kept: Finding[] = [];

  /** The answer from last time, or what `look` finds. */
  find<T>(list: object, items: object, question: string, look: () => T[]): readonly T[] {
    const known = this.#kept.find(
      (one) => one.list === list && one.items === items && one.question === question,
    );
    // The same list over the same items found it, so it is made of the same.
    if (known) return known.found as readonly T[];
    const found = look();
    this.#kept = [...this.#kept.slice(1 - most), { list, items, question, found }];
    return found;
  }

  forget(): void {
    if (this.#kept.length > 0) this.#kept = [];
  }
}
