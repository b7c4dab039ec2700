import { readdirSync, readFileSync } from 'node:fs';
import { posix, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseSync, Visitor } from 'vite';

/** A file of the repository, for the tests that read the product's own code. */
export interface Source {
  /** From the root of the repository, with forward slashes. */
  path: string;
  text: string;
}

const root = fileURLToPath(new URL('..', import.meta.url))
  .split(sep)
  .join('/');

/** Every TypeScript and script file under the given folders of the repository. */
export function sourcesUnder(...folders: string[]): Source[] {
  return folders.flatMap((folder) =>
    readdirSync(root + folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(ts|tsx|mjs)$/.test(entry.name))
      .map((entry) => posix.join(entry.parentPath.split(sep).join('/'), entry.name))
      .filter((path) => !path.includes('/node_modules/'))
      .map((path) => ({ path: path.slice(root.length), text: readFileSync(path, 'utf8') })),
  );
}

type Comment = ReturnType<typeof parseSync>['comments'][number];

/** Walks the syntax tree of a source and returns its comments; one that cannot be parsed is an error. */
export function visit(
  source: Source,
  visitor: ConstructorParameters<typeof Visitor>[0],
): readonly Comment[] {
  const lang = source.path.endsWith('.tsx') ? 'tsx' : 'ts';
  const { program, comments, errors } = parseSync(source.path, source.text, { lang });
  if (errors.length > 0) throw new Error(`${source.path} cannot be read: ${errors[0]?.message}`);
  new Visitor(visitor).visit(program);
  return comments;
}

/** The line a character stands on, counted from 1. */
export function lineOf(source: Source, at: number): number {
  return source.text.slice(0, at).split('\n').length;
}

export const isTest = (path: string): boolean => /(\.test\.tsx?|\/vitest\.setup\.ts)$/.test(path);
