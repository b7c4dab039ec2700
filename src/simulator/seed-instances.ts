import { freeDevice } from '../contract/devices.ts';
import { instanceTypes } from './catalogue.ts';
import { addDisk, type DiskPlan } from './disk-making.ts';
import { lasting } from './durations.ts';
import { addElasticIp } from './elastic-ip-making.ts';
import { fillers, type Member, notables, type Shape, shapes } from './fleet.ts';
import { publicImages } from './image-catalogue.ts';
import { addLocalDisks } from './instance-create.ts';
import { boot } from './instance-power.ts';
import { hostnameOf } from './hostnames.ts';
import { addInterface, joined } from './network.ts';
import type { Networks } from './seed-network.ts';
import { hold } from './tasks.ts';
import type {
  Billing,
  DiskAttachmentRecord,
  ImageRecord,
  InstanceRecord,
  RegionWorld,
  World,
} from './world.ts';

const day = 24 * 60 * 60 * 1000;
const letters = ['a', 'b', 'c'] as const;
const main = 'cn-north-1';
/** Cities of the other regions, in the names of their machines. */
const suffixes: Readonly<Record<string, string>> = {
  'cn-east-1': '-sq',
  'cn-east-2': '-sh',
  'cn-south-1': '-gz',
};

/** Fills a region with exactly `count` machines: the notable ones first in the main region, then applications in turn. */
export function seedInstances(
  world: World,
  region: RegionWorld,
  networks: Networks,
  count: number,
): void {
  const isMain = region.id === main;
  const known = isMain ? notables.slice(0, count) : [];
  for (const one of known) addMember(world, region, networks, one);
  for (let index = 0; index < count - known.length; index++) {
    addMember(world, region, networks, filler(world, region, index, isMain ? 11 : 1));
  }
}

/** Machine number `index` of the applications in turn. Numbers start above those of the notable machines. */
function filler(world: World, region: RegionWorld, index: number, start: number): Member {
  const { base, shape } = fillers[index % fillers.length] ?? { base: 'web-front', shape: 'web' };
  const number = String(start + Math.floor(index / fillers.length)).padStart(2, '0');
  const zones = letters.slice(0, region.zones.length);
  const chance = world.random.next();
  return {
    name: `${base}${suffixes[region.id] ?? ''}-${number}`,
    shape,
    zone: zones[world.random.between(0, zones.length - 1)] ?? 'a',
    ...(chance > 0.86 && { status: 'stopped' }),
    ...(chance > 0.985 && { status: 'error' }),
    ...(chance > 0.99 && { status: 'stopped', charge: 'arrear' }),
  };
}

