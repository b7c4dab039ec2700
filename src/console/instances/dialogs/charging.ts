import { whyNotStopCharging } from '../../../contract/charge-on-stop.ts';
import { stopInstance } from '../../../contract/instance-actions.ts';
import type { Instance } from '../../../contract/instances.ts';
import { resourceOf } from '../resource.ts';

/** What is billed while it is stopped: as the instance is set, or one way for this stop and from now on. */
export type ChargeChoice = 'asSet' | 'keepCharging' | 'stopCharging';

/** Whether this stop gives its vCPU, memory, GPU and local data disks back, so that billing them stops. */
export function frees(instance: Instance, choice: ChargeChoice): boolean {
  if (whyNotStopCharging(instance)) return false;
  const setting = choice === 'asSet' ? instance.chargeOnStopped : choice;
  return setting === 'stopCharging';
}

/** The write; a choice that has no place on the instance is left out, as the cloud would refuse it. */
export function stopRequest(instance: Instance, regionId: string, choice: ChargeChoice) {
  const { instanceId } = instance;
  const applies = choice !== 'asSet' && whyNotStopCharging(instance) === undefined;
  return {
    operation: stopInstance,
    input: { regionId, instanceId, ...(applies && { chargeOnStopped: choice }) },
    resource: resourceOf(instance),
  };
}
