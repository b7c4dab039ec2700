/** Time as a parameter, so that a test can move it by hand. Milliseconds. */
export interface Clock {
  now: () => number;
  /** @returns what calls it off. */
  after: (ms: number, then: () => void) => () => void;
}

export const wallClock: Clock = {
  now: Date.now,
  after: (ms, then) => {
    const timer = setTimeout(then, ms);
    return () => clearTimeout(timer);
  },
};
