import { expect, test } from 'vitest';
import { accountsIn, malformed } from './accounts.ts';

test('accounts come one by one or pasted, each once', () => {
  expect(accountsIn(' team-data,li.wei;\n李雷、team-data  ')).toEqual([
    'team-data',
    'li.wei',
    '李雷',
  ]);
  expect(accountsIn(' \n')).toEqual([]);
});

test('what no account can be called is told apart', () => {
  expect(malformed(['team-data', 'a', 'x'.repeat(65), '<b>', 'li@example.org'])).toEqual([
    'a',
    'x'.repeat(65),
    '<b>',
  ]);
});
