import { expect, test } from 'vitest';
import { place } from './place.ts';

const window = { width: 1000, height: 600 };
const menu = { width: 300, height: 200 };
const button = (left: number, top: number) => ({ left, top, width: 24, height: 24 });

test('goes below its anchor, at the side asked for', () => {
  expect(place(button(400, 100), menu, window, 'start')).toEqual({ left: 400, top: 128 });
  expect(place(button(400, 100), menu, window, 'end')).toEqual({ left: 124, top: 128 });
});

test('goes above where there is no room below', () => {
  expect(place(button(400, 500), menu, window, 'start').top).toBe(296);
});

test('stays in the window where there is room neither below nor above', () => {
  expect(place(button(400, 300), { width: 300, height: 400 }, window, 'start').top).toBe(192);
});

test('stays in the window at its sides', () => {
  expect(place(button(970, 100), menu, window, 'start').left).toBe(692);
  expect(place(button(10, 100), menu, window, 'end').left).toBe(8);
});
