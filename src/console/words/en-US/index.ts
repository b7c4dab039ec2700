import { shell } from './shell.ts';

/** English. The Chinese catalogue has the same shape, or the compiler stops. */
export const words = { shell };
export type Words = typeof words;
