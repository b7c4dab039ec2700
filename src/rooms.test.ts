// Reads every import of the product and fails when a room looks where it may not. Lint says part of this while one
// types; this says all of it, and for whatever somebody forgot to put into the lint configuration.
import { posix } from 'node:path';
import { describe, expect, test } from 'vitest';
import { isTest, lineOf, type Source, sourcesUnder, visit } from '../tools/sources.ts';

/** What a room may import besides itself. A package name covers its sub-paths. */
const rooms: Record<string, { rooms: readonly string[]; packages: readonly string[] }> = {
  contract: { rooms: [], packages: ['zod'] },
  proxy: { rooms: ['contract'], packages: ['zod', 'jose', 'openid-client', 'node:crypto'] },
  simulator: { rooms: ['contract'], packages: ['zod'] },
  console: {
    rooms: ['contract'],
    packages: [
      'react',
      'react-dom',
      'react-router',
      'zod',
      '@mantine/core',
      '@mantine/hooks',
      '@tabler/icons-react',
      '@tanstack/react-query',
    ],
  },
};

/** Browser code that belongs to the simulator: the page its VNC address leads to. */
const vncPage = 'src/simulator/vnc/page/';

const isHost = (path: string) => /^src\/[^/]+\.tsx?$/.test(path) && !isTest(path);

function importsOf(source: Source): string[] {
  const found: string[] = [];
  const add = (node: { type: string; value?: unknown } | null) => {
    if (node === null) return;
    // An import that is put together at run time cannot be judged by reading it.
    found.push(typeof node.value === 'string' ? node.value : 'an address made at run time');
  };
  visit(source, {
    ImportDeclaration: (node) => add(node.source),
    ExportNamedDeclaration: (node) => add(node.source),
    ExportAllDeclaration: (node) => add(node.source),
    ImportExpression: (node) => add(node.source),
    TSImportType: (node) => add(node.source),
  });
  return found;
}

/** Every import of `source` that its place does not allow, as a sentence. */
function trespasses(source: Source): string[] {
  return importsOf(source).flatMap((specifier) => {
    const why = specifier.startsWith('.')
      ? whyNotFile(source.path, posix.join(posix.dirname(source.path), specifier))
      : whyNotPackage(source.path, specifier);
    return why === undefined ? [] : [`${source.path} imports ${specifier}: ${why}`];
  });
}

function whyNotPackage(from: string, specifier: string): string | undefined {
  const room = from.split('/')[1] ?? '';
  if (isTest(from) || isHost(from)) return undefined;
  if (from.startsWith('e2e/')) {
    const allowed = ['@playwright/test', 'axe-core', 'node:'].some((p) => specifier.startsWith(p));
    return allowed ? undefined : 'e2e has Playwright, axe and Node';
  }
  if (from.startsWith(vncPage) && specifier.startsWith('@novnc/novnc')) return undefined;
  const packages = rooms[room]?.packages ?? [];
  const allowed = packages.some((name) => specifier === name || specifier.startsWith(`${name}/`));
  return allowed ? undefined : `${room} may have ${packages.join(', ')}`;
}

function whyNotFile(from: string, target: string): string | undefined {
  const [top, room = ''] = target.split('/');
  if (isHost(target) && !isHost(from) && !isTest(from)) return 'nothing imports a host';
  if (from.startsWith('e2e/')) {
    if (top === 'e2e' || top === 'tools') return undefined;
    if (room === 'contract' || room === 'simulator') return undefined;
    return 'e2e looks at the product from outside';
  }
  if (top !== 'src') return isTest(from) || isHost(from) ? undefined : 'it is not in src';
  if (isTest(from) || isHost(from)) return undefined;
  const home = from.split('/')[1] ?? '';
  if (room !== home && !rooms[home]?.rooms.includes(room)) {
    return `${home} may look into ${rooms[home]?.rooms.join(', ') || 'no other room'}`;
  }
  return home === 'console' && room === 'console' ? whyNotInConsole(from, target) : undefined;
}

/** Folders of the console that are no resource; each with the folders it may use besides itself. */
const shared: Record<string, readonly string[]> = {
  words: [],
  api: ['words'],
  kit: ['words', 'api'],
  activity: ['words', 'api', 'kit'],
};

/** Parts of forms that several resources share. What they themselves may use is what a resource may. */
const forms: ReadonlySet<string> = new Set(['launch']);

function whyNotInConsole(from: string, target: string): string | undefined {
  const folder = folderOf(from);
  const wanted = folderOf(target);
  // Files directly in console/ (routes, mount) put the parts together; the shell is their frame, and the overview
  // shows a little of each.
  if (folder === undefined || folder === 'shell' || folder === wanted) return undefined;
  if (folder === 'overview' && wanted !== 'shell') return undefined;
  if (wanted === undefined) {
    const name = posix.basename(target).replace(/\.\w+$/, '');
    return /^(routes|mount)/.test(name) ? 'only a host mounts the console' : undefined;
  }
  if (folder in shared) {
    return shared[folder]?.includes(wanted) ? undefined : `${folder} knows no ${wanted}`;
  }
  if (wanted in shared || forms.has(wanted)) return undefined;
  if (wanted === 'shell') return 'a resource does not know the frame it is shown in';
  return target.endsWith('/queries.ts') ? undefined : 'of another resource only its queries';
}

