import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { AnyOperation } from './contract/operation.ts';
import { operations } from './contract/operations.ts';
import { deviceForms } from './faulty-devices.ts';
import { walk } from './faulty-forms.ts';
import { imageForms } from './faulty-images.ts';
import { instanceForms } from './faulty-instances.ts';
import { loginForms } from './faulty-logins.ts';
import { sorts } from './faulty-table.ts';

walk(deviceForms);

const tables = [instanceForms, deviceForms, imageForms, loginForms];
const forms = tables.flatMap((table) => Object.values(table.forms));

test('every write that a page of the console can send is met by a form here', () => {
  const others = tables.flatMap(({ clicks = {}, runs = {} }) => [
    ...Object.values(clicks),
    ...Object.values(runs),
  ]);
  const met = new Set<string>([...forms, ...others].map(({ operation }) => operation));
  const console_ = readdirSync('src/console', { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path) && !/^words\b/.test(path))
    .map((path) => readFileSync(`src/console/${path}`, 'utf8'))
    .join('\n');
  const sent = Object.values<AnyOperation>(operations)
    .filter(({ kind, name }) => kind === 'write' && new RegExp(`\\b${name}\\b`).test(console_))
    .map(({ name }) => name);
  expect(sent.filter((name) => !met.has(name))).toEqual([]);
});

test.each(sorts)('a %s meets every kind of fault', (sort) => {
  const all = forms.filter((form) => form.sort === sort && (form.meetsAll || form.again));
  expect(all).not.toEqual([]);
});
