import { refusal, refusals } from '../contract/errors.ts';
import { claimAddress, isFree, releaseAddress, takeAddress } from './addresses.ts';
import { refuse } from './handlers.ts';
import type { Random } from './random.ts';
import type {
  Context,
  ElasticIpRecord,
  InstanceRecord,
  InterfaceRecord,
  RegionWorld,
  SubnetRecord,
  TagRecord,
} from './world.ts';

/** Private addresses of one interface, the primary one among them. */
const mostAddresses = 21;
/** Every subnet that has IPv6 has the same block: nothing is routed here. */
export const ipv6Prefix = '2402:db40:5100';

/** What an interface is made of; the subnet and the groups were looked up before. */
interface InterfacePlan {
  subnet: SubnetRecord;
  name: string;
  description: string;
  securityGroupIds: string[];
  primaryIp?: string | undefined;
  secondaryIps?: readonly string[] | undefined;
  secondaryIpCount?: number | undefined;
  /** An address, or `true` for any. */
  ipv6?: string | boolean | undefined;
  sanityCheck?: 0 | 1 | undefined;
  tags?: TagRecord[] | undefined;
}

/**
 * Makes an interface with its addresses.
 * @throws Refused when the subnet has too few free addresses, a wanted one is taken, or there is no IPv6
 */
export function addInterface(
  { world, region }: Pick<Context, 'world' | 'region'>,
  plan: InterfacePlan,
): InterfaceRecord {
  const { subnet } = plan;
  if (Boolean(plan.ipv6) && !subnet.ipv6) refuse(refusals.noIpv6(subnet.id));
  if ((plan.secondaryIps?.length ?? 0) + (plan.secondaryIpCount ?? 0) > mostAddresses - 1)
    refuse(refusals.outOfRange('SecondaryIpCount'));
  const wanted = [plan.primaryIp, ...(plan.secondaryIps ?? [])];
  for (const address of wanted) {
    if (address !== undefined && !isFree(subnet, address))
      refuse(refusal('INVALID_ARGUMENT', `Private ip '${address}' is not available`));
  }
  for (const address of wanted) if (address !== undefined) claimAddress(subnet, address);
  const taken = wanted.filter((address) => address !== undefined);
  const next = (): string => {
    const address = takeAddress(subnet);
    if (address !== undefined) {
      taken.push(address);
      return address;
    }
    for (const given of taken) releaseAddress(subnet, given);
    return refuse(refusal('FAILED_PRECONDITION', 'Available Ip in segments not enough'));
  };
  const primaryIp = plan.primaryIp ?? next();
  const secondaryIps = [...(plan.secondaryIps ?? [])];
  for (let i = 0; i < (plan.secondaryIpCount ?? 0); i++) secondaryIps.push(next());
  const nic: InterfaceRecord = {
    id: `port-${world.random.letters(10)}`,
    name: plan.name,
    description: plan.description,
    vpcId: subnet.vpcId,
    subnetId: subnet.id,
    az: '',
    macAddress: macAddress(world.random),
    primaryIp,
    secondaryIps,
    securityGroupIds: plan.securityGroupIds,
    sanityCheck: plan.sanityCheck ?? 1,
    deviceIndex: 0,
    created: world.scheduler.now(),
    tags: plan.tags ?? [],
  };
  giveIpv6(world.random, nic, plan.ipv6);
  region.interfaces.set(nic.id, nic);
  return nic;
}

/** @param wish an address, `true` for any, `false` for none. */
export function giveIpv6(
  random: Random,
  nic: Pick<InterfaceRecord, 'ipv6'>,
  wish: string | boolean = false,
): void {
  const part = (): string => random.between(1, 65535).toString(16);
  const address = wish === true ? `${ipv6Prefix}::${part()}:${part()}` : wish;
  if (address) nic.ipv6 = address;
  else delete nic.ipv6;
}

function macAddress(random: Random): string {
  const byte = (): string => random.between(0, 255).toString(16).padStart(2, '0');
  return `fa:16:3e:${byte()}:${byte()}:${byte()}`;
}

/** Gives back the interface's addresses; an elastic IP on it is freed, not deleted. */
export function removeInterface(region: RegionWorld, nic: InterfaceRecord): void {
  const subnet = region.subnets.get(nic.subnetId);
  if (subnet) {
    for (const address of [nic.primaryIp, ...nic.secondaryIps]) releaseAddress(subnet, address);
  }
  const eip = nic.elasticIpId === undefined ? undefined : region.elasticIps.get(nic.elasticIpId);
  if (eip) parted(eip);
  region.interfaces.delete(nic.id);
}

export function joined(
  eip: ElasticIpRecord,
  nic: InterfaceRecord,
  instance: InstanceRecord | undefined,
): void {
  nic.elasticIpId = eip.id;
  eip.networkInterfaceId = nic.id;
  if (instance) eip.instanceId = instance.id;
}

export function parted(eip: ElasticIpRecord): void {
  delete eip.networkInterfaceId;
  delete eip.instanceId;
}

/** @throws Refused 404 */
export function findSubnet(region: RegionWorld, id: string): SubnetRecord {
  return region.subnets.get(id) ?? refuse(refusals.notFoundPlain('Subnet', id));
}

/**
 * The groups asked for, or the VPC's default group when none is.
 * @throws Refused 404 for a group that is not there or in another VPC
 */
export function findSecurityGroups(
  region: RegionWorld,
  vpcId: string,
  ids: readonly string[] | undefined,
): string[] {
  if (ids === undefined || ids.length === 0) {
    for (const group of region.securityGroups.values()) {
      if (group.vpcId === vpcId && group.isDefault) return [group.id];
    }
    return [];
  }
  for (const id of ids) {
    if (region.securityGroups.get(id)?.vpcId !== vpcId)
      refuse(refusals.notFoundPlain('SecurityGroups', id));
  }
  return [...ids];
}
