/** Milliseconds since the epoch. The host passes the wall clock; tests pass a number they move by hand. */
export interface Clock {
  now(): number;
}

interface Due {
  at: number;
  order: number;
  run: () => void;
}

/**
 * What will happen, in order of time. Nothing runs by itself: `settle` is called before every request, so the
 * world is always as it would be had timers run, without a timer anywhere.
 */
export class Scheduler {
  #heap: Due[] = [];
  #order = 0;
  #current: number | undefined;
  #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** The simulated time. While an event runs it is the moment the event was due. */
  now(): number {
    return this.#current ?? this.#clock.now();
  }

  /** Runs `run` once `delay` milliseconds have passed. Events due at the same moment keep their order. */
  after(delay: number, run: () => void): void {
    const due = { at: this.now() + delay, order: this.#order++, run };
    this.#heap.push(due);
    let child = this.#heap.length - 1;
    while (child > 0) {
      const parent = (child - 1) >> 1;
      if (!this.#before(child, parent)) break;
      this.#swap(child, parent);
      child = parent;
    }
  }

  /**
   * Lets everything happen that is due by now, including what those events schedule in turn.
   * @returns whether anything did
   */
  settle(): boolean {
    const until = this.#clock.now();
    let happened = false;
    for (let due = this.#heap[0]; due && due.at <= until; due = this.#heap[0]) {
      this.#pop();
      this.#current = due.at;
      try {
        due.run();
      } finally {
        this.#current = undefined;
      }
      happened = true;
    }
    return happened;
  }

  #pop(): void {
    const last = this.#heap.pop();
    if (last === undefined || this.#heap.length === 0) return;
    this.#heap[0] = last;
    let parent = 0;
    for (;;) {
      let first = parent;
      for (const child of [2 * parent + 1, 2 * parent + 2]) {
        if (child < this.#heap.length && this.#before(child, first)) first = child;
      }
      if (first === parent) return;
      this.#swap(first, parent);
      parent = first;
    }
  }

  #before(a: number, b: number): boolean {
    const one = this.#heap[a];
    const other = this.#heap[b];
    if (!one || !other) return false;
    return one.at < other.at || (one.at === other.at && one.order < other.order);
  }

  #swap(a: number, b: number): void {
    const one = this.#heap[a];
    const other = this.#heap[b];
    if (!one || !other) return;
    this.#heap[a] = other;
    this.#heap[b] = one;
  }
}
