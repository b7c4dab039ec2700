// For tests alone: walks through forms and dialogs under the faults that the simulated cloud can order for what they
// send: what they say and keep, and what the page shows then. How often each operation is sent, and that this holds for
// all, fault-matrix.test.ts proves.
import { fireEvent } from '@testing-library/dom';
import { expect, onTestFinished, test } from 'vitest';
import { comes, type FaultyConsole, goTo, openConsole } from './faulty-console.ts';
import { leastKinds, type Operation, type ShownKind, shownKinds, triesOf } from './faulty-kinds.ts';
import { expectRun } from './faulty-runs.ts';
import { named, press, valuesOf } from './faulty-steps.ts';
import type { Click, Form, Table } from './faulty-table.ts';
import { expectTruth, goToJson } from './faulty-truth.ts';

/** A page is opened many times over, and a busy machine is slow. */
const patience = 300_000;

const kindsOf = ({ again, meetsAll }: Pick<Form<never>, 'again' | 'meetsAll'>, n: number) =>
  again || meetsAll ? shownKinds : leastKinds(n);

let shown: FaultyConsole;

const quiet = (what: string) => comes(() => shown.isQuiet() || undefined, what);

const go = async (path: string): Promise<void> =>
  path.endsWith('/json') ? goToJson(path) : goTo(path);

async function fillIn<T>(form: Form<T>, targets: T, n: number): Promise<HTMLElement> {
  const path = form.at(targets, n);
  await go(path);
  await form.open?.(targets, n);
  const root = await comes(
    () => document.querySelector<HTMLElement>('dialog form, main form'),
    `a form at ${path}`,
  );
  await quiet('all that it reads');
  const before = valuesOf(root);
  const steps = form.fill?.(n, targets) ?? [];
  for (const step of steps) await step(root);
  if (steps.length > 0) expect(valuesOf(root)).not.toEqual(before);
  await quiet('what it reads of that');
  return root;
}

const submit = 'form [type=submit]:not(:disabled)';
const isGone = () =>
  comes(() => !document.querySelector('dialog, main form') || undefined, 'an end');

/** Orders a fault that does not end, does something meanwhile, and gives what the cloud saw of that. */
async function under({ kind }: ShownKind, operation: Operation, act: () => Promise<unknown>) {
  const { simulator } = shown.cloud;
  simulator.faults.order([{ kind, operation, times: 0, skip: 0 }]);
  simulator.log.clear();
  await act();
  const sent = simulator.log.since(0).filter((one) => one.operation === operation);
  expect(sent.length, kind).toBe(triesOf(kind, operation));
  simulator.faults.order([]);
  return sent.at(-1)?.requestId ?? 'no id';
}

async function expectTold(
  { operation }: Pick<Form<never>, 'operation'>,
  fault: ShownKind,
  form: HTMLElement,
): Promise<void> {
  const { kind, said, id, doubtful } = fault;
  const typed = valuesOf(form);
  let told = '';
  const requestId = await under(fault, operation, async () => {
    await press(submit);
    const alert = await comes(
      () => [...form.querySelectorAll('[role=alert]')].find((one) => said.test(one.textContent)),
      `${kind}: ${String(said)}`,
    );
    told = alert.textContent;
  });
  expect(told, kind).toContain(operation);
  expect(told, kind).toMatch(doubtful ? /it may have happened/ : /./);
  if (id) expect(told, kind).toContain(requestId);
  // A field for a security code may have come.
  expect(valuesOf(form).slice(0, typed.length), kind).toEqual(typed);
}

async function expectForm<T>(form: Form<T>, targets: T, n: number): Promise<void> {
  const expectSame = (at: number) =>
    expectTruth(shown, form.at(targets, at), form.shown?.(targets, at) ?? {});
  const kinds = kindsOf(form, n);
  const first = await fillIn(form, targets, 0);
  // Where it may be asked for again, that is done after each; else the cloud has to be looked at first.
  const doubts = form.again ? [] : kinds.filter(({ doubtful }) => doubtful);
  for (const fault of kinds.filter((one) => !doubts.includes(one))) {
    await expectTold(form, fault, first);
  }
  await press(submit);
  if (form.operation === 'createKeypair') {
    await press('dialog [type=checkbox]');
    await press('dialog button:not(:disabled)', /^Close$/);
  }
  await isGone();
  await expectSame(0);
  for (const [index, fault] of doubts.entries()) {
    const root = await fillIn(form, targets, index + 1);
    await expectTold(form, fault, root);
    expect(root.querySelector(submit), 'nothing is sent twice').toBeNull();
    const close = named(root, 'button', /^Close$/);
    if (close) fireEvent.click(close);
    else goTo('/quotas');
    await isGone();
    await expectSame(index + 1);
  }
}

async function expectClick<T>(one: Click<T>, targets: T, index: number): Promise<void> {
  const { operation } = one;
  for (const [n, fault] of leastKinds(index).entries()) {
    const { kind, said, id } = fault;
    await go(one.at(targets, n));
    let told = '';
    const requestId = await under(fault, operation, async () => {
      await one.click(targets, n);
      await quiet('an answer');
      await press('header button', /failed$|^Activity$|in progress$/);
      const entry = await comes(
        () =>
          [...document.querySelectorAll('[role=dialog] li[data-status]')].find((line) =>
            said.test(line.textContent),
          ),
        `${kind}: ${String(said)}`,
      );
      told = entry.outerHTML;
    });
    if (id) expect(told, kind).toContain(requestId);
    await press('header button', /failed$|^Activity$|in progress$/);
    await expectTruth(shown, one.at(targets, n), one.shown?.(targets, n) ?? {});
  }
}

/** Tests of all that a table has. */
export function walk<T>({ prepare, forms, clicks = {}, runs = {} }: Table<T>): void {
  const begin = async () => {
    shown = await openConsole();
    onTestFinished(() => shown.close());
    return prepare(shown);
  };
  const eachOf = <One>(all: Readonly<Record<string, One>>) =>
    test.each(Object.entries(all).map(([title, one], n) => ({ title, one, n })));
  eachOf(forms)('$title', async ({ one, n }) => expectForm(one, await begin(), n), patience);
  eachOf(clicks)('$title', async ({ one, n }) => expectClick(one, await begin(), n), patience);
  eachOf(runs)('$title', async ({ one }) => expectRun(one, await begin(), shown), patience);
}
