// Rules a reviewer would otherwise have to look for in every change; the rest is in the lint configuration.
import { existsSync, readFileSync } from 'node:fs';
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

  test.each(["await page.route('**', f)", 'await page.waitForTimeout(1)'])('see %s', (text) => {
    expect(shortcuts.test(text)).toBe(true);
  });

  test('read the files a guide names', () => {
    const guide = 'See `src/a.ts`, [b](docs/b.md), [c](https://example.org) and `src/<room>/*.ts`.';
    expect(namedFiles(guide)).toEqual(['src/a.ts', 'docs/b.md']);
  });
});
