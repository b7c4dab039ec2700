import { freeDevice, isDataDevice } from '../contract/devices.ts';
import { refusal, refusals } from '../contract/errors.ts';
import { instanceTypes } from './catalogue.ts';
import { attachmentOf } from './disk-views.ts';
import { lasting } from './durations.ts';
import { type HandlersOf, refuse } from './handlers.ts';
import { hold, instanceFor } from './tasks.ts';
import type { Context, DiskAttachmentRecord, DiskRecord, InstanceRecord } from './world.ts';

const failedPrecondition = (text: string): never => refuse(refusal('FAILED_PRECONDITION', text));

/** A shared disk may sit on so many instances. */
const shareLimit = 16;

export const instanceDiskHandlers: HandlersOf<
  'attachDisk' | 'detachDisk' | 'modifyInstanceDiskAttribute'
> = {
  attachDisk(context, { instanceId, diskId, deviceName, autoDelete = false }) {
    const { world, region } = context;
    const instance = instanceFor(context, 'attachDisk', instanceId);
    const disk = region.disks.get(diskId) ?? refuse(refusals.notFound('Disk', diskId));
    const asSystem = deviceName === 'vda';
    if (asSystem) checkSystem(instance, disk);
    checkDisk(instance, disk);
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
    const attachment = attachmentOf(instance, diskId);
    if (!attachment || attachment.status === 'detached')
      return failedPrecondition(`Invalid disk status '${disk.status}'`);
    if (attachment.status !== 'attached') failedPrecondition(`Disk busy in '${attachment.status}'`);
    if (attachment === instance.systemDisk && instance.status !== 'stopped')
      failedPrecondition('Please stop the instance first');
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
      return { attachment, autoDelete, disk: region.disks.get(diskId) };
    });
    for (const { attachment, autoDelete, disk } of changes) {
      // Has no effect on prepaid and shared disks: they are always kept.
      const mayGo = disk?.billing.mode === 'postpaid_by_duration' && !disk.multiAttachable;
      if (autoDelete !== undefined && mayGo) attachment.autoDelete = autoDelete;
    }
    return {};
  },
};

function checkSystem(instance: InstanceRecord, disk: DiskRecord): void {
  if (instance.status !== 'stopped') refuse(refusals.badStatus(instance.status));
  if (instance.systemDisk) failedPrecondition('Duplicated system disk');
  if (disk.multiAttachable) failedPrecondition('The system disk does not support shared disk');
  if (disk.diskSizeGB < 40 || disk.diskSizeGB > 500)
    failedPrecondition('System disk size constraints');
}

function checkDisk(instance: InstanceRecord, disk: DiskRecord): void {
  const present = attachmentOf(instance, disk.id);
  if (present && present.status !== 'detached')
    failedPrecondition(
      present.status === 'attached'
        ? `Disk '${disk.id}' already attached`
        : `Disk busy in '${present.status}'`,
    );
  const shared = disk.multiAttachable && disk.status === 'in-use';
  if (disk.instanceIds.length > 0 && !disk.multiAttachable)
    failedPrecondition(`Disk '${disk.id}' already attached`);
  if (disk.status !== 'available' && !shared)
    failedPrecondition(`Invalid disk status '${disk.status}'`);
  if (disk.instanceIds.length >= shareLimit) failedPrecondition('Disk attachment limit exceeded');
  if (disk.az !== instance.az) failedPrecondition('The instance and disk are not in the same az');
  const type = instanceTypes.get(instance.instanceType);
  if (!type) return;
  const count = [instance.systemDisk, ...instance.dataDisks].filter(
    (one) => one?.category === 'cloud' && one.status !== 'detached',
  ).length;
  if (count >= type.cloudDiskCountLimit) failedPrecondition('DataDisks out of range');
  if (!type.cloudDiskTypes.includes(disk.diskType))
    failedPrecondition(`InstanceType constraints. Doesn't support disk type '${disk.diskType}'`);
  if (disk.encrypted && type.generation === 1)
    failedPrecondition("InstanceType constraints. Doesn't support encrypted disk");
}

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
