import { openSync, writeSync } from 'node:fs';
import { UsageError } from './options.ts';
import type { AuditLine } from './proxy/audit.ts';

/**
 * Notes writes in a file, at its end, one line of JSON each; several processes may share it. A line is handed to the
 * system before its write is answered, so that the end of the process loses none.
 * @param path `-` = standard output
 * @throws UsageError
 */
export function auditTo(path: string): (line: AuditLine) => void {
  const file = path === '-' ? 1 : open(path);
  return ({ time, ...line }) => {
    const text = JSON.stringify({ time: new Date(time).toISOString(), ...line });
    try {
      writeSync(file, `${text}\n`);
    } catch (error) {
      // The write has happened; that it was not noted must be known to somebody.
      process.stderr.write(`--audit ${path}: ${String(error)}, not noted: ${text}\n`);
    }
  };
}

function open(path: string): number {
  try {
    return openSync(path, 'a', 0o600);
  } catch (error) {
    throw new UsageError(`--audit ${path}: ${error instanceof Error ? error.message : ''}`);
  }
}
