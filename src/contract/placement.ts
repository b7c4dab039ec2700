import { classOf } from './instance-families.ts';
import type { InstanceType } from './instance-types.ts';
import type { Instance } from './instances.ts';
import { type Obstacle, obstacle } from './obstacle.ts';
import { localDataDisks } from './resize-rules.ts';

type Machine = Pick<
  Instance,
  'status' | 'instanceType' | 'vpcId' | 'dedicatedHostId' | 'systemDisk' | 'dataDisks'
>;

/**
 * What keeps an instance out of an availability group, apart from its status. The documents tell the rules, not the
 * words of a refusal; those are ours.
 * @param group the VPC of the group's template, where it is known.
 * @param type of the instance, where it is known.
 */
export function whyNotGroup(
  instance: Machine,
  group: { vpcId?: string | undefined },
  type: Pick<InstanceType, 'generation'> | undefined,
): Obstacle | undefined {
  const { instanceType = '', dedicatedHostId, vpcId } = instance;
  if (dedicatedHostId) {
    return obstacle(
      '专有宿主机上的实例不能加入高可用组。',
      'It is on a dedicated host.',
      'Availability group does not applied to dedicated host',
    );
  }
  if (type?.generation === 1 && classOf({ instanceType }) !== 'p') {
    return obstacle(
      '第一代规格（GPU 除外）不能加入高可用组。',
      'First-generation types, but for GPU, cannot be in a group.',
      `InstanceType '${instanceType}' is unsupported in availability group`,
    );
  }
  if (group.vpcId !== undefined && group.vpcId !== vpcId) {
    return obstacle(
      '与高可用组不在同一私有网络。',
      'The group is in another VPC.',
      'The instance and availability group are not in the same vpc',
    );
  }
  return undefined;
}

/** What keeps it from being moved to where it evens the group out. */
export function whyNotBalance(instance: Machine, clearsLocalDisks: boolean): Obstacle | undefined {
  if (instance.status !== 'stopped') {
    return obstacle(
      '强制均衡分布时，须先停止实例。',
      'To be spread evenly it has to be stopped.',
      `Invalid instance status ${instance.status ?? ''}`,
    );
  }
  if (instance.systemDisk?.diskCategory === 'local') {
    return obstacle(
      '系统盘为本地盘，不能强制均衡分布。',
      'With a local system disk it cannot be moved.',
      'Balance only applied to cloud system disk',
    );
  }
  if (localDataDisks(instance).length > 0 && !clearsLocalDisks) {
    return obstacle(
      '须确认清除本地数据盘。',
      'That wipes its local data disks, which has to be confirmed.',
      'Local_data disk instance needs clearLocalDisk as true',
    );
  }
  return undefined;
}
