import { refusal, refusals } from '../contract/errors.ts';
import { whyImageUnfit } from '../contract/image-fit.ts';
import { loginUser } from '../contract/logins.ts';
import { batchInstanceName, isHostname, passwordProblems } from '../contract/rules.ts';
import { bought } from './billing.ts';
import { type InstanceTypeFacts, instanceTypes, stockOf } from './catalogue.ts';
import { type NewDisks, newDisks } from './creation-disks.ts';
import type { CreationWish } from './creation-wish.ts';
import { keptMetadata, keptUserdata } from './custom-data.ts';
import { refuse } from './handlers.ts';
import { imageRefusalFor } from '../contract/image-rules.ts';
import { imageView } from './image-views.ts';
import { findSecurityGroups, findSubnet } from './network.ts';
import type {
  Billing,
  Context,
  ImageRecord,
  RegionWorld,
  SubnetRecord,
  TagRecord,
} from './world.ts';

/** A creation that passed every check. */
export interface CreationPlan {
  wish: CreationWish;
  az: string;
  type: InstanceTypeFacts;
  image: ImageRecord;
  subnet: SubnetRecord;
  securityGroupIds: string[];
  disks: NewDisks;
  billing: Billing;
  /** Absent without an elastic IP. */
  elasticIpBilling?: Billing;
  metadata: { key: string; value: string }[];
  userdata: { key: string; value: string }[];
  tags: TagRecord[];
  /** How many can be had: the asked for number, bounded by quota and stock. */
  count: number;
}

const failedPrecondition = (text: string): never => refuse(refusal('FAILED_PRECONDITION', text));
const invalidArgument = (text: string): never => refuse(refusal('INVALID_ARGUMENT', text));
const missing = (name: string): never => invalidArgument(`Parameter InstanceSpec.${name} missing`);

/** @throws Refused with the first thing that stands in the way */
export function planOf(context: Context, wish: CreationWish, maxCount: number): CreationPlan {
  const { region, world } = context;
  const az = wish.az ?? missing('Az');
  const imageId = wish.imageId ?? missing('ImageId');
  const instanceType = wish.instanceType ?? missing('InstanceType');
  const network =
    wish.primaryNetworkInterface?.networkInterface ??
    missing('PrimaryNetworkInterface.NetworkInterface');
  if (!region.zones.includes(az)) invalidArgument('Parameter InstanceSpec.Az invalid');
  if (wish.dedicatedHostId !== undefined)
    failedPrecondition(`DedicatedHost '${wish.dedicatedHostId}' is not available.`);

  const image = region.images.get(imageId) ?? refuse(refusals.notFoundPlain('Image', imageId));
  const unready = imageRefusalFor('createInstances', imageView(image));
  if (unready) refuse(unready);
  const type =
    instanceTypes.get(instanceType) ?? refuse(refusals.notFoundPlain('InstanceType', instanceType));
  checkImageFits(image, type);
  const subnet = findSubnet(region, network.subnetId);
  const securityGroupIds = findSecurityGroups(region, subnet.vpcId, network.securityGroups);
  if (network.primaryIpAddress !== undefined && maxCount > 1)
    refuse(refusals.outOfRange('Maxcount'));

  checkLogin(region, image, wish);
  const now = world.scheduler.now();
  if (wish.charge?.chargeMode === 'postpaid_by_usage')
    invalidArgument('Parameter InstanceSpec.Charge.ChargeMode invalid');
  const billing = bought(wish.charge, now, 'InstanceSpec.Charge');
  const disks = newDisks(region, image, type, wish);
  if (wish.chargeOnStopped === 'stopCharging') {
    if (disks.system === 'local')
      failedPrecondition('stopCharging only applied to cloud system disk');
    if (billing.mode !== 'postpaid_by_duration')
      failedPrecondition('stopCharging only applied to postpaid by duration');
  }
  return {
    wish,
    az,
    type,
    image,
    subnet,
    securityGroupIds,
    disks,
    billing,
    ...(wish.elasticIp && { elasticIpBilling: elasticIpBilling(wish.elasticIp, billing, now) }),
    metadata: keptMetadata(wish.metadata),
    userdata: keptUserdata(wish.userdata, image.osType),
    tags: keptTags(wish.userTags),
    count: countOf(region, az, type, disks, wish, maxCount),
  };
}

