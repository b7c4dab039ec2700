import { instancesFilters } from '../contract/instances.ts';
import { instanceStatusFilters } from '../contract/instance-status.ts';
import { listElasticIps } from './elastic-ips.ts';
import type { HandlersOf } from './handlers.ts';
import { briefView, instanceView } from './instance-views.ts';
import { type Field, lister } from './lister.ts';
import { findInstance, instanceFor } from './tasks.ts';
import type { InstanceRecord, RegionWorld } from './world.ts';

/** Every attached interface counts; most machines have but the primary one. */
function privateAddresses({ primary, interfaces }: InstanceRecord, region: RegionWorld) {
  if (interfaces.length === 1) return primary.primaryIp;
  return interfaces.map(
    ({ networkInterfaceId }) => region.interfaces.get(networkInterfaceId)?.primaryIp,
  );
}

const lightFields = {
  instanceId: ({ id }) => id,
  privateIpAddress: privateAddresses,
  vpcId: ({ primary }) => primary.vpcId,
  status: ({ status }) => status,
  name: ({ name }) => name,
  imageId: ({ imageId }) => imageId,
  agId: ({ agId }) => agId,
  // Fault domains belong to availability groups, which are another service.
  faultDomain: () => undefined,
  networkInterfaceId: ({ primary, interfaces }) =>
    interfaces.length === 1
      ? primary.id
      : interfaces.map(({ networkInterfaceId }) => networkInterfaceId),
  subnetId: ({ primary }) => primary.subnetId,
} satisfies Record<keyof typeof instanceStatusFilters, Field<InstanceRecord>>;

const list = lister<InstanceRecord, keyof typeof instancesFilters>({
  table: instancesFilters,
  fields: {
    ...lightFields,
    az: ({ az }) => az,
    // Dedicated hosts are not simulated.
    dedicatedHostId: () => undefined,
    dedicatedPoolId: () => undefined,
    instanceType: ({ instanceType }) => instanceType,
    // Turned into `networkInterfaceId` before the list is filtered.
    elasticIpAddress: () => undefined,
  },
  key: 'instanceId',
  tags: ({ tags }) => tags,
});

const lightOptions = {
  table: instanceStatusFilters,
  fields: lightFields,
  key: 'instanceId',
} as const;
const lightList = lister<InstanceRecord, keyof typeof instanceStatusFilters>(lightOptions);
const customDataList = lister<InstanceRecord, keyof typeof instanceStatusFilters>({
  ...lightOptions,
  size: 10,
});

type FullQuery = Parameters<typeof list>[2];

/**
 * The cloud turns an elastic IP's address into the interface it sits on before it filters, which is why that
 * filter is ORed with `networkInterfaceId` where all others are ANDed.
 */
function resolveElasticIps(region: RegionWorld, query: FullQuery): FullQuery {
  const asked = query.filters?.find(({ name }) => name === 'elasticIpAddress');
  if (!query.filters || !asked) return query;
  const ids = listElasticIps(region, region.elasticIps, {
    filters: [{ name: 'elasticIpAddress', values: asked.values }],
    pageSize: region.elasticIps.size,
  }).page.flatMap(({ networkInterfaceId }) => networkInterfaceId ?? []);
  const others = query.filters.filter(
    ({ name }) => name !== 'elasticIpAddress' && name !== 'networkInterfaceId',
  );
  const beside = query.filters.find(({ name }) => name === 'networkInterfaceId')?.values ?? [];
  return {
    ...query,
    filters: [...others, { name: 'networkInterfaceId', values: [...beside, ...ids] }],
  };
}

export const instanceReadHandlers: HandlersOf<
  | 'describeInstance'
  | 'describeInstances'
  | 'describeBriefInstances'
  | 'describeInstanceStatus'
  | 'describeInstancePrivateIpAddress'
  | 'describeInstancesCustomData'
  | 'describeInstanceVncUrl'
> = {
  describeInstance(context, { instanceId }) {
    return { instance: instanceView(context.region, findInstance(context, instanceId)) };
  },

  describeInstances({ region }, query) {
    const { page, totalCount } = list(region, region.instances, resolveElasticIps(region, query));
    return { instances: page.map((instance) => instanceView(region, instance)), totalCount };
  },

  describeBriefInstances({ region }, query) {
    const { page, totalCount } = list(region, region.instances, resolveElasticIps(region, query));
    return { instances: page.map((instance) => briefView(region, instance)), totalCount };
  },

  describeInstanceStatus({ region }, query) {
    const { page, totalCount } = lightList(region, region.instances, query);
    return {
      instanceStatuses: page.map(({ id, status }) => ({ instanceId: id, status })),
      totalCount,
    };
  },

  describeInstancePrivateIpAddress({ region }, query) {
    const { page, totalCount } = lightList(region, region.instances, query);
    return {
      instancePrivateIpAddress: page.map((instance) => ({
        instanceId: instance.id,
        privateIpAddress: instance.primary.primaryIp,
      })),
      totalCount,
    };
  },

  describeInstancesCustomData({ region }, query) {
    const { page, totalCount } = customDataList(region, region.instances, query);
    return {
      customData: page.map(({ id, metadata, userdata }) => ({
        instanceId: id,
        metadata,
        userdata,
      })),
      totalCount,
    };
  },

  describeInstanceVncUrl(context, { instanceId }) {
    const { id } = instanceFor(context, 'describeInstanceVncUrl', instanceId);
    const token = context.vnc.issue(context.region.id, id);
    return { vncUrl: `${context.publicUrl}/vnc_auto.html?token=${token}` };
  },
};
