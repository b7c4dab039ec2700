import type { ErrorBody } from '../contract/errors.ts';
import type { InputOf, OutputOf } from '../contract/operation.ts';
import type { operations } from '../contract/operations.ts';
import type { Context } from './world.ts';

type Operations = typeof operations;
export type OperationName = keyof Operations;

/** A handler gets checked input and answers the result, or throws a `Refused`. */
type Handler<N extends OperationName> = (
  context: Context,
  input: InputOf<Operations[N]>,
) => OutputOf<Operations[N]>;

/** One handler per operation: leave one out and the compiler stops. */
export type Handlers = { [N in OperationName]: Handler<N> };

/** Some of the handlers; a file per resource gives its part. */
export type HandlersOf<N extends OperationName> = Pick<Handlers, N>;

/** Thrown by a handler to answer with an error. */
export class Refused extends Error {
  readonly body: ErrorBody;
  constructor(body: ErrorBody) {
    super(body.message);
    this.body = body;
  }
}

export function refuse(body: ErrorBody): never {
  throw new Refused(body);
}

/** Refuses what a rule of the contract stands against. */
export function stopAt(obstacle: { refusal: ErrorBody } | undefined): void {
  if (obstacle) refuse(obstacle.refusal);
}
