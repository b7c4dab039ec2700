import { randomBytes } from 'node:crypto';
import { sessionPath } from './contract/proxy-api.ts';
import type { OneTimeLinks } from './proxy/sign-in.ts';

/** Links for whoever sees the terminal: one works at a time, and once. */
export function printedLinks(origin: string, print: (line: string) => void): OneTimeLinks {
  let token = '';
  const next = () => {
    token = randomBytes(32).toString('base64url');
    print(`Sign in     ${origin}${sessionPath}/${token}`);
  };
  next();
  return { current: () => token, next };
}