function checkImageFits(image: ImageRecord, type: InstanceTypeFacts): void {
  const { instanceType, cpu, architecture, burst } = type;
  const facts = { instanceType, cpu, architecture, ...(burst && { burstInfo: burst }) };
  if (whyImageUnfit(image, facts, image.excludedTypes))
    failedPrecondition(`Image constraints. Doesn't support instanceType '${instanceType}'`);
}

function checkLogin(region: RegionWorld, image: ImageRecord, wish: CreationWish): void {
  const windows = image.osType === 'windows';
  const { password, keyNames = [], hostname, imageInherit } = wish;
  if (password !== undefined && passwordProblems(password, loginUser(image.osType)).length > 0)
    refuse(refusals.invalidPassword());
  if (windows && keyNames.length > 0)
    invalidArgument('Parameter InstanceSpec.KeyNames invalid: Windows takes no key pair');
  for (const name of keyNames)
    if (!region.keypairs.has(name)) refuse(refusals.notFoundPlain('KeyPair', name));
  if (imageInherit === 'yes' && image.source !== 'private' && image.source !== 'shared')
    invalidArgument('Parameter InstanceSpec.ImageInherit invalid: private or shared images only');
  const plain = hostname?.replace(/\[(\d+)\]/, '$1');
  if (plain !== undefined && !isHostname(plain, image.osType))
    invalidArgument('Parameter InstanceSpec.Hostname invalid');
  if (!batchInstanceName.safeParse(wish.name).success)
    invalidArgument('Parameter InstanceSpec.Name invalid');
}

function elasticIpBilling(
  { bandwidthMbps, provider, chargeSpec }: NonNullable<CreationWish['elasticIp']>,
  instance: Billing,
  now: number,
): Billing {
  const byUsage = chargeSpec?.chargeMode === 'postpaid_by_usage';
  if (bandwidthMbps < 1 || bandwidthMbps > (byUsage ? 200 : 1000))
    refuse(refusals.outOfRange('InstanceSpec.ElasticIp.BandwidthMbps'));
  if (provider.toLowerCase() !== 'bgp')
    invalidArgument('Parameter InstanceSpec.ElasticIp.Provider invalid');
  // Bought together, it follows the machine's mode unless it is charged by traffic.
  return byUsage ? bought(chargeSpec, now, 'InstanceSpec.ElasticIp.ChargeSpec') : instance;
}

function keptTags(given: CreationWish['userTags'] = []): TagRecord[] {
  const tags = given.map(({ key, value = '' }) => ({ key, value }));
  if (new Set(tags.map(({ key }) => key)).size < tags.length)
    invalidArgument('Parameter InstanceSpec.UserTags invalid: duplicate key');
  return tags;
}

/** Creation is best effort: fewer than asked for is normal, none is a refusal. */
function countOf(
  region: RegionWorld,
  az: string,
  type: InstanceTypeFacts,
  disks: NewDisks,
  wish: CreationWish,
  maxCount: number,
): number {
  const places = region.quotas.instance - region.instances.size;
  if (places < 1) refuse(refusals.quota('Instance'));
  const stock = stockOf(region, type.instanceType, az);
  if (stock < 1) refuse(refusals.typeSoldOut(type.instanceType));
  const count = Math.min(maxCount, places, stock);
  const perInstance = disks.data.length + (disks.system === 'local' ? 0 : 1);
  if (region.disks.size + count * perInstance > region.quotas.disk) refuse(refusals.quota('Disk'));
  if (wish.elasticIp && region.elasticIps.size + count > region.quotas.elasticIp)
    refuse(refusals.quota('ElasticIp'));
  return count;
}
