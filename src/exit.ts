import { UsageError, usage } from './options.ts';
import { CredentialsError } from './proxy/credentials.ts';

/** Ends the process with a message for people: how to call it, or what went wrong. */
export function exitOn(error: unknown): never {
  const message = error instanceof Error ? error.message : String(error);
  process.stderr.write(`${message}\n`);
  if (error instanceof UsageError) process.stderr.write(`\n${usage}`);
  else if (
    !(error instanceof CredentialsError) &&
    error instanceof Error &&
    !('syscall' in error)
  ) {
    process.stderr.write(`${error.stack ?? ''}\n`);
  }
  process.exit(error instanceof UsageError ? 2 : 1);
}
