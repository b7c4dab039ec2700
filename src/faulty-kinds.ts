// For tests alone: the faults that the simulated cloud can order, as a page shows them of a write.
import { operations } from './contract/operations.ts';
import type { Fault } from './simulator/faults.ts';

type Kind = Fault['kind'];

/** An operation by the vendor's name. */
export type Operation = keyof typeof operations;

interface Shown {
  kind: Kind;
  said: RegExp;
  /** Whether a reply came that has an id. */
  id: boolean;
  /** Whether it has happened, nobody knows. */
  doubtful?: true;
}

export const shownKinds: readonly Shown[] = [
  { kind: 'refuse', said: /502 UNREACHABLE/, id: false },
  { kind: 'rate-limit', said: /429 RATE_LIMIT/, id: true },
  { kind: 'out-of-stock', said: /400 FAILED_PRECONDITION/, id: true },
  { kind: 'mfa', said: /403 HTTP_FORBIDDEN/, id: true },
  // The first of these has happened, the second has not; to a page all are the same.
  { kind: 'lost-reply', said: /504 OUTCOME_UNKNOWN/, id: false, doubtful: true },
  { kind: 'error', said: /500 INTERNAL/, id: true, doubtful: true },
  { kind: 'reset', said: /504 OUTCOME_UNKNOWN/, id: false, doubtful: true },
  { kind: 'html', said: /504 OUTCOME_UNKNOWN/, id: false, doubtful: true },
  { kind: 'truncate', said: /504 OUTCOME_UNKNOWN/, id: true, doubtful: true },
  { kind: 'latency', said: /504 OUTCOME_UNKNOWN/, id: false, doubtful: true },
];
export type ShownKind = (typeof shownKinds)[number];

/** The least that the n-th of many meets: a refusal, something that has happened all the same, and something that has not. */
export function leastKinds(n: number): ShownKind[] {
  const refusals = shownKinds.filter(({ doubtful }) => !doubtful);
  const refusal = refusals[n % refusals.length]?.kind;
  return shownKinds.filter(({ kind }) => [refusal, 'lost-reply', 'error'].includes(kind));
}

/** How often the cloud sees what it does not answer well. */
export function triesOf(kind: Kind, operation: Operation): number {
  if (kind === 'rate-limit') return 3;
  const row = operations[operation];
  const isSafe = row.kind === 'write' && row.repeat === 'token';
  return isSafe && ['refuse', 'reset', 'lost-reply', 'html', 'truncate'].includes(kind) ? 3 : 1;
}
