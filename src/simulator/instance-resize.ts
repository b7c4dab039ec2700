import { refusal, refusals } from '../contract/errors.ts';
import { changeStock, type InstanceTypeFacts, instanceTypes, stockOf } from './catalogue.ts';
import { lasting } from './durations.ts';
import { type HandlersOf, refuse } from './handlers.ts';
import { addLocalDisks } from './instance-create.ts';
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
  const { instanceType, generation } = target;
  const current = instanceTypes.get(instance.instanceType);
  // Bare metal can be resized neither from (the lifecycle says so) nor to.
  if (instanceType.endsWith('.metal')) failedPrecondition('Resource is not enough');
  if (instance.systemDisk?.category === 'local') {
    const crosses = current !== undefined && current.generation !== generation;
    if (crosses || instanceType.startsWith('s.d'))
      failedPrecondition('Image constraints. Only support cloud system disk');
  }
  if (instance.agId !== undefined && generation === 1 && !instanceType.startsWith('p.'))
    failedPrecondition('Resource is not enough');
  const image = region.images.get(instance.imageId);
  const windows = instance.os.osType === 'windows' && target.cpu > 64;
  if (windows || image?.excludedTypes.includes(instanceType))
    failedPrecondition(`Image constraints. Doesn't support instanceType '${instanceType}'`);
  if (instance.interfaces.length > target.nicLimit)
    failedPrecondition('InstanceType constraints. NetworkInterface limit exceeded');
  const disks = [instance.systemDisk, ...instance.dataDisks].flatMap((attachment) =>
    attachment?.status === 'detached' ? [] : (region.disks.get(attachment?.diskId ?? '') ?? []),
  );
  if (disks.length > target.cloudDiskCountLimit)
    failedPrecondition('InstanceType constraints. CloudDisk limit exceeded');
  if (generation === 1 && disks.some(({ encrypted }) => encrypted))
    failedPrecondition("InstanceType constraints. Doesn't support encrypted disk");
  if (stockOf(region, instanceType, instance.az) < 1) refuse(refusals.typeSoldOut(instanceType));
}
