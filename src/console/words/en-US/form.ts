import { count, plural } from './kit.ts';

/** What fields say by themselves, whatever form they are in. */
export const form = {
  optional: 'optional',
  show: (what: string) => `Show ${what}`,
  hide: (what: string) => `Hide ${what}`,
  generate: 'Generate',
  copyPassword: 'password',
  noMatch: 'Nothing matches.',
  choicesComing: 'Fetching the choices…',
  choicesFailed: 'The choices could not be fetched.',
  moreMatches: (n: number) => `${count(n)} more; type to narrow them down`,
  open: (what: string) => `Show the choices of ${what}`,
  removeChoice: (what: string) => `Remove ${what}`,
  none: 'None',
  fewer: 'One fewer',
  more: 'One more',
  /** Between the names of fields. */
  between: ', ',
  toFix: (n: number) => `${plural(n, 'field')} to fix:`,
  required: 'Required.',
  restored: 'What was typed here before is back. Passwords are not kept.',
  startOver: 'Start over',
  /** A key and its value, in a list of them called `what`. */
  pair: {
    key: 'Key',
    value: 'Value',
    keyOf: (n: number, what: string) => `${what}: key ${n}`,
    valueOf: (n: number, what: string) => `${what}: value ${n}`,
    remove: (key: string) => `Remove ${key}`,
  },
  /** What a password must be, and what this one is not. */
  password: {
    rule: '8 to 30 characters, three of: capitals, small letters, digits, symbols',
    good: 'Keeps all the rules.',
    problems: {
      length: 'It takes 8 to 30 characters.',
      characters: 'A character is not allowed: letters, digits and common symbols only.',
      classes: 'It needs three of: capitals, small letters, digits, symbols.',
      user: 'It must not contain the user name.',
      word: 'It must not contain jd, 360, bug, com, cloud or password.',
      sequence: 'No three letters or digits in a row, such as abc or 321.',
      keyboard: 'No three neighbouring keys, such as qwe or wsx.',
    },
  },
};
export type FormWords = typeof form;
