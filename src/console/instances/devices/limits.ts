import { useQuery } from '@tanstack/react-query';
import type { InstanceType } from '../../../contract/instance-types.ts';
import type { Instance } from '../../../contract/instances.ts';
import { useCall } from '../../api/context.tsx';
import { instanceTypeOptions } from '../../instance-types/queries.ts';

/** What the type of an instance allows; nothing while that is not known. */
export function useLimits(instance: Instance, region: string): InstanceType | undefined {
  return useQuery(instanceTypeOptions(useCall(), region, instance.instanceType)).data;
}
