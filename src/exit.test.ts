import { expect, it } from 'vitest';
import { lastWords } from './exit.ts';
import { UsageError } from './usage-error.ts';
import { CredentialsError } from './proxy/credentials.ts';

const usage = 'Options of this very program\n';

it('tells how to call the program that was called wrongly', () => {
  expect(lastWords(new UsageError('--port must be a number'), usage)).toEqual({
    text: '--port must be a number\n\nOptions of this very program\n',
    code: 2,
  });
});

it('tells where it happened only when nobody foresaw it', () => {
  const text = (error: unknown) => lastWords(error, usage).text;
  expect(text(new CredentialsError('No key.'))).toBe('No key.\n');
  expect(text(new Error('What?'))).toContain('exit.test.ts');
  expect(lastWords('gone', usage)).toEqual({ text: 'gone\n', code: 1 });
});
