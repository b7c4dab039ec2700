import { type ErrorWord, refusal, refusals } from '../contract/errors.ts';
import type { InstanceTemplateDiskAttachmentSpec } from '../contract/templates.ts';
import { instanceTypes } from './catalogue.ts';
import { refuse } from './handlers.ts';
import type { ImageRecord, RegionWorld, TemplateFacts } from './world.ts';

const refuseWith = (word: ErrorWord, text: string): never => refuse(refusal(word, text));

/**
 * That everything a template names exists and its image can be used: all that `verifyInstanceTemplate` looks at.
 * @throws Refused
 */
export function checkReferences(region: RegionWorld, data: TemplateFacts): ImageRecord {
  const { networkInterface } = data.primaryNetworkInterface;
  const missing = (kind: string, id: string): never =>
    refuseWith('NOT_FOUND', `${kind} '${id}' not found`);

  const image = region.images.get(data.imageId) ?? missing('Image', data.imageId);
  if (image.status !== 'ready')
    refuseWith('FAILED_PRECONDITION', `Invalid image status '${image.status}'`);
  if (!instanceTypes.has(data.instanceType)) missing('InstanceType', data.instanceType);
  if (!region.subnets.has(networkInterface.subnetId)) missing('Subnet', networkInterface.subnetId);
  for (const id of networkInterface.securityGroups ?? [])
    if (!region.securityGroups.has(id)) missing('SecurityGroups', id);
  for (const name of data.keyNames ?? []) if (!region.keypairs.has(name)) missing('KeyPair', name);
  for (const { cloudDiskSpec } of [data.systemDisk ?? {}, ...(data.dataDisks ?? [])]) {
    const id = cloudDiskSpec?.snapshotId;
    if (id !== undefined && !region.snapshots.has(id)) missing('Snapshot', id);
  }
  return image;
}

/**
 * The rules a template must keep when it is written.
 * @throws Refused
 */
export function checkTemplate(region: RegionWorld, data: TemplateFacts): void {
  const image = checkReferences(region, data);
  checkImage(image, data);
  const { subnetId, ipv6AddressCount = 0 } = data.primaryNetworkInterface.networkInterface;
  if (ipv6AddressCount > 0 && region.subnets.get(subnetId)?.ipv6 !== true)
    refuse(refusals.noIpv6(subnetId));
  checkDisks(region, image, data);
  if (data.chargeOnStopped === 'stopCharging' && image.rootDeviceType === 'localDisk')
    refuseWith('FAILED_PRECONDITION', 'stopCharging only applied to cloud system disk');
  if ((data.metadata?.length ?? 0) > 20)
    refuseWith('INVALID_ARGUMENT', 'Add metadata key-value count more than 20 pairs.');
  if ((data.instanceTags?.length ?? 0) > 10)
    refuseWith('OUT_OF_RANGE', 'InstanceTemplateData.InstanceTags out of range');
}

function checkImage(image: ImageRecord, { instanceType, systemDisk }: TemplateFacts): void {
  const wanted = systemDisk?.diskCategory;
  if (wanted === 'local' && image.rootDeviceType === 'cloudDisk')
    refuseWith('FAILED_PRECONDITION', 'Image constraints. Only support cloud system disk');
  if (wanted === 'cloud' && image.rootDeviceType === 'localDisk')
    refuseWith('FAILED_PRECONDITION', 'Image constraints. Only support local system disk');
  if (image.excludedTypes.includes(instanceType)) {
    refuseWith(
      'FAILED_PRECONDITION',
      `Image constraints. Doesn't support instanceType '${instanceType}'`,
    );
  }
}

function checkDisks(region: RegionWorld, image: ImageRecord, data: TemplateFacts): void {
  const { systemDisk, dataDisks = [] } = data;
  const least = image.systemDiskSizeGB;
  if (systemDisk) checkDisk(region, systemDisk, 'SystemDisk', [Math.max(40, least), 500]);
  for (const disk of dataDisks) checkDisk(region, disk, 'DataDisks', [20, 16000]);
  const names = dataDisks.flatMap(({ deviceName }) => deviceName ?? []);
  if (new Set(names).size < names.length) refuseWith('DUPLICATE', 'Duplicate deviceName');
  const count = 1 + dataDisks.filter(({ noDevice }) => noDevice !== true).length;
  if (count > (instanceTypes.get(data.instanceType)?.cloudDiskCountLimit ?? count))
    refuseWith('OUT_OF_RANGE', 'InstanceTemplateData.DataDisks out of range');
}

function checkDisk(
  region: RegionWorld,
  { cloudDiskSpec, noDevice }: InstanceTemplateDiskAttachmentSpec,
  part: 'SystemDisk' | 'DataDisks',
  [low, high]: [number, number],
): void {
  if (!cloudDiskSpec || noDevice === true) return;
  const { diskSizeGB, diskType, iops, snapshotId } = cloudDiskSpec;
  const spec = `InstanceTemplateData.${part}.CloudDiskSpec`;
  const least = Math.max(low, region.snapshots.get(snapshotId ?? '')?.sizeGB ?? 0);
  if (diskSizeGB !== undefined && (diskSizeGB < least || diskSizeGB > high))
    refuseWith('OUT_OF_RANGE', `${spec}.DiskSizeGB out of range`);
  const most = Math.min(32000, (diskSizeGB ?? least) * 50);
  if (iops !== undefined && (diskType !== 'ssd.io1' || iops < 200 || iops > most || iops % 10 > 0))
    refuseWith('OUT_OF_RANGE', `${spec}.Iops out of range`);
}
