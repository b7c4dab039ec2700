import { passwordProblems } from './rules.ts';

// Without those that look alike (0 O, 1 l I): some of these are typed into a console by hand.
const kinds = ['ABCDEFGHJKLMNPQRSTUVWXYZ', 'abcdefghijkmnpqrstuvwxyz', '23456789', '!@#%^*-_=+?'];

/**
 * A password that keeps all the rules of `passwordProblems`. Rolled again until it does, which some words and runs
 * make necessary now and then.
 * @param below an even choice among `n`: 0 to n - 1. From a source fit for keys.
 */
export function generatePassword(
  users: readonly string[],
  below: (n: number) => number,
  length = 16,
): string {
  const all = kinds.join('');
  for (;;) {
    let rolled = '';
    while (rolled.length < length) rolled += all.charAt(below(all.length));
    const mixed = kinds.every((kind) => [...kind].some((one) => rolled.includes(one)));
    // One that begins with a symbol is hard to select with a double click, or is taken for an option.
    if (mixed && /^[A-Za-z]/.test(rolled) && passwordProblems(rolled, ...users).length === 0)
      return rolled;
  }
}
