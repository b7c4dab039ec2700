import type { ChargeSpec, TagInput } from '../../contract/common.ts';
import type { InstanceDiskAttachmentSpec } from '../../contract/instance-create.ts';
import { DiskSpec } from '../../contract/disks.ts';
import type { MetadataInput, UserdataInput } from '../../contract/instance-status.ts';
import { hasIpv6 } from '../../contract/subnets.ts';
import { encodeUserdata, userdataKey } from '../../contract/userdata.ts';
import { numberOf } from '../kit/form/TextField.tsx';
import { imageDisks, iopsOf, isLocal, systemSize } from './disks.ts';
import type { LaunchFacts } from './facts.ts';
import type { Pair } from '../kit/form/PairsField.tsx';
import type { DiskDraft, LaunchValues } from './values.ts';

// The blocks of what is sent; the form has no faults. Creations and templates name some of them differently, so each
// puts its own request together from these.

type DiskKind = NonNullable<InstanceDiskAttachmentSpec['cloudDiskSpec']>;

function kindOf(type: string): DiskKind['diskType'] {
  return DiskSpec.shape.diskType.parse(type);
}

/** The system disk; of an image with a local one there is nothing to say. */
export function systemDiskOf(
  values: LaunchValues,
  facts: LaunchFacts,
): InstanceDiskAttachmentSpec | undefined {
  if (isLocal(facts)) return undefined;
  const { systemType, systemIops, systemEncrypt } = values;
  const diskSizeGB = systemSize(values, facts) ?? 0;
  return {
    diskCategory: 'cloud',
    autoDelete: true,
    cloudDiskSpec: {
      diskType: kindOf(systemType),
      diskSizeGB,
      ...iopsSpec(systemType, systemIops, diskSizeGB),
      ...(systemEncrypt && { encrypt: true }),
    },
  };
}

/** Data disks of one's own, and those of the image that are left out. */
export function dataDisksOf(
  { disks, leftOut }: Pick<LaunchValues, 'disks' | 'leftOut'>,
  facts: LaunchFacts,
): InstanceDiskAttachmentSpec[] {
  const gone = imageDisks(facts).flatMap(({ deviceName = '' }) =>
    leftOut.includes(deviceName) ? [{ deviceName, noDevice: true }] : [],
  );
  return [...gone, ...disks.map(dataDiskOf)];
}

function dataDiskOf(disk: DiskDraft): InstanceDiskAttachmentSpec {
  const diskSizeGB = numberOf(disk.sizeGB) ?? 0;
  return {
    diskCategory: 'cloud',
    deviceName: disk.device,
    autoDelete: disk.autoDelete,
    cloudDiskSpec: {
      diskType: kindOf(disk.type),
      diskSizeGB,
      ...iopsSpec(disk.type, disk.iops, diskSizeGB),
      ...(disk.snapshotId !== '' && { snapshotId: disk.snapshotId }),
      ...(disk.encrypt && { encrypt: true }),
    },
  };
}

function iopsSpec(type: string, typed: string, sizeGB: number): Pick<DiskKind, 'iops'> {
  const iops = iopsOf(type, sizeGB) && numberOf(typed);
  return iops === undefined ? {} : { iops };
}

/** Where its primary interface is. Without security groups the VPC's default one is used. */
export function networkOf(
  { subnetId, groupIds, ipv6 }: Pick<LaunchValues, 'subnetId' | 'groupIds' | 'ipv6'>,
  { subnet }: Pick<LaunchFacts, 'subnet'>,
) {
  return {
    subnetId,
    ...(groupIds.length > 0 && { securityGroups: groupIds }),
    ...(ipv6 && subnet && hasIpv6(subnet) && { ipv6AddressCount: 1 }),
  };
}

/** Which part of the login was chosen, in the fields all requests share but for the spelling of `passwordAuth`. */
export function loginOf({ login, keyName, password, passwordToo }: LaunchValues): {
  keyNames?: string[];
  password?: string;
  imageInherit?: 'yes';
  passwordAuth?: 'yes' | 'no';
} {
  switch (login) {
    case 'key':
      return { keyNames: [keyName], passwordAuth: passwordToo ? 'yes' : 'no' };
    case 'password':
      return { password };
    case 'image':
      return { imageInherit: 'yes' };
    case 'later':
    case 'kept':
      return {};
  }
}

/** As much of the charge as an address has of its own: bought by bandwidth it follows the instance. */
export function addressOf({
  addressMode,
  mbps,
}: Pick<LaunchValues, 'addressMode' | 'mbps'>):
  | { bandwidthMbps: number; chargeSpec?: ChargeSpec }
  | undefined {
  if (addressMode === 'none') return undefined;
  return {
    bandwidthMbps: numberOf(mbps) ?? 0,
    ...(addressMode === 'traffic' && { chargeSpec: { chargeMode: 'postpaid_by_usage' } }),
  };
}

export function userdataOf({ userdata }: Pick<LaunchValues, 'userdata'>): UserdataInput[] {
  return userdata === '' ? [] : [{ key: userdataKey, value: encodeUserdata(userdata) }];
}

export function metadataOf({ metadata }: Pick<LaunchValues, 'metadata'>): MetadataInput[] {
  return metadata.map(pairOf);
}

export function tagsOf({ tags }: Pick<LaunchValues, 'tags'>): TagInput[] {
  return tags.map(pairOf);
}

const pairOf = ({ key, value }: Pair) => ({ key, value });
