// For tests alone: what the simulated cloud has, whatever the console believes.
import { operations } from './contract/operations.ts';
import type { FaultyConsole } from './faulty-console.ts';

export const regionId = 'cn-north-1';
/** The simulated work of all kinds is over by then. */
export const longEnough = 600_000;

/** As the cloud has them, whatever the console believes. */
export const truthsOf = ({ call }: FaultyConsole) => ({
  instances: async () =>
    (await call(operations.describeInstances, { regionId, pageSize: 100 })).result?.instances ?? [],
  images: async (region = regionId) => {
    const asked = { regionId: region, imageSource: 'private', pageSize: 100 } as const;
    return (await call(operations.describeImages, asked)).result?.images ?? [];
  },
  templates: async () =>
    (await call(operations.describeInstanceTemplates, { regionId, pageSize: 100 })).result
      ?.instanceTemplates ?? [],
  keypairs: async () =>
    (await call(operations.describeKeypairs, { regionId, pageSize: 100 })).result?.keypairs ?? [],
  tasks: async () =>
    (await call(operations.imageTasks, { regionId, pageSize: 100 })).result?.taskSet ?? [],
  disks: async () =>
    (await call(operations.describeDisks, { regionId, pageSize: 100 })).result?.disks ?? [],
  interfaces: async () =>
    (await call(operations.describeNetworkInterfaces, { regionId, pageSize: 100 })).result
      ?.networkInterfaces ?? [],
  addresses: async () =>
    (await call(operations.describeElasticIps, { regionId, pageSize: 100 })).result?.elasticIps ??
    [],
});

/** Machines with nothing special about them. */
export async function plainMachines(console_: FaultyConsole, status: string): Promise<string[]> {
  const all = await truthsOf(console_).instances();
  return all
    .filter(
      ({ charge, instanceType = '', osType, elasticIpAddress, ...one }) =>
        one.status === status &&
        charge?.chargeMode === 'postpaid_by_duration' &&
        charge.chargeStatus === 'normal' &&
        osType === 'linux' &&
        elasticIpAddress === undefined &&
        /\.n\d\.(?!metal)/.test(instanceType),
    )
    .map(({ instanceId }) => instanceId);
}
