import { UsageError } from './usage-error.ts';
import { CredentialsError } from './proxy/credentials.ts';

/** What a program says when it cannot go on. */
interface LastWords {
  text: string;
  /** 2 = it was called wrongly. */
  code: 1 | 2;
}

/** @param usage of the program that was called */
export function lastWords(error: unknown, usage: string): LastWords {
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof UsageError) return { text: `${message}\n\n${usage}`, code: 2 };
  const known =
    error instanceof CredentialsError || !(error instanceof Error) || 'syscall' in error;
  return { text: `${message}\n${known ? '' : `${error.stack ?? ''}\n`}`, code: 1 };
}

/** Ends the process with a message for people: how to call it, or what went wrong. */
export function exitWith(usage: string): (error: unknown) => never {
  return (error) => {
    const { text, code } = lastWords(error, usage);
    process.stderr.write(text);
    process.exit(code);
  };
}
