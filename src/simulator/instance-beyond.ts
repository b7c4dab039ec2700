import { refusal } from '../contract/errors.ts';
import { type HandlersOf, refuse } from './handlers.ts';
import { findInstance } from './tasks.ts';
import { fromLocalTime } from '../contract/times.ts';

const hour = 60 * 60 * 1000;
const tenYears = 10 * 365 * 24 * hour;

/** Operations that exist but whose behaviour the public documents do not tell: no status, no text, no end. */
const undocumented = (): never =>
  refuse(refusal('NOT_IMPLEMENTED', 'The simulator does not have this operation'));

export const instanceBeyondHandlers: HandlersOf<
  | 'modifyInstanceReleaseTime'
  | 'modifyInstancePlacement'
  | 'modifyInstanceVpcAttribute'
  | 'redeployInstance'
  | 'resumeInstance'
  | 'suspendInstance'
> = {
  /** Sets when machines release themselves; an empty time cancels. The simulator shows it and does not act on it. */
  modifyInstanceReleaseTime(context, { instanceIds = [], autoReleaseTime = '' }) {
    const instances = instanceIds.map((id) => findInstance(context, id));
    const now = context.world.scheduler.now();
    const at = autoReleaseTime === '' ? undefined : fromLocalTime(autoReleaseTime);
    if (autoReleaseTime !== '' && at === undefined)
      refuse(refusal('INVALID_ARGUMENT', 'Parameter AutoReleaseTime invalid'));
    if (at !== undefined && (at < now + hour || at > now + tenYears))
      refuse(refusal('OUT_OF_RANGE', 'AutoReleaseTime out of range'));
    for (const instance of instances) {
      if (at === undefined) delete instance.autoReleaseTime;
      else instance.autoReleaseTime = at;
    }
    return {};
  },
  modifyInstancePlacement: undocumented,
  modifyInstanceVpcAttribute: undocumented,
  redeployInstance: undocumented,
  resumeInstance: undocumented,
  suspendInstance: undocumented,
};
