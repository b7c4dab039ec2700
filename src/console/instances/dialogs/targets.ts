import { useQuery } from '@tanstack/react-query';
import type { InstanceType } from '../../../contract/instance-types.ts';
import type { Instance } from '../../../contract/instances.ts';
import { resizeObstacle } from '../../../contract/resize-rules.ts';
import type { Sentence } from '../../../contract/words.ts';
import { useCall } from '../../api/context.tsx';
import { excludedTypesOptions } from '../../images/queries.ts';
import { instanceTypesOptions, typesIn } from '../../instance-types/queries.ts';

/** A type that instances might get. */
export interface Target {
  type: InstanceType;
  /** What keeps the first of them that cannot from becoming of it; nothing when all of them can. */
  obstacle: { instance: Instance; why: Sentence | 'current' } | undefined;
}

/** Every type of a region and what these instances make of it. */
export function targetsFor(
  instances: readonly Instance[],
  types: readonly InstanceType[],
  excludedBy: ReadonlyMap<string, readonly string[]>,
): Target[] {
  const whyNot = (instance: Instance, type: InstanceType) => {
    if (instance.instanceType === type.instanceType) return 'current';
    // The system disk tells what the image is for, whatever has become of the image.
    const isLocal = instance.systemDisk?.diskCategory === 'local';
    return resizeObstacle(instance, type, {
      current: types.find(({ instanceType }) => instanceType === instance.instanceType),
      image: { rootDeviceType: isLocal ? 'localDisk' : 'cloudDisk' },
      excluded: excludedBy.get(instance.imageId ?? ''),
    })?.why;
  };
  return types.map((type) => {
    for (const instance of instances) {
      const why = whyNot(instance, type);
      if (why !== undefined) return { type, obstacle: { instance, why } };
    }
    return { type, obstacle: undefined };
  });
}

/** The same, as the cloud has them now. */
export function useTargets(instances: readonly Instance[], region: string) {
  const call = useCall();
  const types = useQuery(instanceTypesOptions(call, region));
  const images = [...new Set(instances.flatMap(({ imageId }) => imageId ?? []))];
  // Where this cannot be read the cloud itself still refuses: no reason to offer nothing.
  const { data: excluded, isPending } = useQuery(excludedTypesOptions(call, region, images));
  return {
    targets:
      types.data && !isPending
        ? targetsFor(instances, typesIn(types.data), excluded ?? new Map())
        : undefined,
    failed: types.isError,
    retry: () => void types.refetch(),
  };
}
