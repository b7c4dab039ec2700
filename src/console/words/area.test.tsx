import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Suspense } from 'react';
import { expect, test } from 'vitest';
import { wordArea } from './area.ts';
import { words } from './en-US/index.ts';
import { initialLanguage, LanguageProvider, useLanguage } from './language.tsx';

function page(area: ReturnType<typeof greetings>) {
  function Greeting() {
    const { speak } = useLanguage();
    return <button onClick={() => void speak('zh-CN')}>{area.useWords().greeting}</button>;
  }
  return (
    <LanguageProvider language="en-US" words={words}>
      <Suspense fallback="waiting">
        <Greeting />
      </Suspense>
    </LanguageProvider>
  );
}

const greetings = () =>
  wordArea({
    'en-US': async () => ({ greeting: 'hello' }),
    'zh-CN': async () => ({ greeting: 'nihao' }),
  });

test('words that were fetched beforehand are there at once', async () => {
  const area = greetings();
  initialLanguage();
  await area.ready();
  render(page(area));
  expect(screen.getByRole('button').textContent).toBe('hello');
});

test('words nobody fetched come a little later', async () => {
  await act(async () => render(page(greetings())));
  expect(screen.getByRole('button').textContent).toBe('hello');
});

test('another language comes on screen with these words, too', async () => {
  const area = greetings();
  await area.ready();
  render(page(area));
  await userEvent.click(screen.getByRole('button'));
  expect(await screen.findByText('nihao')).toBeDefined();
  expect(screen.queryByText('waiting')).toBeNull();
});
