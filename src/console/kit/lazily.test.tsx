import { render, screen } from '@testing-library/react';
import { Suspense } from 'react';
import { expect, test } from 'vitest';
import { lazily } from './lazily.ts';

const Page = ({ name }: { name: string }) => <p>{name}</p>;

test('what has been fetched is there in the first render', async () => {
  const { component: Lazy, ready } = lazily(async () => Page);
  await ready();
  render(
    <Suspense fallback="waiting">
      <Lazy name="page" />
    </Suspense>,
  );
  expect(screen.getByText('page')).toBeTruthy();
});

test('what has not been fetched comes after the fallback', async () => {
  const { component: Lazy } = lazily(async () => Page);
  render(
    <Suspense fallback="waiting">
      <Lazy name="page" />
    </Suspense>,
  );
  expect(screen.getByText('waiting')).toBeTruthy();
  expect(await screen.findByText('page')).toBeTruthy();
});

test('what has been fetched has its words, too', async () => {
  let words = '';
  const area = {
    ready: async () => {
      words = 'hello';
    },
  };
  const { component: Lazy, ready } = lazily(async () => Page, area);
  await ready();
  render(<Lazy name={words} />);
  expect(screen.getByText('hello')).toBeTruthy();
});

test('a failure to fetch ahead is no failure yet', async () => {
  const { ready } = lazily<object>(async () => {
    throw new TypeError('no network');
  });
  await expect(ready()).resolves.toBeUndefined();
});
