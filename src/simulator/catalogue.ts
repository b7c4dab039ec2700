import type { RegionWorld } from './world.ts';

/** An instance type as the whole cloud sells it; stock is per region and zone. */
export interface InstanceTypeFacts {
  instanceType: string;
  family: string;
  generation: number;
  cpu: number;
  memoryMB: number;
  architecture: 'x86_64';
  /** Includes the primary interface. */
  nicLimit: number;
  /** Includes a cloud system disk. */
  cloudDiskCountLimit: number;
  cloudDiskTypes: readonly string[];
  localDisks: readonly { diskType: string; diskSizeGB: number }[];
  /** In the samples of the public docs, missing from the SDK's type. */
  gpu?: { model: string; number: number };
  burst?: { basePerformance: number; creditsEarnedPerHour: number };
  /** Sold no more; machines of it live on. */
  retired: boolean;
}

type Extra = Partial<Pick<InstanceTypeFacts, 'localDisks' | 'gpu' | 'burst' | 'retired'>>;
type Row = readonly [
  type: string,
  generation: number,
  cpu: number,
  memoryMB: number,
  nicLimit: number,
  extra?: Extra,
];

const disks = (count: number, diskType: string, diskSizeGB: number): Extra => ({
  localDisks: Array.from({ length: count }, () => ({ diskType, diskSizeGB })),
});
const burst = (basePerformance: number, creditsEarnedPerHour: number): Extra => ({
  burst: { basePerformance, creditsEarnedPerHour },
});

// vCPU and memory from the vendor's type tables (to about 2022); the interface limit follows the vCPU rule.
const rows: readonly Row[] = [
  ['g.s1.small', 1, 1, 2048, 2, { retired: true }],
  ['g.s2.micro', 2, 1, 1024, 2],
  ['g.s2.small', 2, 1, 2048, 2],
  ['g.s2.medium', 2, 1, 4096, 2],
  ['g.s2.large', 2, 2, 8192, 2],
  ['g.n2.medium', 2, 1, 4096, 2],
  ['g.n2.large', 2, 2, 8192, 2],
  ['g.n2.xlarge', 2, 4, 16384, 4],
  ['g.n2.18xlarge', 2, 72, 294912, 8],
  ['g.n2.metal', 2, 80, 393216, 8],
  ['g.n3.large', 3, 2, 8192, 2],
  ['g.n4.large', 4, 2, 8192, 2],
  ['g.n4.xlarge', 4, 4, 16384, 4],
  ['g.n4.2xlarge', 4, 8, 32768, 4],
  ['g.n4.4xlarge', 4, 16, 65536, 8],
  ['g.n4.24xlarge', 4, 96, 360448, 8],
  ['c.s2.large', 2, 2, 4096, 2],
  ['c.c2.large', 2, 2, 2048, 2],
  ['c.n3.xlarge', 3, 4, 8192, 4],
  ['c.n4.2xlarge', 4, 8, 16384, 4],
  ['c.n4.24xlarge', 4, 96, 196608, 8],
  ['m.n4.large', 4, 2, 16384, 2],
  ['m.n4.xlarge', 4, 4, 32768, 4],
  ['m.n4.8xlarge', 4, 32, 262144, 8],
  ['m.n2.18xlarge', 2, 72, 589824, 8],
  ['t.e2.small', 2, 2, 1024, 2, burst(0.1, 12)],
  ['t.c2.large', 2, 2, 4096, 2, burst(0.2, 24)],
  ['t.g2.large', 2, 2, 8192, 2, burst(0.3, 36)],
  ['t.g2.xlarge', 2, 4, 16384, 2, burst(0.4, 96)],
  ['t.g2.2xlarge', 2, 8, 32768, 2, burst(0.4, 192)],
  ['h.g2.large', 2, 2, 8192, 2],
  ['h.g2.8xlarge', 2, 32, 131072, 8],
  ['s.i3.2xlarge', 3, 8, 32768, 4, disks(1, 'ssd', 1862)],
  ['s.i3.4xlarge', 3, 16, 65536, 8, disks(2, 'ssd', 1862)],
  ['s.d2.xlarge', 2, 4, 22528, 4, disks(1, 'hdd.std1', 9313)],
  ['s.d2.10xlarge', 2, 40, 225280, 8, disks(12, 'hdd.std1', 9313)],
  [
    'p.n1p40.3xlarge',
    1,
    12,
    49152,
    8,
    { ...disks(1, 'ssd', 894), gpu: { model: 'Nvidia Tesla P40', number: 1 } },
  ],
  [
    'p.n1v100.2xlarge',
    1,
    8,
    45056,
    4,
    { ...disks(1, 'hdd.std1', 5587), gpu: { model: 'Nvidia Tesla V100', number: 1 } },
  ],
  [
    'p.n1v100.10xlarge',
    1,
    40,
    225280,
    8,
    { ...disks(4, 'hdd.std1', 5587), gpu: { model: 'Nvidia Tesla V100', number: 4 } },
  ],
  ['p.n1p4c.2xlarge', 1, 8, 26624, 4, { gpu: { model: 'Nvidia Tesla P4', number: 1 } }],
  // A slice: one sixth of a P40, 4 GB.
  ['p.c1p40g.large', 1, 2, 8192, 2, { gpu: { model: 'Nvidia Tesla P40 vGPU 4GB', number: 1 } }],
];

