import { refusal } from '../contract/errors.ts';
import { refusalFor } from '../contract/lifecycle.ts';
import { changeStock } from './catalogue.ts';
import { lasting } from './durations.ts';
import { type HandlersOf, refuse } from './handlers.ts';
import { factsOf } from './instance-views.ts';
import { removeInterface } from './network.ts';
import { fails } from './sentinels.ts';
import { hold, instanceFor } from './tasks.ts';
import type { Context, DiskAttachmentRecord, InstanceRecord } from './world.ts';

export const instanceDeleteHandlers: HandlersOf<'deleteInstance'> = {
  deleteInstance(context, { instanceId, deletePrimaryNetworkInterfaceAllElasticIp = false }) {
    const instance = instanceFor(context, 'deleteInstance', instanceId);
    if (!instance.billed) refuse(refusal('PERMISSION_DENIED', "Can't delete no charged resource"));
    beginDelete(context, instance, deletePrimaryNetworkInterfaceAllElasticIp);
    return {};
  },
};

function beginDelete(context: Context, instance: InstanceRecord, withElasticIps: boolean): void {
  instance.status = 'deleting';
  const ms = lasting(context.world, 'delete', instance.name);
  hold(context.world, instance, 'deleteInstance', ms, () => {
    if (fails('delete', instance.name)) instance.status = 'error';
    else removeInstance(context, instance, withElasticIps);
  });
}

const minute = 60_000;

/**
 * Deletes an instance when its release time comes. That it is deleted is documented; what becomes of one that is at work
 * on something then is not: here it is asked again every minute until it is free. What may not be deleted stays.
 */
export function deleteAtReleaseTime(context: Context, instance: InstanceRecord, at: number): void {
  const { scheduler } = context.world;
  const act = () => {
    const isThere = context.region.instances.get(instance.id) === instance;
    // Another time was set since, or none.
    if (!isThere || instance.autoReleaseTime !== at || instance.status === 'deleting') return;
    if (instance.task) scheduler.after(minute, act);
    else if (!refusalFor('deleteInstance', factsOf(instance)))
      beginDelete(context, instance, false);
  };
  scheduler.after(at - scheduler.now(), act);
}

/**
 * Takes an instance out of the world. Its system disk goes; data disks go when marked so, by configuration and not
 * shared, and stay as free disks otherwise; secondary interfaces by their own mark. Elastic IPs stay and stay billed
 * unless `withElasticIps`.
 */
export function removeInstance(
  { region }: Context,
  instance: InstanceRecord,
  withElasticIps: boolean,
): void {
  const eipId = instance.primary.elasticIpId;
  if (withElasticIps && eipId !== undefined) region.elasticIps.delete(eipId);
  for (const { networkInterfaceId, deviceIndex, autoDelete } of instance.interfaces) {
    const nic = region.interfaces.get(networkInterfaceId);
    if (!nic) continue;
    if (deviceIndex === 1 || autoDelete) {
      removeInterface(region, nic);
      continue;
    }
    delete nic.instanceId;
    nic.deviceIndex = 0;
    const eip = nic.elasticIpId === undefined ? undefined : region.elasticIps.get(nic.elasticIpId);
    if (eip) delete eip.instanceId;
  }
  const { systemDisk, dataDisks } = instance;
  for (const disk of systemDisk ? [systemDisk, ...dataDisks] : dataDisks) {
    releaseDisk({ region }, instance, disk);
  }
  if (!instance.released) changeStock(region, instance.instanceType, instance.az, 1);
  region.instances.delete(instance.id);
}

function releaseDisk(
  { region }: Pick<Context, 'region'>,
  instance: InstanceRecord,
  attachment: DiskAttachmentRecord,
): void {
  if (attachment.diskId === undefined || attachment.status === 'detached') return;
  const disk = region.disks.get(attachment.diskId);
  if (!disk) return;
  const goesToo =
    attachment === instance.systemDisk ||
    (attachment.autoDelete &&
      disk.billing.mode === 'postpaid_by_duration' &&
      !disk.multiAttachable);
  if (goesToo) {
    region.disks.delete(disk.id);
    return;
  }
  disk.instanceIds = disk.instanceIds.filter((id) => id !== instance.id);
  if (disk.instanceIds.length === 0) {
    disk.status = 'available';
    delete disk.attached;
  }
}
