import * as z from 'zod/mini';
import { secret } from './common.ts';

/** Instance name: Chinese, letters, digits, `_`, `-`, `.`; 2-128; a dot neither first nor last. */
const plainInstanceName = /^(?!\.)[\p{Script=Han}A-Za-z0-9_.-]{2,128}(?<!\.)$/u;
/** `web-[001]`: a sequence for batches. The start is 0-9999, its digits give the width; never the first part. */
const sequence = /^(.+)\[(\d{1,4})\](.*)$/u;

export const instanceName = z.string().check(z.regex(plainInstanceName));

/** The name of `createInstances`: plain, or with one `[start]`. */
export const batchInstanceName = z
  .string()
  .check(z.refine((name) => plainInstanceName.test(name.replace(sequence, '$1$2$3'))));

/**
 * The names a batch of `count` machines gets from `name`. Without `[start]` a batch gets 1, 2 … appended
 * (an observation of the vendor's console, not documented for the API).
 */
export function namesOf(name: string, count: number): string[] {
  const [, head = '', start, tail = ''] = sequence.exec(name) ?? [];
  return Array.from({ length: count }, (_, index) => {
    if (start !== undefined)
      return head + String(Number(start) + index).padStart(start.length, '0') + tail;
    return count === 1 ? name : `${name}${index + 1}`;
  });
}

/** Images: 2-32 characters. */
export const imageName = z.string().check(z.regex(/^[\p{Script=Han}A-Za-z0-9_.-]{2,32}$/u));
/** Copies of images may be 1 character short. */
export const copyName = z.string().check(z.regex(/^[\p{Script=Han}A-Za-z0-9_.-]{1,32}$/u));
/** Templates, disks, interfaces, elastic IPs, imported images. */
export const resourceName = z.string().check(z.regex(/^[\p{Script=Han}A-Za-z0-9_-]{1,32}$/u));
/** Key pairs: no Chinese. */
export const keyName = z.string().check(z.regex(/^[A-Za-z0-9_-]{1,32}$/));
/** Any characters, of every object. */
export const description = z.string().check(z.maxLength(256));

const linuxHostname =
  /^(?=.{2,64}$)[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*(?:\.[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*)*$/;
const windowsHostname = /^(?=.{2,15}$)(?!\d+$)[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*$/;

/** Linux and Windows have different rules; the wider one is checked here, `isHostname` knows the system. */
export const hostname = z.string().check(z.regex(linuxHostname));

/** The host name of `createInstances`: plain, or with one `[start]` as in the name. */
export const batchHostname = z
  .string()
  .check(z.refine((value) => linuxHostname.test(value.replace(sequence, '$1$2$3'))));

/** Windows: 2-15, no dot, not digits only. Linux: 2-64, dot-separated labels. Neither doubles or ends on `-`. */
export function isHostname(value: string, osType: string | undefined): boolean {
  return (osType === 'windows' ? windowsHostname : linuxHostname).test(value);
}

/** Length is checked here; the finer rules, which need the login user, in `passwordProblems`. */
export const password = secret(z.string().check(z.minLength(8), z.maxLength(30)));

type PasswordProblem =
  | 'length'
  | 'characters'
  | 'classes'
  | 'user'
  | 'word'
  | 'sequence'
  | 'keyboard';

const passwordWords = ['jd', '360', 'bug', 'com', 'cloud', 'password'];
const passwordSymbols = '()`~!@#$%^&*_-+=|{}[]:";\'<>,.?/';
/** Letters next to each other along a row or a column of the keyboard. */
const keyboardLines = [
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  'qaz',
  'wsx',
  'edc',
  'rfv',
  'tgb',
  'yhn',
  'ujm',
];

/**
 * Which rules a password breaks (the cloud itself only answers "Invalid password"). Empty = acceptable.
 * `users` are the login names of those it is for, see `logins.ts`. Forbidden words are refused in any case of
 * letters, which is stricter than documented, to be safe.
 */
export function passwordProblems(value: string, ...users: readonly string[]): PasswordProblem[] {
  const lower = value.toLowerCase();
  const problems: PasswordProblem[] = [];
  if (value.length < 8 || value.length > 30) problems.push('length');
  if ([...value].some((c) => !/[A-Za-z0-9]/.test(c) && !passwordSymbols.includes(c)))
    problems.push('characters');
  const classes = [/[A-Z]/, /[a-z]/, /[0-9]/, /[^A-Za-z0-9]/].filter((c) => c.test(value)).length;
  if (classes < 3) problems.push('classes');
  if (users.some((user) => lower.includes(user.toLowerCase()))) problems.push('user');
  if (passwordWords.some((word) => lower.includes(word))) problems.push('word');
  if (triples(lower).some(isRun)) problems.push('sequence');
  if (
    triples(lower).some((t) => keyboardLines.some((l) => l.includes(t) || l.includes(reverse(t))))
  ) {
    problems.push('keyboard');
  }
  return problems;
}

function triples(text: string): string[] {
  return Array.from({ length: Math.max(0, text.length - 2) }, (_, i) => text.slice(i, i + 3));
}

function isRun(triple: string): boolean {
  if (!/^([a-z]{3}|[0-9]{3})$/.test(triple)) return false;
  const step = triple.charCodeAt(1) - triple.charCodeAt(0);
  return Math.abs(step) === 1 && triple.charCodeAt(2) - triple.charCodeAt(1) === step;
}

function reverse(text: string): string {
  return [...text].reverse().join('');
}
