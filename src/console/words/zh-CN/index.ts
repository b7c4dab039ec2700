import type { Words } from '../en-US/index.ts';
import { actions } from './actions.ts';
import { activity } from './activity.ts';
import { errors } from './errors.ts';
import { instance } from './instance.ts';
import { instances } from './instances.ts';
import { kit } from './kit.ts';
import { overview } from './overview.ts';
import { palette } from './palette.ts';
import { shell } from './shell.ts';
import { vnc } from './vnc.ts';

export const words: Words = {
  actions,
  activity,
  errors,
  instance,
  instances,
  kit,
  overview,
  palette,
  shell,
  vnc,
};
