import { regions } from '../contract/regions.ts';
import { addElasticIp } from './elastic-ip-making.ts';
import { addInterface } from './network.ts';
import { Random } from './random.ts';
import { type Clock, Scheduler } from './scheduler.ts';
import { seedImages } from './seed-images.ts';
import { seedInstances } from './seed-instances.ts';
import { Networks } from './seed-network.ts';
import { seedKeypairs, seedTemplates } from './seed-templates.ts';
import { type DiskRecord, type Quotas, RegionWorld, type World } from './world.ts';

interface SeedOptions {
  clock: Clock;
  seed: number | string;
  /** Of the main region. The others have a handful each. */
  instances: number;
  speed: number;
}

const day = 24 * 60 * 60 * 1000;
const elsewhere: Readonly<Record<string, number>> = {
  'cn-east-1': 5,
  'cn-east-2': 14,
  'cn-south-1': 9,
};

/**
 * A world full of things. Each region draws from a generator of its own, so that the size of one fleet does not
 * change what another looks like.
 */
export function seedWorld({ clock, seed, instances, speed }: SeedOptions): World {
  const scheduler = new Scheduler(clock);
  const filled = new Map<string, RegionWorld>();
  const world: World = { scheduler, random: new Random(seed), regions: filled, speed };
  for (const { id, zones } of regions) {
    const count = elsewhere[id] ?? instances;
    const region = new RegionWorld(id, zones, quotasFor(count));
    filled.set(id, region);
    seedRegion({ ...world, random: new Random(`${seed} ${id}`) }, region, count);
  }
  return world;
}

function seedRegion(world: World, region: RegionWorld, count: number): void {
  seedImages(world, region);
  seedKeypairs(world, region);
  const networks = new Networks(world, region);
  seedTemplates(world, region);
  seedInstances(world, region, networks, count);
  seedSpares(world, region, networks);
}

/** The documented defaults are for a beginner; an account with a fleet has had them raised. */
function quotasFor(instances: number): Quotas {
  return {
    instance: Math.max(500, Math.ceil((instances * 1.25) / 100) * 100),
    keypair: 20,
    image: 20,
    instanceTemplate: 20,
    imageShare: 20,
    disk: Math.max(1000, instances * 5),
    snapshot: 100,
    elasticIp: Math.max(200, instances),
  };
}

/** What nothing uses yet: disks, interfaces and addresses for the pickers. */
function seedSpares(world: World, region: RegionWorld, networks: Networks): void {
  const { random, scheduler } = world;
  const now = scheduler.now();
  const billing = {
    mode: 'postpaid_by_duration',
    status: 'normal',
    start: now - 40 * day,
  } as const;
  const disk = (az: string, name: string, rest: Partial<DiskRecord> = {}): void => {
    const id = `vol-${random.letters(10)}`;
    region.disks.set(id, {
      id,
      az,
      name,
      description: '',
      diskType: 'ssd.gp1',
      diskSizeGB: 100,
      status: 'available',
      instanceIds: [],
      multiAttachable: false,
      encrypted: false,
      created: billing.start,
      billing,
      tags: [],
      ...rest,
    });
  };
  for (const az of region.zones) {
    const letter = az.slice(-1);
    disk(az, `scratch-${letter}`);
    disk(az, `restore-${letter}`, { diskType: 'hdd.std1', diskSizeGB: 2000 });
  }
  const [first = ''] = region.zones;
  disk(first, 'pg-shared-wal', { multiAttachable: true, diskSizeGB: 200 });
  disk(first, 'vault-encrypted', { encrypted: true });
  disk(first, 'rescue-system', { diskSizeGB: 40, description: 'System disk for rescue' });
  disk(first, 'archive-prepaid', {
    diskType: 'hdd.std1',
    diskSizeGB: 4000,
    billing: {
      mode: 'prepaid_by_duration',
      status: 'normal',
      start: now - 100 * day,
      expires: now + 265 * day,
      retires: now + 272 * day,
    },
  });
  disk(first, 'broken-create', { status: 'error_create' });
  for (const [name, net] of [
    ['spare-trade', 'trade'],
    ['spare-apps', 'apps'],
    ['spare-staging', 'staging'],
  ] as const) {
    const subnet = networks.subnetFor(net, 'a');
    const securityGroupIds = networks.groups(subnet.vpcId, ['sg-office-ssh']);
    addInterface({ world, region }, { subnet, name, description: '', securityGroupIds });
  }
  for (const [name, bandwidthMbps, az] of [
    ['spare-eip-01', 5, ''],
    ['spare-eip-02', 20, ''],
    ['zonal-eip-b', 10, region.zones.at(-1) ?? ''],
  ] as const) {
    addElasticIp(world, region, { name, bandwidthMbps, az, billing });
  }
}
