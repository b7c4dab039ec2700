import { freeDevice } from '../contract/devices.ts';
import { namesOf } from '../contract/rules.ts';
import { changeStock } from './catalogue.ts';
import { once } from './client-tokens.ts';
import { type CreationPlan, planOf } from './creation-checks.ts';
import type { NewDisk } from './creation-disks.ts';
import { wishOf } from './creation-wish.ts';
import { addDisk } from './disk-making.ts';
import { lasting } from './durations.ts';
import { addElasticIp } from './elastic-ip-making.ts';
import type { HandlersOf } from './handlers.ts';
import { hostnameOf } from './hostnames.ts';
import { removeInstance } from './instance-delete.ts';
import { boot } from './instance-power.ts';
import { addInterface, joined, removeInterface } from './network.ts';
import { fails } from './sentinels.ts';
import { hold } from './tasks.ts';
import type { Context, DiskAttachmentRecord, InstanceRecord, InterfaceRecord } from './world.ts';

export const instanceCreateHandlers: HandlersOf<'createInstances'> = {
  createInstances(context, { instanceSpec, maxCount = 1, clientToken }) {
    return once(context.region, 'createInstances', clientToken, () => {
      const plan = planOf(context, wishOf(context.region, instanceSpec), maxCount);
      const interfaces = addInterfaces(context, plan);
      const { name, hostname } = plan.wish;
      const names = namesOf(name, maxCount);
      const hostnames = hostname === undefined ? [] : namesOf(hostname, maxCount);
      return {
        instanceIds: interfaces.map((nic, index) => {
          const own = names[index] ?? name;
          const host = hostnames[index] ?? hostnameOf(own, plan.image.osType);
          return addInstance(context, plan, nic, own, host).id;
        }),
      };
    });
  },
};

/** All or none: when the subnet runs out of addresses halfway, the ones taken are given back. */
function addInterfaces(context: Context, { wish, subnet, securityGroupIds, count }: CreationPlan) {
  const network = wish.primaryNetworkInterface?.networkInterface;
  const made: InterfaceRecord[] = [];
  try {
    for (let i = 0; i < count; i++) {
      made.push(
        addInterface(context, {
          subnet,
          name: network?.networkInterfaceName ?? wish.name.slice(0, 32),
          description: network?.description ?? '',
          securityGroupIds,
          primaryIp: network?.primaryIpAddress,
          secondaryIps: network?.secondaryIpAddresses,
          secondaryIpCount: network?.secondaryIpCount,
          ipv6: network?.ipv6Address ?? (network?.ipv6AddressCount ?? 0) > 0,
          sanityCheck: network?.sanityCheck,
        }),
      );
    }
  } catch (error) {
    for (const nic of made) removeInterface(context.region, nic);
    throw error;
  }
  return made;
}

function addInstance(
  context: Context,
  plan: CreationPlan,
  nic: InterfaceRecord,
  name: string,
  hostname: string,
): InstanceRecord {
  const { world, region } = context;
  const { wish, type, image, az, disks, billing } = plan;
  const now = world.scheduler.now();
  const id = `i-${world.random.letters(10)}`;
  nic.instanceId = id;
  nic.deviceIndex = 1;
  const attach = (disk: NewDisk, suffix: string): DiskAttachmentRecord => {
    const { deviceName, autoDelete } = disk;
    const diskName = disk.name ?? name + suffix;
    const made = addDisk(world, region, {
      ...disk,
      az,
      name: diskName,
      billing,
      status: 'creating',
      instanceId: id,
    });
    return { category: 'cloud', deviceName, autoDelete, status: 'attaching', diskId: made.id };
  };
  const instance: InstanceRecord = {
    id,
    name,
    description: wish.description ?? '',
    hostname,
    instanceType: type.instanceType,
    az,
    imageId: image.id,
    os: image,
    status: 'pending',
    launched: now,
    billing,
    billed: false,
    chargeOnStopped: wish.chargeOnStopped ?? 'keepCharging',
    released: false,
    keyNames: wish.imageInherit === 'yes' ? [] : [...(wish.keyNames ?? [])],
    systemDisk:
      disks.system === 'local'
        ? {
            category: 'local',
            deviceName: 'vda',
            autoDelete: true,
            status: 'attached',
            local: { diskType: 'ssd', diskSizeGB: 40 },
          }
        : attach(disks.system, '-sys'),
    dataDisks: disks.data.map((disk, index) => attach(disk, `-data${index + 1}`)),
    primary: nic,
    interfaces: [{ networkInterfaceId: nic.id, deviceIndex: 1, autoDelete: true }],
    tags: plan.tags,
    metadata: plan.metadata,
    userdata: plan.userdata,
    bootMode: image.bootMode,
    boots: 0,
    booted: now,
  };
  if (type.burst) instance.burstMode = wish.burstSpec?.burstMode ?? 'standard';
  if (wish.agId !== undefined) instance.agId = wish.agId;
  if (wish.instanceTemplateId !== undefined) instance.templateId = wish.instanceTemplateId;
  addLocalDisks(instance, type.localDisks);
  if (wish.elasticIp && plan.elasticIpBilling) {
    const { bandwidthMbps } = wish.elasticIp;
    const eip = { name: name.slice(0, 32), bandwidthMbps, billing: plan.elasticIpBilling };
    joined(addElasticIp(world, region, eip), nic, instance);
  }
  changeStock(region, type.instanceType, az, -1);
  region.instances.set(id, instance);
  const failing = fails('create', name);
  const ms = lasting(world, 'create', name);
  hold(world, instance, 'createInstances', ms, () => (failing ? lapse : arise)(context, instance));
  return instance;
}

/** The type's own disks take the first device names that are free. */
export function addLocalDisks(
  instance: InstanceRecord,
  localDisks: readonly { diskType: string; diskSizeGB: number }[],
): void {
  const taken = new Set(instance.dataDisks.map(({ deviceName }) => deviceName));
  for (const local of localDisks) {
    const deviceName = freeDevice(taken) ?? 'vdb';
    taken.add(deviceName);
    instance.dataDisks.push({
      category: 'local',
      deviceName,
      autoDelete: true,
      status: 'attached',
      local,
    });
  }
}

function arise({ world, region }: Context, instance: InstanceRecord): void {
  for (const attachment of [instance.systemDisk, ...instance.dataDisks]) {
    if (attachment?.status !== 'attaching') continue;
    attachment.status = 'attached';
    const disk = region.disks.get(attachment.diskId ?? '');
    if (disk) disk.status = 'in-use';
  }
  boot(world, instance);
  world.scheduler.after(lasting(world, 'billing', instance.name), () => {
    instance.billed = true;
  });
}

/** A failed creation shows `error` for a moment and then disappears with all that was made for it. */
function lapse(context: Context, instance: InstanceRecord): void {
  const { world, region } = context;
  instance.status = 'error';
  hold(world, instance, 'createInstances', lasting(world, 'lapse'), () => {
    for (const { diskId } of instance.dataDisks) region.disks.delete(diskId ?? '');
    removeInstance(context, instance, true);
  });
}
