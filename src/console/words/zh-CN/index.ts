import type { Words } from '../en-US/index.ts';
import { actions } from './actions.ts';
import { activity } from './activity.ts';
import { errors } from './errors.ts';
import { instances } from './instances.ts';
import { kit } from './kit.ts';
import { shell } from './shell.ts';

export const words: Words = {
  actions,
  activity,
  errors,
  instances,
  kit,
  shell,
};
