import { freeDevice, isDataDevice } from '../contract/devices.ts';
import { whyNotAttachDisk, whyNotAutoDelete, whyNotDetachDisk } from '../contract/disk-rules.ts';
import { refusal, refusals } from '../contract/errors.ts';
import { instanceTypes } from './catalogue.ts';
import { attachmentOf, diskView } from './disk-views.ts';
import { lasting } from './durations.ts';
import { type HandlersOf, refuse, stopAt } from './handlers.ts';
import { diskAttachment, instanceView } from './instance-views.ts';
import { hold, instanceFor } from './tasks.ts';
import type { Context, DiskAttachmentRecord, InstanceRecord } from './world.ts';

const failedPrecondition = (text: string): never => refuse(refusal('FAILED_PRECONDITION', text));

export const instanceDiskHandlers: HandlersOf<
  'attachDisk' | 'detachDisk' | 'modifyInstanceDiskAttribute'
> = {
  attachDisk(context, { instanceId, diskId, deviceName, autoDelete = false }) {
    const { world, region } = context;
    const instance = instanceFor(context, 'attachDisk', instanceId);
    const disk = region.disks.get(diskId) ?? refuse(refusals.notFound('Disk', diskId));
    const asSystem = deviceName === 'vda';
    stopAt(
      whyNotAttachDisk(
        instanceView(region, instance),
        diskView(region, disk),
        instanceTypes.get(instance.instanceType),
        asSystem,
      ),
    );
    const device = asSystem ? 'vda' : deviceFor(instance, deviceName);

    const attachment: DiskAttachmentRecord = {
      category: 'cloud',
      deviceName: device,
      autoDelete,
      status: 'attaching',
      diskId,
    };
    if (asSystem) instance.systemDisk = attachment;
    else {
      // An entry that lingers from before gives way.
      instance.dataDisks = instance.dataDisks.filter((other) => other.diskId !== diskId);
      instance.dataDisks.push(attachment);
    }
    disk.instanceIds.push(instance.id);
    disk.status = 'in-use';
    disk.attached = world.scheduler.now();
    hold(world, instance, 'attachDisk', lasting(world, 'disk', instance.name), () => {
      attachment.status = 'attached';
    });
    return {};
  },

  detachDisk(context, { instanceId, diskId }) {
    const { world, region } = context;
    const instance = instanceFor(context, 'detachDisk', instanceId);
    const disk = region.disks.get(diskId) ?? refuse(refusals.notFound('Disk', diskId));
    stopAt(whyNotDetachDisk(instanceView(region, instance), diskView(region, disk)));
    const attachment = attachmentOf(instance, diskId);
    // The rule has just found it.
    if (!attachment) return {};
    attachment.status = 'detaching';
    hold(world, instance, 'detachDisk', lasting(world, 'disk', instance.name), () => {
      attachment.status = 'detached';
      disk.instanceIds = disk.instanceIds.filter((id) => id !== instance.id);
      if (disk.instanceIds.length === 0) {
        disk.status = 'available';
        delete disk.attached;
      }
      if (attachment === instance.systemDisk) delete instance.systemDisk;
      else forgetLater(context, instance, attachment);
    });
    return {};
  },

  modifyInstanceDiskAttribute(context, { instanceId, dataDisks = [] }) {
    const { region } = context;
    const instance = instanceFor(context, 'modifyInstanceDiskAttribute', instanceId);
    const changes = dataDisks.map(({ diskId = '', autoDelete }) => {
      const attachment = instance.dataDisks.find(
        (one) => one.diskId === diskId && one.status !== 'detached',
      );
      if (!attachment) return failedPrecondition(`disk '${diskId}' not mounted on instance`);
      return { attachment, autoDelete };
    });
    for (const { attachment, autoDelete } of changes) {
      // Without effect on those that are always kept.
      const mayGo = whyNotAutoDelete(diskAttachment(region, attachment), false) === undefined;
      if (autoDelete !== undefined && mayGo) attachment.autoDelete = autoDelete;
    }
    return {};
  },
};

function deviceFor(instance: InstanceRecord, wanted: string | undefined): string {
  const taken = new Set(
    instance.dataDisks.flatMap(({ deviceName, status }) =>
      status === 'detached' ? [] : deviceName,
    ),
  );
  const device = wanted === undefined || wanted === '' ? freeDevice(taken) : wanted;
  if (device === undefined) return failedPrecondition('DataDisks out of range');
  if (taken.has(device)) failedPrecondition(`DeviceName '${device}' has been used`);
  if (!isDataDevice(device))
    refuse(refusal('INVALID_ARGUMENT', 'Parameter DeviceName invalid: vda or vdb to vdbm'));
  return device;
}

/** A detached data disk stays in the instance's list for a quarter of an hour, as in the cloud. */
function forgetLater(
  { world, region }: Context,
  instance: InstanceRecord,
  attachment: DiskAttachmentRecord,
): void {
  world.scheduler.after(lasting(world, 'linger'), () => {
    if (region.instances.get(instance.id) !== instance) return;
    instance.dataDisks = instance.dataDisks.filter((one) => one !== attachment);
  });
}
