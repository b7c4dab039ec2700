import { expect, test } from 'vitest';
import { stateOf, toggle, toggleAll } from './selection.ts';

const order = ['a', 'b', 'c', 'd', 'e'];

test('one row goes on and off', () => {
  const on = toggle(new Set(['x']), 'b', true);
  expect([...on]).toEqual(['x', 'b']);
  expect([...toggle(on, 'b', false)]).toEqual(['x']);
});

test('a range goes in either direction and keeps what was selected before', () => {
  expect([...toggle(new Set(['x']), 'd', true, { from: 'b', order })]).toEqual([
    'x',
    'b',
    'c',
    'd',
  ]);
  expect([...toggle(new Set(), 'b', true, { from: 'd', order })]).toEqual(['b', 'c', 'd']);
  expect([...toggle(new Set(order), 'b', false, { from: 'd', order })]).toEqual(['a', 'e']);
});

test('a range from a row that is gone is the one row', () => {
  expect([...toggle(new Set(), 'd', true, { from: 'gone', order })]).toEqual(['d']);
  expect([...toggle(new Set(), 'd', true, { from: undefined, order })]).toEqual(['d']);
});

test('all rows of a page go on and off, others stay', () => {
  const all = toggleAll(new Set(['x']), order, true);
  expect([...all]).toEqual(['x', ...order]);
  expect([...toggleAll(all, order, false)]).toEqual(['x']);
});

test('the checkbox of the head knows none, some and all', () => {
  expect(stateOf(new Set(['x']), order)).toBe('none');
  expect(stateOf(new Set(['a']), order)).toBe('some');
  expect(stateOf(new Set(order), order)).toBe('all');
  expect(stateOf(new Set(order), [])).toBe('none');
});
