// For tests alone: runs of the same write about several things, each of which meets another fault.
import { fireEvent, waitFor } from '@testing-library/dom';
import { expect } from 'vitest';
import { comes, type FaultyConsole, goTo } from './faulty-console.ts';
import { type Operation, type ShownKind, shownKinds } from './faulty-kinds.ts';
import { named, press, type Step } from './faulty-steps.ts';
import { expectTruth, type Place } from './faulty-truth.ts';

/** `T` is what stands ready for it. */
export interface Run<T> {
  operation: Operation;
  /** Where it is asked for. */
  at: (targets: T) => string;
  /** What it is about, as its rows name it. The first meets nothing, unless one waits for another. */
  about: (targets: T) => readonly string[];
  /** Else those that it is about are selected in a list. */
  open?: () => Promise<unknown>;
  fill?: (n: number) => Step[];
  /** One after another, and all about the same thing. */
  inTurn?: true;
  shown: Place;
}

/**
 * What it meets, one each. A limited rate is none: a run asks later, until it gets through. And a deadline that passes
 * here passes for all that is asked at the same time.
 */
const kinds = shownKinds.filter(({ kind }) => kind !== 'rate-limit' && kind !== 'latency');

async function select(operation: Operation, ids: readonly string[]): Promise<void> {
  for (const id of ids) {
    fireEvent.click(
      await comes(() => document.querySelector(`main tr[data-id="${id}"] [type=checkbox]`), id),
    );
  }
  const button = `[data-action=${operation}]`;
  await comes(() => document.querySelector('[data-action]'), 'what can be done');
  if (!document.querySelector(button)) await press('section button', /^More/);
  await press(button);
}

export async function expectRun<T>(
  run: Run<T>,
  targets: T,
  console_: FaultyConsole,
): Promise<void> {
  const { operation } = run;
  const { simulator } = console_.cloud;
  const about = run.about(targets);
  goTo(run.at(targets));
  await (run.open?.() ?? select(operation, about));
  const form = await comes(() => document.querySelector<HTMLElement>('dialog form'), 'a plan');
  for (const step of run.fill?.(about.length) ?? []) await step(form);
  const met = about.map((_, n) => kinds[run.inTurn ? turn(n, about.length) : n - 1]);
  simulator.faults.order(
    met.flatMap((fault, n) => {
      if (!fault) return [];
      const { kind } = fault;
      // What is asked in turn meets them in turn.
      return run.inTurn
        ? [{ kind, operation, times: 1, skip: 0 }]
        : [{ kind, operation, resourceId: about[n], times: 0, skip: 0 }];
    }),
  );
  simulator.log.clear();
  await press('dialog form [type=submit]:not(:disabled)');
  const row = (n: number) => named(document, 'dialog [data-phase]', new RegExp(about[n] ?? ''));
  for (const [n, fault] of met.entries()) {
    await waitFor(() =>
      expect(row(n)?.getAttribute('data-phase'), about[n]).toMatch(phaseOf(fault)),
    );
  }
  const sent = simulator.log.since(0).filter((one) => one.operation === operation);
  expect(sent.length, 'nothing is sent twice').toBe(about.length);
  for (const [n, fault] of met.entries()) {
    if (fault?.doubtful && row(n)?.getAttribute('data-phase') === 'running') continue;
    const call = run.inTurn ? sent[n] : sent.find(({ resourceId }) => resourceId === about[n]);
    if (fault?.id) expect(row(n)?.innerHTML, fault.kind).toContain(call?.requestId);
  }
  simulator.faults.order([]);
  await press('dialog button', /^Close$/);
  await expectTruth(console_, run.at(targets), run.shown);
}

/** Of those in turn only the last may be in doubt: what follows would wait for its end. */
const turn = (n: number, of: number) =>
  n < of - 1 ? n : kinds.findIndex(({ doubtful }) => doubtful);

/** What has happened all the same may have been seen to go on since. */
function phaseOf(fault: ShownKind | undefined): RegExp {
  if (!fault) return /^(running|done)$/;
  return fault.doubtful ? /^(unknown|running|done)$/ : /^failed$/;
}
