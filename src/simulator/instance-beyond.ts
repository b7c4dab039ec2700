import { refusal, refusals } from '../contract/errors.ts';
import { whyNotNetworkChange, whyNotSubnet } from '../contract/network-change.ts';
import { whyNotBalance, whyNotGroup } from '../contract/placement.ts';
import { isReleaseTime } from '../contract/release-time.ts';
import { fromLocalTime } from '../contract/times.ts';
import { claimAddress, isFree, releaseAddress, takeAddress } from './addresses.ts';
import { instanceTypes } from './catalogue.ts';
import { lasting } from './durations.ts';
import { type HandlersOf, refuse, stopAt } from './handlers.ts';
import { deleteAtReleaseTime } from './instance-delete.ts';
import { boot } from './instance-power.ts';
import { instanceView } from './instance-views.ts';
import { findSecurityGroups, findSubnet, giveIpv6 } from './network.ts';
import { sentinels } from './sentinels.ts';
import { findInstance, hold, instanceFor } from './tasks.ts';
import type { InstanceRecord, RegionWorld, SubnetRecord } from './world.ts';

/**
 * Operations outside the mission. Their parameters and preconditions are documented, and here; which statuses they
 * pass, how long they take and in which words they refuse is not, so that there this is only one way it may be.
 */
export const instanceBeyondHandlers: HandlersOf<
  | 'modifyInstanceReleaseTime'
  | 'modifyInstancePlacement'
  | 'modifyInstanceVpcAttribute'
  | 'redeployInstance'
  | 'resumeInstance'
  | 'suspendInstance'
> = {
  /** Sets when machines delete themselves; an empty time cancels. */
  modifyInstanceReleaseTime(context, { instanceIds = [], autoReleaseTime = '' }) {
    const instances = instanceIds.map((id) => findInstance(context, id));
    const at = autoReleaseTime === '' ? undefined : fromLocalTime(autoReleaseTime);
    if (autoReleaseTime !== '' && at === undefined)
      refuse(refusal('INVALID_ARGUMENT', 'Parameter AutoReleaseTime invalid'));
    if (at !== undefined && !isReleaseTime(at, context.world.scheduler.now()))
      refuse(refusals.outOfRange('AutoReleaseTime'));
    for (const instance of instances) {
      if (at === undefined) delete instance.autoReleaseTime;
      else {
        instance.autoReleaseTime = at;
        deleteAtReleaseTime(context, instance, at);
      }
    }
    return {};
  },

  modifyInstancePlacement(context, { instanceId, agId = '', balance, clearLocalDisk = false }) {
    const { region } = context;
    const instance = instanceFor(context, 'modifyInstancePlacement', instanceId);
    const view = instanceView(region, instance);
    const type = instanceTypes.get(instance.instanceType);
    stopAt(whyNotGroup(view, groupOf(region, agId), type));
    if (balance) stopAt(whyNotBalance(view, clearLocalDisk));
    instance.agId = agId;
    return {};
  },

  modifyInstanceVpcAttribute(context, { instanceId, subnetId, securityGroups, ...wish }) {
    const { region } = context;
    const instance = instanceFor(context, 'modifyInstanceVpcAttribute', instanceId);
    const subnet = findSubnet(region, subnetId);
    const { privateIpAddress: address = '', ipv6Address, assignIpv6 } = wish;
    if (ipv6Address !== undefined && assignIpv6 !== undefined)
      refuse(refusal('INVALID_ARGUMENT', 'Only one of AssignIpv6 and Ipv6Address may be given'));
    const ipv6 = ipv6Address ?? assignIpv6 ?? false;
    const view = instanceView(region, instance);
    const place = { subnetId, vpcId: subnet.vpcId };
    const groups = (securityGroups ?? []).map(
      (id) => region.securityGroups.get(id) ?? refuse(refusals.notFoundPlain('SecurityGroups', id)),
    );
    stopAt(
      whyNotSubnet(view, place) ??
        whyNotNetworkChange(view, place, { address, ipv6: Boolean(ipv6), groups }),
    );
    const ids =
      groups.length > 0 ? findSecurityGroups(region, subnet.vpcId, securityGroups) : undefined;
    if (Boolean(ipv6) && !subnet.ipv6) refuse(refusals.noIpv6(subnet.id));
    const { primary } = instance;
    // An address belongs to a subnet. That the old one is lost without being asked for is not documented.
    const isElsewhere = subnet.id !== primary.subnetId;
    move(region, instance, subnet, address);
    if (isElsewhere) giveIpv6(context.world.random, primary, ipv6);
    if (ids) instance.primary.securityGroupIds = ids;
    return {};
  },

  redeployInstance(context, { instanceId }) {
    const instance = instanceFor(context, 'redeployInstance', instanceId);
    if (!instance.name.startsWith(sentinels.isolated))
      refuse(refusal('FAILED_PRECONDITION', `Instance '${instanceId}' is not isolated`));
    const ms = lasting(context.world, 'reboot', instance.name);
    hold(context.world, instance, 'redeployInstance', ms, () => undefined);
    return {};
  },

  resumeInstance(context, { instanceId }) {
    boot(context.world, instanceFor(context, 'resumeInstance', instanceId));
    return {};
  },

  suspendInstance(context, { instanceId }) {
    instanceFor(context, 'suspendInstance', instanceId).status = 'suspended';
    return {};
  },
};

/**
 * What is known of an availability group: its template's network.
 * @throws Refused 404
 */
function groupOf(region: RegionWorld, agId: string): { vpcId?: string | undefined } {
  for (const { ags, data } of region.templates.values()) {
    if (ags.some(({ id }) => id === agId))
      return {
        vpcId: region.subnets.get(data.primaryNetworkInterface.networkInterface.subnetId)?.vpcId,
      };
  }
  return refuse(refusals.notFoundPlain('AvailabilityGroup', agId));
}

/** @throws Refused when the address is not to be had */
function move(
  region: RegionWorld,
  { primary }: InstanceRecord,
  subnet: SubnetRecord,
  address: string,
): void {
  if (address !== '' && !isFree(subnet, address))
    refuse(refusal('INVALID_ARGUMENT', `Private ip '${address}' is not available`));
  if (address !== '') claimAddress(subnet, address);
  const next =
    address ||
    (takeAddress(subnet) ??
      refuse(refusal('FAILED_PRECONDITION', 'Available Ip in segments not enough')));
  const before = region.subnets.get(primary.subnetId);
  if (before) releaseAddress(before, primary.primaryIp);
  primary.primaryIp = next;
  primary.subnetId = subnet.id;
  primary.vpcId = subnet.vpcId;
}
