import { rebootInstance, startInstance } from '../../../contract/instance-actions.ts';
import type { Instance } from '../../../contract/instances.ts';
import type { WriteOperation } from '../../../contract/operation.ts';
import type { WriteRequest } from '../../api/write.ts';
import { resourceOf } from '../resource.ts';
import { stopRequest } from './charging.ts';

export function rebootRequest(instance: Instance, regionId: string) {
  return {
    operation: rebootInstance,
    input: { regionId, instanceId: instance.instanceId },
    resource: resourceOf(instance),
  };
}

export function startRequest(instance: Instance, regionId: string) {
  return {
    operation: startInstance,
    input: { regionId, instanceId: instance.instanceId },
    resource: resourceOf(instance),
  };
}

/** Whether a write that needs a machine to be off has to begin with stopping it. */
export function stopsFirst({ status }: Pick<Instance, 'status'>): boolean {
  return status === 'running';
}

/**
 * A write that needs the machine to be off, with what has to go before and may come after.
 * @param start whether it is to run in the end.
 */
export function whileStopped<O extends WriteOperation>(
  instance: Instance,
  regionId: string,
  request: WriteRequest<O>,
  start: boolean,
): readonly [WriteRequest, ...WriteRequest[]] {
  const then = start ? [startRequest(instance, regionId)] : [];
  return stopsFirst(instance)
    ? [stopRequest(instance, regionId, 'asSet'), request, ...then]
    : [request, ...then];
}
