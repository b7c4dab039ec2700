import { refusal, refusals } from '../contract/errors.ts';
import { resizeObstacle } from '../contract/resize-rules.ts';
import { changeStock, type InstanceTypeFacts, instanceTypes, stockOf } from './catalogue.ts';
import { lasting } from './durations.ts';
import { type HandlersOf, refuse } from './handlers.ts';
import { addLocalDisks } from './instance-create.ts';
import { instanceView } from './instance-views.ts';
import { fails } from './sentinels.ts';
import { hold, instanceFor } from './tasks.ts';
import type { InstanceRecord, RegionWorld } from './world.ts';

const failedPrecondition = (text: string): never => refuse(refusal('FAILED_PRECONDITION', text));

export const instanceResizeHandlers: HandlersOf<'resizeInstance'> = {
  resizeInstance(context, { instanceId, instanceType, force = false }) {
    const { world, region } = context;
    const instance = instanceFor(context, 'resizeInstance', instanceId);
    const target =
      instanceTypes.get(instanceType) ?? refuse(refusals.notFound('InstanceType', instanceType));
    checkTarget(region, instance, target);
    if (instance.dataDisks.some(({ category }) => category === 'local') && !force) {
      // Spelled as documented.
      failedPrecondition(
        `Local_data disk instance ${instance.id} can't resize, resize need to apoint force parameter as true`,
      );
    }
    instance.status = 'resizing';
    // Its place is kept from the beginning, so that nobody else takes the last machine meanwhile. One that was
    // stopped without charge has no place, before and after.
    const { released } = instance;
    if (!released) changeStock(region, instanceType, instance.az, -1);
    hold(world, instance, 'resizeInstance', lasting(world, 'resize', instance.name), () => {
      instance.status = 'stopped';
      const failed = fails('resize', instance.name);
      const left = failed ? instanceType : instance.instanceType;
      if (!released) changeStock(region, left, instance.az, 1);
      if (failed) return;
      instance.instanceType = instanceType;
      if (target.burst) instance.burstMode ??= 'standard';
      else delete instance.burstMode;
      // Local data disks are wiped: they were of the old type.
      instance.dataDisks = instance.dataDisks.filter(({ category }) => category !== 'local');
      addLocalDisks(instance, target.localDisks);
    });
    return {};
  },
};

function checkTarget(
  region: RegionWorld,
  instance: InstanceRecord,
  target: InstanceTypeFacts,
): void {
  const { instanceType } = target;
  const image = region.images.get(instance.imageId);
  const found = resizeObstacle(
    instanceView(region, instance),
    {
      ...target,
      burstInfo: target.burst,
      state: [{ az: instance.az, inStock: stockOf(region, instanceType, instance.az) > 0 }],
    },
    { current: instanceTypes.get(instance.instanceType), excluded: image?.excludedTypes },
  );
  if (found) refuse(found.refusal);
}
