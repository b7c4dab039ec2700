import { actions } from './actions.ts';
import { activity } from './activity.ts';
import { errors } from './errors.ts';
import { instances } from './instances.ts';
import { kit } from './kit.ts';
import { shell } from './shell.ts';

/** English. The Chinese catalogue has the same shape, or the compiler stops. */
export const words = {
  actions,
  activity,
  errors,
  instances,
  kit,
  shell,
};
export type Words = typeof words;
