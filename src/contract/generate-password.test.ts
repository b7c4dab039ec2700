import { expect, test } from 'vitest';
import { generatePassword } from './generate-password.ts';
import { passwordProblems } from './rules.ts';

/** A small generator of evenly spread numbers, the same each time. */
function dice(seed: number) {
  let state = seed;
  return (n: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * n);
  };
}

test.each(['root', 'Administrator'])('passwords made for %s keep every rule', (user) => {
  const below = dice(7);
  const made = Array.from({ length: 2000 }, () => generatePassword([user], below));
  expect(made.filter((one) => passwordProblems(one, user).length > 0)).toEqual([]);
  expect(new Set(made).size).toBe(made.length);
  expect(made.every((one) => /^[A-Za-z]/.test(one) && one.length === 16)).toBe(true);
});

test('rolls again when the dice give a forbidden word', () => {
  const bad = 'jdAa2222!!!!zzzz';
  const all = 'ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz23456789!@#%^*-_=+?';
  const draws = [...bad].map((one) => all.indexOf(one));
  const below = dice(3);
  const made = generatePassword(['root'], (n) => draws.shift() ?? below(n));
  expect(made).not.toBe(bad);
  expect(passwordProblems(made, 'root')).toEqual([]);
});
