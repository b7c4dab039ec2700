import { refusal } from '../contract/errors.ts';
import { type Quota, quotasFilters } from '../contract/quotas.ts';
import { instanceTypes } from './catalogue.ts';
import { passing } from './filters.ts';
import { type HandlersOf, refuse } from './handlers.ts';
import { findImage, ownImages } from './image-rules.ts';
import type { RegionWorld } from './world.ts';

export const quotaHandlers: HandlersOf<'describeQuotas'> = {
  describeQuotas({ region }, { filters, imageId }) {
    const asked = filters?.flatMap(({ values }) => values) ?? [];
    if (imageId === undefined && asked.includes('imageShare'))
      refuse(refusal('INVALID_ARGUMENT', 'Parameter ImageId missing'));
    const quotas: Quota[] = [...ofRegion(region)];
    if (imageId !== undefined) {
      const { pins, loginNames } = findImage(region, imageId);
      const used = pins.length + loginNames.length;
      quotas.push({ resourceType: 'imageShare', limit: region.quotas.imageShare, used });
    }
    return {
      quotas: quotas.filter(
        passing(quotasFilters, filters, ({ resourceType }: Quota) => [resourceType]),
      ),
    };
  },
};

/** What an average machine of the quota may have; the cloud's own limits of these three are not documented. */
const perInstance = { cpu: 16, memoryGB: 64, localDiskGB: 1000 } as const;

/**
 * Used counts come from the world. The units of the three newer types are not documented either: here vCPU, GB of
 * memory, GB of local disk. A machine stopped without charge has given its CPU and memory back.
 */
function ofRegion(region: RegionWorld): Quota[] {
  const { instances, keypairs, templates, quotas } = region;
  let [cpu, memoryMB, localDiskGB] = [0, 0, 0];
  for (const { instanceType, released, dataDisks } of instances.values()) {
    if (released) continue;
    const type = instanceTypes.get(instanceType);
    cpu += type?.cpu ?? 0;
    memoryMB += type?.memoryMB ?? 0;
    for (const { local } of dataDisks) localDiskGB += local?.diskSizeGB ?? 0;
  }
  const { instance } = quotas;
  return [
    { resourceType: 'instance', limit: instance, used: instances.size },
    { resourceType: 'instance_cpu', limit: instance * perInstance.cpu, used: cpu },
    {
      resourceType: 'instance_memory',
      limit: instance * perInstance.memoryGB,
      used: Math.ceil(memoryMB / 1024),
    },
    {
      resourceType: 'instance_local_disk',
      limit: instance * perInstance.localDiskGB,
      used: localDiskGB,
    },
    { resourceType: 'keypair', limit: quotas.keypair, used: keypairs.size },
    { resourceType: 'image', limit: quotas.image, used: ownImages(region) },
    {
      resourceType: 'instanceTemplate',
      limit: quotas.instanceTemplate,
      used: templates.size,
    },
  ];
}
