import type { Words } from '../en-US/index.ts';
import { actions } from './actions.ts';
import { activity } from './activity.ts';
import { shell } from './shell.ts';

export const words: Words = { actions, activity, shell };
