import { refusal, refusals } from '../contract/errors.ts';
import {
  whyNotAssociateElasticIp,
  whyNotAttachInterface,
  whyNotAutoDeleteInterface,
  whyNotDetachInterface,
} from '../contract/network-rules.ts';
import { whyNotDisassociateElasticIp } from '../contract/primary-address.ts';
import { instanceTypes } from './catalogue.ts';
import { lasting } from './durations.ts';
import { type HandlersOf, refuse, stopAt } from './handlers.ts';
import { instanceView } from './instance-views.ts';
import { elasticIpView, interfaceView } from './network-views.ts';
import { joined, parted } from './network.ts';
import { hold, instanceFor } from './tasks.ts';
import type { ElasticIpRecord, InstanceRecord, InterfaceRecord, RegionWorld } from './world.ts';

export const instanceNetworkHandlers: HandlersOf<
  | 'attachNetworkInterface'
  | 'detachNetworkInterface'
  | 'modifyInstanceNetworkAttribute'
  | 'associateElasticIp'
  | 'disassociateElasticIp'
> = {
  attachNetworkInterface(context, { instanceId, networkInterfaceId, autoDelete = false }) {
    const { world, region } = context;
    const instance = instanceFor(context, 'attachNetworkInterface', instanceId);
    const nic = findInterface(region, networkInterfaceId);
    const carried = region.elasticIps.get(nic.elasticIpId ?? '');
    stopAt(
      whyNotAttachInterface(
        instanceView(region, instance),
        interfaceView(region, nic),
        instanceTypes.get(instance.instanceType),
        carried && elasticIpView(region, carried),
      ),
    );
    // From now on it is nobody else's; the instance shows it when the work is done.
    nic.instanceId = instance.id;
    const eip = nic.elasticIpId === undefined ? undefined : region.elasticIps.get(nic.elasticIpId);
    const ms = lasting(world, 'interface', instance.name);
    hold(world, instance, 'attachNetworkInterface', ms, () => {
      nic.deviceIndex = freeIndex(instance);
      const { deviceIndex } = nic;
      instance.interfaces.push({ networkInterfaceId, deviceIndex, autoDelete });
      if (eip) eip.instanceId = instance.id;
    });
    return {};
  },

  detachNetworkInterface(context, { instanceId, networkInterfaceId }) {
    const { world, region } = context;
    const instance = instanceFor(context, 'detachNetworkInterface', instanceId);
    const nic = findInterface(region, networkInterfaceId);
    stopAt(whyNotDetachInterface(instanceView(region, instance), networkInterfaceId));
    const ms = lasting(world, 'interface', instance.name);
    hold(world, instance, 'detachNetworkInterface', ms, () => {
      instance.interfaces = instance.interfaces.filter(
        (one) => one.networkInterfaceId !== networkInterfaceId,
      );
      delete nic.instanceId;
      nic.deviceIndex = 0;
      const eip =
        nic.elasticIpId === undefined ? undefined : region.elasticIps.get(nic.elasticIpId);
      if (eip) delete eip.instanceId;
    });
    return {};
  },

  modifyInstanceNetworkAttribute(context, { instanceId, networks }) {
    const instance = instanceFor(context, 'modifyInstanceNetworkAttribute', instanceId);
    const view = instanceView(context.region, instance);
    for (const { networkInterfaceId = '' } of networks)
      stopAt(whyNotAutoDeleteInterface(view, networkInterfaceId));
    for (const { networkInterfaceId, autoDelete = false } of networks) {
      for (const one of instance.interfaces)
        if (one.networkInterfaceId === networkInterfaceId) one.autoDelete = autoDelete;
    }
    return {};
  },

  /** Always onto the primary address of the primary interface. */
  associateElasticIp(context, { instanceId, elasticIpId }) {
    const { region } = context;
    const instance = instanceFor(context, 'associateElasticIp', instanceId);
    const eip = findElasticIp(region, elasticIpId);
    stopAt(whyNotAssociateElasticIp(instanceView(region, instance), elasticIpView(region, eip)));
    joined(eip, instance.primary, instance);
    return {};
  },

  disassociateElasticIp(context, { instanceId, elasticIpId }) {
    const { region } = context;
    const instance = instanceFor(context, 'disassociateElasticIp', instanceId);
    const eip = findElasticIp(region, elasticIpId);
    stopAt(whyNotDisassociateElasticIp(instanceView(region, instance), elasticIpId));
    delete instance.primary.elasticIpId;
    parted(eip);
    return {};
  },
};

/** @throws Refused 404 */
function findInterface(region: RegionWorld, id: string): InterfaceRecord {
  return region.interfaces.get(id) ?? refuse(refusals.notFound('NetworkInterface', id));
}

/** @throws Refused 404 */
function findElasticIp(region: RegionWorld, id: string): ElasticIpRecord {
  // Spelled differently from every other one.
  return region.elasticIps.get(id) ?? refuse(refusal('NOT_FOUND', `ElasticIpId ${id} not found`));
}

/** 1 is the primary; the others are 2 to 8. */
function freeIndex(instance: InstanceRecord): number {
  const taken = new Set(instance.interfaces.map(({ deviceIndex }) => deviceIndex));
  let index = 2;
  while (taken.has(index)) index++;
  return index;
}
