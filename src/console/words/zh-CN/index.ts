import type { Words } from '../en-US/index.ts';
import { shell } from './shell.ts';

export const words: Words = { shell };
