import { CloudError } from '../../contract/envelope.ts';
import type { Clock } from '../kit/timing.ts';

const slowestMs = 60_000;

interface Means {
  clock: Clock;
  /** Nobody would see what changed. */
  isHidden: () => boolean;
}

/**
 * Looks again and again, one look at a time: more seldom while the cloud refuses or cannot be reached, and not while
 * nobody would see it.
 */
export class Poller {
  readonly #means: Means;
  readonly #everyMs: number;
  readonly #look: () => Promise<void>;
  readonly #onLooked: () => void;
  #pauseMs: number;
  #looking = false;

  /**
   * @param look throws CloudError when it could not see.
   * @param onLooked called after each look: the pause may be another.
   */
  constructor(means: Means, everyMs: number, look: () => Promise<void>, onLooked = () => {}) {
    this.#means = means;
    this.#everyMs = everyMs;
    this.#pauseMs = everyMs;
    this.#look = look;
    this.#onLooked = onLooked;
  }

  /** How long it waits between two looks now, in milliseconds. */
  get pauseMs(): number {
    return this.#pauseMs;
  }

  /** @returns what ends it. */
  start(): () => void {
    let callOff = () => {};
    let stopped = false;
    const schedule = () => {
      if (stopped) return;
      callOff = this.#means.clock.after(this.#pauseMs, () => {
        const done = this.#means.isHidden() ? Promise.resolve() : this.tick();
        void done.finally(schedule);
      });
    };
    schedule();
    return () => {
      stopped = true;
      callOff();
    };
  }

  /** Looks now, unless it is looking already. */
  async tick(): Promise<void> {
    if (this.#looking) return;
    this.#looking = true;
    try {
      await this.#look();
      this.#pauseMs = this.#everyMs;
    } catch (error) {
      if (!(error instanceof CloudError)) throw error;
      this.#pauseMs = Math.min(slowestMs, this.#pauseMs * 2);
    } finally {
      this.#looking = false;
    }
    this.#onLooked();
  }
}