function folderOf(path: string): string | undefined {
  const [, , folder, file] = path.split('/');
  return file === undefined ? undefined : folder;
}

/** Reads of time and chance that the simulator must get from its host, as `line: what`. */
function smuggledTime(source: Source): string[] {
  const found: string[] = [];
  const banned =
    /^(Date\.now|Math\.random|performance\.now|crypto\.\w+|setTimeout|setInterval|queueMicrotask|Date)$/;
  const nameOf = (start: number, end: number) => source.text.slice(start, end).replace('?.', '.');
  visit(source, {
    CallExpression: (node) => {
      const name = nameOf(node.callee.start, node.callee.end).replace(/^globalThis\./, '');
      if (banned.test(name)) found.push(`${lineOf(source, node.start)}: ${name}`);
    },
    NewExpression: (node) => {
      const name = nameOf(node.callee.start, node.callee.end);
      if (name === 'Date' && node.arguments.length === 0)
        found.push(`${lineOf(source, node.start)}: new Date`);
    },
  });
  return found;
}

const sources = sourcesUnder('src', 'e2e');

describe('rooms', () => {
  test('are all read', () => {
    for (const room of Object.keys(rooms)) {
      expect(sources.some(({ path }) => path.startsWith(`src/${room}/`))).toBe(true);
    }
  });

  test('import only what they may', () => {
    expect(sources.flatMap(trespasses)).toEqual([]);
  });

  test('are joined by hosts that stay short', () => {
    const long = sources
      .filter(({ path }) => isHost(path))
      .map(({ path, text }) => ({ path, lines: text.split('\n').length }))
      .filter(({ lines }) => lines > 150);
    expect(long).toEqual([]);
  });

  test('have no clock and no dice in the simulator', () => {
    const guilty = sources
      .filter(({ path }) => path.startsWith('src/simulator/') && !path.startsWith(vncPage))
      .filter(({ path }) => !isTest(path))
      .flatMap((source) => smuggledTime(source).map((what) => `${source.path}:${what}`));
    expect(guilty).toEqual([]);
  });
});

describe('the rules themselves', () => {
  const complaints = (path: string, text: string) => trespasses({ path, text }).length;

  test.each([
    ['src/contract/a.ts', "import React from 'react'"],
    ['src/contract/a.ts', "import { x } from '../proxy/sign.ts'"],
    ['src/contract/a.ts', "export * from 'node:fs'"],
    ['src/proxy/a.ts', "import { readFile } from 'node:fs'"],
    ['src/proxy/a.ts', "import type { World } from '../simulator/world.ts'"],
    ['src/simulator/a.ts', "const sign = await import('../proxy/sign.ts')"],
    ['src/simulator/a.ts', "import RFB from '@novnc/novnc'"],
    ['src/console/kit/Table.tsx', "import { useInstances } from '../instances/queries.ts'"],
    ['src/console/images/ImagesPage.tsx', "import { columns } from '../instances/columns.tsx'"],
    ['src/console/images/ImagesPage.tsx', "import { Shell } from '../shell/Shell.tsx'"],
    ['src/console/images/ImagesPage.tsx', "type A = import('../../serve.ts').A"],
    ['src/console/api/client.ts', "import { sign } from '../../proxy/sign.ts'"],
    ['src/console/api/client.ts', 'import(`./${name}.ts`)'],
    ['src/console/api/client.ts', "import _ from 'lodash'"],
    ['e2e/list.spec.ts', "import { columns } from '../src/console/instances/columns.tsx'"],
  ])('refuse %s: %s', (path, text) => {
    expect(complaints(path, text)).toBe(1);
  });

  test.each([
    ['src/contract/a.ts', "import * as z from 'zod'; import { y } from './b.ts'"],
    ['src/proxy/a.ts', "import { createHmac } from 'node:crypto'; import '../contract/wire.ts'"],
    ['src/console/images/ImagesPage.tsx', "import { o } from '../instances/queries.ts'"],
    ['src/console/images/ImagesPage.tsx', "import { Table } from '../kit/Table.tsx'"],
    ['src/console/routes.tsx', "const page = () => import('./images/ImagesPage.tsx')"],
    [
      'src/console/images/images.test.tsx',
      "import { createSimulator } from '../../simulator/simulator.ts'",
    ],
    ['src/serve.ts', "import { createProxy } from './proxy/proxy.ts'; import 'node:http'"],
    ['e2e/list.spec.ts', "import { test } from '@playwright/test'; import './fixtures.ts'"],
  ])('allow %s: %s', (path, text) => {
    expect(complaints(path, text)).toBe(0);
  });

  test.each(['Date.now()', 'new Date()', 'Math.random()', 'globalThis.setTimeout(f, 1)'])(
    'see %s',
    (text) => {
      expect(smuggledTime({ path: 'src/simulator/a.ts', text })).toHaveLength(1);
      expect(smuggledTime({ path: 'src/simulator/a.ts', text: `// ${text}\n'${text}'` })).toEqual(
        [],
      );
    },
  );
});
