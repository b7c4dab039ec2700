import { expect, test } from 'vitest';

const han = /\p{Script=Han}/u;

const catalogues = import.meta.glob<object>('./*-*/*.ts', { eager: true });

/** Every sentence of a catalogue; one that takes values is read as it is written. */
function sentences(words: unknown): string[] {
  if (typeof words === 'string' || typeof words === 'function') return [String(words)];
  if (typeof words !== 'object' || words === null) return [];
  return Object.values(words).flatMap(sentences);
}

const wordsOf = (language: string) =>
  Object.entries(catalogues)
    .filter(([file]) => file.startsWith(`./${language}/`))
    .flatMap(([, words]) => sentences(words));

test('no Chinese is left in the English words', () => {
  const words = wordsOf('en-US');
  expect(words.length).toBeGreaterThan(1000);
  expect(words.filter((text) => han.test(text))).toEqual([]);
});

test('no English is left in the Chinese words', () => {
  const english = wordsOf('zh-CN')
    .filter((text) => !han.test(text))
    // Of what takes values the code may be English.
    .filter((text) => (text.includes('=>') ? /[`'"][a-z]+ [a-z]+/i : /[a-z]{2}/).test(text));
  expect(new Set(english)).toEqual(
    new Set([
      'VM Console',
      'Access Key ID',
      'Access Key Secret',
      'Session Token',
      'ssh-rsa AAAAB3NzaC1yc2E… name@host',
    ]),
  );
});