export const instanceTypes: ReadonlyMap<string, InstanceTypeFacts> = new Map(
  rows.map(([instanceType, generation, cpu, memoryMB, nicLimit, extra]) => [
    instanceType,
    {
      instanceType,
      // The wire's family omits the generation: g.n, p.n
      family: instanceType.replace(/^(\w\.\w).*/, '$1'),
      generation,
      cpu,
      memoryMB,
      architecture: 'x86_64',
      nicLimit,
      cloudDiskCountLimit: 8,
      cloudDiskTypes:
        generation === 1 ? ['ssd', 'premium-hdd', 'ssd.gp1', 'hdd.std1'] : dataDiskTypes(),
      localDisks: [],
      retired: false,
      ...extra,
    },
  ]),
);

function dataDiskTypes(): readonly string[] {
  return ['hdd.std1', 'ssd.gp1', 'ssd.io1'];
}

/** Machines left, by the last letter of the zone. Types not named here never run out. */
const scarce: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  'g.n2.metal': { a: 1, b: 0, c: 0 },
  'g.n4.24xlarge': { c: 0 },
  'c.n4.24xlarge': { a: 0 },
  'm.n2.18xlarge': { a: 1, b: 0 },
  'h.g2.8xlarge': { b: 0 },
  's.i3.4xlarge': { b: 0 },
  's.d2.10xlarge': { a: 3, b: 0, c: 0 },
  'p.n1p40.3xlarge': { a: 4, b: 0, c: 0 },
  'p.n1v100.2xlarge': { a: 2, b: 0, c: 0 },
  'p.n1v100.10xlarge': { a: 0, b: 0, c: 0 },
  'p.n1p4c.2xlarge': { a: 3, b: 2, c: 0 },
  'p.c1p40g.large': { b: 0 },
};

/** How many more machines of a type a zone can start; `Infinity` for most. */
export function stockOf(region: RegionWorld, instanceType: string, az: string): number {
  const facts = instanceTypes.get(instanceType);
  if (!facts || facts.retired) return 0;
  return (
    region.stock.get(`${instanceType}/${az}`) ??
    scarce[instanceType]?.[az.slice(-1)] ??
    Number.POSITIVE_INFINITY
  );
}

/** Takes a machine out of the stock (`-1`) or gives one back (`+1`). */
export function changeStock(
  region: RegionWorld,
  instanceType: string,
  az: string,
  by: 1 | -1,
): void {
  const left = stockOf(region, instanceType, az);
  if (Number.isFinite(left)) region.stock.set(`${instanceType}/${az}`, Math.max(0, left + by));
}
