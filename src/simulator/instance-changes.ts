import { refusal, refusals } from '../contract/errors.ts';
import { loginUser } from '../contract/logins.ts';
import { isHostname, passwordProblems } from '../contract/rules.ts';
import { keptMetadata, keptUserdata } from './custom-data.ts';
import { lasting } from './durations.ts';
import { type HandlersOf, refuse } from './handlers.ts';
import { hold, instanceFor } from './tasks.ts';
import type { InstanceRecord, OsFacts } from './world.ts';

export const instanceChangeHandlers: HandlersOf<
  'modifyInstanceAttribute' | 'modifyInstancePassword'
> = {
  modifyInstanceAttribute(context, { instanceId, ...input }) {
    const instance = instanceFor(context, 'modifyInstanceAttribute', instanceId);
    const { name, description, hostname, metadata, userdata } = input;
    if ([name, description, hostname, metadata, userdata].every((one) => one === undefined))
      refuse(refusal('INVALID_ARGUMENT', 'There are no modifiable properties in the parameter'));
    checkHostname(hostname, instance.os);
    const changed = metadata && changedMetadata(instance, metadata);
    const script = userdata && keptUserdata(userdata, instance.os.osType);
    // Everything was checked: from here on nothing refuses, so a change is made whole or not at all.
    if (changed) instance.metadata = changed;
    if (script) instance.userdata = script;
    if (name !== undefined) instance.name = name;
    if (description !== undefined) instance.description = description;
    // When it takes effect is not documented, presumably at the next boot. The API shows the new one at once.
    if (hostname !== undefined) instance.hostname = hostname;
    return {};
  },

  /** The new password is active after a reboot through the API, so nothing else shows. */
  modifyInstancePassword(context, { instanceId, password }) {
    const instance = instanceFor(context, 'modifyInstancePassword', instanceId);
    checkPassword(password, instance.os);
    const ms = lasting(context.world, 'password', instance.name);
    hold(context.world, instance, 'modifyInstancePassword', ms, () => undefined);
    return {};
  },
};

/** @throws Refused, without saying which rule broke, as the cloud does */
export function checkPassword(password: string | undefined, { osType }: OsFacts): void {
  if (password !== undefined && passwordProblems(password, loginUser(osType)).length > 0)
    refuse(refusals.invalidPassword());
}

/** @throws Refused */
export function checkHostname(hostname: string | undefined, { osType }: OsFacts): void {
  if (hostname !== undefined && !isHostname(hostname, osType))
    refuse(refusal('INVALID_ARGUMENT', 'Parameter Hostname invalid'));
}

/** Given keys are added or replaced, whatever their case; `key-` deletes the key. */
function changedMetadata(
  instance: InstanceRecord,
  given: readonly { key?: string | undefined; value?: string | undefined }[],
): InstanceRecord['metadata'] {
  const kept = new Map(instance.metadata.map((pair) => [pair.key.toLowerCase(), pair]));
  for (const { key = '' } of given) {
    if (key.endsWith('-')) kept.delete(key.slice(0, -1).toLowerCase());
  }
  for (const pair of keptMetadata(given)) kept.set(pair.key.toLowerCase(), pair);
  if (kept.size > 40)
    refuse(refusal('INVALID_ARGUMENT', 'Add metadata key-value count more than 40 pairs.'));
  return [...kept.values()];
}
