import { Stop } from './stop.ts';

/**
 * Runs identical work once: whoever asks for the same key while it is under way gets the same result. When all
 * who asked have gone, the work is told to stop.
 */
interface Sharer<T> {
  /**
   * @param gone this caller alone: it may leave without harm to the others
   * @param start called when nobody has asked for `key` yet
   * @returns the result, and whether somebody else's work brought it
   */
  run(
    key: string,
    gone: Stop,
    start: (stop: Stop) => Promise<T>,
  ): Promise<{ result: T; shared: boolean }>;
}

interface Flight<T> {
  result: Promise<T>;
  waiting: number;
  stop: Stop;
}

/** What a flight holds once it has landed. */
const nothing = { result: new Promise<never>(() => {}), stop: new Stop() };

export function createSharer<T>(): Sharer<T> {
  const flights = new Map<string, Flight<T>>();

  function take(key: string, start: (stop: Stop) => Promise<T>): Flight<T> {
    const stop = new Stop();
    const flight: Flight<T> = { result: start(stop), waiting: 0, stop };
    flights.set(key, flight);
    // Only what is under way is shared: a result is as old as its reply, and this is not a cache.
    const land = () => {
      if (flights.get(key) === flight) flights.delete(key);
      // A map under load moves on from table to table. Those left behind keep what stood in them until the next
      // collection of everything, so what stands there is emptied.
      Object.assign(flight, nothing);
    };
    flight.result.then(land, land);
    return flight;
  }

  return {
    async run(key, gone, start) {
      const known = flights.get(key);
      const flight = known ?? take(key, start);
      flight.waiting++;
      let landed = false;
      gone.onStop(() => {
        if (landed) return;
        flight.waiting--;
        if (flight.waiting > 0) return;
        // Nobody may join what is being stopped.
        if (flights.get(key) === flight) flights.delete(key);
        flight.stop.stop();
      });
      try {
        return { result: await flight.result, shared: known !== undefined };
      } finally {
        landed = true;
      }
    },
  };
}
