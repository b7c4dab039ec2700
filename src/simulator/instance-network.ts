import { refusal, refusals } from '../contract/errors.ts';
import { instanceTypes } from './catalogue.ts';
import { lasting } from './durations.ts';
import { type HandlersOf, refuse } from './handlers.ts';
import { joined, parted } from './network.ts';
import { hold, instanceFor } from './tasks.ts';
import type { ElasticIpRecord, InstanceRecord, InterfaceRecord, RegionWorld } from './world.ts';

const failedPrecondition = (text: string): never => refuse(refusal('FAILED_PRECONDITION', text));

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
    checkInterface(region, instance, nic);
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
    secondary(instance, networkInterfaceId, "Can't detach primaryNetworkInterface");
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
    const changes = networks.map(({ networkInterfaceId = '', autoDelete = false }) => ({
      attachment: secondary(instance, networkInterfaceId, "Can't modify primaryNetworkInterface"),
      autoDelete,
    }));
    for (const { attachment, autoDelete } of changes) attachment.autoDelete = autoDelete;
    return {};
  },

  /** Always onto the primary address of the primary interface. */
  associateElasticIp(context, { instanceId, elasticIpId }) {
    const { region } = context;
    const instance = instanceFor(context, 'associateElasticIp', instanceId);
    const eip = findElasticIp(region, elasticIpId);
    if (eip.networkInterfaceId !== undefined)
      failedPrecondition(`ElasticIp ${elasticIpId} already in use`);
    if (eip.az !== '' && eip.az !== instance.az)
      failedPrecondition(`The instance and elasticIp '${elasticIpId}' are in different azs`);
    const nic = instance.primary;
    if (nic.elasticIpId !== undefined) failedPrecondition('NetworkInterface already in use');
    joined(eip, nic, instance);
    return {};
  },

  disassociateElasticIp(context, { instanceId, elasticIpId }) {
    const { region } = context;
    const instance = instanceFor(context, 'disassociateElasticIp', instanceId);
    const eip = findElasticIp(region, elasticIpId);
    const nic = instance.primary;
    if (nic.elasticIpId !== elasticIpId) {
      return failedPrecondition(
        "Elastic ip isn't associated to this instance's primary network interface",
      );
    }
    delete nic.elasticIpId;
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

function checkInterface(region: RegionWorld, instance: InstanceRecord, nic: InterfaceRecord): void {
  if (nic.instanceId !== undefined)
    failedPrecondition('NetworkInterface has been attached on other device');
  if (nic.vpcId !== instance.primary.vpcId)
    failedPrecondition('The instance and networkInterface are not in the same vpc');
  const eip = nic.elasticIpId === undefined ? undefined : region.elasticIps.get(nic.elasticIpId);
  if (eip && eip.az !== '' && eip.az !== instance.az)
    failedPrecondition(`ElasticIp '${eip.id}' and instance are not in the same az`);
  const limit = instanceTypes.get(instance.instanceType)?.nicLimit ?? 2;
  if (instance.interfaces.length >= limit)
    failedPrecondition('Flavor constraints. NetworkInterface limit exceeded');
}

/** The instance's entry for a secondary interface; `otherwise` is said of the primary one. */
function secondary(instance: InstanceRecord, id: string, otherwise: string) {
  const attachment = instance.interfaces.find((one) => one.networkInterfaceId === id);
  if (!attachment) return failedPrecondition(`NetworkInterface '${id}' not mounted on instance`);
  if (attachment.deviceIndex === 1) failedPrecondition(otherwise);
  return attachment;
}

/** 1 is the primary; the others are 2 to 8. */
function freeIndex(instance: InstanceRecord): number {
  const taken = new Set(instance.interfaces.map(({ deviceIndex }) => deviceIndex));
  let index = 2;
  while (taken.has(index)) index++;
  return index;
}
