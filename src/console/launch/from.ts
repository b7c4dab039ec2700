import { sourceOf } from '../../contract/image-rules.ts';
import type { Image } from '../../contract/images.ts';
import type { ElasticIp } from '../../contract/elastic-ips.ts';
import type { Instance } from '../../contract/instances.ts';
import { iopsRange } from '../../contract/disk-sizes.ts';
import { attachedDataDisks } from '../../contract/on-delete.ts';
import type { InstanceTemplateData } from '../../contract/templates.ts';
import { decodeUserdata } from '../../contract/userdata.ts';
import { imageSources } from '../images/queries.ts';
import { newToken } from '../kit/token.ts';
import type { Pair } from '../kit/form/PairsField.tsx';
import { type DiskDraft, emptyLaunch, type LaunchValues } from './values.ts';

/** What the usual reads do not tell of an instance or a template: metadata and script. */
export interface CustomData {
  metadata?: readonly { key?: string; value?: string }[];
  userdata?: readonly { value?: string }[];
}

/** The list that an image is found in. */
export function sourceFrom(
  image: Pick<Image, 'imageSource'> | undefined,
): LaunchValues['imageSource'] {
  const source = image && sourceOf(image);
  return imageSources.find((one) => one === source) ?? emptyLaunch.imageSource;
}

/** A form that begins with what a template holds. */
export function fromTemplate(
  data: InstanceTemplateData,
  custom: CustomData,
  image: Image | undefined,
): LaunchValues {
  const { systemDisk, dataDisks = [], elasticIp, keyNames: [keyName] = [] } = data;
  const { networkInterface } = data.primaryNetworkInterface ?? {};
  const system = systemDisk?.instanceTemplateDisk;
  return {
    ...emptyLaunch,
    imageSource: sourceFrom(image),
    imageId: data.imageId ?? '',
    instanceType: data.instanceType ?? '',
    unlimited: data.burstInfo?.burstMode === 'unlimited',
    systemType: system?.diskType ?? emptyLaunch.systemType,
    systemGB: text(system?.diskSizeGB),
    systemIops: text(system?.iops),
    systemEncrypt: system?.encrypt ?? false,
    leftOut: dataDisks.flatMap(({ noDevice, deviceName }) =>
      noDevice && deviceName ? deviceName : [],
    ),
    disks: dataDisks
      .filter(({ noDevice }) => !noDevice)
      .map(({ deviceName = '', autoDelete = false, instanceTemplateDisk = {} }) =>
        diskOf(deviceName, autoDelete, instanceTemplateDisk),
      ),
    subnetId: networkInterface?.subnetId ?? '',
    groupIds: networkInterface?.securityGroups ?? [],
    ipv6: (networkInterface?.ipv6AddressCount ?? 0) > 0,
    // Templates have words of their own: `bandwith` (sic) and `flow`.
    addressMode: elasticIp ? (elasticIp.chargeMode === 'flow' ? 'traffic' : 'bandwidth') : 'none',
    mbps: text(elasticIp?.bandwidthMbps) || emptyLaunch.mbps,
    login: keyName
      ? 'key'
      : data.includePassword
        ? 'kept'
        : data.imageInherit === 'yes'
          ? 'image'
          : 'later',
    keyName: keyName ?? '',
    passwordToo: keyName !== undefined && data.passwordAuth !== 'no',
    tags: pairsOf(data.instanceTags),
    stopCharging: data.chargeOnStopped === 'stopCharging',
    ...customOf(custom),
  };
}

/** A form that begins with what an instance is. Its data is not copied: disks of the same size, and blank. */
export function fromInstance(
  instance: Instance,
  custom: CustomData,
  image: Image | undefined,
  address: ElasticIp | undefined,
): LaunchValues {
  const { systemDisk, keyNames: [keyName] = [] } = instance;
  const { networkInterface } = instance.primaryNetworkInterface ?? {};
  const system = systemDisk?.cloudDisk;
  const ofImage = new Set(image?.dataDisks?.map(({ deviceName }) => deviceName));
  const data = attachedDataDisks(instance).filter(({ diskCategory }) => diskCategory === 'cloud');
  const present = new Set(data.map(({ deviceName }) => deviceName));
  return {
    ...emptyLaunch,
    imageSource: sourceFrom(image),
    imageId: instance.imageId ?? '',
    instanceType: instance.instanceType ?? '',
    unlimited: instance.burstInfo?.burstMode === 'unlimited',
    systemType: system?.diskType ?? emptyLaunch.systemType,
    systemGB: text(system?.diskSizeGB),
    systemIops: hasIops(system?.diskType) ? text(system?.iops) : '',
    systemEncrypt: system?.encrypted ?? false,
    // The image brings its own disks along; those the instance has no more are not wanted.
    leftOut: [...ofImage].flatMap((device) => (device && !present.has(device) ? device : [])),
    disks: data
      .filter(({ deviceName }) => !ofImage.has(deviceName))
      .map(({ deviceName = '', autoDelete = false, cloudDisk = {} }) =>
        diskOf(deviceName, autoDelete, {
          diskType: cloudDisk.diskType,
          diskSizeGB: cloudDisk.diskSizeGB,
          encrypt: cloudDisk.encrypted,
          iops: hasIops(cloudDisk.diskType) ? cloudDisk.iops : undefined,
        }),
      ),
    subnetId: instance.subnetId ?? '',
    groupIds: networkInterface?.securityGroups?.flatMap(({ groupId }) => groupId ?? []) ?? [],
    ipv6: (networkInterface?.ipv6Addresses ?? []).length > 0,
    addressMode: !instance.elasticIpId
      ? 'none'
      : address?.charge?.chargeMode === 'postpaid_by_usage'
        ? 'traffic'
        : 'bandwidth',
    mbps: text(address?.bandwidthMbps) || emptyLaunch.mbps,
    login: keyName ? 'key' : 'password',
    keyName: keyName ?? '',
    tags: pairsOf(instance.tags),
    stopCharging: instance.chargeOnStopped === 'stopCharging',
    ...customOf(custom),
  };
}

function customOf({ metadata, userdata }: CustomData): Pick<LaunchValues, 'metadata' | 'userdata'> {
  return {
    metadata: pairsOf(metadata),
    userdata: decodeUserdata(userdata?.[0]?.value ?? '') ?? '',
  };
}

/** The API tells the operations a second of every disk; only some can be given a number of them. */
const hasIops = (diskType = '') => iopsRange(diskType, 0) !== undefined;

const text = (n: number | undefined) => (n === undefined ? '' : String(n));

interface DiskFacts {
  diskType?: string | undefined;
  diskSizeGB?: number | undefined;
  snapshotId?: string | undefined;
  iops?: number | undefined;
  encrypt?: boolean | undefined;
}

function diskOf(device: string, autoDelete: boolean, disk: DiskFacts): DiskDraft {
  return {
    id: newToken(),
    device,
    snapshotId: disk.snapshotId ?? '',
    type: disk.diskType ?? emptyLaunch.systemType,
    sizeGB: text(disk.diskSizeGB),
    iops: text(disk.iops),
    encrypt: disk.encrypt ?? false,
    autoDelete,
  };
}

function pairsOf(given: readonly { key?: string; value?: string }[] = []): Pair[] {
  return given.map(({ key = '', value = '' }) => ({ id: newToken(), key, value }));
}
