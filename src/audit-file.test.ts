import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { auditTo, linesBackwards } from './audit-file.ts';
import type { AuditLine } from './contract/audit.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'audit-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function read(path: string, before?: number) {
  const lines = [];
  for await (const line of linesBackwards(path, before)) lines.push(line);
  return lines;
}

it('adds lines, and what was there stays', async () => {
  const path = join(folder, 'two-processes.jsonl');
  const line: AuditLine = {
    time: '2026-01-02T03:04:05.000Z',
    from: '192.0.2.1',
    operation: 'stopInstance',
    outcome: 'done',
    status: 200,
    ms: 7,
  };
  auditTo(path)(line);
  auditTo(path)({ ...line, operation: 'startInstance' });
  const text = await readFile(path, 'utf8');
  expect(text.split('\n').map((one) => one && JSON.parse(one).operation)).toEqual([
    'stopInstance',
    'startInstance',
    '',
  ]);
});

it('reads the newest first, whole, wherever it is interrupted and goes on', async () => {
  const path = join(folder, 'long.jsonl');
  // Longer than what is read at once, and in letters of more than one byte.
  const texts = Array.from(
    { length: 400 },
    (_, n) => `${n} ${'停止'.repeat(n % 7 === 0 ? 9_000 : 9)}`,
  );
  await writeFile(path, texts.join('\n') + '\n');
  const lines = await read(path);
  expect(lines.map(({ text }) => text)).toEqual(texts.toReversed());
  const bytes = await readFile(path);
  for (const { at, text } of lines.slice(0, 50)) {
    expect(bytes.subarray(at, at + Buffer.byteLength(text)).toString()).toBe(text);
  }
  for (const n of [0, 1, 57, 398, 399]) {
    expect(await read(path, lines[n]?.at)).toEqual(lines.slice(n + 1));
  }
});

it('reads what a crash has cut as it is, and nothing from an empty file', async () => {
  const path = join(folder, 'cut.jsonl');
  await writeFile(path, '\n{"a":1}\n\n{"b":');
  expect((await read(path)).map(({ text }) => text)).toEqual(['{"b":', '{"a":1}']);
  await writeFile(path, '');
  expect(await read(path)).toEqual([]);
});
