/**
 * Tells work to stop, once. What `AbortController` is for; but several of those per call are a tenth of what a busy
 * proxy does.
 */
export class Stop {
  #stopped = false;
  #listeners: (() => void)[] = [];

  get stopped(): boolean {
    return this.#stopped;
  }

  /** Calls `listener` when the work is to stop; at once if it is already. */
  onStop(listener: () => void): void {
    if (this.#stopped) listener();
    else this.#listeners.push(listener);
  }

  stop(): void {
    if (this.#stopped) return;
    this.#stopped = true;
    for (const listener of this.#listeners.splice(0)) listener();
  }
}
