import type { ElasticIp } from '../../contract/elastic-ips.ts';
import type { Instance, InstanceDiskAttachment } from '../../contract/instances.ts';
import { attachedDataDisks } from '../../contract/on-delete.ts';
import type { InstanceTemplate, InstanceTemplateDiskAttachment } from '../../contract/templates.ts';

export interface RecipeDisk {
  device?: string | undefined;
  isLocal: boolean;
  type?: string | undefined;
  sizeGb?: number | undefined;
  iops?: number | undefined;
  encrypted?: boolean | undefined;
  snapshotId?: string | undefined;
  policyId?: string | undefined;
  /** Goes with the instance. */
  deleted?: boolean | undefined;
  /** The image has a disk of this device, which the instance is not to get. */
  left?: boolean | undefined;
}

/**
 * What a machine is made of: as a template holds it, and as an instance shows it, so that both are read and compared
 * in the same words.
 */
export interface Recipe {
  instanceType?: string | undefined;
  burstMode?: string | undefined;
  imageId?: string | undefined;
  imageInherit?: string | undefined;
  keyNames: readonly string[];
  includePassword?: boolean | undefined;
  passwordAuth?: string | undefined;
  /** Absent: as the image has it. */
  systemDisk?: RecipeDisk | undefined;
  dataDisks: readonly RecipeDisk[];
  vpcId?: string | undefined;
  subnetId?: string | undefined;
  securityGroups: readonly string[];
  ipv6AddressCount: number;
  elasticIp?:
    | {
        bandwidthMbps?: number | undefined;
        provider?: string | undefined;
        chargeMode?: string | undefined;
      }
    | undefined;
  chargeOnStopped?: string | undefined;
  autoImagePolicyId?: string | undefined;
  tags: readonly { key: string; value: string }[];
  /** Members that this kind of thing does not tell. */
  untold: readonly (keyof Recipe)[];
}

export function recipeOfTemplate({ instanceTemplateData: data = {} }: InstanceTemplate): Recipe {
  const { networkInterface = {} } = data.primaryNetworkInterface ?? {};
  return {
    instanceType: data.instanceType,
    burstMode: data.burstInfo?.burstMode,
    imageId: data.imageId,
    imageInherit: data.imageInherit,
    keyNames: data.keyNames ?? [],
    includePassword: data.includePassword,
    passwordAuth: data.passwordAuth,
    systemDisk: data.systemDisk && diskOfTemplate(data.systemDisk),
    dataDisks: (data.dataDisks ?? []).map(diskOfTemplate),
    vpcId: data.vpcId,
    subnetId: networkInterface.subnetId,
    securityGroups: networkInterface.securityGroups ?? [],
    ipv6AddressCount: networkInterface.ipv6AddressCount ?? 0,
    elasticIp: data.elasticIp,
    chargeOnStopped: data.chargeOnStopped,
    autoImagePolicyId: data.autoImagePolicyId,
    tags: tagsOf(data.instanceTags),
    untold: [],
  };
}

/** @param elasticIp the public address of the instance, which tells more than the instance does of it. */
export function recipeOfInstance(instance: Instance, elasticIp: ElasticIp | undefined): Recipe {
  const { networkInterface = {} } = instance.primaryNetworkInterface ?? {};
  const { systemDisk, policies } = instance;
  return {
    instanceType: instance.instanceType,
    burstMode: instance.burstInfo?.burstMode,
    imageId: instance.imageId,
    keyNames: instance.keyNames ?? [],
    systemDisk: systemDisk && diskOfInstance(systemDisk),
    // Local disks come with the type, not with whoever asks for a machine.
    dataDisks: attachedDataDisks(instance)
      .filter(({ diskCategory }) => diskCategory !== 'local')
      .map(diskOfInstance),
    vpcId: instance.vpcId,
    subnetId: instance.subnetId,
    securityGroups: (networkInterface.securityGroups ?? []).flatMap(({ groupId }) => groupId ?? []),
    ipv6AddressCount: networkInterface.ipv6Addresses?.length ?? 0,
    elasticIp: elasticIp && {
      bandwidthMbps: elasticIp.bandwidthMbps,
      provider: elasticIp.provider,
      chargeMode: elasticIp.charge?.chargeMode === 'postpaid_by_usage' ? 'flow' : 'bandwith',
    },
    chargeOnStopped: instance.chargeOnStopped,
    autoImagePolicyId: policies?.find(({ policyType }) => policyType === 'AutoImage')?.policyId,
    tags: tagsOf(instance.tags),
    untold: ['imageInherit', 'includePassword', 'passwordAuth'],
  };
}

function diskOfTemplate(disk: InstanceTemplateDiskAttachment): RecipeDisk {
  const { instanceTemplateDisk: cloud = {} } = disk;
  return {
    device: disk.deviceName,
    isLocal: disk.diskCategory === 'local',
    type: cloud.diskType,
    sizeGb: cloud.diskSizeGB,
    iops: cloud.iops,
    encrypted: cloud.encrypt,
    snapshotId: cloud.snapshotId,
    policyId: cloud.policyId,
    deleted: disk.autoDelete,
    left: disk.noDevice,
  };
}

function diskOfInstance(disk: InstanceDiskAttachment): RecipeDisk {
  const { cloudDisk = {}, localDisk } = disk;
  return {
    device: disk.deviceName,
    isLocal: disk.diskCategory === 'local',
    type: cloudDisk.diskType ?? localDisk?.diskType,
    sizeGb: cloudDisk.diskSizeGB ?? localDisk?.diskSizeGB,
    // Of the other kinds the speed follows from the size; only of this one it is chosen.
    iops: cloudDisk.diskType === 'ssd.io1' ? cloudDisk.iops : undefined,
    encrypted: cloudDisk.encrypted,
    snapshotId: cloudDisk.snapshotId,
    policyId: cloudDisk.snapshotPolicies?.[0]?.id,
    deleted: disk.autoDelete,
  };
}

function tagsOf(tags: readonly { key?: string | undefined; value?: string | undefined }[] = []) {
  return tags.map(({ key = '', value = '' }) => ({ key, value }));
}
