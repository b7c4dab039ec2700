import type { Instance, InstanceDiskAttachment } from '../../../contract/instances.ts';
import {
  attachedDataDisks,
  diskSurvives,
  interfaceSurvives,
  primaryElasticIps,
} from '../../../contract/on-delete.ts';

/** In the order they are listed in. */
export const partKinds = [
  'systemDisk',
  'dataDisk',
  'localDisk',
  'primaryInterface',
  'interface',
  'elasticIp',
] as const;

/** Something a delete erases or leaves behind. */
export interface Part {
  kind: (typeof partKinds)[number];
  /** Device, address or id. */
  what: string;
  sizeGB?: number | undefined;
  /** It costs money as long as it is there. */
  billed: boolean;
}

interface Losses {
  erased: Part[];
  kept: Part[];
}

/** What deleting an instance does to everything that hangs on it. */
export function lossesOf(instance: Instance, releaseElasticIps: boolean): Losses {
  const erased: Part[] = [];
  const kept: Part[] = [];
  if (instance.systemDisk) {
    erased.push({ ...diskPart(instance.systemDisk, 'vda'), kind: 'systemDisk' });
  }
  for (const disk of attachedDataDisks(instance)) {
    (diskSurvives(disk, false) ? kept : erased).push(diskPart(disk, ''));
  }
  erased.push({
    kind: 'primaryInterface',
    what: instance.privateIpAddress ?? '',
    billed: false,
  });
  for (const attachment of instance.secondaryNetworkInterfaces ?? []) {
    const { networkInterfaceId = '', primaryIp } = attachment.networkInterface ?? {};
    (interfaceSurvives(attachment, false) ? kept : erased).push({
      kind: 'interface',
      what: primaryIp?.privateIpAddress ?? networkInterfaceId,
      billed: false,
    });
  }
  for (const what of primaryElasticIps(instance)) {
    (releaseElasticIps ? erased : kept).push({ kind: 'elasticIp', what, billed: true });
  }
  return { erased, kept };
}

function diskPart(disk: InstanceDiskAttachment, device: string): Part {
  const { deviceName, diskCategory, cloudDisk, localDisk } = disk;
  return {
    kind: diskCategory === 'local' ? 'localDisk' : 'dataDisk',
    what: deviceName || device || cloudDisk?.diskId || '',
    sizeGB: cloudDisk?.diskSizeGB ?? localDisk?.diskSizeGB,
    billed: true,
  };
}

/** The ids of the cloud disks, whose snapshots outlive everything. */
export function cloudDiskIds(instances: readonly Instance[]): string[] {
  return instances.flatMap((instance) =>
    [instance.systemDisk, ...attachedDataDisks(instance)].flatMap(
      (disk) => disk?.cloudDisk?.diskId ?? [],
    ),
  );
}
