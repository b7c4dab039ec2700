import type { Instance } from '../../../contract/instances.ts';
import { type InstanceAction, whyNot } from '../../../contract/lifecycle.ts';
import { useSplit } from '../../activity/split.ts';
import { useStatusWord } from '../InstanceStatus.tsx';
import { lookOf } from '../look.ts';
import { nameOf } from '../resource.ts';

const show = (instance: Instance) => ({
  id: instance.instanceId,
  name: nameOf(instance),
  look: lookOf(instance),
});

/**
 * Instances an action can be done to, and the others with the reason.
 * @param rule another one where a running machine may be stopped for it.
 */
export function useInstanceSplit(
  action: InstanceAction,
  instances: readonly Instance[],
  rule = whyNot,
) {
  return useSplit(instances, (instance) => rule(action, instance), show);
}

/** How an instance stands in the plan of several. */
export function useInstanceRow() {
  const statusWord = useStatusWord();
  return (instance: Instance) => ({
    look: lookOf(instance),
    word: statusWord(instance),
    zone: instance.az ?? '',
  });
}