function addMember(world: World, region: RegionWorld, networks: Networks, one: Member): void {
  const { random, scheduler } = world;
  const shape: Shape = shapes[one.shape];
  const image = imageNamed(region, shape.image);
  const instanceType = one.instanceType ?? shape.instanceType;
  const status = one.status ?? 'running';
  const launched = scheduler.now() - (one.status === 'pending' ? 0 : random.between(20, 700) * day);
  const billing = billingOf(world, shape, one, launched);
  const id = `i-${random.letters(10)}`;
  const az = region.zones.find((zone) => zone.endsWith(one.zone)) ?? region.zones[0] ?? '';

  const subnet = networks.subnetFor(shape.net, one.zone);
  const nic = addInterface(
    { world, region },
    {
      subnet,
      name: one.name.slice(0, 32),
      description: '',
      securityGroupIds: networks.groups(
        subnet.vpcId,
        shape.group ? [`sg-${shape.group}`, 'sg-office-ssh'] : ['sg-office-ssh'],
      ),
    },
  );
  nic.instanceId = id;
  nic.deviceIndex = 1;

  const instance: InstanceRecord = {
    id,
    name: one.name,
    description: shape.description ?? '',
    hostname: hostnameOf(one.name, image.osType),
    instanceType,
    az,
    imageId: image.id,
    os: image,
    status,
    launched,
    billing,
    billed: one.status !== 'pending',
    chargeOnStopped: one.released ? 'stopCharging' : 'keepCharging',
    released: one.released ?? false,
    keyNames: shape.key !== undefined && region.keypairs.has(shape.key) ? [shape.key] : [],
    systemDisk:
      image.rootDeviceType === 'localDisk'
        ? {
            category: 'local',
            deviceName: 'vda',
            autoDelete: true,
            status: 'attached',
            local: { diskType: 'ssd', diskSizeGB: 40 },
          }
        : attachDisk(world, region, 'vda', true, {
            az,
            name: `${one.name}-sys`,
            diskType: 'ssd.gp1',
            diskSizeGB: shape.systemGB ?? 40,
            billing,
            instanceId: id,
          }),
    dataDisks: [],
    primary: nic,
    interfaces: [{ networkInterfaceId: nic.id, deviceIndex: 1, autoDelete: true }],
    tags: tagsOf(shape),
    metadata: [],
    userdata: [],
    bootMode: image.bootMode,
    boots: 1,
    booted: launched,
  };
  const types = instanceTypes.get(instanceType);
  if (types?.burst) instance.burstMode = 'standard';
  addLocalDisks(instance, types?.localDisks ?? []);
  for (const { keep, ...disk } of shape.data ?? []) {
    const taken = new Set(instance.dataDisks.map(({ deviceName }) => deviceName));
    const plan = { ...disk, az, name: `${one.name}-data`, billing, instanceId: id };
    instance.dataDisks.push(attachDisk(world, region, freeDevice(taken) ?? 'vdb', !keep, plan));
  }
  if (shape.publicMbps !== undefined) {
    const name = `${one.name}-eip`.slice(0, 32);
    const eip = addElasticIp(world, region, { name, bandwidthMbps: shape.publicMbps, billing });
    joined(eip, nic, instance);
  }
  region.instances.set(id, instance);
  letSettle(world, instance);
}

function imageNamed(region: RegionWorld, name: Shape['image']): ImageRecord {
  const id = publicImages.find((image) => image.name === name)?.id ?? '';
  const image = region.images.get(id);
  if (!image) throw new Error(`${region.id} has no image ${name}: seed the images first`);
  return image;
}

const sharedTags = new Map<Shape, InstanceRecord['tags']>();

/** Machines of one shape share one list: tags cannot be changed through these services. */
function tagsOf(shape: Shape): InstanceRecord['tags'] {
  let tags = sharedTags.get(shape);
  if (!tags) {
    tags = [
      { key: 'team', value: shape.team },
      { key: 'env', value: shape.env },
    ];
    sharedTags.set(shape, tags);
  }
  return tags;
}

function billingOf(world: World, shape: Shape, one: Member, launched: number): Billing {
  const now = world.scheduler.now();
  if (one.charge === 'arrear') {
    return {
      mode: 'postpaid_by_duration',
      status: 'arrear',
      start: launched,
      retires: now + 5 * day,
    };
  }
  if (shape.prepaidDays === undefined)
    return { mode: 'postpaid_by_duration', status: 'normal', start: launched };
  // At the same hour of the day as it was bought.
  const expires = now + shape.prepaidDays * day + (launched % day) - (now % day);
  return {
    mode: 'prepaid_by_duration',
    status: one.charge ?? 'normal',
    start: launched,
    expires,
    retires: expires + 7 * day,
  };
}

function attachDisk(
  world: World,
  region: RegionWorld,
  deviceName: string,
  autoDelete: boolean,
  plan: Omit<DiskPlan, 'status'> & { instanceId: string },
): DiskAttachmentRecord {
  const { id } = addDisk(world, region, { ...plan, status: 'in-use' });
  return { category: 'cloud', deviceName, autoDelete, status: 'attached', diskId: id };
}

/** A machine that starts in a changing status comes out of it as it would have after the call. */
function letSettle(world: World, instance: InstanceRecord): void {
  const { status, name } = instance;
  const end = (work: Parameters<typeof lasting>[1], operation: string, done: () => void): void =>
    hold(world, instance, operation, lasting(world, work, name), done);
  if (status === 'pending') {
    end('create', 'createInstances', () => {
      boot(world, instance);
      instance.billed = true;
    });
  } else if (status === 'rebooting') end('reboot', 'rebootInstance', () => boot(world, instance));
  else if (status === 'stopping') {
    end('stop', 'stopInstance', () => {
      instance.status = 'stopped';
    });
  }
}
