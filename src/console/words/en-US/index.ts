import { actions } from './actions.ts';
import { activity } from './activity.ts';
import { shell } from './shell.ts';

/** English. The Chinese catalogue has the same shape, or the compiler stops. */
export const words = { actions, activity, shell };
export type Words = typeof words;
