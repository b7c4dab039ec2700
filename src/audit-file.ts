import { openSync, writeSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { UsageError } from './usage-error.ts';
import type { AuditLine } from './contract/audit.ts';
import type { FileLine } from './proxy/audit-trail.ts';

/**
 * Notes writes in a file, at its end, one line of JSON each; several processes may share it. A line is handed to the
 * system before its write is answered, so that the end of the process loses none.
 * @param path `-` = standard output
 * @throws UsageError
 */
export function auditTo(path: string): (line: AuditLine) => void {
  const file = path === '-' ? 1 : openToAppend(path);
  return (line) => {
    const text = JSON.stringify(line);
    try {
      writeSync(file, `${text}\n`);
    } catch (error) {
      // The write has happened; that it was not noted must be known to somebody.
      process.stderr.write(`--audit ${path}: ${String(error)}, not noted: ${text}\n`);
    }
  };
}

/** Bytes read at once. */
const piece = 65_536;

/**
 * Lines of a file from its end backwards, so that the newest cost the same however long it is.
 * @param before where to begin: only lines that begin before this byte
 */
export async function* linesBackwards(path: string, before = Infinity): AsyncGenerator<FileLine> {
  const file = await open(path, 'r');
  try {
    let start = Math.min(before, (await file.stat()).size);
    // Of a line that begins in a piece not read yet.
    let rest = Buffer.alloc(0);
    while (start > 0) {
      const length = Math.min(piece, start);
      start -= length;
      const { buffer } = await file.read(Buffer.alloc(length), 0, length, start);
      const block = Buffer.concat([buffer, rest]);
      let end = block.length;
      for (;;) {
        // Within a view: a search that begins before the first byte would begin at the last.
        const newline = block.subarray(0, end).lastIndexOf(10);
        if (newline < 0) break;
        const at = newline + 1;
        if (at < end) yield { at: start + at, text: block.toString('utf8', at, end) };
        end = newline;
      }
      rest = block.subarray(0, end);
    }
    if (rest.length > 0) yield { at: 0, text: rest.toString() };
  } finally {
    await file.close();
  }
}

function openToAppend(path: string): number {
  try {
    return openSync(path, 'a', 0o600);
  } catch (error) {
    throw new UsageError(`--audit ${path}: ${error instanceof Error ? error.message : ''}`);
  }
}
