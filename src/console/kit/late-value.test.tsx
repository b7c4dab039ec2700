import { act, render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { type LateValue, lateValue } from './late-value.ts';

function showing({ useValue }: LateValue<string>) {
  return function Show() {
    return <p>{useValue(true)}</p>;
  };
}

test('what stands in for a value gives way to it', async () => {
  const late = lateValue(async () => 'all of it', 'a part');
  const Show = showing(late);
  render(<Show />);
  expect(screen.getByText('a part')).toBeTruthy();
  await act(async () => late.whenLoaded());
  expect(screen.getByText('all of it')).toBeTruthy();
});

test('whoever cannot do with less is given the value, fetched once', async () => {
  let fetched = 0;
  const late = lateValue(async () => `all of it ${(fetched += 1)}`, 'a part');
  expect(await Promise.all([late.whenLoaded(), late.whenLoaded()])).toEqual([
    'all of it 1',
    'all of it 1',
  ]);
});

test('a value that cannot be had is asked for again', async () => {
  const answers = [() => Promise.reject(new TypeError('no network')), async () => 'all of it'];
  const late = lateValue(async () => answers.shift()?.() ?? '', 'a part');
  expect(await late.whenLoaded()).toBe('a part');
  expect(await late.whenLoaded()).toBe('all of it');
});
