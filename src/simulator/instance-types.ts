import { type InstanceType, instanceTypesFilters } from '../contract/instance-types.ts';
import { type InstanceTypeFacts, instanceTypes, stockOf } from './catalogue.ts';
import { passing } from './filters.ts';
import type { HandlersOf } from './handlers.ts';
import type { RegionWorld } from './world.ts';

export const instanceTypeHandlers: HandlersOf<'describeInstanceTypes'> = {
  describeInstanceTypes({ region }, { filters, serviceName, chargeMode }) {
    const zones = zonesAsked(region, filters);
    const passes = passing(instanceTypesFilters, filters, (type: InstanceTypeFacts, name) => {
      switch (name) {
        case 'instanceTypes':
          return [type.instanceType];
        case 'architecture':
          return [type.architecture];
        // Every type is known in every zone; where it cannot be had it is out of stock.
        case 'az':
          return region.zones;
      }
    });
    const found = [...instanceTypes.values()].filter(
      (type) =>
        passes(type) &&
        (serviceName !== 'nc' || isForContainers(type)) &&
        (chargeMode !== 'postpaid_by_spot' || isForSpot(type)),
    );
    return {
      instanceTypes: found.map((type) => view(region, zones, type)),
      specificInstanceTypes: [],
      totalCount: found.length,
    };
  },
};

/** Stock is told for the zones that were asked for. */
function zonesAsked(
  region: RegionWorld,
  filters: readonly { name: string; values: string[] }[] | undefined,
): readonly string[] {
  const asked = filters?.find(({ name }) => name === 'az')?.values;
  return asked ? region.zones.filter((zone) => asked.includes(zone)) : region.zones;
}

/** Which types run native containers or are sold as spot is not public; these two rules are ours. */
const isForContainers = ({ instanceType }: InstanceTypeFacts): boolean =>
  /^[gcm]\./.test(instanceType) && !instanceType.endsWith('.metal');
const isForSpot = ({ family, generation }: InstanceTypeFacts): boolean =>
  /^[gcm]\.n$/.test(family) && generation >= 3;

function view(
  region: RegionWorld,
  zones: readonly string[],
  type: InstanceTypeFacts,
): InstanceType & { gpu?: InstanceTypeFacts['gpu'] } {
  return {
    family: type.family,
    instanceType: type.instanceType,
    cpu: type.cpu,
    architecture: type.architecture,
    memoryMB: type.memoryMB,
    nicLimit: type.nicLimit,
    cloudDiskCountLimit: type.cloudDiskCountLimit,
    cloudDiskTypes: [...type.cloudDiskTypes],
    desc: '',
    // `availableCount` is reserved and left out.
    state: zones.map((az) => ({ az, inStock: stockOf(region, type.instanceType, az) > 0 })),
    localDisks: [...type.localDisks],
    generation: type.generation,
    ...(type.burst && { burstInfo: type.burst }),
    ...(type.gpu && { gpu: type.gpu }),
  };
}
