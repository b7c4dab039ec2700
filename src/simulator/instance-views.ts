import type { BriefInstance } from '../contract/instance-status.ts';
import type { Ag, Instance, InstanceDiskAttachment } from '../contract/instances.ts';
import type { InstanceFacts } from '../contract/lifecycle.ts';
import { chargeView } from './charge-view.ts';
import { diskView } from './disk-views.ts';
import { localTime } from '../contract/times.ts';
import type {
  DiskAttachmentRecord,
  InstanceRecord,
  InterfaceAttachmentRecord,
  RegionWorld,
} from './world.ts';

/** As much of an instance as the lifecycle's rules look at. */
export function factsOf(instance: InstanceRecord): InstanceFacts {
  const { billing, systemDisk, status, instanceType, os } = instance;
  return {
    status,
    instanceType,
    osType: os.osType,
    charge: { chargeMode: billing.mode, chargeStatus: billing.status },
    ...(systemDisk && {
      systemDisk: { diskCategory: systemDisk.category, status: systemDisk.status },
    }),
  };
}

/** Stopping without charge is possible only by configuration and with a cloud system disk. */
export function mayStopCharging(instance: InstanceRecord): boolean {
  return (
    instance.billing.mode === 'postpaid_by_duration' && instance.systemDisk?.category === 'cloud'
  );
}

/** The model of `describeInstance` and `describeInstances`. */
export function instanceView(region: RegionWorld, instance: InstanceRecord): Instance {
  const nic = instance.primary;
  const eip = nic.elasticIpId === undefined ? undefined : region.elasticIps.get(nic.elasticIpId);
  const [primary, ...others] = instance.interfaces;
  const { os } = instance;
  return {
    instanceId: instance.id,
    instanceName: instance.name,
    hostname: instance.hostname,
    instanceType: instance.instanceType,
    vpcId: nic.vpcId,
    subnetId: nic.subnetId,
    privateIpAddress: nic.primaryIp,
    elasticIpId: eip?.id,
    elasticIpAddress: eip?.address,
    status: instance.status,
    description: instance.description,
    imageId: instance.imageId,
    systemDisk: instance.systemDisk && diskAttachment(region, instance.systemDisk),
    dataDisks: instance.dataDisks.map((disk) => diskAttachment(region, disk)),
    primaryNetworkInterface: primary && interfaceAttachment(region, primary),
    secondaryNetworkInterfaces: others.map((other) => interfaceAttachment(region, other)),
    launchTime: localTime(instance.launched),
    az: instance.az,
    keyNames: instance.keyNames,
    charge: chargeView(instance.billing),
    ag: instance.agId === undefined ? undefined : groupOf(region, instance.agId),
    tags: instance.tags,
    chargeOnStopped: mayStopCharging(instance) ? instance.chargeOnStopped : undefined,
    policies: [],
    burstInfo:
      instance.burstMode === undefined
        ? undefined
        : { burstMode: instance.burstMode, creditChargeStatus: 'normal' },
    osType: os.osType,
    osVersion: os.osVersion,
    platform: os.platform,
    architecture: os.architecture,
    autoReleaseTime:
      instance.autoReleaseTime === undefined ? undefined : localTime(instance.autoReleaseTime),
    bootMode: instance.bootMode,
  };
}

/** Availability groups are another service; what is known of one is what its template says. */
function groupOf(region: RegionWorld, id: string): Ag {
  for (const { ags } of region.templates.values()) {
    const group = ags.find((one) => one.id === id);
    if (group) return group;
  }
  return { id };
}

/** A disk as an instance shows it. */
export function diskAttachment(
  region: RegionWorld,
  disk: DiskAttachmentRecord,
): InstanceDiskAttachment {
  const record = disk.diskId === undefined ? undefined : region.disks.get(disk.diskId);
  return {
    diskCategory: disk.category,
    autoDelete: disk.autoDelete,
    localDisk: disk.local,
    cloudDisk: record && diskView(region, record),
    deviceName: disk.deviceName,
    status: disk.status,
  };
}

function interfaceAttachment(region: RegionWorld, attachment: InterfaceAttachmentRecord) {
  const { deviceIndex, autoDelete } = attachment;
  const nic = region.interfaces.get(attachment.networkInterfaceId);
  if (!nic) return { deviceIndex, autoDelete };
  const eip = nic.elasticIpId === undefined ? undefined : region.elasticIps.get(nic.elasticIpId);
  return {
    deviceIndex,
    autoDelete,
    networkInterface: {
      networkInterfaceId: nic.id,
      macAddress: nic.macAddress,
      vpcId: nic.vpcId,
      subnetId: nic.subnetId,
      securityGroups: nic.securityGroupIds.map((groupId) => ({
        groupId,
        groupName: region.securityGroups.get(groupId)?.name,
      })),
      sanityCheck: nic.sanityCheck,
      primaryIp: {
        privateIpAddress: nic.primaryIp,
        elasticIpId: eip?.id,
        elasticIpAddress: eip?.address,
      },
      secondaryIps: nic.secondaryIps.map((privateIpAddress) => ({ privateIpAddress })),
      ipv6Addresses: nic.ipv6 === undefined ? [] : [{ ipv6Address: nic.ipv6 }],
    },
  };
}

/** The model of `describeBriefInstances`: no elastic IP, hostname, billing, group, tags or policies. */
export function briefView(region: RegionWorld, instance: InstanceRecord): BriefInstance {
  const nic = instance.primary;
  const [primary, ...others] = instance.interfaces;
  const briefInterface = ({ deviceIndex, autoDelete }: InterfaceAttachmentRecord) => ({
    deviceIndex,
    autoDelete,
  });
  return {
    instanceId: instance.id,
    instanceName: instance.name,
    instanceType: instance.instanceType,
    vpcId: nic.vpcId,
    subnetId: nic.subnetId,
    privateIpAddress: nic.primaryIp,
    status: instance.status,
    description: instance.description,
    imageId: instance.imageId,
    systemDisk: instance.systemDisk && briefDisk(region, instance.systemDisk),
    dataDisks: instance.dataDisks.map((disk) => briefDisk(region, disk)),
    primaryNetworkInterface: primary && briefInterface(primary),
    secondaryNetworkInterfaces: others.map(briefInterface),
    launchTime: localTime(instance.launched),
    az: instance.az,
    keyNames: instance.keyNames,
    chargeOnStopped: mayStopCharging(instance) ? instance.chargeOnStopped : undefined,
    bootMode: instance.bootMode,
    autoReleaseTime:
      instance.autoReleaseTime === undefined ? undefined : localTime(instance.autoReleaseTime),
  };
}

function briefDisk(region: RegionWorld, disk: DiskAttachmentRecord) {
  const record = disk.diskId === undefined ? undefined : region.disks.get(disk.diskId);
  return {
    diskCategory: disk.category,
    autoDelete: disk.autoDelete,
    localDisk: disk.local,
    cloudDisk: record && {
      diskId: record.id,
      diskType: record.diskType,
      diskSizeGB: record.diskSizeGB,
    },
    deviceName: disk.deviceName,
    status: disk.status,
  };
}
