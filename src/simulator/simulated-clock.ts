import type { Clock } from './scheduler.ts';

/** The host's clock, which can be stopped and moved forward. Simulated time never goes back. */
export class SimulatedClock implements Clock {
  #host: Clock;
  #offset = 0;
  #frozenAt: number | undefined;

  constructor(host: Clock) {
    this.#host = host;
  }

  now(): number {
    return this.#frozenAt ?? this.#host.now() + this.#offset;
  }

  advance(milliseconds: number): void {
    if (this.#frozenAt === undefined) this.#offset += milliseconds;
    else this.#frozenAt += milliseconds;
  }

  /** Frozen, only `advance` moves it. Time that passes meanwhile outside is not caught up on. */
  freeze(frozen: boolean): void {
    if (frozen) this.#frozenAt ??= this.now();
    else if (this.#frozenAt !== undefined) {
      this.#offset = this.#frozenAt - this.#host.now();
      this.#frozenAt = undefined;
    }
  }
}
