// Rules a reviewer would otherwise have to look for in every change; the rest is in the lint configuration.
import { existsSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { describe, expect, test } from 'vitest';
import { isTest, lineOf, type Source, sourcesUnder, visit } from '../tools/sources.ts';

/** Chinese outside the catalogues: text that the language switch would not reach. */
function untranslated(source: Source): string[] {
  const found: string[] = [];
  const look = (text: string, at: number) => {
    if (/[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u.test(text)) {
      found.push(`${source.path}:${lineOf(source, at)} ${text.trim().slice(0, 20)}`);
    }
  };
  visit(source, {
    Literal: (node) => look(typeof node.value === 'string' ? node.value : '', node.start),
    TemplateElement: (node) => look(node.value.raw, node.start),
    JSXText: (node) => look(node.value, node.start),
  });
  return found;
}

/** `as` and `!` without a reason in a comment on its lines or on one beside them. */
function unexplained(source: Source): string[] {
  const asserted: { at: number; end: number; what: string }[] = [];
  const comments = visit(source, {
    TSAsExpression: (node) => {
      const isConst = source.text.slice(node.typeAnnotation.start, node.typeAnnotation.end);
      if (isConst !== 'const') asserted.push({ at: node.start, end: node.end, what: 'as' });
    },
    TSNonNullExpression: (node) => asserted.push({ at: node.start, end: node.end, what: '!' }),
  });
  const explained = new Set(
    comments.flatMap(({ start, end }) => [lineOf(source, start), lineOf(source, end)]),
  );
  return asserted
    .filter(({ at, end }) => {
      const [first, last] = [lineOf(source, at), lineOf(source, end)];
      return ![first - 1, first, last, last + 1].some((line) => explained.has(line));
    })
    .map(({ at, what }) => `${source.path}:${lineOf(source, at)} ${what}`);
}

interface Name {
  /** Of the file. */
  path: string;
  /** `*` stands for whatever it exports. */
  name: string;
}

/** What a file offers to others, and what it takes from them. */
function dealings(source: Source): { offers: Name[]; takes: Name[] } {
  const offers: Name[] = [];
  const takes: Name[] = [];
  const offer = (node: { name?: string } | null | undefined) => {
    if (node?.name !== undefined) offers.push({ path: source.path, name: node.name });
  };
  const take = (from: { value?: unknown } | null, ...names: string[]) => {
    const path = posix.join(posix.dirname(source.path), String(from?.value));
    takes.push(...names.map((name) => ({ path, name })));
  };
  const said = (node: { name: string } | { value: string }) =>
    'name' in node ? node.name : node.value;
  /** Imports of which one name is taken at once: `(await import('./a.ts')).b`. */
  const known = new Set<number>();
  visit(source, {
    ImportDeclaration: ({ source: from, specifiers }) =>
      take(
        from,
        ...specifiers.map((one) => (one.type === 'ImportSpecifier' ? said(one.imported) : '*')),
      ),
    ExportAllDeclaration: ({ source: from }) => take(from, '*'),
    ExportNamedDeclaration: ({ source: from, specifiers, declaration }) => {
      if (from) take(from, ...specifiers.map(({ local }) => said(local)));
      for (const { exported } of specifiers) offer({ name: said(exported) });
      if (declaration?.type === 'VariableDeclaration') {
        for (const { id } of declaration.declarations) if (id.type === 'Identifier') offer(id);
      } else if (declaration && 'id' in declaration && declaration.id?.type === 'Identifier') {
        offer(declaration.id);
      }
    },
    MemberExpression: ({ object, property }) => {
      const inside = object.type === 'ParenthesizedExpression' ? object.expression : object;
      if (inside.type !== 'AwaitExpression' || inside.argument.type !== 'ImportExpression') return;
      if (property.type !== 'Identifier') return;
      const { start, source: from } = inside.argument;
      known.add(start);
      if (from.type === 'Literal') take(from, property.name);
    },
    ImportExpression: ({ start, source: from }) => {
      if (!known.has(start) && from.type === 'Literal') take(from, '*');
    },
    TSImportType: ({ source: from }) => take(from, '*'),
  });
  return { offers, takes };
}

/** Exports that no other file imports, as `path name`. */
function unwanted(sources: readonly Source[]): string[] {
  const all = sources.map(dealings);
  const taken = new Set(all.flatMap(({ takes }) => takes.map(({ path, name }) => path + name)));
  return all
    .flatMap(({ offers }) => offers)
    .filter(({ path, name }) => !taken.has(path + name) && !taken.has(`${path}*`))
    .map(({ path, name }) => `${path} ${name}`);
}

/** Ways to make an end-to-end test pass without the product, or by luck. */
const shortcuts = /\b(waitForTimeout|setTimeout|networkidle)\b|\.(route|routeFromHAR)\(/;

describe('house rules', () => {
  const product = sourcesUnder('src').filter(({ path }) => !isTest(path));

  test('every word of the console is in a catalogue', () => {
    const isCatalogue = (path: string) => /\/(words|i18n)\/|(^|[/.])words\.\w+$/.test(path);
    const pages = product.filter(({ path }) => path.startsWith('src/console/'));
    expect(pages.filter(({ path }) => !isCatalogue(path)).flatMap(untranslated)).toEqual([]);
  });

  test('every assertion about a type has its reason beside it', () => {
    expect(product.flatMap(unexplained)).toEqual([]);
  });

  test('nothing is exported that nobody imports', () => {
    const config = { path: 'vite.config.ts', text: readFileSync('vite.config.ts', 'utf8') };
    const found = unwanted([config, ...sourcesUnder('src', 'e2e', 'tools')]);
    // Tools are also run by name, and looked at by scripts that describe their types in comments; what is declared of
    // other people's code is as they have it.
    const ours = found.filter((name) => !/^tools\/|\.d\.ts /.test(name));
    expect(ours).toEqual([]);
  });

  test('end-to-end tests neither fake the network nor sleep', () => {
    const guilty = sourcesUnder('e2e').filter(({ text }) => shortcuts.test(text));
    expect(guilty.map(({ path }) => path)).toEqual([]);
  });

  test('the repository stands alone', () => {
    const everything = sourcesUnder('src', 'e2e', 'tools');
    const outside = /\.\.\/shared\b|\/work\/|\bregistry\.[a-z]|npmmirror/;
    const self = 'src/house-rules.test.ts';
    const guilty = everything.filter(({ path, text }) => path !== self && outside.test(text));
    expect(guilty.map(({ path }) => path)).toEqual([]);
    // An address in the lockfile would tie everybody to the registry of whoever wrote it last.
    expect(readFileSync('package-lock.json', 'utf8')).not.toContain('"resolved"');
  });

  test('the guides name files that exist', () => {
    for (const guide of ['README.md', 'CONTRIBUTING.md']) {
      expect(namedFiles(readFileSync(guide, 'utf8')).filter((path) => !existsSync(path))).toEqual(
        [],
      );
    }
  });
});

/** Paths written as code or as the target of a link; a pattern (`*`, `<name>`) is none. */
function namedFiles(guide: string): string[] {
  const inCode = [...guide.matchAll(/`((?:src|e2e|tools|public|docs|\.ci|\.github)\/[^`\s]*)`/g)];
  const linked = [...guide.matchAll(/\]\((?!https?:|#)([^)\s]+)\)/g)];
  return [...inCode, ...linked].map(([, path = '']) => path).filter((path) => !/[*<{…]/.test(path));
}

describe('the rules themselves', () => {
  const source = (text: string): Source => ({ path: 'src/console/a.tsx', text });

  test.each(["const a = '停止'", 'const a = `${n}页`', 'const a = <p>停止</p>', 'f("，")'])(
    'find Chinese in %s',
    (text) => {
      expect(untranslated(source(text))).toHaveLength(1);
      expect(untranslated(source(`// ${text}`))).toEqual([]);
    },
  );

  test.each(['const a = b as C', 'const a = b!.c'])('ask %s for its reason', (text) => {
    expect(unexplained(source(text))).toHaveLength(1);
    expect(unexplained(source(`${text} // the caller made it`))).toEqual([]);
    expect(unexplained(source(`// the caller made it\n${text}`))).toEqual([]);
  });

  test('know `as const` from a claim', () => {
    expect(unexplained(source("const a = ['b'] as const"))).toEqual([]);
  });

  test('know an export that is wanted from one that is not', () => {
    const offering = { path: 'src/a.ts', text: 'export const b = 1;\nexport type C = 2;\nlet d;' };
    const wanted = (text: string) => unwanted([offering, { path: 'src/console/e.ts', text }]);
    expect(wanted("import { d } from '../a.ts'")).toEqual(['src/a.ts b', 'src/a.ts C']);
    expect(wanted("import { b as f, type C } from '../a.ts'")).toEqual([]);
    expect(wanted("await (await import('../a.ts')).b()")).toEqual(['src/a.ts C']);
    expect(wanted("export { b, C } from '../a.ts'")).toEqual([
      'src/console/e.ts b',
      'src/console/e.ts C',
    ]);
    expect(wanted("import * as a from '../a.ts'")).toEqual([]);
    expect(wanted("import('../a.ts')")).toEqual([]);
  });

  test.each(["await page.route('**', f)", 'await page.waitForTimeout(1)'])('see %s', (text) => {
    expect(shortcuts.test(text)).toBe(true);
  });

  test('read the files a guide names', () => {
    const guide = 'See `src/a.ts`, [b](docs/b.md), [c](https://example.org) and `src/<room>/*.ts`.';
    expect(namedFiles(guide)).toEqual(['src/a.ts', 'docs/b.md']);
  });
});
