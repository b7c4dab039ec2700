/** A mistake in how the program was called; the message says what to do. */
export class UsageError extends Error {}
