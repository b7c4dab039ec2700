import { isSlow } from './sentinels.ts';
import type { World } from './world.ts';

/**
 * How long things take, in seconds. The vendor states none; these are ours, chosen to be seen and not waited for.
 */
const spans = {
  create: [8, 20],
  start: [4, 8],
  stop: [5, 10],
  reboot: [6, 12],
  rebuild: [15, 30],
  resize: [8, 15],
  delete: [5, 10],
  password: [2, 4],
  disk: [2, 4],
  interface: [3, 6],
  image: [20, 60],
  copy: [30, 90],
  import: [60, 180],
  export: [60, 180],
  snapshot: [5, 15],
  /** A failed creation stays as `error` for a moment. */
  lapse: [3, 5],
  /** From running to the first billing record. */
  billing: [2, 2],
  /** A detached data disk stays in the instance's list. */
  linger: [15 * 60, 15 * 60],
} as const satisfies Record<string, readonly [number, number]>;

type Work = keyof typeof spans;

/** Milliseconds, with a seeded spread, divided by the world's speed. `name` is of what is worked on. */
export function lasting(world: World, work: Work, name = ''): number {
  const [low, high] = spans[work];
  const seconds = low + (high - low) * world.random.next();
  return (seconds * 1000 * (isSlow(name) ? 10 : 1)) / world.speed;
}
