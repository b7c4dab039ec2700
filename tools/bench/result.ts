/** One line of the benchmark's table. */
export interface Result {
  what: string;
  measured: string;
  goal: string;
  met: boolean;
  /**
   * Whether missing it fails the run. A ratio of two things measured in turn holds on any machine; seconds depend on
   * the machine and on what else it does, so they are shown and judged by a person.
   */
  decides: boolean;
}

/** @param values at least one */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[sorted.length >> 1] ?? Number.NaN;
}

/** How many times the other ours is, from rounds in which both were measured one right after the other. */
export function ratioOf(
  what: string,
  rounds: readonly { ours: number; theirs: number }[],
  least: number,
): Result {
  const ratio = median(rounds.map(({ ours, theirs }) => ours / theirs));
  const [ours, theirs] = [
    median(rounds.map((round) => round.ours)),
    median(rounds.map((round) => round.theirs)),
  ].map((rate) => Math.round(rate).toLocaleString('en-US'));
  return {
    what,
    measured: `${ratio.toFixed(2)} × (${ours} to ${theirs} /s)`,
    goal: `at least ${least} ×`,
    met: ratio >= least,
    decides: true,
  };
}
