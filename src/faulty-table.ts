// For tests alone: how it is written down what pages can be asked for.
import type { FaultyConsole } from './faulty-console.ts';
import type { Operation } from './faulty-kinds.ts';
import type { Run } from './faulty-runs.ts';
import type { Step } from './faulty-steps.ts';
import type { Place } from './faulty-truth.ts';

/** Something that is asked for on a page of the console. `T` is what stands ready for it. */
interface Deed<T> {
  /** What it sends first. */
  operation: Operation;
  /** Where the n-th is opened: what has been done to one thing is not in the way of the next. */
  at: (targets: T, n: number) => string;
  /** Else the page that it was opened on shows it. */
  shown?: (targets: T, n: number) => Place;
}

/** A page of its own, a dialog with fields, one that only asks, and one that has to be meant. */
export const sorts = ['page', 'dialog', 'question', 'deletion'] as const;

export interface Form<T> extends Deed<T> {
  sort: (typeof sorts)[number];
  open?: (targets: T, n: number) => Promise<unknown>;
  fill?: (n: number, targets: T) => Step[];
  /** It may be asked for again: the cloud knows the same token. */
  again?: true;
  /** It meets every kind of fault, for all others of its sort. */
  meetsAll?: true;
}

/** Something done with one click, without a form: the tray tells what became of it. */
export interface Click<T> extends Deed<T> {
  click: (targets: T, n: number) => Promise<unknown>;
}

/** What a table of forms and the like needs, and the table. */
export interface Table<T> {
  prepare: (console_: FaultyConsole) => Promise<T>;
  forms: Readonly<Record<string, Form<T>>>;
  clicks?: Readonly<Record<string, Click<T>>>;
  runs?: Readonly<Record<string, Run<T>>>;
}
