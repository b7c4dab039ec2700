import { takeAddress } from './addresses.ts';
import type { Member } from './fleet.ts';
import type { RegionWorld, SecurityRuleRecord, SubnetRecord, World } from './world.ts';

const day = 24 * 60 * 60 * 1000;

/** Third octets of the /24 blocks in the production network, per name and zone. */
const blocks = {
  infra: { a: 8, b: 40, c: 56 },
  trade: { a: 12, b: 28, c: 44 },
  data: { a: 16, b: 32, c: 48 },
  apps: { a: 20, b: 36, c: 52 },
} as const;

/** How many addresses of a small subnet the first fleet takes at most; the rest is for what is created later. */
const roomy = 160;
/** A /20 of the overflow networks. */
const overflow = { size: 3800, perVpc: 16 } as const;

/** The networks of one region while it is being filled. */
export class Networks {
  readonly #world: World;
  readonly #region: RegionWorld;
  readonly #byName = new Map<string, SubnetRecord>();
  readonly #groups = new Map<string, string>();
  #spare: SubnetRecord | undefined;
  #spares = 0;
  #spareVpc = '';

  constructor(world: World, region: RegionWorld) {
    this.#world = world;
    this.#region = region;
    const prod = this.#vpc('vpc-prod', '10.0.0.0/16', 'Production');
    for (const [net, letters] of Object.entries(blocks)) {
      for (const [letter, octet] of Object.entries(letters)) {
        if (region.zones.includes(region.id + letter))
          this.#subnet(prod, `${net}-${letter}`, `10.0.${octet}.0/24`);
      }
    }
    const staging = this.#vpc('vpc-staging', '172.16.0.0/16', 'Staging and development');
    for (const [index, zone] of region.zones.entries()) {
      this.#subnet(staging, `staging-${zone.slice(-1)}`, `172.16.${index}.0/24`);
    }
    this.#subnet(staging, 'staging-dual-stack', '172.16.64.0/24', true);
    // Full but for a handful, so that a form has something to warn about.
    this.#subnet(staging, 'staging-tiny', '172.16.255.0/28');
    for (const vpc of [prod, staging]) {
      this.#group(vpc, 'sg-web', 'HTTP and HTTPS from anywhere', [80, 443]);
      this.#group(vpc, 'sg-db', 'Databases, from inside', [5432, 6379, 9092], '10.0.0.0/16');
      this.#group(
        vpc,
        'sg-office-ssh',
        'SSH and RDP from the office',
        [22, 3389],
        '203.0.113.0/24',
      );
    }
  }

  /** The subnet a machine belongs in; an overflow one when that has been filled. */
  subnetFor(net: string, letter: Member['zone']): SubnetRecord {
    const own = this.#byName.get(`${net}-${letter}`) ?? this.#byName.get(`${net}-a`);
    if (own && own.used.size < roomy) return own;
    if (this.#spare && this.#spare.used.size < overflow.size) return this.#spare;
    const place = this.#spares % overflow.perVpc;
    const number = 1 + Math.floor(this.#spares / overflow.perVpc);
    if (place === 0)
      this.#spareVpc = this.#vpc(`vpc-fleet-${number}`, `10.${number}.0.0/16`, 'Overflow');
    this.#spares += 1;
    this.#spare = this.#subnet(
      this.#spareVpc,
      `fleet-${this.#spares}`,
      `10.${number}.${place * 16}.0/20`,
    );
    return this.#spare;
  }

  /** Ids of security groups by name; those that a VPC does not have are left out. */
  groups(vpcId: string, names: readonly string[]): string[] {
    const ids = names.flatMap((name) => this.#groups.get(`${vpcId}/${name}`) ?? []);
    return ids.length > 0 ? ids : [this.#groups.get(`${vpcId}/default`) ?? ''];
  }

  #vpc(name: string, cidr: string, description: string): string {
    const { random } = this.#world;
    const id = `vpc-${random.letters(10)}`;
    this.#region.vpcs.set(id, { id, name, cidr, description, created: this.#created() });
    this.#group(id, 'default', 'Default security group', []);
    return id;
  }

  #subnet(vpcId: string, name: string, cidr: string, ipv6 = false): SubnetRecord {
    const id = `subnet-${this.#world.random.letters(10)}`;
    const subnet: SubnetRecord = {
      id,
      vpcId,
      name,
      cidr,
      az: '',
      description: '',
      ipv6,
      created: this.#created(),
      used: new Set(),
    };
    if (name === 'staging-tiny') for (let i = 0; i < 9; i++) takeAddress(subnet);
    this.#region.subnets.set(id, subnet);
    this.#byName.set(name, subnet);
    return subnet;
  }

  #group(
    vpcId: string,
    name: string,
    description: string,
    ports: readonly number[],
    from = '0.0.0.0/0',
  ): void {
    const { random } = this.#world;
    const id = `sg-${random.letters(10)}`;
    const rule = (rest: Partial<SecurityRuleRecord>): SecurityRuleRecord => ({
      id: `sgr-${random.letters(10)}`,
      direction: 0,
      protocol: 6,
      addressPrefix: from,
      fromPort: 0,
      toPort: 0,
      description: '',
      ...rest,
    });
    const out = rule({ direction: 1, protocol: 300, addressPrefix: '0.0.0.0/0' });
    this.#region.securityGroups.set(id, {
      id,
      vpcId,
      name,
      description,
      isDefault: name === 'default',
      created: this.#created(),
      rules: [...ports.map((port) => rule({ fromPort: port, toPort: port })), out],
    });
    this.#groups.set(`${vpcId}/${name}`, id);
  }

  #created(): number {
    return this.#world.scheduler.now() - 1400 * day;
  }
}
