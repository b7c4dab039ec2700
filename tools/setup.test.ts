import { expect, test } from 'vitest';
import { majorOf } from './chromium.mjs';
import { firstLoad } from './first-load.mjs';
import { satisfies } from './setup.mjs';

const range = '^20.19.0 || ^22.12.0 || >=24.0.0';

test.each(['20.19.0', '20.20.2', '22.12.0', '22.20.1', '24.0.0', '25.3.0'])(
  'Node %s will do',
  (v) => {
    expect(satisfies(v, range)).toBe(true);
  },
);

test.each(['18.20.4', '20.18.9', '21.7.3', '22.11.0', '23.11.0'])('Node %s is refused', (v) => {
  expect(satisfies(v, range)).toBe(false);
});

test.each([
  ['Chromium 156.0.8078.79 built on Debian GNU/Linux 12 (bookworm)', 156],
  ['Google Chrome for Testing 159.0.8154.6', 159],
  ['Google Chrome 141.0.7390.54', 141],
  ['Microsoft Edge 140.0.3485.54', 140],
])('%s is version %i', (text, major) => {
  expect(majorOf(text)).toBe(major);
});

test('another program has no version', () => {
  expect(majorOf('Command requires the chromium snap to be installed.')).toBeNaN();
});

const manifest = {
  'index.html': { file: 'entry.js', isEntry: true, imports: ['_react.js'], css: ['entry.css'] },
  '_react.js': { file: 'react.js' },
  'src/List.tsx': {
    file: 'list.js',
    imports: ['_react.js', '_table.js'],
    dynamicImports: ['src/Menu.tsx'],
  },
  '_table.js': { file: 'table.js', imports: ['_react.js'], css: ['table.css'] },
  'src/Menu.tsx': { file: 'menu.js' },
};

test('a first load has what is imported statically, once, and not what is asked for later', () => {
  const files = firstLoad(manifest, ['index.html', 'src/List.tsx']);
  expect(files.toSorted()).toEqual([
    'entry.css',
    'entry.js',
    'list.js',
    'react.js',
    'table.css',
    'table.js',
  ]);
});

test('a page the build does not know cannot be measured', () => {
  expect(() => firstLoad(manifest, ['src/Gone.tsx'])).toThrow('knows no src/Gone.tsx');
});
